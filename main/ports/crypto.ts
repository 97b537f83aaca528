/** An RSA key made for one exchange and thrown away after it. */
export interface ExchangeKey {
  /** DER of the PKCS#1 RSAPublicKey (140 bytes for 1024 bit, 270 for 2048, 398 for 3072). */
  readonly publicKeyDer: Uint8Array;
  /** RSA without unpadding: the caller cuts PKCS#1 v1.5 itself, since Node refuses or falsifies it. */
  decryptRaw(data: Uint8Array): Uint8Array;
}

/** The primitives SADP's password fields are made of, and the seal for secrets in memory. */
export interface Crypto {
  md5(data: Uint8Array): Uint8Array;
  sha256(data: Uint8Array): Uint8Array;
  /** AES-128-ECB without padding; the length must be a multiple of 16. */
  aesEcb(key: Uint8Array, data: Uint8Array): Uint8Array;
  /** AES-CBC without padding; 128, 192 or 256 bits by the length of the key. */
  aesCbc(key: Uint8Array, iv: Uint8Array, data: Uint8Array): Uint8Array;
  makeExchangeKey(bits: 1024 | 2048 | 3072): Promise<ExchangeKey>;
  /** Seals with a key that lives and dies with this process. */
  seal(text: string): Uint8Array;
  unseal(sealed: Uint8Array): string;
  /**
   * Twelve bits of a slow salted hash: enough to recognise the same wrong password again, useless for
   * finding it. `salt` is stored beside it.
   */
  fingerprint(text: string, salt: Uint8Array): Promise<number>;
}

import {
  constants,
  createCipheriv,
  createDecipheriv,
  createHash,
  createSecretKey,
  generateKeyPair,
  privateDecrypt,
  randomBytes,
  scrypt,
} from 'node:crypto';
import { promisify } from 'node:util';
import type { Crypto, ExchangeKey } from '../../ports/crypto.ts';

const makeKeyPair = promisify(generateKeyPair);

/** The cipher of the seal, its nonce and its tag. Bytes. */
const seal = { cipher: 'aes-256-gcm', nonceLength: 12, tagLength: 16 } as const;
/** Never leaves the process; a core dump aside, what is sealed is lost with it. */
const sealKey = createSecretKey(randomBytes(32));

/** Costs of the fingerprint: 32 MiB and in the order of 100 ms for each guess. */
const slow = { N: 32_768, r: 8, p: 1, maxmem: 64 * 1024 * 1024 } as const;

/**
 * The primitives as the system has them. `aesEcb` and `aesCbc` throw on data that is no multiple of 16
 * bytes; `unseal` throws on anything this process did not seal. Uses only what OpenSSL 3 (Node) and
 * BoringSSL (Electron) both have.
 */
export const systemCrypto: Crypto = {
  md5: (data) => hash('md5', data),
  sha256: (data) => hash('sha256', data),
  aesEcb: (key, data) => encrypt({ cipher: 'aes-128-ecb', key, iv: null, data }),
  aesCbc: (key, iv, data) => encrypt({ cipher: cbcOf(key), key, iv, data }),
  makeExchangeKey,
  seal: sealText,
  unseal: unsealText,
  fingerprint,
};

function hash(name: 'md5' | 'sha256', data: Uint8Array): Uint8Array {
  return new Uint8Array(createHash(name).update(data).digest());
}

type Cbc = 'aes-128-cbc' | 'aes-192-cbc' | 'aes-256-cbc';

function cbcOf({ length }: Uint8Array): Cbc {
  if (length === 32) return 'aes-256-cbc';
  return length === 24 ? 'aes-192-cbc' : 'aes-128-cbc';
}

interface Encryption {
  readonly cipher: 'aes-128-ecb' | Cbc;
  readonly key: Uint8Array;
  readonly iv: Uint8Array | null;
  readonly data: Uint8Array;
}

function encrypt({ cipher: name, key, iv, data }: Encryption): Uint8Array {
  const cipher = createCipheriv(name, key, iv).setAutoPadding(false);
  return new Uint8Array(Buffer.concat([cipher.update(data), cipher.final()]));
}

async function makeExchangeKey(bits: 1024 | 2048 | 3072): Promise<ExchangeKey> {
  const { publicKey, privateKey } = await makeKeyPair('rsa', {
    modulusLength: bits,
    publicExponent: 65_537,
  });
  // RSA_PKCS1_PADDING throws in Node, and returns random bytes for a bad block in OpenSSL 3.2 and later.
  const options = { key: privateKey, padding: constants.RSA_NO_PADDING };
  return {
    publicKeyDer: new Uint8Array(publicKey.export({ type: 'pkcs1', format: 'der' })),
    decryptRaw: (data) => new Uint8Array(privateDecrypt(options, data)),
  };
}

function sealText(text: string): Uint8Array {
  const nonce = randomBytes(seal.nonceLength);
  const cipher = createCipheriv(seal.cipher, sealKey, nonce);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return new Uint8Array(Buffer.concat([nonce, cipher.getAuthTag(), body]));
}

function unsealText(sealed: Uint8Array): string {
  const bodyAt = seal.nonceLength + seal.tagLength;
  const nonce = sealed.subarray(0, seal.nonceLength);
  const decipher = createDecipheriv(seal.cipher, sealKey, nonce, {
    authTagLength: seal.tagLength,
  });
  decipher.setAuthTag(sealed.subarray(seal.nonceLength, bodyAt));
  return Buffer.concat([decipher.update(sealed.subarray(bodyAt)), decipher.final()]).toString();
}

/** Off the main thread: 254 of them must not freeze a window. */
function fingerprint(text: string, salt: Uint8Array): Promise<number> {
  return new Promise((resolve, reject) => {
    scrypt(text, salt, 2, slow, (error, key) => {
      if (error === null) resolve(key.readUInt16BE(0) & 0x0fff);
      else reject(error);
    });
  });
}

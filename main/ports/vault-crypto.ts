export interface GcmSealing {
  /** 32 bytes. */
  readonly key: Uint8Array;
  /** 12 bytes, never used twice with one key. */
  readonly nonce: Uint8Array;
  /** Not hidden, but what is sealed opens only beside exactly these bytes. */
  readonly associated: Uint8Array;
  readonly plain: Uint8Array;
}

export type GcmOpening = Omit<GcmSealing, 'plain'> & {
  /** Ciphertext, then the 16 bytes of the tag. */
  readonly sealed: Uint8Array;
};

/** What the vault seals with. Keys stay in the caller's buffers, so that the caller can wipe them. */
export interface VaultCrypto {
  /** AES-256-GCM: ciphertext, then the 16 bytes of the tag. */
  seal(sealing: GcmSealing): Uint8Array;
  /** `null` when the key, the nonce, the associated bytes or the sealed ones are not those of the seal. */
  open(opening: GcmOpening): Uint8Array | null;
  hmacSha256(key: Uint8Array, data: Uint8Array): Uint8Array;
  /** Takes the same time wherever they differ. */
  isEqual(one: Uint8Array, two: Uint8Array): boolean;
}

import { joinBytes } from '../../ports/bytes.ts';
import type { Random } from '../../ports/random.ts';
import type { SecretBox } from '../../ports/secret-box.ts';
import type { VaultCrypto } from '../../ports/vault-crypto.ts';

const keyLength = 32;
export const nonceLength = 12;
export const tagLength = 16;

/** A key made for one file or one sheet of codes, and the copy of it that only the box opens. */
export interface SealKey {
  /** The caller wipes it. */
  readonly bytes: Uint8Array;
  readonly wrapped: Uint8Array;
}

/** Costs a passphrase box about a third of a second. @throws AppError `vault.passphrase-short` */
export async function makeSealKey(random: Random, box: SecretBox): Promise<SealKey> {
  const bytes = random.bytes(keyLength);
  return { bytes, wrapped: await box.wrap(bytes) };
}

export interface SealParts {
  readonly crypto: VaultCrypto;
  readonly random: Random;
  readonly key: SealKey;
  /** Readable, and bound to what is sealed: it opens beside exactly these bytes. */
  readonly head: Uint8Array;
}

/** Nonce, then AES-256-GCM of `plain`. */
export function seal({ crypto, random, key, head }: SealParts, plain: Uint8Array): Uint8Array {
  const nonce = random.bytes(nonceLength);
  const sealed = crypto.seal({ key: key.bytes, nonce, associated: head, plain });
  return joinBytes(nonce, sealed);
}

/** `null` when one byte of it or of the head is not as it was sealed. */
export function openSealed(
  { crypto, key, head }: Omit<SealParts, 'random' | 'key'> & { readonly key: Uint8Array },
  sealed: Uint8Array,
): Uint8Array | null {
  if (sealed.length < nonceLength + tagLength) return null;
  const nonce = sealed.subarray(0, nonceLength);
  return crypto.open({ key, nonce, associated: head, sealed: sealed.subarray(nonceLength) });
}

/** The key behind a wrapped copy. `not-opened`: a wrong passphrase or changed bytes. */
export async function unwrapSealKey(
  box: SecretBox,
  wrapped: Uint8Array,
): Promise<Uint8Array | 'not-opened' | 'damaged'> {
  const opened = await box.unwrap(wrapped);
  if (!opened.ok) return opened.why === 'damaged' ? 'damaged' : 'not-opened';
  return opened.key.length === keyLength ? opened.key : 'damaged';
}

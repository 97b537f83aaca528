import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';

/**
 * The device's side of the arithmetic, apart from the client's on purpose: a mistake must not cancel itself
 * out. The only file of the simulator that touches `node:crypto`; RSA is done by hand in `rsa.ts`.
 */
export function md5(...parts: readonly (Uint8Array | string)[]): Uint8Array {
  const hash = createHash('md5');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

export function sha256(...parts: readonly (Uint8Array | string)[]): Uint8Array {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

interface Aes {
  /** 16 bytes. */
  readonly key: Uint8Array;
  /** CBC with this; ECB when absent. */
  readonly iv?: Uint8Array;
}

/** AES-128 without padding; `null` when the length is no multiple of 16, as a device meets rubbish. */
export function aesOpen({ key, iv }: Aes, data: Uint8Array): Uint8Array | null {
  if (data.length === 0 || data.length % 16 !== 0) return null;
  const mode = iv === undefined ? 'aes-128-ecb' : 'aes-128-cbc';
  const open = createDecipheriv(mode, key, iv ?? null).setAutoPadding(false);
  return Buffer.concat([open.update(data), open.final()]);
}

/** The way back; a device needs it only to say something in secret. @throws {RangeError} by the length */
export function aesClose({ key, iv }: Aes, data: Uint8Array): Uint8Array {
  const mode = iv === undefined ? 'aes-128-ecb' : 'aes-128-cbc';
  const close = createCipheriv(mode, key, iv ?? null).setAutoPadding(false);
  return Buffer.concat([close.update(data), close.final()]);
}

/** Lower-case hexadecimal of a hash over UTF-8, as HTTP digests are made of. */
export function hexDigest(hash: 'md5' | 'sha256', text: string): string {
  return createHash(hash).update(text, 'utf8').digest('hex');
}

import { AppError } from '../../contract/errors.ts';
import { joinBytes, startsWith } from '../../ports/bytes.ts';
import type { Random } from '../../ports/random.ts';
import type { SecretBox } from '../../ports/secret-box.ts';
import type { VaultCrypto } from '../../ports/vault-crypto.ts';
import { makeSealKey, nonceLength, openSealed, seal, tagLength, unwrapSealKey } from './sealed.ts';

/** What stands at the beginning of a file, readable. */
export interface SealedKind {
  readonly magic: Uint8Array;
  /** One byte, from 1. */
  readonly version: number;
}

export interface SealTools {
  readonly crypto: VaultCrypto;
  readonly random: Random;
  readonly box: SecretBox;
}

const lengthBytes = 2;

/**
 * A file that says what it is and nothing else: mark, version (1 byte), length (2) of the wrapped key, the key
 * made for this file in the box's lock, nonce 12, AES-256-GCM over the content bound to all that stands before.
 * @throws AppError `vault.passphrase-short`
 */
export async function sealFile(
  { crypto, random, box }: SealTools,
  kind: SealedKind,
  plain: Uint8Array,
): Promise<Uint8Array> {
  const key = await makeSealKey(random, box);
  const { length } = key.wrapped;
  const front = Uint8Array.from([kind.version, length >> 8, length & 0xff]);
  const head = joinBytes(kind.magic, front, key.wrapped);
  try {
    return joinBytes(head, seal({ crypto, random, key, head }, plain));
  } finally {
    key.bytes.fill(0);
  }
}

/**
 * @throws AppError `sealed.not-ours`, `sealed.newer`, `sealed.damaged`, `sealed.not-opened`; nothing is given
 *   out unless the whole file is as it was sealed
 */
export async function openSealedFile(
  { crypto, box }: Omit<SealTools, 'random'>,
  { magic, version }: SealedKind,
  file: Uint8Array,
): Promise<Uint8Array> {
  if (!startsWith(file, magic)) throw new AppError('sealed.not-ours', {});
  const wrappedAt = magic.length + 1 + lengthBytes;
  const [found = 0, high = 0, low = 0] = file.subarray(magic.length, wrappedAt);
  if (found > version) throw new AppError('sealed.newer', { found, known: version });
  const sealedAt = wrappedAt + high * 256 + low;
  if (found !== version || file.length < sealedAt + nonceLength + tagLength) throw damaged('head');
  const key = await unwrapSealKey(box, file.subarray(wrappedAt, sealedAt));
  if (key === 'damaged') throw damaged('wrapped key');
  if (key === 'not-opened') throw new AppError('sealed.not-opened', {});
  const head = file.subarray(0, sealedAt);
  const plain = openSealed({ crypto, key, head }, file.subarray(sealedAt));
  key.fill(0);
  if (plain === null) throw damaged('the seal does not fit');
  return plain;
}

function damaged(detail: string): AppError {
  return new AppError('sealed.damaged', {}, { detail });
}

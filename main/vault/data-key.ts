import { joinBytes, startsWith, toHex, toUtf8 } from '../ports/bytes.ts';
import type { Random } from '../ports/random.ts';
import type { VaultCrypto } from '../ports/vault-crypto.ts';

/** The one key that seals every row. `bytes` is wiped when the vault locks. */
export interface DataKey {
  /** 32 hexadecimal digits, random, not derived from the key. */
  readonly id: string;
  readonly version: number;
  readonly bytes: Uint8Array;
}

const magic = toUtf8('UVK1');
const idLength = 16;
const keyLength = 32;
const proofLength = 16;
const idAt = magic.length;
const versionAt = idAt + idLength;
const keyAt = versionAt + 4;
const proofAt = keyAt + keyLength;
const parcelLength = proofAt + proofLength;

export const firstKeyVersion = 1;

export function makeDataKey(random: Random): DataKey {
  const id = toHex(random.bytes(idLength));
  return { id, version: firstKeyVersion, bytes: random.bytes(keyLength) };
}

/**
 * What a box locks away: the key with its id and a proof that they belong together. Some keystores encrypt
 * without authenticating, so the parcel must be able to tell by itself that it came back unchanged.
 */
export function packKey(crypto: VaultCrypto, key: DataKey): Uint8Array {
  const parcel = new Uint8Array(parcelLength);
  parcel.set(magic);
  parcel.set(idBytes(key.id), idAt);
  new DataView(parcel.buffer).setUint32(versionAt, key.version);
  parcel.set(key.bytes, keyAt);
  parcel.set(proofOf(crypto, parcel), proofAt);
  return parcel;
}

/** `null` when these are not the bytes of `packKey`. */
export function unpackKey(crypto: VaultCrypto, parcel: Uint8Array): DataKey | null {
  if (parcel.length !== parcelLength || !startsWith(parcel, magic)) return null;
  if (!crypto.isEqual(proofOf(crypto, parcel), parcel.subarray(proofAt))) return null;
  const view = new DataView(parcel.buffer, parcel.byteOffset, parcel.length);
  return {
    id: toHex(parcel.subarray(idAt, versionAt)),
    version: view.getUint32(versionAt),
    bytes: parcel.slice(keyAt, proofAt),
  };
}

function proofOf(crypto: VaultCrypto, parcel: Uint8Array): Uint8Array {
  const label = toUtf8('untether vault key');
  const data = joinBytes(label, parcel.subarray(0, keyAt));
  return crypto.hmacSha256(parcel.subarray(keyAt, proofAt), data).subarray(0, proofLength);
}

function idBytes(id: string): Uint8Array {
  return Uint8Array.from({ length: idLength }, (_, index) =>
    Number.parseInt(id.slice(index * 2, index * 2 + 2), 16),
  );
}

import { fromHex } from './base64.ts';
import type { Rng } from './rng.ts';

/** A client's public key as the exchange brings it. */
export interface PublicKey {
  readonly modulus: bigint;
  readonly exponent: bigint;
  /** Length of the modulus in bytes. */
  readonly bytes: number;
}

interface Part {
  readonly body: Uint8Array;
  readonly end: number;
}

/** One DER element with the given tag; `null` when it is not there or does not fit. */
function derPart(data: Uint8Array, at: number, tag: number): Part | null {
  const first = data[at + 1];
  if (data[at] !== tag || first === undefined) return null;
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
  if (lengthBytes > 2) return null;
  const start = at + 2 + lengthBytes;
  const length =
    lengthBytes === 0
      ? first
      : data.subarray(at + 2, start).reduce((sum, one) => sum * 256 + one, 0);
  const end = start + length;
  return end > data.length ? null : { body: data.subarray(start, end), end };
}

function toBigint(bytes: Uint8Array): bigint {
  return bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
}

/** DER of a PKCS#1 RSAPublicKey and nothing behind it. */
export function readPublicKey(der: Uint8Array): PublicKey | null {
  const list = derPart(der, 0, 0x30);
  if (list === null || list.end !== der.length) return null;
  const modulus = derPart(list.body, 0, 0x02);
  const exponent = modulus === null ? null : derPart(list.body, modulus.end, 0x02);
  if (modulus === null || exponent === null || exponent.end !== list.body.length) return null;
  const value = toBigint(modulus.body);
  return {
    modulus: value,
    exponent: toBigint(exponent.body),
    bytes: Math.ceil(value.toString(2).length / 8),
  };
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let [result, square] = [1n, base % modulus];
  for (let left = exponent; left > 0n; left >>= 1n) {
    if ((left & 1n) === 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

/** PKCS#1 v1.5, type 2: `00 02 <at least 8 bytes, none zero> 00 <data>`. */
export function encryptFor(key: PublicKey, data: Uint8Array, rng: Rng): Uint8Array {
  const room = key.bytes - data.length - 3;
  if (room < 8) throw new RangeError(`${data.length} bytes do not fit a key of ${key.bytes}`);
  const padding = Uint8Array.from({ length: room }, () => rng.int(1, 255));
  const block = Uint8Array.from([0, 2, ...padding, 0, ...data]);
  const text = power(toBigint(block), key.exponent, key.modulus).toString(16);
  return fromHex(text.padStart(key.bytes * 2, '0'), key.bytes) ?? new Uint8Array();
}

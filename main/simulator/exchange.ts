import { fromBase64, isSame, toBase64 } from './base64.ts';
import { aesOpen } from './device-crypto.ts';
import type { Rng } from './rng.ts';
import { encryptFor, readPublicKey } from './rsa.ts';
import type { ExchangeForm } from './types.ts';

export type ExchangeTypes = 'exchangecode' | 'exchangecode_v31';

/** One exchange that a device answered and that no command has used up yet. */
export interface Exchange {
  readonly types: ExchangeTypes;
  /** All of it, up to the first NUL; the first 16 bytes are the key. */
  readonly value: Uint8Array;
  readonly at: number;
}

const keyBytes: Readonly<Record<ExchangeTypes, number>> = {
  exchangecode: 128,
  exchangecode_v31: 256,
};
/** No source says how long devices remember; a technician's client goes on at once. */
export const exchangeLifeMs = 60_000;

const text = new TextEncoder();

function draw(form: ExchangeForm, rng: Rng): { value: Uint8Array; sent: Uint8Array } {
  const value = text.encode(rng.hex(form === 'long' ? 20 : 16));
  if (form === 'bare') return { value, sent: value };
  // A buffer of 24 that was not cleared: what stands behind the NUL means nothing.
  const rubbish = Array.from({ length: 23 - value.length }, () => rng.int(1, 255));
  return { value, sent: Uint8Array.from([...value, 0, ...rubbish]) };
}

interface Asked {
  readonly types: ExchangeTypes;
  /** The client's public key as it came. */
  readonly code: string;
  readonly now: number;
}

/** Makes a string and encrypts it for the client; `null` for a key that is none or of the wrong size. */
export function answerExchange(
  asked: Asked,
  form: ExchangeForm,
  rng: Rng,
): { readonly exchange: Exchange; readonly code: string } | null {
  const der = fromBase64(asked.code);
  const key = der === null ? null : readPublicKey(der);
  if (key === null || key.bytes !== keyBytes[asked.types]) return null;
  const { value, sent } = draw(form, rng);
  const code = toBase64(encryptFor(key, sent, rng));
  return { exchange: { types: asked.types, value, at: asked.now }, code };
}

/**
 * What a client wrapped with the exchange string: behind its first 16 bytes, up to the first NUL.
 * @returns `null` when it was not this string
 */
export function unwrap(exchange: Uint8Array, value: string, iv?: Uint8Array): Uint8Array | null {
  const data = fromBase64(value);
  const key = exchange.subarray(0, 16);
  const open = data === null ? null : aesOpen(iv === undefined ? { key } : { key, iv }, data);
  if (open === null || !isSame(open.subarray(0, 16), key)) return null;
  const end = open.indexOf(0, 16);
  return open.subarray(16, end < 0 ? open.length : end);
}

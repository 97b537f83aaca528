import { fromBase64, toBase64 } from '../base64.ts';
import type { SadpGeneration } from './generation.ts';
import type { SadpMessage } from './messages.ts';
import { findExtra } from './reply-elements.ts';
import { unpadPkcs1 } from './rsa-unpad.ts';

export type ExchangeBits = 1024 | 2048;

/** How a command gets its key: the request's name and the size of the RSA key made for it. */
export interface ExchangeSpec {
  readonly types: 'exchangecode' | 'exchangecode_v31';
  readonly bits: ExchangeBits;
}

const exchange30: ExchangeSpec = { types: 'exchangecode', bits: 1024 };
const exchange31: ExchangeSpec = { types: 'exchangecode_v31', bits: 2048 };

/** The exchange of a generation; 2.x uses that of 3.0. Source: the vendor's client. */
export function exchangeTypes(generation: SadpGeneration): ExchangeSpec {
  return generation === '3.1' ? exchange31 : exchange30;
}

/**
 * - `no-code`: the reply has no `Code`
 * - `not-base64`, `length`: it is not the base64 of one RSA block
 * - `not-decryptable`: it is no number the key could have made
 * - `padding`: it decrypts to nothing meant for this key; somebody else's key, or made up
 * - `too-short`: fewer than 16 bytes before the first NUL
 */
export type ExchangeProblem =
  | 'no-code'
  | 'not-base64'
  | 'length'
  | 'not-decryptable'
  | 'padding'
  | 'too-short';

export type ExchangeResult =
  | { readonly ok: true; readonly value: Uint8Array }
  | { readonly ok: false; readonly reason: ExchangeProblem };

/** Bytes of DER that a PKCS#1 RSAPublicKey with exponent 65537 takes. */
const derLengths: Readonly<Record<ExchangeBits, number>> = { 1024: 140, 2048: 270 };

/**
 * Text of `<Code>` in the request: base64 of the DER of the PKCS#1 RSAPublicKey, no PEM lines.
 *
 * @throws RangeError when it is not a key of that size with exponent 65537
 */
export function exchangeCode(publicKeyDer: Uint8Array, bits: ExchangeBits): string {
  if (publicKeyDer.length !== derLengths[bits] || publicKeyDer[0] !== 0x30) {
    throw new RangeError('not the PKCS#1 public key of an exchange');
  }
  return toBase64(publicKeyDer);
}

/**
 * The exchange string out of a reply to `exchangecode` or `exchangecode_v31`: base64, RSA with the
 * request's own key, padding, cut at the first NUL. Whether the reply answers the request (Uuid, Types,
 * `success`) is the caller's to check. Never throws; the string is a secret.
 */
export function readExchangeReply(
  message: Pick<SadpMessage, 'extra'>,
  key: { decryptRaw(data: Uint8Array): Uint8Array },
  bits: ExchangeBits,
): ExchangeResult {
  const code = findExtra(message, 'Code');
  if (code === null || code === '') return { ok: false, reason: 'no-code' };
  const sealed = fromBase64(code);
  if (sealed === null) return { ok: false, reason: 'not-base64' };
  if (sealed.length !== bits / 8) return { ok: false, reason: 'length' };
  const raw = decrypted(key, sealed);
  return raw === null ? { ok: false, reason: 'not-decryptable' } : readExchange(raw, bits);
}

/** `null` on a number beyond the modulus, which the library reports by throwing. */
function decrypted(
  key: { decryptRaw(data: Uint8Array): Uint8Array },
  data: Uint8Array,
): Uint8Array | null {
  try {
    return key.decryptRaw(data);
  } catch {
    return null;
  }
}

/**
 * The exchange string in a raw RSA result. It is text, so it ends at the first NUL; at least 16 bytes,
 * because the first 16 are an AES key. Its length on real devices is not known.
 */
export function readExchange(rawDecrypted: Uint8Array, bits: ExchangeBits): ExchangeResult {
  if (rawDecrypted.length !== bits / 8) return { ok: false, reason: 'length' };
  const unpadded = unpadPkcs1(rawDecrypted);
  if (!unpadded.ok) return unpadded;
  const end = unpadded.value.indexOf(0);
  const value = end === -1 ? unpadded.value : unpadded.value.slice(0, end);
  return value.length < 16 ? { ok: false, reason: 'too-short' } : { ok: true, value };
}

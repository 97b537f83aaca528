import { fromBase64, toBase64 } from '../base64.ts';
import { escapeXml } from '../escape.ts';
import { decodeText, encodeText } from '../text.ts';
import { type Decoded, jsonFields, openDocument, textAt, textOf, unreadable } from './read.ts';
import { readStatusJson } from './response-status.ts';

/**
 * The documents of an activation over HTTP. RSA and AES are done by the caller: the device encrypts a
 * challenge with our public key, the password goes back under a key that the challenge is.
 * Sources: the vendor's public guide (legacy), a public client tried on a live camera (V3).
 */
const namespace = 'http://www.isapi.org/ver20/XMLSchema';

/** Longest password devices take is 16 characters. */
const maxPasswordBytes = 16;

/**
 * `POST /ISAPI/Security/challenge`.
 *
 * @param modulus of a 1024-bit RSA key, 128 bytes without a leading zero byte
 */
export function encodePublicKey(modulus: Uint8Array): string {
  return `<PublicKey><key>${toBase64(encodeText(toHex(modulus)))}</key></PublicKey>`;
}

/** Its answer: the challenge as the device encrypted it, for RSA with PKCS#1 v1.5. Never throws. */
export function decodeChallenge(body: Uint8Array | string): Decoded<Uint8Array> {
  const opened = openDocument(body, 'Challenge');
  if (!opened.ok) return opened;
  return fromWrappedHex(textAt(opened.value.root, 'key'));
}

export interface LegacyPlaintext {
  /** AES-128-ECB, without padding. */
  readonly key: Uint8Array;
  /** A multiple of 16 bytes: the first half of the challenge, the password, zeros. */
  readonly plaintext: Uint8Array;
}

/**
 * What the legacy activation encrypts.
 *
 * @param opened the challenge after RSA: its last 32 characters are hexadecimal; `null` when they are not
 * @throws {RangeError} for a password longer than 16 bytes
 */
export function legacyPlaintext(opened: Uint8Array, password: string): LegacyPlaintext | null {
  const text = decodeText(opened);
  const challenge = text.ok ? text.text.slice(-32) : '';
  if (!/^[0-9a-f]{32}$/i.test(challenge)) return null;
  const secret = passwordBytes(password);
  const plaintext = new Uint8Array(32);
  plaintext.set(encodeText(challenge.slice(0, 16)));
  plaintext.set(secret, 16);
  return { key: fromHex(challenge), plaintext };
}

/** `PUT /ISAPI/System/activate`, without a login. The answer is a ResponseStatus. */
export function encodeActivateInfo(cipher: Uint8Array): string {
  const password = escapeXml(toBase64(encodeText(toHex(cipher))));
  return `<ActivateInfo version="2.0" xmlns="${namespace}"><password>${password}</password></ActivateInfo>`;
}

/**
 * `POST /ISAPI/System/activate/GetChallengeV3?format=json`.
 *
 * @param modulus of an RSA key of exactly 3072 bits; devices refuse any other
 */
export function encodePublicKeyV3(modulus: Uint8Array): string {
  if (modulus.length !== 384) throw new RangeError(`a modulus of ${modulus.length} bytes, not 384`);
  return JSON.stringify({ publicKey: toBase64(encodeText(toHex(modulus))) });
}

/** Its answer. Never throws. */
export function decodeChallengeV3(body: Uint8Array | string): Decoded<Uint8Array> {
  const text = textOf(body);
  if (!text.ok) return text;
  const status = readStatusJson(text.value);
  if (status !== null) return { ok: false, reason: 'refused', status };
  const value = jsonFields(text.value)?.get('challenge');
  return fromWrappedHex(typeof value === 'string' ? value : null);
}

/**
 * What the V3 activation encrypts with AES-CBC and PKCS#7.
 *
 * @param opened the challenge after RSA: 32, 48 or 64 hexadecimal characters; `null` when it is not
 */
export function plaintextV3(opened: Uint8Array, password: string): LegacyPlaintext | null {
  const text = decodeText(opened);
  const challenge = text.ok ? text.text : '';
  if (!/^(?:[0-9a-f]{32}|[0-9a-f]{48}|[0-9a-f]{64})$/i.test(challenge)) return null;
  const body = [...encodeText(challenge.slice(0, 16)), ...passwordBytes(password)];
  const padding = 16 - (body.length % 16);
  const plaintext = Uint8Array.from([...body, ...new Array<number>(padding).fill(padding)]);
  return { key: fromHex(challenge), plaintext };
}

/** `POST /ISAPI/System/activate/StartActivateV3?format=json`. */
export function encodeActivateV3(cipher: Uint8Array, iv: Uint8Array): string {
  return JSON.stringify({ password: toBase64(encodeText(toHex(cipher))), iv: toHex(iv) });
}

function passwordBytes(password: string): Uint8Array {
  const bytes = encodeText(password);
  if (bytes.length === 0 || bytes.length > maxPasswordBytes) {
    throw new RangeError('a password of 1 to 16 bytes is needed');
  }
  return bytes;
}

/** base64 of the text of hexadecimal digits, as both generations wrap bytes. */
function fromWrappedHex(value: string | null): Decoded<Uint8Array> {
  const inner = value === null || value.length > 4096 ? null : fromBase64(value);
  const text = inner === null ? null : decodeText(inner);
  const isHex = text?.ok === true && /^(?:[0-9a-f]{2})+$/i.test(text.text);
  return isHex ? { ok: true, value: fromHex(text.text) } : unreadable('no challenge in it');
}

function toHex(data: Uint8Array): string {
  return Array.from(data, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function fromHex(text: string): Uint8Array {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

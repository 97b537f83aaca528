import { toBase64 } from '../base64.ts';
import { encodeText } from '../text.ts';
import { maxFieldLength } from './values.ts';

/**
 * The primitives the password fields are made of; `ports/crypto` has this shape. AES is AES-128
 * encryption without padding, so `data` is a multiple of 16 bytes long.
 */
export interface SadpCrypto {
  md5(data: Uint8Array): Uint8Array;
  sha256(data: Uint8Array): Uint8Array;
  aesEcb(key: Uint8Array, data: Uint8Array): Uint8Array;
  aesCbc(key: Uint8Array, iv: Uint8Array, data: Uint8Array): Uint8Array;
}

/** What a device told about its administrator; all of it enters the hash as the text it was sent as. */
export interface SadpAccount {
  /** `UserName`; absent, `null` or empty means `admin`. */
  readonly userName?: string | null | undefined;
  /** `Salt`: text, never decoded from hexadecimal. */
  readonly salt?: string | null | undefined;
  /** `Salt2`: only ever used together with `Salt` by `update`. */
  readonly salt2?: string | null | undefined;
}

export interface UpdatePasswordInput extends SadpAccount {
  readonly password: string;
  /** The device's `Encrypt`; `null` (not told) is treated as `false`. */
  readonly encrypt: boolean | null;
  /** Uuid of the very request that will carry the field. */
  readonly uuid: string;
}

export interface PasswordField {
  /** Text of `<Password>`. */
  readonly value: string;
  /** Its attributes: `{ bSalt: 'true' }` when the device has a Salt, else empty. */
  readonly attributes: Readonly<Record<string, string>>;
}

const blockLength = 16;
const ivLength = 16;

/**
 * `<Password>` of `update` (generations 2.x and 3.0), which needs no exchange.
 *
 * K is MD5 of the password, or, with a Salt, MD5 of the hexadecimal SHA-256 over user name, Salt and
 * password (hashed once more with Salt2 where there is one). Without `Encrypt` the field is K itself
 * (24 characters); with it, K encrypted under itself together with the request's Uuid (88 characters).
 * Source: what the vendor's client sends; a published capture for the plain form.
 *
 * @throws RangeError on a password or Uuid that cannot be meant, see {@link passwordBytes}
 */
export function updatePassword(crypto: SadpCrypto, input: UpdatePasswordInput): PasswordField {
  const salt = told(input.salt);
  const key = salt === null ? crypto.md5(passwordBytes(input.password)) : saltedKey(crypto, input);
  const attributes: Record<string, string> = salt === null ? {} : { bSalt: 'true' };
  if (input.encrypt !== true) return { value: toBase64(key), attributes };
  if (input.uuid.length !== 36) throw new RangeError('the request needs a well-formed UUID');
  const tail = encodeText(`;${input.uuid.toUpperCase()}`);
  return { value: toBase64(crypto.aesEcb(key, zeroPadded(key, tail))), attributes };
}

function saltedKey(crypto: SadpCrypto, input: UpdatePasswordInput): Uint8Array {
  const user = userBytes(input);
  const first = hexHash(crypto, [user, textOf(input.salt), passwordBytes(input.password)]);
  const salt2 = told(input.salt2);
  if (salt2 === null) return crypto.md5(first);
  return crypto.md5(hexHash(crypto, [user, textOf(salt2), first]));
}

/**
 * `<Password>` of every generation 3.0 command that follows an `exchangecode`, and the text of
 * `<Code bEncrypt="true">`: AES-ECB under the first 16 bytes of the exchange string, over these 16
 * bytes and the secret. Neither Salt nor user name plays a role. Source: the vendor's client.
 *
 * @param input.exchange the decrypted exchange string, from `readExchange`
 */
export function exchangePassword(
  crypto: SadpCrypto,
  input: { readonly secret: string; readonly exchange: Uint8Array },
): string {
  const key = firstBlock(input.exchange);
  return toBase64(crypto.aesEcb(key, zeroPadded(key, passwordBytes(input.secret))));
}

export interface NewPasswordV31Input {
  readonly password: string;
  readonly exchange: Uint8Array;
  /** 16 bytes, fresh for every request; `<Iv>` carries them, see {@link ivText}. */
  readonly iv: Uint8Array;
}

/** `<Password>` of a generation 3.1 command that sets a NEW password (`activate_v31`). Vendor's client. */
export function newPasswordV31(crypto: SadpCrypto, input: NewPasswordV31Input): string {
  const key = firstBlock(input.exchange);
  const data = zeroPadded(key, passwordBytes(input.password));
  return toBase64(crypto.aesCbc(key, checkedIv(input.iv), data));
}

export interface ProvePasswordV31Input extends SadpAccount {
  readonly password: string;
  /** The command's name as sent, for example `update_v31`: it enters the key. */
  readonly types: string;
  readonly exchange: Uint8Array;
  readonly iv: Uint8Array;
}

/**
 * `<Password>` of a generation 3.1 command that needs the EXISTING password: the password is not sent,
 * knowing it is proven by the key. Always 24 characters. Source: the vendor's client.
 */
export function provePasswordV31(crypto: SadpCrypto, input: ProvePasswordV31Input): string {
  const key = proofKey(crypto, input);
  return toBase64(crypto.aesCbc(key, checkedIv(input.iv), firstBlock(input.exchange)));
}

/** A data element beside {@link provePasswordV31} (`MailBox`): same key, same Iv, started anew. */
export function dataV31(
  crypto: SadpCrypto,
  input: ProvePasswordV31Input & { readonly data: Uint8Array },
): string {
  const plain = zeroPadded(firstBlock(input.exchange), input.data);
  return toBase64(crypto.aesCbc(proofKey(crypto, input), checkedIv(input.iv), plain));
}

/** First 16 bytes of SHA-256 over exchange string, command name and the account's password digest. */
function proofKey(crypto: SadpCrypto, input: ProvePasswordV31Input): Uint8Array {
  const user = userBytes(input);
  const password = passwordBytes(input.password);
  let digest = crypto.sha256(joined([user, textOf(input.salt), password]));
  const salt2 = told(input.salt2);
  if (salt2 !== null) digest = crypto.sha256(joined([user, textOf(salt2), digest]));
  firstBlock(input.exchange);
  const parts = [input.exchange, encodeText(input.types), digest];
  return crypto.sha256(joined(parts)).subarray(0, blockLength);
}

/**
 * Bytes of an Iv, from the caller's randomness, and its text for `<Iv>`. Never reuse one: the vendor's
 * client takes them from the clock's seconds, which repeats.
 */
export function freshIv(random: { bytes(length: number): Uint8Array }): Uint8Array {
  return checkedIv(random.bytes(ivLength));
}

/** Text of `<Iv>`: 32 lower-case hexadecimal characters. */
export function ivText(iv: Uint8Array): string {
  return hexText(checkedIv(iv));
}

/**
 * Bytes of a password or code. The vendor's client takes ASCII; every character it allows is one byte
 * here too. Other characters go out as UTF-8, which is our guess: no source says what a device expects.
 *
 * @throws RangeError when it is empty (a command without a password must never leave), holds a NUL
 *   (padding is made of NULs, so the device would read a shorter password), or half a character
 */
export function passwordBytes(password: string): Uint8Array {
  if (password === '') throw new RangeError('the password is empty');
  if (password.includes('\0') || !password.isWellFormed()) {
    throw new RangeError('the password holds a character that cannot be sent');
  }
  return encodeText(password);
}

/**
 * `null` for what a device did not tell. A text the reader had to repair or cut is refused: hashed, it
 * would cost a try at the password for nothing.
 */
function told(text: string | null | undefined): string | null {
  if (text === undefined || text === null || text === '') return null;
  if (text.includes('\ufffd') || text.length >= maxFieldLength) {
    throw new RangeError('the salt or user name did not arrive whole');
  }
  return text;
}

function textOf(text: string | null | undefined): Uint8Array {
  return encodeText(told(text) ?? '');
}

function userBytes(account: SadpAccount): Uint8Array {
  return encodeText(told(account.userName) ?? 'admin');
}

/** SHA-256 as lower-case hexadecimal text, in bytes: that is what gets hashed again. */
function hexHash(crypto: SadpCrypto, parts: readonly Uint8Array[]): Uint8Array {
  return encodeText(hexText(crypto.sha256(joined(parts))));
}

function hexText(data: Uint8Array): string {
  return Array.from(data, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function firstBlock(exchange: Uint8Array): Uint8Array {
  if (exchange.length < blockLength) throw new RangeError('the exchange string is too short');
  return exchange.subarray(0, blockLength);
}

function checkedIv(iv: Uint8Array): Uint8Array {
  if (iv.length !== ivLength) throw new RangeError('an Iv has 16 bytes');
  return iv;
}

function joined(parts: readonly Uint8Array[], length?: number): Uint8Array {
  const total = parts.reduce((sum, part) => sum + part.length, 0);
  const data = new Uint8Array(length ?? total);
  let at = 0;
  for (const part of parts) {
    data.set(part, at);
    at += part.length;
  }
  return data;
}

/** Both parts, and zeros up to a multiple of 16; none when they already are one. */
function zeroPadded(head: Uint8Array, tail: Uint8Array): Uint8Array {
  const length = Math.ceil((head.length + tail.length) / blockLength) * blockLength;
  return joined([head, tail], length);
}

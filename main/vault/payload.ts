import { fromUtf8, joinBytes, toUtf8 } from '../ports/bytes.ts';

export interface Login {
  readonly userName: string;
  readonly password: string;
}

/** What is sealed in a row: a login, or which group a device belongs to. */
export type Payload =
  | (Login & { readonly kind: 'login'; readonly label: string | null })
  | { readonly kind: 'member'; readonly group: string };

/** Filled up to a multiple of this, so that a row's size does not tell how long the password is. */
const blockLength = 128;

/** UTF-8 JSON with spaces behind it. The caller wipes the bytes. */
export function encodePayload(payload: Payload): Uint8Array {
  const text = toUtf8(JSON.stringify(payload));
  const padding = (blockLength - (text.length % blockLength)) % blockLength;
  const whole = joinBytes(text, new Uint8Array(padding).fill(0x20));
  text.fill(0);
  return whole;
}

/** `null` when it is not a payload of this version. */
export function decodePayload(bytes: Uint8Array): Payload | null {
  const text = fromUtf8(bytes);
  return text === null ? null : readPayload(parse(text));
}

/** A payload out of parsed JSON; unknown keys are left out. */
export function readPayload(value: unknown): Payload | null {
  const fields = fieldsOf(value);
  if (fields === null) return null;
  const { kind, userName, password, label, group } = fields;
  if (kind === 'member') return typeof group === 'string' ? { kind, group } : null;
  if (kind !== 'login' || typeof userName !== 'string' || typeof password !== 'string') return null;
  return { kind, userName, password, label: typeof label === 'string' ? label : null };
}

export function loginOf(payload: Payload): Login | null {
  if (payload.kind !== 'login') return null;
  const { userName, password } = payload;
  return { userName, password };
}

/** The same secret; labels do not count. */
export function isSamePayload(one: Payload, two: Payload): boolean {
  if (one.kind === 'member') return two.kind === 'member' && one.group === two.group;
  if (two.kind === 'member') return false;
  return one.userName === two.userName && one.password === two.password;
}

export function fieldsOf(value: unknown): Readonly<Partial<Record<string, unknown>>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : null;
}

/** `undefined` for what is no JSON. */
export function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

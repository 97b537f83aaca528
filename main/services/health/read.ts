import { type Decoded, textOf } from '../../protocol/isapi/read.ts';
import {
  causeOf,
  decodeResponseStatus,
  type ResponseStatus,
} from '../../protocol/isapi/response-status.ts';
import type { DeviceSession, LoginFailure } from '../login/logins.ts';

/**
 * What became of one question.
 * - `unsupported`: the device does not know it, so that is all there is to tell
 * - `missing`: it may know it and did not tell: no right to, busy, nonsense, no answer
 */
export type Told<T> =
  | { readonly kind: 'told'; readonly value: T }
  | { readonly kind: 'unsupported' }
  | { readonly kind: 'not-activated' }
  | { readonly kind: 'missing'; readonly why: string }
  | { readonly kind: 'failed'; readonly failure: LoginFailure };

type Decode<T> = (body: Uint8Array) => Decoded<T>;

/** Asks one document of a device; never throws for what it answers. */
export async function ask<T>(
  session: DeviceSession,
  path: string,
  decode: Decode<T>,
): Promise<Told<T>> {
  const answer = await session.request({ method: 'GET', path });
  if (answer.kind === 'failed') return { kind: 'failed', failure: answer };
  const { status, body } = answer;
  if (status < 300) {
    const decoded = decode(body);
    if (decoded.ok) return { kind: 'told', value: decoded.value };
    if (decoded.reason === 'refused') return refusedBy(decoded.status);
    return { kind: 'missing', why: decoded.detail };
  }
  const text = textOf(body);
  const said = text.ok ? decodeResponseStatus(text.value) : null;
  if (said !== null && causeOf(said) !== null) return refusedBy(said);
  if (status === 404 || status === 405 || status === 501) return { kind: 'unsupported' };
  // Recorders say 403 with "invalid operation" to a path they do not have.
  if (said?.kind === 'invalid-operation') return { kind: 'unsupported' };
  return { kind: 'missing', why: `HTTP ${status}` };
}

function refusedBy(status: ResponseStatus): Told<never> {
  switch (causeOf(status)) {
    case 'not-supported':
      return { kind: 'unsupported' };
    case 'not-activated':
      return { kind: 'not-activated' };
    default:
      return { kind: 'missing', why: status.subCode ?? status.text ?? status.kind };
  }
}

/** The value, or `null` when it was not told for whatever reason. */
export function valueIn<T>(told: Told<T> | undefined): T | null {
  return told?.kind === 'told' ? told.value : null;
}

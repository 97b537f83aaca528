import type { AppErrorShape } from './errors.ts';

/** What every call answers over every wire. A call never rejects with a device or input problem. */
export type Envelope<T> =
  | { readonly ok: true; readonly data: T }
  | { readonly ok: false; readonly error: AppErrorShape };

export function ok<T>(data: T): Envelope<T> {
  return { ok: true, data };
}

export function fail<T = never>(error: AppErrorShape): Envelope<T> {
  return { ok: false, error };
}

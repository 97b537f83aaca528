import type { SadpFields } from './fields.ts';

/**
 * `Probe` is a request (our own echo, or another client), `ProbeMatch` a device's answer, `Hello`
 * what a device multicasts when it starts, `Bye` what no known client heeds.
 */
export type SadpRoot = 'Probe' | 'ProbeMatch' | 'Hello' | 'Bye';

/** One datagram, read. All text is trimmed, free of control characters and of limited length. */
export interface SadpMessage {
  readonly root: SadpRoot;
  /** As sent. A `Hello` has none. */
  readonly uuid: string | null;
  /** What was asked, echoed: `inquiry`, `update`, ... As sent. */
  readonly types: string | null;
  /** `aa:bb:cc:dd:ee:ff`, or `null` when absent or not an address of a device. */
  readonly mac: string | null;
  /** The device's own spelling: commands have to repeat it byte for byte. */
  readonly rawMac: string | null;
  /** Outcome text of a command reply, as sent. */
  readonly result: string | null;
  readonly fields: SadpFields;
  /**
   * Elements this version does not know, by their wire spelling; nested ones by path (`List/Item`),
   * repeated ones numbered (`Item[2]`). In a `Probe` of another client this may hold a password
   * hash: never log the extras of a `Probe`.
   */
  readonly extra: ReadonlyMap<string, string>;
  /** What was dropped or repaired, one English line each, for the log. */
  readonly notes: readonly string[];
}

/**
 * - `empty`: nothing but blanks and NULs
 * - `too-large`: more than 64 KiB
 * - `encoding`: UTF-16 and the like
 * - `doctype`: a DTD; never needed here, and the way entity bombs come
 * - `entity`: a reference to an entity XML does not define, or to no valid character
 * - `depth`, `too-many-elements`: beyond what any device sends
 * - `duplicate`: a known element twice with different values, so neither can be believed
 * - `malformed`: not XML, or cut off
 * - `not-sadp`: XML with another root
 */
export type SadpRejectReason =
  | 'empty'
  | 'too-large'
  | 'encoding'
  | 'doctype'
  | 'entity'
  | 'depth'
  | 'too-many-elements'
  | 'duplicate'
  | 'malformed'
  | 'not-sadp';

export interface SadpReject {
  readonly ok: false;
  readonly reason: SadpRejectReason;
  /** One line, English, without control characters. */
  readonly detail: string;
}
export type SadpDecodeResult = { readonly ok: true; readonly message: SadpMessage } | SadpReject;

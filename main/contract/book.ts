import { z } from 'zod';
import { deviceFacts, deviceId } from './device.ts';
import { deviceRef } from './job.ts';

const tri = z.boolean().nullable();

/** Result of the last step of a login test; `not-tested` where an earlier step ended the test. */
export const loginOutcomes = [
  'proven',
  'wrong-password',
  'locked',
  /** The lockout guard or the operator's limit held the try back; nothing was sent. */
  'held-back',
  'needs-consent-basic',
  'unclear',
  'unsupported',
  'not-activated',
  'no-password',
  'not-tested',
] as const;

export const reachOutcomes = [
  'open',
  'refused',
  'no-route',
  'timeout',
  'not-http',
  'tls',
  'certificate-changed',
  'redirect',
  'not-tested',
] as const;

/** One look at a device by its address: name, way, activation, login, identity; in this order. */
export const bookTest = z.object({
  at: z.number(),
  /** `not-needed`: the host is an address. `not-lan`: the name leads out of the LAN, nothing was sent. */
  name: z.enum(['not-needed', 'resolved', 'not-resolved', 'not-lan']),
  address: z.string().nullable(),
  reach: z.enum(reachOutcomes),
  activated: tri,
  login: z.enum(loginOutcomes),
  attemptsLeft: z.number().int().nonnegative().nullable(),
  lockedUntil: z.number().nullable(),
  /** What the device told after the login. */
  identity: deviceFacts
    .pick({ serial: true, model: true, mac: true, firmware: true })
    .extend({ name: z.string().nullable(), type: z.string().nullable() })
    .nullable(),
  /** The serial is the one of this entry; `null`: one of the two is not known. */
  isSameDevice: tri,
  certificate: z.object({
    state: z.enum(['none', 'first-use', 'same', 'changed']),
    /** SHA-256, lower-case hexadecimal. */
    fingerprint: z.string().nullable(),
    pinned: z.string().nullable(),
  }),
  /** Where a redirect wants to lead on the same host, usually its HTTPS side. */
  redirect: z.string().nullable(),
});
export type BookTest = z.infer<typeof bookTest>;

/** How a device is reached by address; what a person typed. The password is in the vault, never here. */
export const bookEntry = z.object({
  /** IPv4 address or name, as typed. */
  host: z.string().min(1).max(253),
  httpPort: z.number().int().min(1).max(65535),
  isTls: z.boolean(),
  /** 8000 as a rule; kept for other clients, not used by this one. */
  commandPort: z.number().int().min(1).max(65535),
  userName: z.string().max(64),
  /** `typed`: entered by address or name. `found`: taken over from the scan. */
  origin: z.enum(['typed', 'found', 'imported']),
  addedAt: z.number(),
  /** Certificate accepted at the first use. */
  pin: z.string().nullable(),
  /** The device offers nothing but a readable password, and somebody agreed to send it. */
  isBasicAllowed: z.boolean(),
  test: bookTest.nullable(),
});
export type BookEntry = z.infer<typeof bookEntry>;

/** The same device is in the list already: a person says whether the two are one. */
export const bookQuestion = z.object({
  kind: z.enum(['same-serial', 'other-device']),
  /** For `same-serial` the one it would be merged into; for `other-device` what was expected. */
  other: deviceRef,
});
export type BookQuestion = z.infer<typeof bookQuestion>;

export const bookAnswer = z.object({
  id: deviceId,
  entry: bookEntry,
  question: bookQuestion.nullable(),
  /** `left-out`: the vault was locked or missing and somebody agreed to go on without. */
  password: z.enum(['saved', 'left-out', 'none']),
});
export type BookAnswer = z.infer<typeof bookAnswer>;

export const importProblems = [
  'missing-host',
  'bad-host',
  'bad-port',
  'bad-kind',
  'name-too-long',
  'user-too-long',
  'doubled-in-file',
  'already-in-book',
  'serial-elsewhere',
  'too-many-cells',
] as const;

/** One line of a device file, before anything is added. */
export const importRow = z.object({
  line: z.number().int().positive(),
  host: z.string(),
  httpPort: z.number().int().nullable(),
  isTls: z.boolean(),
  commandPort: z.number().int().nullable(),
  name: z.string().nullable(),
  userName: z.string().nullable(),
  serial: z.string().nullable(),
  mac: z.string().nullable(),
  kind: z.string().nullable(),
  note: z.string().nullable(),
  /** The file has one; it is shown to nobody. */
  hasPassword: z.boolean(),
  /** Device of the list that this line is about. */
  existing: deviceRef.nullable(),
  problems: z.array(
    z.object({
      code: z.enum(importProblems),
      level: z.enum(['caution', 'stop']),
      detail: z.string(),
    }),
  ),
});
export type ImportRow = z.infer<typeof importRow>;

import { z } from 'zod';
import { bookAnswer, bookEntry, importRow } from './book.ts';
import { deviceId } from './device.ts';
import { overrideWords } from './lists.ts';
import type { MethodSpec } from './method-spec.ts';

const host = z.string().trim().min(1).max(253);
const port = z.number().int().min(1).max(65535);
const userName = z.string().trim().min(1).max(64);
const password = z.string().min(1).max(128);
const done = z.object({});
const ids = z.array(deviceId).min(1).max(20_000);

/** The device book: devices reached by address or name. */
export const bookMethods = {
  /**
   * Keeps the entry whatever the test says; the test is one resolution, one look and at most one login.
   * Without an open vault a password is an error (`vault.locked`, `vault.none`) unless `leaveOutPassword`.
   */
  'book.add': {
    effect: 'device',
    input: z.strictObject({
      host,
      httpPort: port.optional(),
      isTls: z.boolean().default(false),
      commandPort: port.default(8000),
      name: z.string().trim().max(120).optional(),
      userName: userName.default('admin'),
      password: password.optional(),
      leaveOutPassword: z.boolean().default(false),
      isBasicAllowed: z.boolean().default(false),
      isTested: z.boolean().default(true),
    }),
    output: bookAnswer,
  },
  /** One click: devices of the scan get an entry with the address they have now. */
  'book.addFound': {
    effect: 'write',
    input: z.strictObject({ ids, userName: userName.default('admin') }),
    output: z.object({
      added: z.number().int(),
      already: z.number().int(),
      without: z.array(deviceId),
    }),
  },
  /** A changed host or port takes the last test away, since it was about another address. */
  'book.edit': {
    effect: 'write',
    input: z.strictObject({
      id: deviceId,
      host: host.optional(),
      httpPort: port.optional(),
      isTls: z.boolean().optional(),
      commandPort: port.optional(),
      userName: userName.optional(),
      name: z.string().trim().max(120).nullable().optional(),
      password: password.optional(),
      leaveOutPassword: z.boolean().default(false),
      isBasicAllowed: z.boolean().optional(),
      /** The fingerprint that is shown to the person; becomes the pin. `null` forgets the pin. */
      acceptCertificate: z.string().length(64).nullable().optional(),
    }),
    output: bookAnswer,
  },
  'book.get': {
    effect: 'read',
    input: z.strictObject({ id: deviceId }),
    output: z.object({ entry: bookEntry.nullable(), hasPassword: z.boolean().nullable() }),
  },
  /** Tests again on demand. `password` is used for this test and saved when it proves right and the vault is open. */
  'book.test': {
    effect: 'device',
    input: z.strictObject({
      id: deviceId,
      password: password.optional(),
      override: z.enum(overrideWords).optional(),
    }),
    output: bookAnswer,
  },
  /** The person's answer to `same-serial`: history, name, note and credentials are kept under `into`. */
  'book.merge': {
    effect: 'write',
    input: z.strictObject({ id: deviceId, into: deviceId }),
    output: z.object({ id: deviceId }),
  },
  /** The person's answer to `other-device`: the entry is about the device that answers now. */
  'book.acceptDevice': {
    effect: 'write',
    input: z.strictObject({ id: deviceId }),
    output: bookAnswer,
  },
  /** Out of the book; the device stays in the list if the scan knows it. */
  'book.forget': { effect: 'write', input: z.strictObject({ ids }), output: done },
  /** Reads a device file and says what each line would do. Sends nothing, keeps nothing. */
  'book.readImport': {
    effect: 'read',
    input: z.strictObject({ csv: z.string().max(4_000_000) }),
    output: z.object({
      rows: z.array(importRow),
      columns: z.array(z.string()),
      unknownColumns: z.array(z.string()),
      problems: z.array(z.string()),
    }),
  },
  'book.import': {
    effect: 'write',
    input: z.strictObject({
      csv: z.string().max(4_000_000),
      /** Lines a person left ticked. */
      lines: z.array(z.number().int().positive()).min(1).max(20_000),
      leaveOutPassword: z.boolean().default(false),
    }),
    output: z.object({
      added: z.number().int(),
      updated: z.number().int(),
      passwords: z.number().int(),
      skipped: z.array(z.object({ line: z.number().int(), why: z.string() })),
      ids: z.array(deviceId),
    }),
  },
} as const satisfies Record<string, MethodSpec>;

import { z } from 'zod';
import { deviceId } from './device.ts';
import type { MethodSpec } from './method-spec.ts';
import { reportFormats, reportKinds, sitePreview } from './report.ts';
import { locales } from './settings.ts';

const passphrase = z.string().min(1).max(1024);
const base64 = z.string().max(90_000_000);
const file = z.object({ fileName: z.string(), mediaType: z.string(), base64: z.string() });

/** Papers, and files that go to another laptop or to support. */
export const reportMethods = {
  'reports.make': {
    effect: 'read',
    input: z.strictObject({
      kind: z.enum(reportKinds),
      format: z.enum(reportFormats),
      locale: z.enum(locales),
      /** The whole site when absent. */
      ids: z.array(deviceId).min(1).max(20_000).optional(),
      /** Needed for `handover-office`. */
      passphrase: passphrase.optional(),
      client: z.string().trim().max(200).optional(),
      installer: z.string().trim().max(200).optional(),
    }),
    output: file,
  },
  /** Opens a sealed report again. */
  'reports.open': {
    effect: 'read',
    input: z.strictObject({ base64, passphrase }),
    output: file,
  },
  /** One sealed file with devices, cases, audit and credentials of the current site. */
  'sites.exportFile': {
    effect: 'read',
    input: z.strictObject({
      passphrase,
      /** Without an open vault this must be said. */
      leaveOutPasswords: z.boolean().default(false),
    }),
    output: file,
  },
  'sites.readFile': {
    effect: 'read',
    input: z.strictObject({ base64, passphrase }),
    output: sitePreview,
  },
  'sites.importFile': {
    effect: 'write',
    input: z.strictObject({
      base64,
      passphrase,
      /** Into the current site, or into a new one of the file's name. */
      into: z.enum(['current', 'new']),
      /** Per device key and field; what is newer wins where nothing is said. */
      choices: z.record(z.string(), z.record(z.string(), z.enum(['mine', 'theirs']))).default({}),
      leaveOutPasswords: z.boolean().default(false),
    }),
    output: z.object({
      siteId: z.string(),
      added: z.number().int(),
      merged: z.number().int(),
      cases: z.number().int(),
      auditLines: z.number().int(),
      credentials: z.number().int(),
    }),
  },
  /** Redacted log, facts and steps tried; a ZIP of text files that a person can read before sending. */
  'support.make': {
    effect: 'read',
    input: z.strictObject({
      ids: z.array(deviceId).min(1).max(200).optional(),
      locale: z.enum(locales),
      /** What happened, in the person's own words. */
      story: z.string().trim().max(4000).default(''),
    }),
    output: file,
  },
} as const satisfies Record<string, MethodSpec>;

import { z } from 'zod';
import { deviceRef } from './job.ts';

export { reportFormats } from './lists.ts';

/** `handover-office` holds logins and is always sealed; `handover-client` never holds one. */
export const reportKinds = [
  'inventory',
  'handover-client',
  'handover-office',
  'changes',
  'pre-visit',
] as const;

/** What two laptops say differently about one device. */
export const siteConflict = z.object({
  /** Key of the device in the file. */
  key: z.string(),
  mine: deviceRef.nullable(),
  theirs: deviceRef,
  fields: z.array(
    z.object({
      field: z.enum(['name', 'note', 'kind', 'address', 'book', 'removed']),
      mine: z.string().nullable(),
      theirs: z.string().nullable(),
      /** Changed last; what is taken when nobody chooses. */
      newer: z.enum(['mine', 'theirs', 'unknown']),
    }),
  ),
});
export type SiteConflict = z.infer<typeof siteConflict>;

export const sitePreview = z.object({
  name: z.string(),
  madeAt: z.number(),
  by: z.string(),
  devices: z.number().int(),
  newDevices: z.number().int(),
  cases: z.number().int(),
  auditLines: z.number().int(),
  /** The file's own audit chain fits together. */
  isAuditIntact: z.boolean(),
  credentials: z.number().int(),
  conflicts: z.array(siteConflict),
});
export type SitePreview = z.infer<typeof sitePreview>;

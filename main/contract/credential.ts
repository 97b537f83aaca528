import { z } from 'zod';
import { credentialScopes, credentialStates } from './lists.ts';

export { credentialScopes, credentialStates } from './lists.ts';

export type CredentialScope = (typeof credentialScopes)[number];

export type CredentialState = (typeof credentialStates)[number];

/** A credential without its password. Times are epoch milliseconds. */
export const credentialView = z.object({
  id: z.string().min(1).max(80),
  scope: z.enum(credentialScopes),
  /** Device key (`sn:…`, `mac:…`, `id:…`), site id or group id. */
  subject: z.string().min(1).max(200),
  state: z.enum(credentialStates),
  userName: z.string(),
  /** Name of a group, or what a person wrote beside it. */
  label: z.string().nullable(),
  createdAt: z.number(),
  /** Since when this is the password; the age reminder counts from here. */
  changedAt: z.number(),
  /** A device last accepted it then; `null` when none has yet. */
  provenAt: z.number().nullable(),
});
export type CredentialView = z.infer<typeof credentialView>;

/** A row that does not open; it is kept as it is. */
export const damagedCredential = z.object({
  id: z.string(),
  scope: z.string(),
  subject: z.string(),
  state: z.string(),
  /** `other-key`: sealed by a vault that was given up. */
  why: z.enum(['changed', 'other-key']),
});
export type DamagedCredential = z.infer<typeof damagedCredential>;

export const vaultBox = z.object({
  id: z.string(),
  kind: z.enum(['os', 'passphrase']),
  madeAt: z.number(),
  changedAt: z.number(),
});
export type VaultBox = z.infer<typeof vaultBox>;

export const vaultStatus = z.object({
  exists: z.boolean(),
  isLocked: z.boolean(),
  boxes: z.array(vaultBox),
  /** Rows, also while locked. */
  credentials: z.object({
    devices: z.number().int(),
    sites: z.number().int(),
    groups: z.number().int(),
    pending: z.number().int(),
    aside: z.number().int(),
  }),
  /** Rows that did not open when last looked at; `null` while locked. */
  damaged: z.number().int().nullable(),
  /** Passwords that devices proved while it was locked; written at the next unlock. */
  waiting: z.number().int(),
  /** `null`: it stays open until it is locked. */
  idleMinutes: z.number().nullable(),
});
export type VaultStatus = z.infer<typeof vaultStatus>;

export const mergeConflict = z.object({
  scope: z.enum([...credentialScopes, 'member']),
  subject: z.string(),
  state: z.enum(credentialStates),
  /** Whose is in use now; the other one was set aside. */
  kept: z.enum(['local', 'incoming']),
});
export type MergeConflict = z.infer<typeof mergeConflict>;

export const importReport = z.object({
  added: z.number().int(),
  updated: z.number().int(),
  same: z.number().int(),
  conflicts: z.array(mergeConflict),
});
export type ImportReport = z.infer<typeof importReport>;

import { z } from 'zod';
import { credentialView, damagedCredential, importReport, vaultStatus } from './credential.ts';
import { deviceId } from './device.ts';
import { credentialScopes } from './lists.ts';
import type { MethodSpec } from './method-spec.ts';

const none = z.strictObject({});
const passphrase = z.string().min(1).max(1024);
const done = z.object({});
const boxId = z.string().min(1).max(40);

/** What this machine offers to lock the vault with, beside a passphrase. */
export const osBoxState = z.enum(['none', 'strong', 'weak', 'unavailable']);

export const vaultState = vaultStatus.extend({
  osBox: osBoxState,
  /** Reminds after so many days of one password; `null` never. */
  remindDays: z.number().int().positive().nullable(),
  /** Credentials older than that. */
  due: z.number().int().nullable(),
});
export type VaultState = z.infer<typeof vaultState>;

const target = z.discriminatedUnion('scope', [
  z.strictObject({ scope: z.literal('device'), device: deviceId }),
  z.strictObject({ scope: z.enum(['site', 'group']), id: z.string().min(1).max(80) }),
]);

/** The vault gives no password out: it is used where it is needed, and typed anew where it is forgotten. */
export const vaultMethods = {
  'vault.status': { effect: 'read', input: none, output: vaultState },
  /** `useOs`: the system's keystore, which opens it without a word; `acceptWeak` where that hides nothing. */
  'vault.init': {
    effect: 'write',
    input: z.strictObject({
      passphrase: passphrase.optional(),
      useOs: z.boolean().default(false),
      acceptWeak: z.boolean().default(false),
    }),
    output: vaultState,
  },
  'vault.startOver': {
    effect: 'write',
    input: z.strictObject({
      passphrase: passphrase.optional(),
      useOs: z.boolean().default(false),
      acceptWeak: z.boolean().default(false),
      confirm: z.literal('START OVER'),
    }),
    output: vaultState,
  },
  'vault.unlock': {
    effect: 'write',
    input: z.strictObject({ passphrase: passphrase.optional() }),
    output: vaultState,
  },
  'vault.lock': { effect: 'write', input: none, output: vaultState },
  'vault.changePassphrase': {
    effect: 'write',
    input: z.strictObject({ passphrase, newPassphrase: passphrase }),
    output: vaultState,
  },
  'vault.addBox': {
    effect: 'write',
    input: z.strictObject({
      kind: z.enum(['os', 'passphrase']),
      passphrase: passphrase.optional(),
      acceptWeak: z.boolean().default(false),
    }),
    output: vaultState,
  },
  'vault.removeBox': { effect: 'write', input: z.strictObject({ id: boxId }), output: vaultState },
  'vault.configure': {
    effect: 'write',
    input: z.strictObject({
      idleMinutes: z
        .number()
        .int()
        .min(1)
        .max(24 * 60)
        .nullable()
        .optional(),
      remindDays: z.number().int().min(1).max(3650).nullable().optional(),
    }),
    output: vaultState,
  },
  'vault.list': {
    effect: 'read',
    input: none,
    output: z.object({
      /** `device`: the one of the list it belongs to, when it is there. */
      credentials: z.array(
        credentialView.extend({ device: deviceId.nullable(), isDue: z.boolean() }),
      ),
      damaged: z.array(damagedCredential),
    }),
  },
  'vault.save': {
    effect: 'write',
    input: z.strictObject({
      target,
      userName: z.string().trim().min(1).max(64).default('admin'),
      password: z.string().min(1).max(128),
      label: z.string().trim().max(80).nullable().default(null),
    }),
    output: done,
  },
  'vault.setGroup': {
    effect: 'write',
    input: z.strictObject({
      ids: z.array(deviceId).min(1).max(20_000),
      group: z.string().min(1).max(80).nullable(),
    }),
    output: done,
  },
  'vault.forget': {
    effect: 'write',
    input: z.strictObject({ id: z.string().min(1).max(80) }),
    output: done,
  },
  /** Whether a saved password would be used for each device; tells nothing else. */
  'vault.knows': {
    effect: 'read',
    input: z.strictObject({ ids: z.array(deviceId).min(1).max(20_000) }),
    output: z.object({
      known: z.array(
        z.object({
          id: deviceId,
          scope: z.enum(credentialScopes).nullable(),
          userName: z.string().nullable(),
          provenAt: z.number().nullable(),
        }),
      ),
    }),
  },
  'vault.export': {
    effect: 'write',
    input: z.strictObject({ passphrase }),
    output: z.object({
      fileName: z.string(),
      base64: z.string(),
      entries: z.number().int(),
      leftOut: z.number().int(),
    }),
  },
  'vault.import': {
    effect: 'write',
    input: z.strictObject({ base64: z.string().max(40_000_000), passphrase }),
    output: importReport,
  },
} as const satisfies Record<string, MethodSpec>;

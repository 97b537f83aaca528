import { z } from 'zod';
import { deviceId } from './device.ts';
import { deviceRef, job, secrets } from './job.ts';
import { overrideWords } from './lists.ts';
import { backupMeta, cloudState, deviceHealth, recorderChannel } from './login.ts';
import type { MethodSpec } from './method-spec.ts';
import { locales } from './settings.ts';

const ids = z.array(deviceId).min(1).max(20_000);
const override = z.enum(overrideWords).optional();
const done = z.object({});
const base64 = z.string().max(90_000_000);
const passphrase = z.string().min(1).max(1024);
const channel = z.number().int().min(1).max(1024);

/** What only a login over HTTP can do. Without `secrets` the vault answers; without both: `no-password`. */
export const loginMethods = {
  'health.get': {
    effect: 'read',
    input: z.strictObject({ id: deviceId }),
    output: z.object({
      health: deviceHealth.nullable(),
      isOn: z.boolean(),
      nextAt: z.number().nullable(),
    }),
  },
  'health.check': {
    effect: 'device',
    input: z.strictObject({ ids, secrets: secrets.optional(), override }),
    output: z.object({
      lines: z.array(z.object({ device: deviceRef, health: deviceHealth })),
    }),
  },
  /** The quiet schedule of a device; on by default for devices with a proven login. */
  'health.setOn': {
    effect: 'write',
    input: z.strictObject({ ids, isOn: z.boolean() }),
    output: done,
  },
  'cloud.read': {
    effect: 'device',
    input: z.strictObject({ id: deviceId, secrets: secrets.optional(), override }),
    output: z.object({ cloud: cloudState }),
  },
  'devices.setPassword': {
    effect: 'device',
    input: z.strictObject({
      ids,
      userName: z.string().trim().min(1).max(64).default('admin'),
      /** The ones in use now; the vault's when absent. */
      secrets: secrets.optional(),
      newSecrets: secrets,
      override,
    }),
    output: job,
  },
  'devices.reboot': {
    effect: 'device',
    input: z.strictObject({ ids, secrets: secrets.optional(), override }),
    output: job,
  },
  /** Restore keeps network and users where the firmware does; default loses everything. Opens a case. */
  'devices.reset': {
    effect: 'device',
    input: z.strictObject({
      id: deviceId,
      mode: z.enum(['restore', 'default']),
      /** The last four of the serial, typed by the operator. */
      confirmSerial: z.string().trim().max(8),
      secrets: secrets.optional(),
      override,
    }),
    output: job,
  },
  'recorder.channels': {
    effect: 'device',
    input: z.strictObject({ id: deviceId, secrets: secrets.optional(), override }),
    output: z.object({
      at: z.number(),
      channels: z.array(recorderChannel),
      /** The recorder also has this many analog inputs. */
      analog: z.number().int().nullable(),
    }),
  },
  /**
   * A person says which camera a channel is; `null` takes the answer back, or says with `isNone` that it is none of
   * those that are known now.
   */
  'recorder.map': {
    effect: 'write',
    input: z.strictObject({
      ...{ id: deviceId, channel, device: deviceId.nullable() },
      isNone: z.boolean().default(false),
    }),
    output: done,
  },
  /** Deletes the channel at the recorder and reads the list again. The camera and its cloud binding stay. */
  'recorder.remove': {
    effect: 'device',
    input: z.strictObject({ id: deviceId, channel, secrets: secrets.optional(), override }),
    output: job,
  },
  /** A recorder forgets a channel's password with every edit, so it must come along. */
  'recorder.edit': {
    effect: 'device',
    input: z.strictObject({
      id: deviceId,
      channel,
      address: z.string().trim().max(253).optional(),
      port: z.number().int().min(1).max(65535).optional(),
      name: z.string().trim().max(64).optional(),
      userName: z.string().trim().min(1).max(64).optional(),
      /** Of the camera; the vault's for the mapped camera when absent. */
      channelPassword: z.string().min(1).max(128).optional(),
      secrets: secrets.optional(),
      override,
    }),
    output: job,
  },
  /** Configuration export. `passphrase` seals the file; without it `acceptPlain` must say so. */
  'backup.make': {
    effect: 'device',
    input: z.strictObject({
      id: deviceId,
      /** The device encrypts its own file with it; restoring needs it again. */
      secretKey: z.string().min(1).max(32),
      passphrase: passphrase.optional(),
      acceptPlain: z.literal('PLAIN').optional(),
      secrets: secrets.optional(),
      override,
    }),
    output: z.object({ fileName: z.string(), base64: z.string(), meta: backupMeta }),
  },
  'backup.read': {
    effect: 'read',
    input: z.strictObject({ base64, passphrase: passphrase.optional() }),
    output: z.object({ meta: backupMeta }),
  },
  'backup.restore': {
    effect: 'device',
    input: z.strictObject({
      id: deviceId,
      base64,
      secretKey: z.string().min(1).max(32),
      passphrase: passphrase.optional(),
      confirmSerial: z.string().trim().max(8),
      secrets: secrets.optional(),
      override,
    }),
    output: job,
  },
  /** QR codes of devices. With `passphrase` their content is sealed; plain needs `acceptPlain`. */
  'qr.make': {
    effect: 'read',
    input: z.strictObject({
      ids,
      /** `label`: one code a device. `site`: as few codes as hold all of them. */
      layout: z.enum(['label', 'site']).default('label'),
      hasLogin: z.boolean().default(false),
      passphrase: passphrase.optional(),
      acceptPlain: z.literal('PLAIN').optional(),
      /** Of the printed sheet. */
      locale: z.enum(locales).default('en'),
    }),
    output: z.object({
      codes: z.array(z.object({ devices: z.array(deviceRef), text: z.string(), svg: z.string() })),
      /** Printable sheet, HTML without script. */
      sheet: z.string(),
      fileName: z.string(),
    }),
  },
  /** Reads our own codes, and recognises the vendor's without opening them. */
  'qr.read': {
    effect: 'read',
    input: z.strictObject({ text: z.string().max(8000), passphrase: passphrase.optional() }),
    output: z.object({
      kind: z.enum(['ours', 'label', 'vendor-export', 'other']),
      devices: z.array(
        z.object({
          serial: z.string().nullable(),
          model: z.string().nullable(),
          name: z.string().nullable(),
          host: z.string().nullable(),
          httpPort: z.number().int().nullable(),
          isTls: z.boolean(),
          userName: z.string().nullable(),
          /** A password is in it; `qr.add` puts it into the vault, nobody sees it. */
          hasPassword: z.boolean(),
          existing: deviceRef.nullable(),
        }),
      ),
    }),
  },
  'qr.add': {
    effect: 'write',
    input: z.strictObject({ text: z.string().max(8000), passphrase: passphrase.optional() }),
    output: z.object({
      ids: z.array(deviceId),
      passwords: z.number().int(),
      /** Left out: not in the list, and the code tells no address. */
      without: z.number().int(),
    }),
  },
} as const satisfies Record<string, MethodSpec>;

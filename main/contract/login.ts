import { z } from 'zod';
import { deviceRef } from './job.ts';

const tri = z.boolean().nullable();
const text = z.string().max(512).nullable();
const params = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

export const healthLevels = ['ok', 'attention', 'problem'] as const;
export type HealthLevel = (typeof healthLevels)[number];

export const healthFindings = [
  'unreachable',
  'login-refused',
  'locked',
  'no-password',
  'not-activated',
  'clock-wrong',
  'clock-unknown',
  'no-ntp',
  'disk-missing',
  'disk-broken',
  'disk-full',
  'disk-unformatted',
  'channel-offline',
  'channel-wrong-password',
  'weak-password',
  'default-password',
  'password-expires',
  'restarted-lately',
  'certificate-changed',
  'discovery-off',
  /** Another device answered at the address, so nothing of it is shown. */
  'other-device',
  'cloud-offline',
  'partly-read',
] as const;

export const disk = z.object({
  id: z.string(),
  name: text,
  /** As the device says it. */
  status: z.string().max(80),
  state: z.enum(['ok', 'unformatted', 'broken', 'missing', 'unknown']),
  capacityMb: z.number().nullable(),
  freeMb: z.number().nullable(),
});

/** Cloud service as the device tells a login; every yes/no may be unknown. */
export const cloudState = z.object({
  at: z.number(),
  isEnabled: tri,
  /** Online at the platform now. */
  isRegistered: tri,
  isBound: tri,
  offlineReason: z.enum(['secret-key', 'network', 'blocklist', 'unknown']).nullable(),
  server: text,
  hasVerificationCode: tri,
  /** The device announces an unbind call over HTTP. It is shown and never made: its body is not public. */
  announcesUnbind: tri,
});
export type CloudState = z.infer<typeof cloudState>;

export const deviceHealth = z.object({
  at: z.number(),
  /** `null`: nothing could be read. */
  level: z.enum(healthLevels).nullable(),
  findings: z.array(
    z.object({ code: z.enum(healthFindings), level: z.enum(healthLevels), params }),
  ),
  identity: z
    .object({
      name: text,
      model: text,
      serial: text,
      mac: text,
      firmware: text,
      firmwareDate: text,
      type: text,
      hardware: text,
    })
    .nullable(),
  clock: z
    .object({
      deviceTime: text,
      /** Device minus laptop. */
      offsetMs: z.number().nullable(),
      mode: text,
      timeZone: text,
    })
    .nullable(),
  upSeconds: z.number().nullable(),
  disks: z.array(disk).nullable(),
  channels: z
    .object({
      total: z.number().int(),
      offline: z.number().int(),
      analog: z.number().int().nullable(),
    })
    .nullable(),
  cloud: cloudState.nullable(),
  capabilities: z.record(z.string(), tri),
});
export type DeviceHealth = z.infer<typeof deviceHealth>;

export const channelStates = [
  'online',
  'offline',
  'wrong-password',
  'not-exist',
  'other',
  'unknown',
] as const;

/** One IP channel of a recorder. Passwords that a recorder leaks are cut out before this is made. */
export const recorderChannel = z.object({
  id: z.number().int().positive(),
  name: text,
  protocol: text,
  address: text,
  port: z.number().int().nullable(),
  /** Source input, for cameras with several lenses. */
  input: z.number().int().nullable(),
  userName: text,
  model: text,
  serial: text,
  /** On the recorder's own PoE ports: this laptop cannot see the camera. */
  isPlugAndPlay: tri,
  state: z.enum(channelStates),
  /** The device's own word. */
  rawState: text,
  match: z.object({
    /** `sure`: serial and address agree, or a person said so. `ask`: they disagree. `none` with `person`: said so. */
    kind: z.enum(['sure', 'ask', 'none']),
    why: z.enum(['both', 'serial', 'address', 'person', 'serial-only', 'address-only', 'nothing']),
    device: deviceRef.nullable(),
    /** For `ask`: what the other evidence says. */
    other: deviceRef.nullable(),
  }),
  /** The camera's own cloud binding, beside its channel: removing one is not the other. */
  cameraBound: tri,
  cameraUnbindSupported: tri,
});
export type RecorderChannel = z.infer<typeof recorderChannel>;

/** What a backup file says of itself; also readable before it is opened. */
export const backupMeta = z.object({
  madeAt: z.number(),
  model: text,
  serial: text,
  firmware: text,
  bytes: z.number().int(),
  /** Of the device's own file, lower-case hexadecimal. */
  sha256: z.string(),
  isSealed: z.boolean(),
});
export type BackupMeta = z.infer<typeof backupMeta>;

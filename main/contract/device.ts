import { z } from 'zod';
import { deviceKinds, loginStates, presences, sightingSources, vendors } from './lists.ts';

export { deviceKinds, loginStates, presences, sightingSources, vendors } from './lists.ts';

/** A yes/no the device may not have told: `null` is "unknown" and never "no". */
const tri = z.boolean().nullable();
const text = z.string().max(512).nullable();
const count = z.number().int().nonnegative().nullable();
const port = z.number().int().min(0).max(65535).nullable();

/**
 * Everything a device may say about itself, flat, one key a fact. The keys are those that
 * `protocol/sadp/fields.ts` reads from a ProbeMatch; other sources fill the few they know.
 * MACs are `aa:bb:cc:dd:ee:ff`. `bootTime` is the device's own clock, `YYYY-MM-DDTHH:MM:SS`, no zone.
 */
export const deviceFacts = z.object({
  serial: text,
  model: text,
  deviceType: count,
  mac: text,
  ipv4Address: text,
  ipv4Mask: text,
  ipv4Gateway: text,
  dhcpEnabled: tri,
  dhcpSupported: tri,
  ipv6Address: text,
  ipv6Gateway: text,
  ipv6Prefix: count,
  ipv6Supported: tri,
  ipv6Modifiable: tri,
  commandPort: port,
  httpPort: port,
  httpsPort: port,
  sdkOverTlsPort: port,
  sdkServerOn: tri,
  sdkOverTlsServerOn: tri,
  analogChannels: count,
  digitalChannels: count,
  disks: count,
  firmware: text,
  dsp: text,
  bootTime: text,
  activated: tri,
  encrypt: tri,
  resetAbility: tri,
  passwordReset: tri,
  passwordResetSecondMode: tri,
  syncIpcPassword: tri,
  /** The device can report its lock; it does not say that it is locked now. */
  lockReporting: tri,
  guid: tri,
  securityQuestions: tri,
  bindList: tri,
  maxBind: count,
  restoreInactive: tri,
  channelDefaultPassword: tri,
  mailbox: tri,
  wifiEnhancement: tri,
  wifiEnhancementEnabled: tri,
  wifiRegionSupported: tri,
  wifiRegion: text,
  ssidAndPassword: tri,
  cloudSupported: tri,
  cloudEnabled: tri,
  verificationCodeModifiable: tri,
  unbindSupported: tri,
  cloudBound: tri,
  userToken: tri,
  physicalAccessVerification: text,
  salt: text,
  salt2: text,
  userName: text,
  sadpVersion: text,
  codeEncrypt: tri,
  passwordResetTypes: tri,
  resetByPhone: tri,
  detailOemCode: count,
  isOem: tri,
  oemInfo: text,
  isEzviz: tri,
  softwareVersionEncrypt: text,
  dspVersionEncrypt: text,
  oemInfoEncrypt: text,
  licensed: tri,
  systemMode: text,
  controllerType: text,
  specificDeviceType: text,
  securityMode: text,
  ehomeVersion: text,
  wifiMac: text,
  manufacturer: text,
});
export type DeviceFacts = z.infer<typeof deviceFacts>;
export type FactKey = keyof DeviceFacts;

export const deviceKind = z.enum(deviceKinds);
export type DeviceKind = (typeof deviceKinds)[number];

export const presence = z.enum(presences);
export type Presence = (typeof presences)[number];

export const deviceFlags = [
  'duplicate-address',
  'other-subnet',
  'locked',
  'inactive',
  'unreachable',
  'default-address',
] as const;
export const deviceFlag = z.enum(deviceFlags);
export type DeviceFlag = (typeof deviceFlags)[number];

export const sightingSource = z.enum(sightingSources);
export type SightingSource = (typeof sightingSources)[number];

export const vendor = z.enum(vendors);
export type Vendor = (typeof vendors)[number];

/** SADP protocol generation (how a command's password is protected); `null` until a device tells. */
export const sadpGenerations = ['2.x', '3.0', '3.1'] as const;
export type SadpGeneration = (typeof sadpGenerations)[number];

export const deviceId = z.string().min(1).max(80).brand<'DeviceId'>();
export type DeviceId = z.infer<typeof deviceId>;

export const seenVia = z.object({
  /** Adapter id, or `null` when the system does not tell by which adapter a reply came. */
  adapter: z.string().nullable(),
  source: sightingSource,
  lastAt: z.number(),
});
export type SeenVia = z.infer<typeof seenVia>;

const rowFacts = deviceFacts.pick({
  serial: true,
  model: true,
  mac: true,
  ipv4Address: true,
  ipv4Mask: true,
  ipv4Gateway: true,
  dhcpEnabled: true,
  dhcpSupported: true,
  ipv6Address: true,
  ipv6Gateway: true,
  ipv6Prefix: true,
  ipv6Supported: true,
  ipv6Modifiable: true,
  commandPort: true,
  httpPort: true,
  httpsPort: true,
  sdkOverTlsPort: true,
  analogChannels: true,
  digitalChannels: true,
  firmware: true,
  dsp: true,
  bootTime: true,
  activated: true,
  cloudSupported: true,
  cloudEnabled: true,
  cloudBound: true,
  unbindSupported: true,
  oemInfo: true,
});

/** What one row of the table shows; flat, small, times in epoch milliseconds. */
export const deviceRow = rowFacts.extend({
  id: deviceId,
  shortSerial: text,
  name: text,
  note: z.string().max(4000).nullable(),
  kind: deviceKind,
  vendor,
  generation: z.enum(sadpGenerations).nullable(),
  presence,
  flags: z.array(deviceFlag),
  /** Devices online that claim the same IPv4 address, this one included; 0 when it is alone. */
  sameAddress: z.number().int().nonnegative(),
  via: z.array(seenVia),
  firstSeenAt: z.number(),
  lastSeenAt: z.number(),
  restartedAt: z.number().nullable(),
  /** Until when the device refuses every password, as it told; `null` when it is not known to be locked. */
  lockedUntil: z.number().nullable(),
  attemptsLeft: z.number().int().nonnegative().nullable(),
  removedAt: z.number().nullable(),
  /** Address or name it is reached by, when it is in the device book. */
  bookHost: text,
  /** What became of the last login with a saved or typed password. */
  login: z.enum(loginStates).nullable(),
  health: z.enum(['ok', 'attention', 'problem']).nullable(),
  /** Kind of the case that waits for it, the most urgent one. */
  openCase: z.string().max(40).nullable(),
});
export type DeviceRow = z.infer<typeof deviceRow>;

/** A fact with where it came from, for the detail pane. */
export const factView = z.object({
  key: z.string().max(128),
  value: z.union([z.string(), z.number(), z.boolean()]),
  source: sightingSource,
  adapter: z.string().nullable(),
  at: z.number(),
});
export type FactView = z.infer<typeof factView>;

export const deviceEventKinds = [
  'found',
  'updated',
  'online',
  'offline',
  'restarted',
  'reset',
  'activated',
  'address-changed',
  'moved-site',
  'renamed',
  'removed',
  'restored',
] as const;
export const deviceEvent = z.object({
  deviceId,
  at: z.number(),
  kind: z.enum(deviceEventKinds),
  /** Short facts about the change, for example `{from, to}`; never a secret. */
  params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});
export type DeviceEvent = z.infer<typeof deviceEvent>;

export const deviceDetail = z.object({
  row: deviceRow,
  facts: z.array(factView),
  /** Elements the device sent that this version does not know, as text. */
  extra: z.array(factView),
  /** What the model alone says of its kind. */
  kindGuess: deviceKind,
  /** A person chose the kind; it may be the same as the guess. */
  isKindSet: z.boolean(),
  events: z.array(deviceEvent),
});
export type DeviceDetail = z.infer<typeof deviceDetail>;

/** The command line's device (`cli.md`): nested, ISO 8601 UTC times, `null` for unknown. */
export const device = z.object({
  id: deviceId,
  serial: text,
  shortSerial: text,
  model: text,
  kind: deviceKind,
  vendor,
  mac: text,
  name: text,
  note: z.string().nullable(),
  site: z.string(),
  ipv4: z.object({ address: text, mask: text, gateway: text, dhcp: tri }),
  ipv6: z.object({
    address: text,
    gateway: text,
    prefix: count,
    supported: tri,
    modifiable: tri,
  }),
  ports: z.object({ command: port, http: port, https: port, sdkOverTls: port }),
  firmware: text,
  dsp: text,
  bootTime: text,
  channels: z.object({ analog: count, digital: count }),
  activated: tri,
  cloud: z.object({ supported: tri, enabled: tri, bound: tri, unbindSupported: tri }),
  capabilities: z.record(z.string(), tri),
  sadpVersion: text,
  generation: z.enum(sadpGenerations).nullable(),
  oem: z.object({ isOem: tri, info: text }),
  seen: z.object({
    first: z.string(),
    last: z.string(),
    via: z.array(z.object({ adapter: z.string().nullable(), source: sightingSource })),
  }),
  presence,
  flags: z.array(deviceFlag),
});
export type Device = z.infer<typeof device>;

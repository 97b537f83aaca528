import { z } from 'zod';

export const adapterKinds = ['ethernet', 'wifi', 'vpn', 'virtual', 'loopback', 'unknown'] as const;
export const adapterKind = z.enum(adapterKinds);
export type AdapterKind = (typeof adapterKinds)[number];

/** Why an adapter is not listening; the words for each are in `contract/text`. */
export const adapterProblems = [
  'no-ipv4',
  'join-failed',
  'bind-failed',
  'send-failed',
  'permission',
  'gone',
] as const;

export const adapterView = z.object({
  id: z.string(),
  name: z.string(),
  kind: adapterKind,
  /** What gave the kind away, for example `name:docker0`; `null` for a plain adapter. */
  kindReason: z.string().nullable(),
  mac: z.string().nullable(),
  addresses: z.array(
    z.object({ address: z.string(), netmask: z.string(), prefix: z.number().int() }),
  ),
  enabled: z.boolean(),
  /** Who decided: the rule for the kind, or the operator. */
  enabledBy: z.enum(['default', 'operator']),
  state: z.enum(['listening', 'failed', 'off', 'gone']),
  problem: z.enum(adapterProblems).nullable(),
  /** Datagrams of devices that came by this adapter since the start. */
  replies: z.number().int().nonnegative(),
  /** Different devices that answered by this adapter. */
  devices: z.number().int().nonnegative(),
  lastReplyAt: z.number().nullable(),
});
export type AdapterView = z.infer<typeof adapterView>;

export const discoveryCounters = z.object({
  datagrams: z.number().int().nonnegative(),
  decoded: z.number().int().nonnegative(),
  rejected: z.number().int().nonnegative(),
  /** Datagrams the system dropped before we could read them; `null` where it does not tell. */
  dropped: z.number().int().nonnegative().nullable(),
  probes: z.number().int().nonnegative(),
  /** Why datagrams were rejected: reason code to count. */
  rejectedBy: z.record(z.string(), z.number().int().nonnegative()),
});
export type DiscoveryCounters = z.infer<typeof discoveryCounters>;

export const noticeLevels = ['info', 'warning', 'problem'] as const;
export const noticeCodes = [
  'flood',
  'port-ephemeral',
  'port-closed',
  'adapter-failed',
  'no-adapter',
  'rp-filter',
  'store-damaged',
  'store-memory',
  'vault-not-opened',
  'store-write-failed',
  'datagrams-dropped',
  /** A camera moved, and a recorder may still look for it where it was. */
  'recorder-address',
  'demo',
] as const;
export type NoticeCode = (typeof noticeCodes)[number];

/** Something the operator should know and that stays until it is no longer true or dismissed. */
export const notice = z.object({
  id: z.string(),
  level: z.enum(noticeLevels),
  code: z.enum(noticeCodes),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  at: z.number(),
});
export type Notice = z.infer<typeof notice>;

export const discoveryStatus = z.object({
  isRunning: z.boolean(),
  port: z.object({
    number: z.number().int(),
    /** `shared`: bound to 37020. `ephemeral`: another port, only unicasting devices are seen. */
    mode: z.enum(['shared', 'ephemeral', 'closed']),
    /** The program that holds 37020, where the system tells. */
    holder: z.string().nullable(),
  }),
  adapters: z.array(adapterView),
  counters: discoveryCounters,
  notices: z.array(notice),
  startedAt: z.number().nullable(),
  lastProbeAt: z.number().nullable(),
  lastReplyAt: z.number().nullable(),
});
export type DiscoveryStatus = z.infer<typeof discoveryStatus>;

export const sweepStatus = z.object({
  id: z.string(),
  cidr: z.string(),
  state: z.enum(['running', 'done', 'cancelled', 'failed']),
  total: z.number().int().nonnegative(),
  done: z.number().int().nonnegative(),
  /** Addresses where something of the Hikvision family answered. */
  found: z.number().int().nonnegative(),
  /** Addresses where something else answered. */
  others: z.number().int().nonnegative(),
  startedAt: z.number(),
  endedAt: z.number().nullable(),
});
export type SweepStatus = z.infer<typeof sweepStatus>;

export const doctorCheckIds = [
  'adapters',
  'addresses',
  'multicast-join',
  'port-holder',
  'rp-filter',
  'firewall',
  'local-network-permission',
  'vpn',
  'replies',
  'recorder',
  'dropped',
] as const;
export type DoctorCheckId = (typeof doctorCheckIds)[number];

export const doctorCheck = z.object({
  id: z.enum(doctorCheckIds),
  verdict: z.enum(['ok', 'warning', 'problem', 'unknown', 'not-applicable']),
  /** Key of the sentence that says what was found; see `contract/text` `doctor.findings`. */
  finding: z.string(),
  /** Key of the one piece of advice; `null` when there is nothing to do. */
  advice: z.string().nullable(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** What was read, line by line, untranslated (file paths, counters, addresses). */
  evidence: z.array(z.string()),
});
export type DoctorCheck = z.infer<typeof doctorCheck>;

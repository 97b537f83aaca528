import { z } from 'zod';
import { deviceId } from './device.ts';

/** The whole vocabulary of verdicts: the same words in table, report, export and on the command line. */
export const verdicts = [
  'verified',
  'accepted',
  'needs-internet',
  'needs-owner',
  'different-area',
  'already',
  'skipped',
  'wrong-password',
  'locked',
  'refused',
  'not-supported',
  'no-answer',
  'unknown',
  'failed',
] as const;
export const verdict = z.enum(verdicts);
export type Verdict = (typeof verdicts)[number];

/** Verdicts that leave nothing to do. */
export const goodVerdicts: readonly Verdict[] = ['verified', 'already'];

export const jobKinds = [
  'network',
  'activate',
  'unbind',
  /** AX PRO panels: deletes the cloud users with a vendor-issued code. */
  'unbind-panel',
  'cloud',
  'verification-code',
  'restore-inactive',
  'locate',
  /** The device's own password, over HTTP. */
  'password',
  'reboot',
  /** Restore or default over HTTP. */
  'reset',
  'channel-remove',
  'channel-edit',
  'restore-config',
] as const;
export const jobKind = z.enum(jobKinds);
export type JobKind = (typeof jobKinds)[number];

/** Why an item stands as it does. The words are in `contract/text` under `reasons`. */
export const reasons = [
  'ready',
  'read-back',
  'device-said-so',
  'no-read-back',
  'not-applied',
  'address-taken',
  'already-so',
  'not-bound',
  'bound-unknown',
  'cloud-off',
  'cloud-offline',
  'status-unknown',
  'unbind-unsupported',
  'not-activated',
  'already-activated',
  'weak-password',
  'wrong-password',
  'same-password',
  'attempts-low',
  'locked',
  'group-stopped',
  'denied',
  'areas-differ',
  'unknown-result',
  'silent',
  'offline',
  'not-sent',
  'interrupted',
  'conflicting-replies',
  'foreign-sender',
  'bad-exchange',
  'send-failed',
  'no-adapter',
  'generation-unsupported',
  'function-unsupported',
  'panel',
  'not-hikvision',
  'no-sadp',
  'no-password',
  'cancelled',
  'invalid-values',
  'unverifiable',
  /** What only a login over HTTP tells. */
  'login-proven',
  'login-unclear',
  'no-login',
  'basic-only',
  'certificate-changed',
  'low-privilege',
  'unreachable',
  'needs-reboot',
  'restarted',
  'used-by-recorder',
  'password-saved',
  'password-not-saved',
  'vault-locked',
  'reset-seen',
  'reset-not-seen',
  'channel-gone',
  'channel-still-there',
  'channel-password-lost',
  'channel-plug-and-play',
  'channel-not-listed',
  'wrong-file',
  'wrong-key',
  'code-refused',
  'request-void',
  'other-device',
] as const;
export const reason = z.enum(reasons);
export type Reason = (typeof reasons)[number];

/** The ways that are left when the LAN cannot do it; their guides come with the recovery slice. */
export const routes = [
  'lan',
  'owner-account',
  'phone-on-lan',
  'recorder-menu',
  'support-case',
] as const;
export const route = z.enum(routes);
export type Route = (typeof routes)[number];

const params = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

/** What Edit IP changes; all of it is sent each time, only what was edited differs. */
export const networkValues = z.object({
  ipv4Address: z.string().nullable(),
  ipv4Mask: z.string().nullable(),
  ipv4Gateway: z.string().nullable(),
  dhcpEnabled: z.boolean().nullable(),
  commandPort: z.number().int().nullable(),
  httpPort: z.number().int().nullable(),
  sdkOverTlsPort: z.number().int().nullable(),
  ipv6Address: z.string().nullable(),
  ipv6Gateway: z.string().nullable(),
  ipv6Prefix: z.number().int().nullable(),
});
export type NetworkValues = z.infer<typeof networkValues>;

const ipText = z.string().trim().max(45);
const portNumber = z.number().int().min(1).max(65535);
/** Strict, from a person: only the edited values. */
export const networkEdit = z.strictObject({
  ipv4Address: ipText.optional(),
  ipv4Mask: ipText.optional(),
  ipv4Gateway: ipText.optional(),
  dhcpEnabled: z.boolean().optional(),
  commandPort: portNumber.optional(),
  httpPort: portNumber.optional(),
  sdkOverTlsPort: portNumber.optional(),
  ipv6Address: ipText.optional(),
  ipv6Gateway: ipText.optional(),
  ipv6Prefix: z.number().int().min(0).max(128).optional(),
});
export type NetworkEdit = z.infer<typeof networkEdit>;

export const deviceRef = z.object({
  id: deviceId,
  serial: z.string().nullable(),
  shortSerial: z.string().nullable(),
  model: z.string().nullable(),
  name: z.string().nullable(),
  mac: z.string().nullable(),
  address: z.string().nullable(),
});
export type DeviceRef = z.infer<typeof deviceRef>;

/** One line of what was sent, heard or read; redacted, untranslated. */
export const evidenceLine = z.object({ at: z.number(), text: z.string().max(1000) });
export type EvidenceLine = z.infer<typeof evidenceLine>;

export const jobSteps = [
  'reading',
  'asking-status',
  'exchanging',
  'sending',
  'verifying',
  'waiting-internet',
  'resolving',
  'logging-in',
  'restarting',
] as const;

export const jobItem = z.object({
  device: deviceRef,
  state: z.enum(['waiting', 'running', 'waiting-internet', 'done']),
  step: z.enum(jobSteps).nullable(),
  verdict: verdict.nullable(),
  reason: reason.nullable(),
  params,
  evidence: z.array(evidenceLine),
  /** What the device said, verbatim, when it is no word we know. */
  rawResult: z.string().max(512).nullable(),
  attemptsLeft: z.number().int().nonnegative().nullable(),
  lockedUntil: z.number().nullable(),
  before: networkValues.nullable(),
  after: networkValues.nullable(),
  routes: z.array(route),
  startedAt: z.number().nullable(),
  endedAt: z.number().nullable(),
});
export type JobItem = z.infer<typeof jobItem>;

export const jobStates = ['running', 'paused', 'done', 'interrupted', 'cancelled'] as const;
export const job = z.object({
  id: z.string(),
  kind: jobKind,
  siteId: z.string(),
  state: z.enum(jobStates),
  startedAt: z.number(),
  endedAt: z.number().nullable(),
  /** Operator and machine, as the system names them. */
  by: z.object({ user: z.string(), machine: z.string(), host: z.string() }),
  /** Devices worked on at once. */
  parallel: z.number().int().positive(),
  /** Job whose changes this one takes back. */
  undoOf: z.string().nullable(),
  /** Whether at least one item can be put back now. */
  canUndo: z.boolean(),
  isDismissed: z.boolean(),
  items: z.array(jobItem),
  counts: z.record(z.string(), z.number().int().nonnegative()),
});
export type Job = z.infer<typeof job>;
/** The list shows no items. */
export const jobSummary = job.omit({ items: true });
export type JobSummary = z.infer<typeof jobSummary>;

/** What would happen to one device, before any password is asked for. */
export const preflightLine = z.object({
  device: deviceRef,
  light: z.enum(['ready', 'caution', 'stop']),
  /** The verdict this device would end with now; `null` when it is ready. */
  verdict: verdict.nullable(),
  reason,
  params,
  evidence: z.array(evidenceLine),
  attemptsLeft: z.number().int().nonnegative().nullable(),
  lockedUntil: z.number().nullable(),
  routes: z.array(route),
});
export type PreflightLine = z.infer<typeof preflightLine>;

export const planProblems = [
  'unknown-device',
  'ambiguous-device',
  'bad-address',
  'bad-mask',
  'network-address',
  'broadcast-address',
  'gateway-outside',
  'gateway-is-address',
  'doubled-in-plan',
  'used-by-device',
  'used-on-wire',
  'bad-port',
  'same-port',
  'bad-ipv6',
  'ipv6-unsupported',
  'not-activated',
  'no-sadp',
  'unreachable-after',
  'missing-column',
  'no-change',
  'no-free-address',
] as const;
export const planProblem = z.object({
  code: z.enum(planProblems),
  /** A caution is shown and goes on with consent; a stop leaves the row out. */
  level: z.enum(['caution', 'stop']),
  params,
});
export type PlanProblem = z.infer<typeof planProblem>;

export const planRow = z.object({
  /** Line of the file, from 1; `null` when it did not come from a file. */
  line: z.number().int().nullable(),
  /** What the file called the device. */
  wanted: z.string().nullable(),
  device: deviceRef.nullable(),
  /** Name to be given, from the file. */
  name: z.string().nullable(),
  from: networkValues.nullable(),
  to: networkEdit,
  problems: z.array(planProblem),
});
export type PlanRow = z.infer<typeof planRow>;

/** An address that a batch left out because something else answers there. */
export const skippedAddress = z.object({ address: z.string(), by: z.string() });

/** Passwords enter a call here and nowhere else; they are sealed in memory at once. */
export const secrets = z.strictObject({
  /** For all devices of the call. */
  all: z.string().min(1).max(128).optional(),
  byDevice: z.record(z.string().max(80), z.string().min(1).max(128)).optional(),
});
export type Secrets = z.infer<typeof secrets>;

export const auditLine = z.object({
  seq: z.number().int(),
  at: z.number(),
  user: z.string(),
  machine: z.string(),
  host: z.string(),
  what: z.string(),
  jobId: z.string().nullable(),
  device: z.string().nullable(),
  params,
  hash: z.string(),
});
export type AuditLine = z.infer<typeof auditLine>;

import type { Vendor } from '../../contract/device.ts';
import { type NetworkKey, networkKeys } from '../../contract/ip.ts';
import type {
  EvidenceLine,
  NetworkValues,
  PreflightLine,
  Reason,
  Route,
  Verdict,
} from '../../contract/job.ts';
import { kindOf, vendorOf } from '../../domain/classify.ts';
import { currentFacts } from '../../domain/facts.ts';
import type { DeviceRecord, KnownFacts } from '../../domain/record.ts';
import type { SadpFields } from '../../protocol/sadp/fields.ts';
import type { SadpMessage } from '../../protocol/sadp/messages.ts';
import type { Commands } from '../commands/commands.ts';
import { deviceRefOf } from '../jobs/values.ts';
import type { RunnerParts } from './options.ts';

/** What the device said just now, or `null` when it did not answer. */
export function readNow(
  commands: Commands,
  device: DeviceRecord,
  { timings }: RunnerParts,
): Promise<SadpMessage | null> {
  return commands.readUntil(device, () => true, timings.readMs);
}

/** Network values of an inquiry answer; what it does not tell is `null`. */
export function valuesOf(fields: SadpFields): NetworkValues {
  return {
    ipv4Address: fields.ipv4Address ?? null,
    ipv4Mask: fields.ipv4Mask ?? null,
    ipv4Gateway: fields.ipv4Gateway ?? null,
    dhcpEnabled: fields.dhcpEnabled ?? null,
    commandPort: fields.commandPort ?? null,
    httpPort: fields.httpPort ?? null,
    sdkOverTlsPort: fields.sdkOverTlsPort ?? null,
    ipv6Address: fields.ipv6Address ?? null,
    ipv6Gateway: fields.ipv6Gateway ?? null,
    ipv6Prefix: fields.ipv6Prefix ?? null,
  };
}

/** What `update` cannot do without; remembered where the fresh answer leaves it out. */
const neededKeys: ReadonlySet<NetworkKey> = new Set([
  'ipv4Address',
  'ipv4Mask',
  'ipv4Gateway',
  'dhcpEnabled',
  'commandPort',
]);

/**
 * Fresh values, and for those that an answer cut short what was told before. Ports that are optional stay
 * out when they are not told now: the command must not invent one.
 */
export function filledValues(fresh: NetworkValues, before: NetworkValues): NetworkValues {
  const filled: Record<string, unknown> = { ...fresh };
  for (const key of networkKeys) {
    if (fresh[key] === null && neededKeys.has(key)) filled[key] = before[key];
  }
  return filled as NetworkValues;
}

/** One short line for the evidence. */
export function describeValues(values: NetworkValues): string {
  const { ipv4Address, ipv4Mask, ipv4Gateway, dhcpEnabled, commandPort, httpPort } = values;
  const dhcp = dhcpEnabled === null ? 'DHCP not told' : `DHCP ${dhcpEnabled ? 'on' : 'off'}`;
  const address = `${ipv4Address ?? '?'} mask ${ipv4Mask ?? '?'} gateway ${ipv4Gateway ?? '?'}`;
  return `${address}, ${dhcp}, ports ${commandPort ?? '?'}/${httpPort ?? '?'}`;
}

export interface DeviceFactsView {
  readonly facts: KnownFacts;
  readonly vendor: Vendor;
  readonly kind: ReturnType<typeof kindOf>;
  readonly hasSadp: boolean;
}

export function viewOf(device: DeviceRecord): DeviceFactsView {
  const facts = currentFacts(device.sources);
  return {
    facts,
    vendor: vendorOf(device, facts),
    kind: kindOf(device, facts),
    hasSadp: device.sources.sadp !== undefined && device.nics.length > 0,
  };
}

export interface Light {
  readonly light: PreflightLine['light'];
  readonly verdict: Verdict | null;
  readonly reason: Reason;
  readonly params?: PreflightLine['params'];
}

export const readyLight: Light = { light: 'ready', verdict: null, reason: 'ready' };

export interface StopLight extends Light {
  readonly verdict: Verdict;
  readonly params: NonNullable<Light['params']>;
}

export function stopLight(
  verdict: Verdict,
  reason: Reason,
  params: StopLight['params'] = {},
): StopLight {
  return { light: 'stop', verdict, reason, params };
}

/** What stops every command before the device is asked anything. */
export function lightBefore(device: DeviceRecord): StopLight | null {
  const { vendor, hasSadp } = viewOf(device);
  if (vendor === 'other') return stopLight('not-supported', 'not-hikvision');
  return hasSadp ? null : stopLight('not-supported', 'no-sadp');
}

/** What the lockout guard says, for a command that carries the device's own password. */
export async function lightOfGuard(
  commands: Commands,
  device: DeviceRecord,
): Promise<Light | null> {
  const reason = await commands.guard(device, null, false);
  if (reason === null) return null;
  return stopLight(reason === 'locked' ? 'locked' : 'skipped', reason);
}

/** The line a person sees before any password is asked for. */
export function lineOf(
  device: DeviceRecord,
  light: Light,
  more: { readonly evidence: readonly EvidenceLine[]; readonly commands: Commands } & Partial<
    Pick<PreflightLine, 'lockedUntil'>
  > & { readonly routes?: readonly Route[] },
): PreflightLine {
  const { attemptsLeft, lockedUntil } = more.commands.lock(device);
  return {
    device: deviceRefOf(device),
    light: light.light,
    verdict: light.verdict,
    reason: light.reason,
    params: { ...light.params },
    evidence: [...more.evidence],
    attemptsLeft,
    lockedUntil: more.lockedUntil ?? lockedUntil,
    routes: [...(more.routes ?? [])],
  };
}

import {
  formatIpv4,
  isInSubnet,
  maskOfPrefix,
  type NetworkKey,
  networkKeys,
  parseIpv4,
  prefixOfMask,
} from '../contract/ip.ts';
import type { NetworkEdit, NetworkValues, PlanProblem } from '../contract/job.ts';
import { isSameIpv6, parseIpv6 } from './ipv6.ts';

type Code = PlanProblem['code'];

/** What a device without a gateway shows. */
export const noGateway = '0.0.0.0';

/** Shortest and longest mask a device takes. Source: the vendor's manuals. */
const prefixRange = { min: 8, max: 30 };

const ipv6Keys: ReadonlySet<NetworkKey> = new Set(['ipv6Address', 'ipv6Gateway']);

export function isSameValue(
  key: NetworkKey,
  a: string | number | boolean | null,
  b: string | number | boolean | null,
): boolean {
  if (ipv6Keys.has(key) && typeof a === 'string' && typeof b === 'string') return isSameIpv6(a, b);
  return a === b;
}

/**
 * The edit as it is sent: a static address means no DHCP unless that was said, and an empty gateway is
 * the one devices show for none.
 */
export function completeEdit(edit: NetworkEdit, current: NetworkValues): NetworkEdit {
  const isStatic = edit.ipv4Address !== undefined && edit.dhcpEnabled === undefined;
  return {
    ...edit,
    ...(isStatic && current.dhcpEnabled !== false ? { dhcpEnabled: false } : {}),
    ...(edit.ipv4Gateway === '' ? { ipv4Gateway: noGateway } : {}),
  };
}

/** The keys of an edit that differ from what the device has. */
export function changedKeys(edit: NetworkEdit, current: NetworkValues): NetworkKey[] {
  return networkKeys.filter((key) => {
    const wanted = edit[key];
    return wanted !== undefined && !isSameValue(key, wanted, current[key]);
  });
}

/** What the device will have: `update` sends everything, and only what was edited differs. */
export function mergeEdit(current: NetworkValues, edit: NetworkEdit): NetworkValues {
  const merged: Record<string, unknown> = { ...current };
  for (const key of networkKeys) if (edit[key] !== undefined) merged[key] = edit[key];
  return merged as NetworkValues;
}

/** What the edit needs to know of the device. */
export interface EditTarget {
  readonly current: NetworkValues;
  readonly activated: boolean | null;
  readonly hasSadp: boolean;
  /** Without SADP, but its web server takes the edit; what is not known yet is read there before. */
  readonly isHttp?: boolean;
  readonly ipv6Modifiable: boolean | null;
}

/** Everything that can be said about an edit without asking the wire or other devices. */
export function checkEdit(given: NetworkEdit, target: EditTarget): PlanProblem[] {
  const { current, activated, hasSadp, isHttp = false } = target;
  const edit = completeEdit(given, current);
  const changed = new Set(changedKeys(edit, current));
  const codes: Code[] = [
    ...(hasSadp || isHttp ? [] : (['no-sadp'] as const)),
    ...(activated === false ? (['not-activated'] as const) : []),
    ...checkIpv4(edit, current, isHttp),
    ...checkPorts(edit, current),
    ...checkIpv6(edit, target),
  ];
  const stops = [...new Set(codes)].map((code) => problem(code));
  const isSame = changed.size === 0 && stops.length === 0;
  return isSame ? [problem('no-change', 'caution')] : stops;
}

function problem(code: Code, level: PlanProblem['level'] = 'stop'): PlanProblem {
  return { code, level, params: {} };
}

const ipv4Keys = ['ipv4Address', 'ipv4Mask', 'ipv4Gateway'] as const;

/**
 * Address, mask and gateway belong together, so an edit of one is judged with the other two as they are.
 * With DHCP they only have to be readable: they take no effect.
 */
function checkIpv4(edit: NetworkEdit, current: NetworkValues, isReadLater: boolean): Code[] {
  if (!ipv4Keys.some((key) => edit[key] !== undefined) && edit.dhcpEnabled !== false) return [];
  const next = mergeEdit(current, edit);
  if (next.dhcpEnabled === true) return unreadable(edit);
  const address = parseIpv4(next.ipv4Address ?? '');
  const prefix = prefixOfMask(next.ipv4Mask ?? '');
  const isMaskLater = isReadLater && next.ipv4Mask === null;
  const codes: Code[] = [
    ...(address === null || !isHost(address) ? (['bad-address'] as const) : []),
    ...(isMaskLater ? [] : prefix === null || !isUsual(prefix) ? (['bad-mask'] as const) : []),
  ];
  if (address === null || prefix === null || codes.length > 0) return codes;
  return [...checkPlace(address, prefix), ...checkGateway(next.ipv4Gateway, address, prefix)];
}

function unreadable(edit: NetworkEdit): Code[] {
  const { ipv4Address: address, ipv4Mask: mask, ipv4Gateway: gateway } = edit;
  return [
    ...(address !== undefined && parseIpv4(address) === null ? (['bad-address'] as const) : []),
    ...(mask !== undefined && prefixOfMask(mask) === null ? (['bad-mask'] as const) : []),
    ...(gateway !== undefined && parseIpv4(gateway) === null ? (['bad-address'] as const) : []),
  ];
}

function isUsual(prefix: number): boolean {
  return prefix >= prefixRange.min && prefix <= prefixRange.max;
}

/** Not "this network", not loopback, not multicast or above. */
function isHost(address: number): boolean {
  const first = address >>> 24;
  return first !== 0 && first !== 127 && first < 224;
}

/** Network and broadcast address of its own subnet. */
export function isReserved(address: number, prefix: number): boolean {
  const base = (address & maskOfPrefix(prefix)) >>> 0;
  return address === base || address === broadcastOf(address, prefix);
}

function broadcastOf(address: number, prefix: number): number {
  return (address | (~maskOfPrefix(prefix) >>> 0)) >>> 0;
}

function checkPlace(address: number, prefix: number): Code[] {
  if (!isReserved(address, prefix)) return [];
  return address === broadcastOf(address, prefix) ? ['broadcast-address'] : ['network-address'];
}

function checkGateway(text: string | null, address: number, prefix: number): Code[] {
  if (text === null || text === '' || text === noGateway) return [];
  const gateway = parseIpv4(text);
  if (gateway === null) return ['bad-address'];
  if (gateway === address) return ['gateway-is-address'];
  const isInside = isInSubnet(gateway, address, prefix) && !isReserved(gateway, prefix);
  return isInside ? [] : ['gateway-outside'];
}

const portKeys = ['commandPort', 'httpPort', 'sdkOverTlsPort'] as const;

function checkPorts(edit: NetworkEdit, current: NetworkValues): Code[] {
  const edited = portKeys.filter((key) => edit[key] !== undefined);
  if (edited.length === 0) return [];
  const isBad = edited.some((key) => !isPort(edit[key]));
  const next = mergeEdit(current, edit);
  // A port of 0 is a service that is switched off.
  const ports = portKeys.map((key) => next[key]).filter((port) => port !== null && port !== 0);
  const isDoubled = new Set(ports).size < ports.length;
  return [
    ...(isBad ? (['bad-port'] as const) : []),
    ...(isDoubled ? (['same-port'] as const) : []),
  ];
}

function isPort(port: number | undefined): boolean {
  return port !== undefined && Number.isInteger(port) && port >= 1 && port <= 65_535;
}

function checkIpv6(given: NetworkEdit, { current, ipv6Modifiable }: EditTarget): Code[] {
  const { ipv6Address: address, ipv6Gateway: gateway, ipv6Prefix: prefix } = given;
  const isBad =
    (address !== undefined && parseIpv6(address) === null) ||
    (gateway !== undefined && parseIpv6(gateway) === null) ||
    (prefix !== undefined && !(Number.isInteger(prefix) && prefix >= 0 && prefix <= 128));
  const changed = changedKeys(given, current);
  const isChanged = changed.some((key) => key.startsWith('ipv6'));
  return [
    ...(isBad ? (['bad-ipv6'] as const) : []),
    // Only a clear "yes" counts: a device that does not tell would take the rest and drop this.
    ...(isChanged && ipv6Modifiable !== true ? (['ipv6-unsupported'] as const) : []),
  ];
}

/** `a.b.c.d` of a subnet's mask. */
export function maskText(prefix: number): string {
  return formatIpv4(maskOfPrefix(prefix));
}

import {
  isInSubnet,
  maskOfPrefix,
  parseIpv4,
  prefixOfMask,
} from '../../../../../main/contract/ip.ts';
import type { NetworkEdit, NetworkValues, PlanProblem } from '../../../../../main/contract/job.ts';
import {
  type FieldKind,
  ipv4Fields,
  type NetworkField,
  type TextField,
  textFields,
} from './fields.ts';
import { isIpv6 } from './ipv6.ts';

/** What the operator typed over the device's values; a field that is not here is as the device says. */
export type Typed = Readonly<Partial<Record<TextField, string>> & { dhcpEnabled?: boolean }>;

export const nothingTyped: Typed = {};

/** The device's own value as the field shows it. */
export function deviceText(values: NetworkValues, field: TextField): string {
  const value = values[field];
  return value === null ? '' : String(value);
}

export function shownText(values: NetworkValues, typed: Typed, field: TextField): string {
  return typed[field] ?? deviceText(values, field);
}

export function isDhcpOn(values: NetworkValues, typed: Typed): boolean {
  return typed.dhcpEnabled ?? values.dhcpEnabled === true;
}

/** Typing the device's own value again takes the edit back, also when its value changes later. */
export function typeText(
  values: NetworkValues,
  typed: Typed,
  entry: { readonly field: TextField; readonly text: string },
): Typed {
  const { [entry.field]: _old, ...rest } = typed;
  if (entry.text.trim() === deviceText(values, entry.field)) return rest;
  return { ...rest, [entry.field]: entry.text };
}

export function switchDhcp(values: NetworkValues, typed: Typed, isOn: boolean): Typed {
  const { dhcpEnabled: _old, ...rest } = typed;
  return values.dhcpEnabled === isOn ? rest : { ...rest, dhcpEnabled: isOn };
}

/** What would be sent differently; under DHCP the device finds its IPv4 values itself. */
export function changedFields(values: NetworkValues, typed: Typed): readonly NetworkField[] {
  const isDhcp = isDhcpOn(values, typed);
  const changed: NetworkField[] =
    typed.dhcpEnabled === undefined || typed.dhcpEnabled === values.dhcpEnabled
      ? []
      : ['dhcpEnabled'];
  for (const { field } of textFields) {
    const text = typed[field];
    if (text === undefined || text.trim() === deviceText(values, field)) continue;
    if (isDhcp && ipv4Fields.includes(field)) continue;
    changed.push(field);
  }
  return changed;
}

function isValid(kind: FieldKind, text: string): boolean {
  if (kind === 'ipv4') return parseIpv4(text) !== null;
  if (kind === 'ipv6') return isIpv6(text);
  if (!/^\d{1,5}$/.test(text)) return false;
  const value = Number(text);
  return kind === 'port' ? value >= 1 && value <= 65535 : value <= 128;
}

const badCode: Readonly<Record<FieldKind, PlanProblem['code']>> = {
  ipv4: 'bad-address',
  ipv6: 'bad-ipv6',
  prefix: 'bad-ipv6',
  port: 'bad-port',
};

function problem(code: PlanProblem['code'], field: TextField): PlanProblem {
  return { code, level: 'stop', params: { field } };
}

/** Shortest and longest mask that devices take; the core refuses others too. */
const usualPrefix = { min: 8, max: 30 };

function isUsualMask(text: string): boolean {
  const prefix = prefixOfMask(text);
  return prefix !== null && prefix >= usualPrefix.min && prefix <= usualPrefix.max;
}

/** Not "this network", not loopback, not multicast or above. */
function isHostAddress(text: string): boolean {
  const first = (parseIpv4(text) ?? 0) >>> 24;
  return first !== 0 && first !== 127 && first < 224;
}

function isValidText(field: TextField, kind: FieldKind, text: string): boolean {
  if (field === 'ipv4Mask') return isUsualMask(text);
  if (field === 'ipv4Address') return isHostAddress(text);
  // An empty gateway is sent as the 0.0.0.0 that devices show for none.
  return (field === 'ipv4Gateway' && text === '') || isValid(kind, text);
}

function spellingProblems(values: NetworkValues, typed: Typed, changed: readonly NetworkField[]) {
  return textFields.flatMap(({ field, kind }) => {
    const text = shownText(values, typed, field).trim();
    if (!changed.includes(field) || isValidText(field, kind, text)) return [];
    return [problem(field === 'ipv4Mask' ? 'bad-mask' : badCode[kind], field)];
  });
}

function isReserved(address: number, prefix: number): 'network' | 'broadcast' | null {
  const hostBits = ~maskOfPrefix(prefix) >>> 0;
  const host = (address & hostBits) >>> 0;
  if (host === 0) return 'network';
  return host === hostBits ? 'broadcast' : null;
}

function subnetProblems(values: NetworkValues, typed: Typed): PlanProblem[] {
  const addressText = shownText(values, typed, 'ipv4Address').trim();
  const address = isHostAddress(addressText) ? parseIpv4(addressText) : null;
  const mask = shownText(values, typed, 'ipv4Mask').trim();
  const prefix = prefixOfMask(mask);
  if (address === null || prefix === null || !isUsualMask(mask)) return [];
  const reserved = isReserved(address, prefix);
  const problems: PlanProblem[] = [];
  if (reserved !== null) problems.push(problem(`${reserved}-address`, 'ipv4Address'));
  const gateway = parseIpv4(shownText(values, typed, 'ipv4Gateway').trim());
  // 0.0.0.0 is how a device says that it has no gateway.
  if (gateway === null || gateway === 0) return problems;
  if (gateway === address) return [...problems, problem('gateway-is-address', 'ipv4Gateway')];
  const isInside = isInSubnet(gateway, address, prefix) && isReserved(gateway, prefix) === null;
  return isInside ? problems : [...problems, problem('gateway-outside', 'ipv4Gateway')];
}

const portFields = ['commandPort', 'sdkOverTlsPort', 'httpPort'] as const;

function samePorts(values: NetworkValues, typed: Typed, changed: readonly NetworkField[]) {
  const ports = portFields.map((field) => ({
    field,
    text: shownText(values, typed, field).trim(),
  }));
  return ports.flatMap(({ field, text }) => {
    const isTwice = ports.some((other) => other.field !== field && other.text === text);
    // A port of 0 is a service that is switched off.
    if (text === '' || text === '0' || !isTwice || !changed.includes(field)) return [];
    return [problem('same-port', field)];
  });
}

/**
 * What is wrong without asking anybody; the core checks the same and more. Only edited values are
 * judged: a device with an odd setting of its own can still be given another port.
 */
export function localProblems(values: NetworkValues, typed: Typed): readonly PlanProblem[] {
  const changed = changedFields(values, typed);
  const spelling = spellingProblems(values, typed, changed);
  const isIpv4Edited = changed.some((field) => ipv4Fields.some((one) => one === field));
  const subnet = isIpv4Edited ? subnetProblems(values, typed) : [];
  return [...spelling, ...subnet, ...samePorts(values, typed, changed)];
}

/** The edited values as they are sent; call only without local problems. */
export function editOf(values: NetworkValues, typed: Typed): NetworkEdit {
  const entries = changedFields(values, typed).map((field) => {
    if (field === 'dhcpEnabled') return [field, isDhcpOn(values, typed)] as const;
    const text = shownText(values, typed, field).trim();
    const kind = textFields.find((spec) => spec.field === field)?.kind;
    return [field, kind === 'port' || kind === 'prefix' ? Number(text) : text] as const;
  });
  return Object.fromEntries(entries) as NetworkEdit;
}

/** What the button that sends it says: the change itself, in as few words as name it. */
export type ChangeName =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'address'; readonly address: string; readonly more: number }
  | { readonly kind: 'dhcp'; readonly isOn: boolean; readonly more: number }
  | { readonly kind: 'one'; readonly field: NetworkField; readonly value: string }
  | { readonly kind: 'many'; readonly count: number };

export function nameChange(values: NetworkValues, typed: Typed): ChangeName {
  const changed = changedFields(values, typed);
  const [first] = changed;
  if (first === undefined) return { kind: 'nothing' };
  const more = changed.length - 1;
  if (changed.includes('ipv4Address')) {
    return { kind: 'address', address: shownText(values, typed, 'ipv4Address').trim(), more };
  }
  if (first === 'dhcpEnabled') return { kind: 'dhcp', isOn: isDhcpOn(values, typed), more };
  if (more > 0) return { kind: 'many', count: changed.length };
  return { kind: 'one', field: first, value: shownText(values, typed, first).trim() };
}

import { shortSerialOf } from '../contract/columns.ts';
import {
  type Device,
  type DeviceDetail,
  type DeviceFlag,
  type DeviceRow,
  deviceFacts,
  deviceFlags,
  deviceRow,
  type FactKey,
  type FactView,
} from '../contract/device.ts';
import { defaultAddresses, isInSubnet, parseIpv4 } from '../contract/ip.ts';
import { kindOf, vendorOf } from './classify.ts';
import { sourceOf, sourceRank, toldOf } from './facts.ts';
import type { LocalSubnet } from './outcome.ts';
import type { KnownFacts, SourceBlock } from './record.ts';
import { addressOf, type Entry } from './roster.ts';

/** What a row needs to know besides its own record. */
export interface RowContext {
  readonly subnets: readonly LocalSubnet[];
  /** Devices there now that claim this entry's address, itself included. */
  readonly claims: number;
}

function flagsOf(entry: Entry, context: RowContext): DeviceFlag[] {
  const address = addressOf(entry);
  const isSet: Record<DeviceFlag, boolean> = {
    'duplicate-address': entry.keys.isClaiming && context.claims > 1,
    'other-subnet': address !== null && isElsewhere(address, context.subnets),
    // A lock that is over was taken off by the tick; nothing on the wire tells of one.
    locked: entry.lock.lockedUntil !== null,
    // Only a clear "no" counts; a device that does not say is not called inactive.
    inactive: entry.current.activated === false,
    unreachable: address !== null && entry.unreachableAt === address,
    'default-address': address !== null && defaultAddresses.includes(address),
  };
  return deviceFlags.filter((flag) => isSet[flag]);
}

/** Nothing can be said while no local subnet is known. */
function isElsewhere(address: string, subnets: readonly LocalSubnet[]): boolean {
  const value = parseIpv4(address);
  if (value === null || subnets.length === 0) return false;
  return !subnets.some((subnet) => {
    const base = parseIpv4(subnet.address);
    return base !== null && isInSubnet(value, base, subnet.prefix);
  });
}

function serialOf(entry: Entry): string | null {
  return entry.record.serial ?? entry.current.serial ?? null;
}

type RowFactKey = Exclude<Extract<FactKey, keyof DeviceRow>, 'serial' | 'mac' | 'ipv4Address'>;
const ownRowKeys: ReadonlySet<string> = new Set(['serial', 'mac', 'ipv4Address']);
const rowFactKeys = Object.keys(deviceRow.shape).filter(
  (key): key is RowFactKey => key in deviceFacts.shape && !ownRowKeys.has(key),
);

function rowFacts(facts: KnownFacts): Pick<DeviceRow, RowFactKey> {
  const result: { [key: string]: unknown } = {};
  for (const key of rowFactKeys) result[key] = facts[key] ?? null;
  return result as Pick<DeviceRow, RowFactKey>;
}

/** The part of a row that only a new revision of the record changes. */
function lastingPart(entry: Entry) {
  const { record, current } = entry;
  const serial = serialOf(entry);
  return {
    ...rowFacts(current),
    serial,
    mac: record.nics[0]?.mac ?? current.mac ?? null,
    ipv4Address: current.ipv4Address ?? record.address,
    id: record.id,
    shortSerial: serial === null ? null : shortSerialOf(serial),
    name: record.name,
    note: record.note,
    kind: kindOf(record, current),
    vendor: vendorOf(record, current),
    generation: record.generation,
    restartedAt: record.restartedAt,
    removedAt: record.removedAt,
    bookHost: record.book?.host ?? null,
  };
}

type LastingPart = ReturnType<typeof lastingPart>;
const lastingParts = new WeakMap<
  Entry,
  { readonly revision: number; readonly part: LastingPart }
>();

function cachedPart(entry: Entry): LastingPart {
  const { revision } = entry.record;
  const known = lastingParts.get(entry);
  if (known?.revision === revision) return known.part;
  const part = lastingPart(entry);
  lastingParts.set(entry, { revision, part });
  return part;
}

/** The flat row of the table. */
export function toRow(entry: Entry, context: RowContext): DeviceRow {
  const { record } = entry;
  return {
    ...cachedPart(entry),
    presence: entry.presence,
    flags: flagsOf(entry, context),
    sameAddress: entry.keys.isClaiming && context.claims > 1 ? context.claims : 0,
    via: record.via
      .map(({ adapter, source, lastAt }) => ({ adapter, source, lastAt }))
      .sort((a, b) => b.lastAt - a.lastAt),
    firstSeenAt: record.firstSeenAt ?? record.createdAt,
    lastSeenAt: record.lastSeenAt ?? record.createdAt,
    lockedUntil: entry.lock.lockedUntil,
    attemptsLeft: entry.lock.attemptsLeft,
    ...entry.overlay,
  };
}

/** What the device says it can do, in the order the command line prints it. */
const capabilityKeys = [
  'passwordReset',
  'passwordResetSecondMode',
  'securityQuestions',
  'mailbox',
  'guid',
  'restoreInactive',
  'resetByPhone',
  'passwordResetTypes',
  'syncIpcPassword',
  'channelDefaultPassword',
  'lockReporting',
  'bindList',
  'userToken',
  'verificationCodeModifiable',
  'wifiEnhancement',
  'codeEncrypt',
  'encrypt',
] as const satisfies readonly FactKey[];

/** The nested device of the command line and of JSON exports; times are ISO 8601 UTC. */
export function toDevice(entry: Entry, context: RowContext, siteName: string): Device {
  const row = toRow(entry, context);
  const { current } = entry;
  return {
    id: row.id,
    serial: row.serial,
    shortSerial: row.shortSerial,
    model: row.model,
    kind: row.kind,
    vendor: row.vendor,
    mac: row.mac,
    name: row.name,
    note: row.note,
    site: siteName,
    ...deviceGroups(row),
    capabilities: Object.fromEntries(capabilityKeys.map((key) => [key, current[key] ?? null])),
    sadpVersion: current.sadpVersion ?? null,
    oem: { isOem: current.isOem ?? null, info: row.oemInfo },
    presence: row.presence,
    flags: row.flags,
  };
}

function deviceGroups(row: DeviceRow) {
  return {
    ipv4: {
      address: row.ipv4Address,
      mask: row.ipv4Mask,
      gateway: row.ipv4Gateway,
      dhcp: row.dhcpEnabled,
    },
    ipv6: {
      address: row.ipv6Address,
      gateway: row.ipv6Gateway,
      prefix: row.ipv6Prefix,
      supported: row.ipv6Supported,
      modifiable: row.ipv6Modifiable,
    },
    ports: {
      command: row.commandPort,
      http: row.httpPort,
      https: row.httpsPort,
      sdkOverTls: row.sdkOverTlsPort,
    },
    firmware: row.firmware,
    dsp: row.dsp,
    bootTime: row.bootTime,
    channels: { analog: row.analogChannels, digital: row.digitalChannels },
    activated: row.activated,
    cloud: {
      supported: row.cloudSupported,
      enabled: row.cloudEnabled,
      bound: row.cloudBound,
      unbindSupported: row.unbindSupported,
    },
    generation: row.generation,
    seen: {
      first: new Date(row.firstSeenAt).toISOString(),
      last: new Date(row.lastSeenAt).toISOString(),
      via: row.via.map(({ adapter, source }) => ({ adapter, source })),
    },
  };
}

/** Row, facts with their source, and what this version does not know; events come from the store. */
export function toDetail(entry: Entry, context: RowContext): Omit<DeviceDetail, 'events'> {
  const { record, current } = entry;
  return {
    row: toRow(entry, context),
    facts: factViews(entry),
    extra: extraViews(entry),
    kindGuess: kindOf({ ...record, kind: null }, current),
    isKindSet: record.kind !== null,
  };
}

const factKeys = Object.keys(deviceFacts.shape);

function factViews(entry: Entry): FactView[] {
  const views: FactView[] = [];
  for (const key of factKeys) {
    const value = (entry.current as { [key: string]: FactView['value'] })[key];
    const source = sourceOf(entry.record.sources, key);
    const block = source === null ? undefined : entry.record.sources[source];
    if (value === undefined || source === null || block === undefined) continue;
    views.push({ key, value, source, ...told(block, key) });
  }
  return views;
}

function told(block: SourceBlock, key: string): { at: number; adapter: string | null } {
  const { at, adapter } = toldOf(block, key);
  return { at, adapter };
}

function extraViews(entry: Entry): FactView[] {
  const { record } = entry;
  const views = new Map<string, FactView>();
  for (const source of sourceRank) {
    const block = record.sources[source];
    for (const [key, value] of Object.entries(block?.extra ?? {})) {
      if (block === undefined || views.has(key)) continue;
      views.set(key, { key, value, source, at: block.at, adapter: block.adapter });
    }
  }
  for (const [index, nic] of record.nics.slice(1).entries()) {
    const key = index === 0 ? 'otherMac' : `otherMac${index + 1}`;
    const value = nic.address === null ? nic.mac : `${nic.mac} ${nic.address}`;
    views.set(key, { key, value, source: 'sadp', at: nic.lastAt, adapter: null });
  }
  return [...views.values()];
}

import type { Device } from '../../contract/device.ts';
import type { Locale } from '../../contract/settings.ts';
import { texts } from '../../contract/text/index.ts';
import { interpolate } from '../../contract/text/interpolate.ts';
import type { Terminal } from './output.ts';
import { type Column, table } from './table.ts';

/** Unknown is left empty in a table: it is never written as "no". */
export function triText(value: boolean | null, locale: Locale): string {
  if (value === null) return '';
  return value ? texts[locale].tri.yes : texts[locale].tri.no;
}

/** Numeric order of addresses; devices without one come last. */
function addressKey(address: string | null): number {
  if (address === null) return Number.POSITIVE_INFINITY;
  return address.split('.').reduce((value, part) => value * 256 + Number(part), 0);
}

export function byAddress(a: Device, b: Device): number {
  const [left, right] = [addressKey(a.ipv4.address), addressKey(b.ipv4.address)];
  if (left !== right) return left < right ? -1 : 1;
  return (a.serial ?? '').localeCompare(b.serial ?? '');
}

function sharers(devices: readonly Device[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { ipv4, flags } of devices) {
    if (ipv4.address === null || !flags.includes('duplicate-address')) continue;
    counts.set(ipv4.address, (counts.get(ipv4.address) ?? 0) + 1);
  }
  return counts;
}

function stateText(device: Device, sharing: ReadonlyMap<string, number>, locale: Locale): string {
  const { flags, presence } = texts[locale];
  const marks = device.flags.map((flag) =>
    interpolate(flags[flag], { devices: sharing.get(device.ipv4.address ?? '') ?? 2 }),
  );
  // Online and active is the normal case, and the normal case is silent.
  return [...(device.presence === 'online' ? [] : [presence[device.presence]]), ...marks].join(
    ', ',
  );
}

function viaText(device: Device, locale: Locale): string {
  const { sources } = texts[locale];
  const names = device.seen.via.map(({ adapter, source }) =>
    adapter === null ? sources[source] : `${sources[source]} ${adapter}`,
  );
  return [...new Set(names)].join(', ');
}

/** The list of devices as a person reads it. */
export function deviceTable(
  devices: readonly Device[],
  locale: Locale,
  terminal: Terminal,
  /** Where devices of the book are reached whose own address nobody has heard. */
  hosts: ReadonlyMap<string, string> = new Map(),
): string {
  const { columnsShort: titles, kinds } = texts[locale];
  const columns: readonly Column[] = [
    { title: titles.ipv4Address },
    { title: titles.model, shrink: { rank: 5, floor: 10 } },
    { title: titles.state, shrink: { rank: 6, floor: 11 } },
    { title: titles.activated },
    { title: titles.name, shrink: { rank: 4, floor: 8 } },
    { title: titles.serial, shrink: { rank: 3, floor: 13 }, keepsEnd: true },
    { title: titles.mac, shrink: { rank: 7, floor: 17 }, isSpare: true },
    { title: titles.firmware, shrink: { rank: 2, floor: 8 }, isSpare: true },
    { title: titles.via, shrink: { rank: 1, floor: 5 }, isSpare: true },
  ];
  const sharing = sharers(devices);
  const rows = [...devices]
    .sort(byAddress)
    .map((device) => [
      device.ipv4.address ?? hosts.get(device.id) ?? '',
      device.model ?? kinds[device.kind],
      stateText(device, sharing, locale),
      triText(device.activated, locale),
      device.name ?? '',
      device.serial ?? '',
      device.mac ?? '',
      device.firmware ?? '',
      viaText(device, locale),
    ]);
  return table(columns, rows, terminal);
}

/** How a device is called in a sentence: what it is, the end of its serial, its address. */
export function deviceLabel(device: Device): string {
  const parts = [device.name, device.model, device.shortSerial ?? device.mac, device.ipv4.address];
  return parts.filter((part) => part !== null && part !== '').join(' · ');
}

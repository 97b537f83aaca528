import type { DeviceRow } from './device.ts';

/** How a value is shown, sorted and exported. */
export type ColumnFormat =
  | 'text'
  | 'mono'
  | 'address'
  | 'number'
  | 'tri'
  | 'status'
  | 'time'
  | 'serial'
  | 'list';

export interface ColumnSpec {
  /** Stable id: layouts, saved filters and exports name it. */
  readonly id: ColumnId;
  /** The row's field behind it. */
  readonly field: keyof DeviceRow;
  readonly format: ColumnFormat;
  /** Width in CSS px at normal density. */
  readonly width: number;
  readonly isDefault: boolean;
  /** Stays at the left while the rest scrolls; cannot be hidden or moved. */
  readonly isSticky?: true;
}

const spec = [
  ['state', 'flags', 'status', 142, true, true],
  ['model', 'model', 'text', 170, true, true],
  ['ipv4Address', 'ipv4Address', 'address', 122, true, true],
  ['serial', 'serial', 'serial', 236, true],
  ['name', 'name', 'text', 128, true],
  ['activated', 'activated', 'tri', 104, true],
  ['mac', 'mac', 'mono', 152, true],
  ['commandPort', 'commandPort', 'number', 64, true],
  ['sdkOverTlsPort', 'sdkOverTlsPort', 'number', 96, false],
  ['firmware', 'firmware', 'text', 168, true],
  ['ipv4Gateway', 'ipv4Gateway', 'address', 124, true],
  ['httpPort', 'httpPort', 'number', 72, true],
  ['ipv4Mask', 'ipv4Mask', 'address', 124, true],
  ['digitalChannels', 'digitalChannels', 'number', 88, true],
  ['dsp', 'dsp', 'text', 152, false],
  ['bootTime', 'bootTime', 'text', 152, true],
  ['ipv6Address', 'ipv6Address', 'mono', 176, false],
  ['ipv6Gateway', 'ipv6Gateway', 'mono', 140, false],
  ['ipv6Prefix', 'ipv6Prefix', 'number', 72, false],
  ['ipv6Supported', 'ipv6Supported', 'tri', 104, false],
  ['ipv6Modifiable', 'ipv6Modifiable', 'tri', 104, false],
  ['dhcpSupported', 'dhcpSupported', 'tri', 104, false],
  ['dhcpEnabled', 'dhcpEnabled', 'tri', 104, true],
  ['cloudSupported', 'cloudSupported', 'tri', 112, true],
  ['cloudEnabled', 'cloudEnabled', 'tri', 112, true],
  ['cloudBound', 'cloudBound', 'tri', 104, true],
  ['unbindSupported', 'unbindSupported', 'tri', 112, true],
  ['analogChannels', 'analogChannels', 'number', 88, false],
  ['httpsPort', 'httpsPort', 'number', 72, false],
  ['kind', 'kind', 'text', 88, false],
  ['vendor', 'vendor', 'text', 88, false],
  ['generation', 'generation', 'text', 72, false],
  ['oemInfo', 'oemInfo', 'text', 96, false],
  ['via', 'via', 'list', 136, true],
  ['lastSeenAt', 'lastSeenAt', 'time', 112, true],
  ['firstSeenAt', 'firstSeenAt', 'time', 112, false],
  ['restartedAt', 'restartedAt', 'time', 112, false],
  ['bookHost', 'bookHost', 'text', 152, false],
  ['login', 'login', 'text', 104, false],
  ['health', 'health', 'text', 104, false],
  ['openCase', 'openCase', 'text', 128, false],
  ['note', 'note', 'text', 160, false],
] as const satisfies readonly (readonly [
  string,
  keyof DeviceRow,
  ColumnFormat,
  number,
  boolean,
  true?,
])[];

export type ColumnId = (typeof spec)[number][0];

/** Every column in its default order: SADP's own ones, then ours. */
export const columns: readonly ColumnSpec[] = spec.map(
  ([id, field, format, width, isDefault, isSticky]) => ({
    id,
    field,
    format,
    width,
    isDefault,
    ...(isSticky === undefined ? {} : { isSticky }),
  }),
);

/**
 * The column's raw value as plain text for search, copy and export. Unknown is the empty text: it is
 * never written as "no". Times are ISO 8601 UTC; words are translated by the caller.
 */
export function plainValue(row: DeviceRow, column: ColumnSpec): string {
  const value = row[column.field];
  if (value === null || value === undefined) return '';
  if (column.format === 'time') return new Date(Number(value)).toISOString();
  if (column.format === 'list') {
    return row.via.map((via) => `${via.source}:${via.adapter ?? '?'}`).join(' ');
  }
  if (column.id === 'state') return [row.presence, ...row.flags].join(' ');
  return String(value);
}

/**
 * The part of a serial that tells devices apart, as the label and the cloud have it: the last nine
 * characters in front of the letters that recorders append (`WCVU`).
 */
export function shortSerialOf(serial: string): string {
  return serial.replace(/(?<=\d)[A-Za-z]{2,}$/, '').slice(-9);
}

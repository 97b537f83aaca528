import { type ColumnId, type ColumnSpec, columns } from '../../../../../main/contract/columns.ts';
import type { DeviceFlag, DeviceRow, Presence } from '../../../../../main/contract/device.ts';
import { parseIpv4 } from '../../../../../main/contract/ip.ts';

/** What a row sorts by in one column; `null` (unknown) stands last in both directions. */
export type SortKey = string | number | null;

export interface SortTerm {
  readonly column: string;
  readonly desc: boolean;
}

/** Addresses say where a device is, so an untouched table is ordered by them. */
export const defaultSort: readonly SortTerm[] = [{ column: 'ipv4Address', desc: false }];

const specById = new Map<string, ColumnSpec>(columns.map((spec) => [spec.id, spec]));

export function columnSpec(id: string): ColumnSpec | undefined {
  return specById.get(id);
}

/** What needs the operator most comes first when sorted upwards. */
const flagRank: Readonly<Record<DeviceFlag, number>> = {
  'duplicate-address': 0,
  inactive: 1,
  locked: 2,
  unreachable: 3,
  'other-subnet': 4,
  'default-address': 5,
};
const presenceRank: Readonly<Record<Presence, number>> = {
  online: 6,
  stale: 7,
  offline: 8,
  never: 9,
};

function stateRank(row: DeviceRow): number {
  let rank = presenceRank[row.presence];
  for (const flag of row.flags) rank = Math.min(rank, flagRank[flag]);
  return rank;
}

/** "Camera 9" before "Camera 10", "Ü" beside "U"; plain `<` on the result is enough, and fast. */
export function naturalKey(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/\d+/g, (digits) => digits.padStart(12, '0'));
}

function keyOf(row: DeviceRow, spec: ColumnSpec): SortKey {
  if (spec.format === 'status') return stateRank(row);
  if (spec.format === 'list') return row.via.map((via) => via.adapter ?? via.source).join(' ');
  const value = row[spec.field];
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return value ? 0 : 1;
  if (typeof value === 'number') return value;
  if (spec.format === 'address') return parseIpv4(String(value)) ?? naturalKey(String(value));
  return naturalKey(String(value));
}

const caches = new Map<ColumnId, WeakMap<DeviceRow, SortKey>>();

/** The row's key, computed once per row object. */
export function sortKey(row: DeviceRow, spec: ColumnSpec): SortKey {
  let cache = caches.get(spec.id);
  if (cache === undefined) {
    cache = new WeakMap();
    caches.set(spec.id, cache);
  }
  const known = cache.get(row);
  if (known !== undefined) return known;
  const key = keyOf(row, spec);
  cache.set(row, key);
  return key;
}

export function compareKeys(a: SortKey, b: SortKey, isDesc: boolean): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  // An address that could not be read is text beside numbers: texts stand behind numbers.
  if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1;
  const result = a < b ? -1 : 1;
  return isDesc ? -result : result;
}

/** A click on a header: alone it sorts by that column (again: the other way round). */
export function sortByOnly(sort: readonly SortTerm[], column: string): SortTerm[] {
  const first = sort[0];
  const isSame = sort.length === 1 && first?.column === column;
  return [{ column, desc: isSame ? !first.desc : false }];
}

/** Shift+click: adds the column as the last order, turns it round, then takes it out again. */
export function sortByAlso(sort: readonly SortTerm[], column: string, limit = 4): SortTerm[] {
  const known = sort.find((term) => term.column === column);
  if (known === undefined) {
    return sort.length >= limit ? [...sort] : [...sort, { column, desc: false }];
  }
  if (!known.desc) {
    return sort.map((term) => (term === known ? { column, desc: true } : term));
  }
  const rest = sort.filter((term) => term !== known);
  return rest.length === 0 ? [{ column, desc: false }] : rest;
}

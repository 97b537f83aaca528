import type { DeviceRow } from '../../../../../main/contract/device.ts';
import type { FilterTerm } from '../../../../../main/contract/settings.ts';
import type { FleetStore } from '../../../state/fleet-store.ts';
import { compileFilter, needsColumn, removedColumn } from './filter.ts';

function term(column: string, value: string): readonly FilterTerm[] {
  return [{ column, op: 'is', value }];
}

/** The filters everybody needs, most urgent first; their words are `ui/devices/filters/<id>`. */
export const builtInFilters = [
  { id: 'needs', terms: term(needsColumn, 'true') },
  { id: 'sameIp', terms: term('state', 'duplicate-address') },
  { id: 'inactive', terms: term('state', 'inactive') },
  { id: 'otherSubnet', terms: term('state', 'other-subnet') },
  { id: 'unreachable', terms: term('state', 'unreachable') },
  { id: 'bound', terms: term('cloudBound', 'true') },
  { id: 'offline', terms: term('state', 'offline') },
  { id: 'loginRefused', terms: term('login', 'refused') },
  {
    id: 'inBook',
    terms: [{ column: 'bookHost', op: 'is-known', value: '' }] as readonly FilterTerm[],
  },
  {
    id: 'healthNeeds',
    terms: [
      { column: 'health', op: 'is-known', value: '' },
      { column: 'health', op: 'is-not', value: 'ok' },
    ] as readonly FilterTerm[],
  },
  { id: 'notHikvision', terms: term('vendor', 'other') },
  { id: 'removed', terms: term(removedColumn, 'true') },
] as const;

export type BuiltInFilterId = (typeof builtInFilters)[number]['id'];

export type FilterCounts = Readonly<Record<BuiltInFilterId | 'all', number>>;

const tests = builtInFilters.map(({ terms }) =>
  compileFilter({ search: '', terms }, { textOf: () => '' }),
);

const allBit = 1 << builtInFilters.length;

function maskOf(row: DeviceRow): number {
  let mask = row.removedAt === null ? allBit : 0;
  let bit = 1;
  for (const test of tests) {
    if (test(row)) mask |= bit;
    bit <<= 1;
  }
  return mask;
}

/** How many rows each built-in filter would show; follows the fleet without counting it anew. */
export interface FilterCounter {
  counts(): FilterCounts;
  reset(): void;
  update(ids: Iterable<DeviceRow['id']>): void;
}

export function createFilterCounter(fleet: FleetStore): FilterCounter {
  const masks = new Map<DeviceRow['id'], number>();
  const totals = new Array<number>(builtInFilters.length + 1).fill(0);
  let current: FilterCounts | null = null;

  const add = (mask: number, by: number) => {
    // Most rows are in two or three of the filters: only the bits that are set are walked.
    for (let rest = mask; rest !== 0; rest &= rest - 1) {
      const bit = 31 - Math.clz32(rest & -rest);
      totals[bit] = (totals[bit] ?? 0) + by;
    }
  };
  const put = (id: DeviceRow['id']) => {
    const before = masks.get(id) ?? 0;
    const row = fleet.row(id);
    const after = row === undefined ? 0 : maskOf(row);
    if (row === undefined) masks.delete(id);
    else masks.set(id, after);
    if (before === after) return;
    add(before, -1);
    add(after, 1);
    current = null;
  };

  return {
    counts() {
      current ??= {
        ...Object.fromEntries(builtInFilters.map(({ id }, bit) => [id, totals[bit] ?? 0])),
        all: totals[builtInFilters.length] ?? 0,
      } as FilterCounts;
      return current;
    },
    reset() {
      masks.clear();
      totals.fill(0);
      current = null;
      for (const row of fleet.rows()) put(row.id);
    },
    update(ids) {
      for (const id of ids) put(id);
    },
  };
}

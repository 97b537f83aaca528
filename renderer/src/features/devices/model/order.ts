import type { ColumnSpec } from '../../../../../main/contract/columns.ts';
import type { DeviceId, DeviceRow } from '../../../../../main/contract/device.ts';
import { parseIpv4 } from '../../../../../main/contract/ip.ts';
import { columnSpec, compareKeys, type SortKey, type SortTerm, sortKey } from './sort.ts';

/** What decides which rows show and in which order. */
export interface OrderQuery {
  readonly matches: (row: DeviceRow) => boolean;
  readonly sort: readonly SortTerm[];
  /** Rows that claim one address stand together, before all others. */
  readonly isGrouped: boolean;
}

export interface RowSource {
  row(id: DeviceId): DeviceRow | undefined;
  rows(): Iterable<DeviceRow>;
  arrival(id: DeviceId): number;
}

interface Entry {
  readonly id: DeviceId;
  readonly keys: readonly SortKey[];
  readonly arrival: number;
}

/** The visible rows. `ids` keeps its identity as long as nothing moved, came or went. */
export interface Order {
  readonly ids: readonly DeviceId[];
  readonly entries: ReadonlyMap<DeviceId, Entry>;
  /** Changes were held back: the order is not what the query asks for. */
  readonly isHeld: boolean;
}

export const emptyOrder: Order = { ids: [], entries: new Map(), isHeld: false };

export interface OrderContext {
  readonly source: RowSource;
  readonly query: OrderQuery;
}

export interface OrderChange {
  readonly ids: readonly DeviceId[];
  readonly removed: readonly DeviceId[];
}

interface Compiled {
  readonly specs: readonly { readonly spec: ColumnSpec; readonly desc: boolean }[];
  readonly isGrouped: boolean;
}

function compile(query: OrderQuery): Compiled {
  const specs = query.sort.flatMap((term) => {
    const spec = columnSpec(term.column);
    return spec === undefined ? [] : [{ spec, desc: term.desc }];
  });
  return { specs, isGrouped: query.isGrouped };
}

function groupKey(row: DeviceRow): SortKey {
  if (row.sameAddress < 2 || row.ipv4Address === null) return null;
  return parseIpv4(row.ipv4Address);
}

function entryOf(row: DeviceRow, compiled: Compiled, source: RowSource): Entry {
  const keys = compiled.specs.map(({ spec }) => sortKey(row, spec));
  if (compiled.isGrouped) keys.unshift(groupKey(row));
  return { id: row.id, keys, arrival: source.arrival(row.id) };
}

function comparer(compiled: Compiled): (a: Entry, b: Entry) => number {
  const directions = compiled.specs.map(({ desc }) => desc);
  if (compiled.isGrouped) directions.unshift(false);
  return (a, b) => {
    for (let index = 0; index < directions.length; index += 1) {
      const result = compareKeys(
        a.keys[index] ?? null,
        b.keys[index] ?? null,
        directions[index] ?? false,
      );
      if (result !== 0) return result;
    }
    return a.arrival - b.arrival;
  };
}

/** Filters and sorts everything. */
export function buildOrder(source: RowSource, query: OrderQuery): Order {
  const compiled = compile(query);
  const found: Entry[] = [];
  for (const row of source.rows()) {
    if (query.matches(row)) found.push(entryOf(row, compiled, source));
  }
  return orderOf(found.sort(comparer(compiled)), false);
}

function orderOf(entries: readonly Entry[], isHeld: boolean): Order {
  return {
    ids: entries.map((entry) => entry.id),
    entries: new Map(entries.map((entry) => [entry.id, entry])),
    isHeld,
  };
}

function isSameEntry(a: Entry | undefined, b: Entry): boolean {
  return a?.keys.every((key, index) => key === b.keys[index]) ?? false;
}

/** Sorted list of what stays and sorted list of what moved or came, in one pass. */
function merge(
  kept: readonly Entry[],
  moved: readonly Entry[],
  compare: (a: Entry, b: Entry) => number,
): Entry[] {
  const result: Entry[] = [];
  let next = 0;
  for (const entry of kept) {
    for (let one = moved[next]; one !== undefined && compare(one, entry) < 0; one = moved[next]) {
      result.push(one);
      next += 1;
    }
    result.push(entry);
  }
  return result.concat(moved.slice(next));
}

interface Difference {
  /** Rows to take out: gone, no longer matching, or about to be put elsewhere. */
  readonly gone: ReadonlySet<DeviceId>;
  readonly moved: readonly Entry[];
}

function differenceOf(order: Order, change: OrderChange, context: OrderContext): Difference {
  const compiled = compile(context.query);
  const gone = new Set<DeviceId>(change.removed.filter((id) => order.entries.has(id)));
  const moved: Entry[] = [];
  for (const id of change.ids) {
    const row = context.source.row(id);
    const before = order.entries.get(id);
    const entry =
      row === undefined || !context.query.matches(row)
        ? null
        : entryOf(row, compiled, context.source);
    if (entry !== null && isSameEntry(before, entry)) continue;
    if (before !== undefined) gone.add(id);
    if (entry !== null) moved.push(entry);
  }
  return { gone, moved: moved.sort(comparer(compiled)) };
}

/**
 * Brings the order up to date after one flush. Only rows whose keys changed, that came or went are
 * looked at; when none did, the same order comes back and the list does not render.
 */
export function updateOrder(order: Order, change: OrderChange, context: OrderContext): Order {
  const { gone, moved } = differenceOf(order, change, context);
  if (gone.size === 0 && moved.length === 0) return order;
  const kept: Entry[] = [];
  for (const id of order.ids) {
    const entry = gone.has(id) ? undefined : order.entries.get(id);
    if (entry !== undefined) kept.push(entry);
  }
  const merged = merge(kept, moved, comparer(compile(context.query)));
  return orderOf(merged, false);
}

/**
 * The same while the operator's hand is in the table: nothing moves and nothing that no longer matches
 * disappears; rows that are gone leave, rows that are new come last.
 */
export function updateHeldOrder(order: Order, change: OrderChange, context: OrderContext): Order {
  const { source, query } = context;
  const { gone: touched, moved } = differenceOf(order, change, context);
  if (touched.size === 0 && moved.length === 0) return order;
  // What the operator took from the list leaves at once; that is what the hand was doing.
  const leaves = (id: DeviceId) => {
    const row = source.row(id);
    return row === undefined || (row.removedAt !== null && !query.matches(row));
  };
  const gone = new Set([...touched].filter(leaves));
  const added = moved.filter((entry) => !order.entries.has(entry.id));
  if (gone.size === 0 && added.length === 0) {
    return order.isHeld ? order : { ...order, isHeld: true };
  }
  const kept = order.ids.flatMap((id) => (gone.has(id) ? [] : (order.entries.get(id) ?? [])));
  return orderOf([...kept, ...added], true);
}

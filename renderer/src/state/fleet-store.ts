import type { DeviceId, DeviceRow } from '../../../main/contract/device.ts';

/** What one flush did; `ids` are the rows that are new or changed. */
export type FleetChange =
  | { readonly kind: 'reset' }
  | {
      readonly kind: 'changed';
      readonly ids: readonly DeviceId[];
      readonly removed: readonly DeviceId[];
    };

/**
 * The live rows. A batch is applied whole and told once: first to the listeners of the rows in it,
 * then to those of the fleet. A row object is never changed in place, so it can key a WeakMap.
 */
export interface FleetStore {
  row(id: DeviceId): DeviceRow | undefined;
  /** Rows in the order in which they were first seen by this screen. */
  rows(): IterableIterator<DeviceRow>;
  size(): number;
  /** Running number of the row's arrival; decides between rows that sort alike. */
  arrival(id: DeviceId): number;
  reset(rows: readonly DeviceRow[]): void;
  apply(upserts: readonly DeviceRow[], removed: readonly DeviceId[]): void;
  subscribe(listener: (change: FleetChange) => void): () => void;
  subscribeRow(id: DeviceId, listener: () => void): () => void;
}

interface Entry {
  row: DeviceRow;
  readonly arrival: number;
}

export function createFleetStore(): FleetStore {
  const entries = new Map<DeviceId, Entry>();
  const rowListeners = new Map<DeviceId, Set<() => void>>();
  const listeners = new Set<(change: FleetChange) => void>();
  let arrivals = 0;

  const put = (row: DeviceRow) => {
    const entry = entries.get(row.id);
    if (entry === undefined) entries.set(row.id, { row, arrival: arrivals++ });
    else entry.row = row;
  };
  const tell = (change: FleetChange, touched: Iterable<DeviceId>) => {
    for (const id of touched) for (const listener of rowListeners.get(id) ?? []) listener();
    for (const listener of listeners) listener(change);
  };
  function* allRows() {
    for (const entry of entries.values()) yield entry.row;
  }

  return {
    row: (id) => entries.get(id)?.row,
    rows: allRows,
    size: () => entries.size,
    arrival: (id) => entries.get(id)?.arrival ?? arrivals,
    reset(rows) {
      const known = new Map(entries);
      entries.clear();
      for (const row of rows) {
        const before = known.get(row.id);
        entries.set(row.id, { row, arrival: before?.arrival ?? arrivals++ });
      }
      tell({ kind: 'reset' }, [...rowListeners.keys()]);
    },
    apply(upserts, removed) {
      if (upserts.length === 0 && removed.length === 0) return;
      for (const row of upserts) put(row);
      for (const id of removed) entries.delete(id);
      const ids = upserts.map((row) => row.id);
      tell({ kind: 'changed', ids, removed }, [...ids, ...removed]);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    subscribeRow(id, listener) {
      const of = rowListeners.get(id) ?? new Set();
      of.add(listener);
      rowListeners.set(id, of);
      return () => {
        of.delete(listener);
        if (of.size === 0 && rowListeners.get(id) === of) rowListeners.delete(id);
      };
    },
  };
}

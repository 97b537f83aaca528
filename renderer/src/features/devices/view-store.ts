import type { DeviceId, DeviceRow } from '../../../../main/contract/device.ts';
import type { FleetStore } from '../../state/fleet-store.ts';
import { createValueStore, type ValueStore } from '../../state/value-store.ts';
import { createHold, type Hold } from './hold.ts';
import { createFilterCounter, type FilterCounts } from './model/built-in-filters.ts';
import {
  compileFilter,
  createSearchIndex,
  type Filter,
  noFilter,
  type SearchIndex,
} from './model/filter.ts';
import {
  buildOrder,
  emptyOrder,
  type Order,
  type OrderQuery,
  updateHeldOrder,
  updateOrder,
} from './model/order.ts';
import { defaultSort, type SortTerm } from './model/sort.ts';

/** Which rows the table shows, in which order, and what else is counted about them. */
export interface ViewStore {
  readonly order: ValueStore<Order>;
  readonly filter: ValueStore<Filter>;
  readonly counts: ValueStore<FilterCounts>;
  readonly isGrouped: ValueStore<boolean>;
  readonly hold: Hold;
  setFilter(filter: Filter): void;
  setSort(sort: readonly SortTerm[]): void;
  setGrouped(isGrouped: boolean): void;
  /** Words of a row in the screen's language, so that "Inattivo" finds what it names. */
  setWords(words: (row: DeviceRow) => string): void;
  /** Puts the order right at once, whatever the hand does. */
  settle(): void;
  /** Makes some more search texts ahead of the first key typed; `false` when all are made. */
  warm(isTimeLeft: () => boolean): boolean;
  /** When a row came, in this session; `null` for those that were there at the start. */
  freshAt(id: DeviceId): number | null;
  stop(): void;
}

export interface ViewStoreParts {
  readonly fleet: FleetStore;
  readonly now: () => number;
  readonly setTimer: (run: () => void, ms: number) => unknown;
}

/** Rows that came in the last moments; the table fades their background once. */
function createFreshness(now: () => number) {
  const lastingMs = 1500;
  const known = new Set<DeviceId>();
  const fresh = new Map<DeviceId, number>();
  return {
    reset(rows: Iterable<DeviceRow>) {
      const isFirst = known.size === 0;
      for (const row of rows) {
        if (!isFirst && !known.has(row.id)) fresh.set(row.id, now());
        known.add(row.id);
      }
    },
    note(ids: readonly DeviceId[]) {
      for (const [id, at] of fresh) if (now() - at > lastingMs) fresh.delete(id);
      for (const id of ids) {
        if (known.has(id)) continue;
        known.add(id);
        fresh.set(id, now());
      }
    },
    at: (id: DeviceId) => fresh.get(id) ?? null,
  };
}

export function createViewStore(parts: ViewStoreParts): ViewStore {
  const { fleet } = parts;
  const order = createValueStore<Order>(emptyOrder);
  const filter = createValueStore<Filter>(noFilter);
  const isGrouped = createValueStore(false);
  const counter = createFilterCounter(fleet);
  const freshness = createFreshness(parts.now);
  // The first state may have come before the page asked for a view.
  counter.reset();
  freshness.reset(fleet.rows());
  const counts = createValueStore(counter.counts());
  let index: SearchIndex = createSearchIndex(() => '');
  let sort: readonly SortTerm[] = defaultSort;
  let query: OrderQuery = { matches: () => true, sort, isGrouped: false };

  const rebuild = () => {
    query = { matches: compileFilter(filter.get(), index), sort, isGrouped: isGrouped.get() };
    order.set(buildOrder(fleet, query));
  };
  const hold = createHold({
    now: parts.now,
    setTimer: parts.setTimer,
    onRelease: () => {
      if (order.get().isHeld) rebuild();
    },
  });
  rebuild();

  const stop = fleet.subscribe((change) => {
    if (change.kind === 'reset') {
      freshness.reset(fleet.rows());
      counter.reset();
      rebuild();
    } else {
      freshness.note(change.ids);
      for (const id of change.ids) index.follow(id, fleet.row(id));
      counter.update([...change.ids, ...change.removed]);
      const update = hold.isHeld() ? updateHeldOrder : updateOrder;
      // An order that was held is not sorted, so there is nothing to merge into.
      if (order.get().isHeld && !hold.isHeld()) rebuild();
      else order.set(update(order.get(), change, { source: fleet, query }));
    }
    counts.set(counter.counts());
  });

  return {
    order,
    filter,
    counts,
    isGrouped,
    hold,
    setFilter(value) {
      filter.set(value);
      rebuild();
    },
    setSort(value) {
      sort = value.length === 0 ? defaultSort : value;
      rebuild();
    },
    setGrouped(value) {
      isGrouped.set(value);
      rebuild();
    },
    setWords(words) {
      index = createSearchIndex(words);
      rebuild();
    },
    settle: rebuild,
    warm(isTimeLeft) {
      for (const row of fleet.rows()) {
        index.textOf(row);
        if (!isTimeLeft()) return true;
      }
      return false;
    },
    freshAt: freshness.at,
    stop,
  };
}

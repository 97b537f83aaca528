import type { DeviceId } from '../../../../main/contract/device.ts';

export interface RangeOptions {
  /** Keeps what was selected before. */
  readonly isAdding?: boolean;
  /** Where to begin when nothing was clicked yet: the keyboard's place. */
  readonly from?: DeviceId | null;
}

/** The ticked rows, apart from the table, so that ticking one does not render the list. */
export interface SelectionStore {
  /** A new Set after each change; never changed in place. */
  get(): ReadonlySet<DeviceId>;
  has(id: DeviceId): boolean;
  subscribe(listener: () => void): () => void;
  /** Click: this row alone. */
  only(id: DeviceId): void;
  /** Ctrl/Cmd-click, tick box or Space: this row too, or no longer. */
  toggle(id: DeviceId): void;
  /** Shift: from the anchor to here in the order shown. */
  range(id: DeviceId, order: readonly DeviceId[], options?: RangeOptions): void;
  set(ids: Iterable<DeviceId>): void;
  add(ids: Iterable<DeviceId>): void;
  take(ids: Iterable<DeviceId>): void;
  clear(): void;
  /** Forgets rows that are gone. */
  keep(exists: (id: DeviceId) => boolean): void;
}

export function createSelectionStore(): SelectionStore {
  const listeners = new Set<() => void>();
  let ids: ReadonlySet<DeviceId> = new Set();
  let anchor: DeviceId | null = null;
  // What was selected before the range grew, so that a range can also shrink again.
  let base: ReadonlySet<DeviceId> = ids;

  const put = (next: ReadonlySet<DeviceId>) => {
    if (next.size === ids.size && [...next].every((id) => ids.has(id))) return;
    ids = next;
    for (const listener of listeners) listener();
  };
  const settle = (next: ReadonlySet<DeviceId>, from: DeviceId | null) => {
    anchor = from;
    base = next;
    put(next);
  };

  return {
    get: () => ids,
    has: (id) => ids.has(id),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    only: (id) => settle(new Set([id]), id),
    toggle(id) {
      const next = new Set(ids);
      if (!next.delete(id)) next.add(id);
      settle(next, id);
    },
    range(id, order, { isAdding = false, from = null } = {}) {
      const end = order.indexOf(id);
      if (end < 0) return;
      if (anchor === null || !order.includes(anchor)) {
        anchor = from !== null && order.includes(from) ? from : id;
        base = isAdding ? ids : new Set();
      }
      const start = order.indexOf(anchor);
      const span = order.slice(Math.min(start, end), Math.max(start, end) + 1);
      put(new Set(isAdding ? [...base, ...span] : span));
    },
    set: (wanted) => settle(new Set(wanted), anchor),
    add: (more) => settle(new Set([...ids, ...more]), anchor),
    take(less) {
      const next = new Set(ids);
      for (const id of less) next.delete(id);
      settle(next, anchor);
    },
    clear: () => settle(new Set(), null),
    keep(exists) {
      const next = new Set([...ids].filter(exists));
      if (next.size !== ids.size) settle(next, anchor !== null && exists(anchor) ? anchor : null);
    },
  };
}

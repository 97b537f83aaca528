import type { TableLayout } from '../../../main/contract/settings.ts';
import { createValueStore } from './value-store.ts';

const saveAfterMs = 400;

export interface LayoutStoreOptions {
  readonly save: (layout: TableLayout) => Promise<void>;
  readonly setTimer: (run: () => void, ms: number) => number;
  readonly clearTimer: (timer: number) => void;
}

/** The table's layout of the current site; what the operator changes is saved after a short pause. */
export interface LayoutStore {
  siteId(): string;
  get(): TableLayout;
  subscribe(listener: () => void): () => void;
  /** Takes a site's stored layout; an unsaved change of the site before is dropped with it. */
  load(siteId: string, layout: TableLayout): void;
  change(patch: Partial<TableLayout>): void;
}

export function createLayoutStore(options: LayoutStoreOptions): LayoutStore {
  const store = createValueStore<TableLayout>({
    order: [],
    hidden: [],
    widths: {},
    sort: [],
    savedFilters: [],
  });
  let siteId = '';
  let timer: number | null = null;

  const cancel = () => {
    if (timer !== null) options.clearTimer(timer);
    timer = null;
  };
  const saveLater = () => {
    cancel();
    timer = options.setTimer(() => {
      timer = null;
      // A layout that could not be kept costs a rearranged table, not data: nothing to tell.
      options.save(store.get()).catch(() => undefined);
    }, saveAfterMs);
  };

  return {
    siteId: () => siteId,
    get: store.get,
    subscribe: store.subscribe,
    load(id, layout) {
      cancel();
      siteId = id;
      store.set(layout);
    },
    change(patch) {
      store.set({ ...store.get(), ...patch });
      saveLater();
    },
  };
}

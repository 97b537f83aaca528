import { createValueStore } from './value-store.ts';

const depth = 20;

/** One list edit that can be taken back; `text` says what was done, in the screen's language. */
export interface UndoEntry {
  readonly id: number;
  readonly text: string;
  readonly undo: () => Promise<void>;
}

export interface UndoStore {
  /** The newest entries first. */
  get(): readonly UndoEntry[];
  subscribe(listener: () => void): () => void;
  push(text: string, undo: () => Promise<void>): UndoEntry;
  /** Takes back one entry, the newest when none is named; `null` when there is nothing. */
  run(id?: number): Promise<UndoEntry | null>;
}

export function createUndoStore(): UndoStore {
  const store = createValueStore<readonly UndoEntry[]>([]);
  let lastId = 0;
  return {
    get: store.get,
    subscribe: store.subscribe,
    push(text, undo) {
      lastId += 1;
      const entry: UndoEntry = { id: lastId, text, undo };
      store.set([entry, ...store.get()].slice(0, depth));
      return entry;
    },
    async run(id) {
      const entry = id === undefined ? store.get()[0] : store.get().find((one) => one.id === id);
      if (entry === undefined) return null;
      store.set(store.get().filter((one) => one !== entry));
      await entry.undo();
      return entry;
    },
  };
}

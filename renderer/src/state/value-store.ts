/** One value and those who want to know when it changes; the shape `useSyncExternalStore` takes. */
export interface ValueStore<T> {
  get(): T;
  set(value: T): void;
  subscribe(listener: () => void): () => void;
}

export function createValueStore<T>(initial: T): ValueStore<T> {
  const listeners = new Set<() => void>();
  let current = initial;
  return {
    get: () => current,
    set(value) {
      if (Object.is(current, value)) return;
      current = value;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Ends when the value is as wished, at the latest after so many milliseconds. */
export function until<T>(
  store: Pick<ValueStore<T>, 'get' | 'subscribe'>,
  isWished: (value: T) => boolean,
  patienceMs: number,
): Promise<void> {
  return new Promise((done) => {
    if (isWished(store.get())) {
      done();
      return;
    }
    const end = () => {
      clearTimeout(timer);
      stop();
      done();
    };
    const timer = setTimeout(end, patienceMs);
    const stop = store.subscribe(() => {
      if (isWished(store.get())) end();
    });
  });
}

import { createValueStore, type ValueStore } from '../state/value-store.ts';

/** What is known of a part of the page that is not in its first file. */
export type PartState<M> =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'ready'; readonly module: M };

export interface LaterPart<M> extends Pick<ValueStore<PartState<M>>, 'get' | 'subscribe'> {
  /** Asks for the file unless it is here or on its way; after a failure it is asked for again. */
  load(): void;
}

/**
 * A part of the page in a file of its own. Once it is here it is drawn at once, without the moment of
 * waiting that `React.lazy` always has, and a file that cannot be had is a state, not a thrown error.
 */
export function createLaterPart<M>(fetch: () => Promise<M>): LaterPart<M> {
  const { get, set, subscribe } = createValueStore<PartState<M>>({ kind: 'waiting' });
  let isOnItsWay = false;
  return {
    get,
    subscribe,
    load() {
      if (isOnItsWay || get().kind === 'ready') return;
      isOnItsWay = true;
      if (get().kind === 'failed') set({ kind: 'waiting' });
      fetch().then(
        (module) => {
          isOnItsWay = false;
          set({ kind: 'ready', module });
        },
        () => {
          isOnItsWay = false;
          set({ kind: 'failed' });
        },
      );
    },
  };
}

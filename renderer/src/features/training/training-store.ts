import type { MethodOutput } from '../../../../main/contract/methods.ts';
import type { Session } from '../../state/session.ts';
import { createValueStore, type ValueStore } from '../../state/value-store.ts';

export type TrainingActs = MethodOutput<'training.acts'>;

export interface TrainingStore {
  /** `null` until the core has told. */
  readonly acts: ValueStore<TrainingActs | null>;
  /** Devices take seconds in place of their own time. */
  readonly isQuick: ValueStore<boolean>;
  load(): Promise<void>;
}

const stores = new WeakMap<Session, TrainingStore>();

/** The one of this session; asks the core when it is made. */
export function trainingOf(session: Session): TrainingStore {
  const known = stores.get(session);
  if (known !== undefined) return known;
  const acts = createValueStore<TrainingActs | null>(null);
  const store: TrainingStore = {
    acts,
    isQuick: createValueStore(false),
    async load() {
      acts.set(await session.client.call('training.acts', {}));
    },
  };
  stores.set(session, store);
  const first = () => {
    // A lost host is on the screen already; the next connection asks again.
    store.load().catch(() => undefined);
  };
  first();
  session.isLive.subscribe(() => {
    if (session.isLive.get()) first();
  });
  return store;
}

import type { DeviceId } from '../../../../main/contract/device.ts';
import type { Session } from '../../state/session.ts';
import { createValueStore, type ValueStore } from '../../state/value-store.ts';
import { nothingTyped, type Typed } from './model/form.ts';

/** What was typed for one device. It lives here, apart from its row, so that live updates and a closed pane keep it. */
export interface Draft {
  readonly typed: Typed;
  /** It was handed over: leaving asks nothing, and it is forgotten once the device has taken it. */
  readonly isSent: boolean;
}

export type Drafts = ReadonlyMap<DeviceId, Draft>;

export interface EditStore {
  readonly drafts: ValueStore<Drafts>;
  /** "Edit IP…" was chosen for this device; the pane shows its form and puts the keyboard into it. */
  readonly wanted: ValueStore<{ readonly id: DeviceId } | null>;
  /** Result lines that were put away, as `job device`. */
  readonly hidden: ValueStore<ReadonlySet<string>>;
  put(id: DeviceId, typed: Typed): void;
  markSent(id: DeviceId): void;
  drop(id: DeviceId): void;
  hide(jobId: string, id: DeviceId): void;
}

export function createEditStore(): EditStore {
  const drafts = createValueStore<Drafts>(new Map());
  const hidden = createValueStore<ReadonlySet<string>>(new Set());
  const change = (id: DeviceId, draft: Draft | null) => {
    const next = new Map(drafts.get());
    if (draft === null) next.delete(id);
    else next.set(id, draft);
    drafts.set(next);
  };
  return {
    drafts,
    wanted: createValueStore<{ readonly id: DeviceId } | null>(null),
    hidden,
    put: (id, typed) =>
      change(id, Object.keys(typed).length === 0 ? null : { typed, isSent: false }),
    markSent(id) {
      const draft = drafts.get().get(id);
      if (draft !== undefined) change(id, { ...draft, isSent: true });
    },
    drop: (id) => change(id, null),
    hide: (jobId, id) => hidden.set(new Set([...hidden.get(), `${jobId} ${id}`])),
  };
}

export function typedFor(drafts: Drafts, id: DeviceId): Typed {
  return drafts.get(id)?.typed ?? nothingTyped;
}

const stores = new WeakMap<Session, EditStore>();

/** The one store of this page; a finished run takes the drafts that the devices have taken. */
export function editStoreOf(session: Session): EditStore {
  const known = stores.get(session);
  if (known !== undefined) return known;
  const store = createEditStore();
  stores.set(session, store);
  session.jobs.onJob((job) => {
    if (job.kind !== 'network') return;
    for (const { device, state, verdict } of job.items) {
      const isTaken = verdict === 'verified' || verdict === 'already';
      if (state === 'done' && isTaken && store.drafts.get().get(device.id)?.isSent === true) {
        store.drop(device.id);
      }
    }
  });
  return store;
}

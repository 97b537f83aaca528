import type { DeviceId } from '../../../../main/contract/device.ts';
import type { CloudState, DeviceHealth } from '../../../../main/contract/login.ts';
import type { MethodOutput } from '../../../../main/contract/methods.ts';
import { useSession, useStore } from '../../state/app-context.tsx';
import type { Session } from '../../state/session.ts';
import { createValueStore, type ValueStore } from '../../state/value-store.ts';

export type ChannelList = MethodOutput<'recorder.channels'>;

/** What logins of this page read, so that going back to a device costs no other login. */
export interface ReadStore {
  readonly health: ValueStore<ReadonlyMap<DeviceId, DeviceHealth>>;
  readonly cloud: ValueStore<ReadonlyMap<DeviceId, CloudState>>;
  readonly channels: ValueStore<ReadonlyMap<DeviceId, ChannelList>>;
}

const stores = new WeakMap<Session, ReadStore>();

export function readStoreOf(session: Session): ReadStore {
  let store = stores.get(session);
  if (store === undefined) {
    store = {
      health: createValueStore<ReadonlyMap<DeviceId, DeviceHealth>>(new Map()),
      cloud: createValueStore<ReadonlyMap<DeviceId, CloudState>>(new Map()),
      channels: createValueStore<ReadonlyMap<DeviceId, ChannelList>>(new Map()),
    };
    stores.set(session, store);
  }
  return store;
}

export function putRead<T>(
  store: ValueStore<ReadonlyMap<DeviceId, T>>,
  id: DeviceId,
  value: T,
): void {
  store.set(new Map(store.get()).set(id, value));
}

/** The last reading of this page; `undefined`: none. */
export function useRead<T>(
  pick: (store: ReadStore) => ValueStore<ReadonlyMap<DeviceId, T>>,
  id: DeviceId,
): T | undefined {
  return useStore(pick(readStoreOf(useSession()))).get(id);
}

import type { OpenedStore, OpenStoreOptions } from './types.ts';

export type {
  DeviceStore,
  EventQuery,
  EventStore,
  OpenedStore,
  OpenStoreOptions,
  SettingsStore,
  SiteStore,
  Store,
  StoreNotice,
} from './types.ts';

export function openStore(options: OpenStoreOptions): OpenedStore {
  throw new Error(`not built yet: ${options.path}`);
}

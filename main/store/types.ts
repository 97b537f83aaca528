import type { DeviceEvent, DeviceId } from '../contract/device.ts';
import type { Settings, TableLayout } from '../contract/settings.ts';
import type { Site } from '../contract/site.ts';
import type { DeviceRecord } from '../domain/record.ts';
import type { Log } from '../ports/log.ts';
import type { ActStores } from './act-types.ts';

export interface DeviceStore {
  /** Every device. A record that cannot be read in full keeps what could be read. */
  loadAll(): DeviceRecord[];
  /**
   * Writes in one transaction. A row is merged, not replaced: see `store/README.md` for how two
   * processes share one file. Ids in `formerIds` are deleted and their events moved to the record.
   */
  upsertMany(records: Iterable<Readonly<DeviceRecord>>): void;
  /** Deletes rows with their sightings and events. */
  deleteMany(ids: Iterable<DeviceId>): void;
}

export interface EventQuery {
  readonly deviceId?: DeviceId;
  readonly siteId?: string;
  readonly limit: number;
}

export interface EventStore {
  /** Appends in one transaction; each device keeps its newest 500. */
  append(events: Iterable<DeviceEvent>): void;
  /** Newest first. */
  list(query: EventQuery): DeviceEvent[];
}

/** `site.devices` counts what is stored and not removed. */
export interface SiteStore {
  /** In the order they were made. */
  list(): Site[];
  current(): Site;
  /** Throws `site.name-taken` (case does not matter). Does not switch to it. */
  create(name: string): Site;
  /** Throws `site.not-found`, `site.name-taken`. */
  rename(id: string, name: string): Site;
  /** Throws `site.not-found`. */
  /** @throws AppError `site.not-found` */
  setAuthorised(id: string, isAuthorised: boolean): Site;
  use(id: string): Site;
  /**
   * Throws `site.not-found`, `site.not-empty`. Removed devices and the layout go with the site. When it
   * was current, the oldest other one becomes current; the last one is replaced by a new first site.
   */
  delete(id: string): void;
}

export interface SettingsStore {
  /** A stored value that does not fit falls back to its default; the others stay. */
  get(): Settings;
  /** Writes the keys that differ from what is stored. Returns the whole. */
  set(settings: Settings): Settings;
  layout(siteId: string): TableLayout;
  setLayout(siteId: string, layout: TableLayout): void;
}

/**
 * Everything is synchronous. Methods throw `store.busy` (another process held the file for 5 s),
 * `store.disk-full` or `store.unwritable`; nothing of the failed call is written.
 */
export interface Store {
  readonly devices: DeviceStore;
  readonly events: EventStore;
  readonly sites: SiteStore;
  readonly settings: SettingsStore;
  /** Jobs, audit, locks. Their writes are on the disk when the call returns. */
  readonly acts: ActStores;
  /** Runs several writes as one; nested calls join. */
  transaction<T>(run: () => T): T;
  close(): void;
}

export interface StoreNotice {
  readonly code: 'store-damaged' | 'store-memory';
  readonly params: Readonly<Record<string, string | number>>;
}

export interface OpenStoreOptions {
  /** A file, or `:memory:`. Its folder is made when missing. */
  readonly path: string;
  readonly now: () => number;
  readonly log: Log;
}

export interface OpenedStore {
  readonly store: Store;
  /** `store-damaged {path}`: the old file was set aside there and a new one is in use. */
  readonly notice: StoreNotice | null;
}

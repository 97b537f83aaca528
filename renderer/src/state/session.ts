import type { Transport } from '../../../main/contract/api.ts';
import type { AppEvent } from '../../../main/contract/events.ts';
import type { FleetSnapshot } from '../../../main/contract/methods.ts';
import type { VaultState } from '../../../main/contract/methods-vault.ts';
import type { DiscoveryStatus, SweepStatus } from '../../../main/contract/network.ts';
import type { Reminder } from '../../../main/contract/recovery.ts';
import type { Settings, SettingsPatch, TableLayout } from '../../../main/contract/settings.ts';
import type { Site } from '../../../main/contract/site.ts';
import type { HostKind } from '../transport/choose.ts';
import { type Client, createClient } from '../transport/client.ts';
import { type Announcer, createAnnouncer } from './announcer.ts';
import { startFeed } from './feed.ts';
import { createFleetStore, type FleetStore } from './fleet-store.ts';
import { createJobsStore, type JobsStore, loadJobs } from './jobs-store.ts';
import { createLayoutStore, type LayoutStore } from './layout-store.ts';
import { createPlaceStore, type PlaceStore } from './place-store.ts';
import { createUndoStore, type UndoStore } from './undo-store.ts';
import { createValueStore, type ValueStore } from './value-store.ts';

/** Everything that lives as long as the page: the wire and the stores fed by it. */
export interface Session {
  readonly host: HostKind;
  readonly client: Client;
  readonly fleet: FleetStore;
  readonly status: ValueStore<DiscoveryStatus>;
  readonly sweep: ValueStore<SweepStatus | null>;
  readonly site: ValueStore<Site>;
  readonly settings: ValueStore<Settings>;
  readonly layout: LayoutStore;
  readonly undo: UndoStore;
  readonly jobs: JobsStore;
  readonly announcer: Announcer;
  readonly place: PlaceStore;
  /** `null` until the host has told. */
  readonly vault: ValueStore<VaultState | null>;
  readonly reminders: ValueStore<readonly Reminder[]>;
  /** The host answers and the first state is on the screen. */
  readonly isLive: ValueStore<boolean>;
  /** At least one snapshot has come; the table may be believed. */
  readonly hasLoaded: ValueStore<boolean>;
  readonly onEvent: (listener: (event: AppEvent) => void) => () => void;
  readonly changeSettings: (patch: SettingsPatch) => Promise<void>;
  readonly stop: () => void;
}

export const defaultSettings: Settings = {
  theme: 'system',
  locale: null,
  density: 'compact',
  isPaneOpen: true,
  isPrivate: false,
  adapters: {},
  vaultIdleMinutes: 15,
  vaultRemindDays: 365,
  deadlines: {
    portalHours: 24,
    fileWarnHours: 24,
    fileExpireHours: 48,
    emailHours: 48,
    watchMinutes: 10,
  },
};

export const emptyLayout: TableLayout = {
  order: [],
  hidden: [],
  widths: {},
  sort: [],
  savedFilters: [],
};

const noStatus: DiscoveryStatus = {
  isRunning: false,
  port: { number: 37020, mode: 'closed', holder: null },
  adapters: [],
  counters: { datagrams: 0, decoded: 0, rejected: 0, dropped: null, probes: 0, rejectedBy: {} },
  notices: [],
  startedAt: null,
  lastProbeAt: null,
  lastReplyAt: null,
};

const noSite: Site = {
  ...{ id: '', name: '', createdAt: 0, devices: 0 },
  isCurrent: true,
  isAuthorised: false,
};

function createStores(settings: Settings) {
  return {
    fleet: createFleetStore(),
    jobs: createJobsStore(),
    status: createValueStore(noStatus),
    sweep: createValueStore<SweepStatus | null>(null),
    site: createValueStore(noSite),
    settings: createValueStore(settings),
    isLive: createValueStore(false),
    hasLoaded: createValueStore(false),
    vault: createValueStore<VaultState | null>(null),
    reminders: createValueStore<readonly Reminder[]>([]),
    place: createPlaceStore(),
  };
}

type Stores = ReturnType<typeof createStores>;

function applyEvent(stores: Stores, event: AppEvent): void {
  switch (event.name) {
    case 'devices.changed':
      stores.fleet.apply(event.payload.upserts, event.payload.removed);
      return;
    case 'discovery.changed':
      stores.status.set(event.payload);
      return;
    case 'sweep.changed':
      stores.sweep.set(event.payload);
      return;
    case 'jobs.changed':
      stores.jobs.put(event.payload);
      return;
    case 'vault.changed':
      stores.vault.set(event.payload);
      return;
    case 'reminders.changed':
      stores.reminders.set(event.payload.reminders);
      return;
    // Cases are asked for by who shows them.
    case 'cases.changed':
      return;
    case 'settings.changed':
      stores.settings.set(event.payload);
      return;
    case 'site.changed':
      // A rename of another site is told too; the screen shows the current one.
      if (event.payload.isCurrent) stores.site.set(event.payload);
      return;
  }
}

export interface SessionOptions {
  readonly transport: Transport;
  readonly host: HostKind;
  /** As far as they are known before the first state has come. */
  readonly settings?: Settings;
  readonly setTimer: (run: () => void, ms: number) => number;
  readonly clearTimer: (timer: number) => void;
}

export function createSession(options: SessionOptions): Session {
  const client = createClient(options.transport);
  const stores = createStores(options.settings ?? defaultSettings);
  const listeners = new Set<(event: AppEvent) => void>();
  const layout = createLayoutStore({
    save: async (value) => void (await client.call('layout.set', value)),
    setTimer: options.setTimer,
    clearTimer: options.clearTimer,
  });

  const loadSnapshot = async (): Promise<FleetSnapshot> => {
    const [snapshot, settings] = await Promise.all([
      client.call('devices.snapshot', {}),
      client.call('settings.get', {}),
    ]);
    if (layout.siteId() !== snapshot.site.id) {
      layout.load(snapshot.site.id, await client.call('layout.get', {}));
    }
    stores.settings.set(settings);
    return snapshot;
  };

  const feed = startFeed({
    transport: options.transport,
    setTimer: options.setTimer,
    loadSnapshot,
    onSnapshot(snapshot) {
      stores.site.set(snapshot.site);
      stores.status.set(snapshot.status);
      stores.sweep.set(snapshot.sweep);
      stores.fleet.reset(snapshot.rows);
      stores.hasLoaded.set(true);
      // Runs are not in the snapshot, and the table is right without them, so nothing waits here. Were the
      // host lost meanwhile, the next snapshot asks again.
      loadJobs(client, stores.jobs).catch(() => undefined);
    },
    onEvent(event) {
      const before = stores.site.get().id;
      applyEvent(stores, event);
      for (const listener of listeners) listener(event);
      // Another site has other rows and another layout: both are asked for anew.
      if (stores.site.get().id !== before) feed.resync();
    },
    onLive: (isLive) => stores.isLive.set(isLive),
  });

  return {
    ...stores,
    host: options.host,
    client,
    layout,
    undo: createUndoStore(),
    announcer: createAnnouncer(options.setTimer),
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async changeSettings(patch) {
      stores.settings.set(await client.call('settings.set', patch));
    },
    stop: feed.stop,
  };
}

import type { DeviceEvent, DeviceId } from '../../main/contract/device.ts';
import { AppError } from '../../main/contract/errors.ts';
import { type Settings, settings, type TableLayout } from '../../main/contract/settings.ts';
import type { Site } from '../../main/contract/site.ts';
import type { DeviceRecord } from '../../main/domain/record.ts';
import { silentLog } from '../../main/ports/log.ts';
import { openStore, type Store } from '../../main/store/open.ts';

export interface MemoryStore extends Store {
  /** Every write fails so until it is `null`. */
  failWith(error: AppError | null): void;
  readonly records: ReadonlyMap<DeviceId, DeviceRecord>;
  readonly written: readonly DeviceEvent[];
  readonly transactions: number;
  readonly isClosed: boolean;
}

/** The store's second implementation, for what the real one cannot be made to do: fail on demand. */
export function createMemoryStore(): MemoryStore {
  const records = new Map<DeviceId, DeviceRecord>();
  const written: DeviceEvent[] = [];
  const sites: Site[] = [
    {
      id: 'site-1',
      name: 'This site',
      createdAt: 0,
      devices: 0,
      isCurrent: true,
      isAuthorised: false,
    },
  ];
  const layouts = new Map<string, TableLayout>();
  const noLayout: TableLayout = { order: [], hidden: [], widths: {}, sort: [], savedFilters: [] };
  let current: Settings = settings.parse({});
  let failure: AppError | null = null;
  let transactions = 0;
  let isClosed = false;
  // Jobs, audit and locks are SQL by nature; their real store works in memory too.
  const real = openStore({ path: ':memory:', now: () => 0, log: silentLog }).store;
  const write = (): void => {
    if (failure !== null) throw failure;
  };
  const siteOf = (id: string): Site => {
    const site = sites.find((one) => one.id === id);
    if (site === undefined) throw new AppError('site.not-found', { wanted: id });
    return site;
  };
  return {
    devices: {
      loadAll: () => [...records.values()].map((record) => structuredClone(record)),
      upsertMany: (list) => {
        write();
        for (const record of list) records.set(record.id, structuredClone({ ...record }));
      },
      deleteMany: (ids) => {
        write();
        for (const id of ids) records.delete(id);
      },
    },
    events: {
      append: (events) => {
        write();
        written.push(...events);
      },
      list: ({ deviceId, limit }) =>
        written
          .filter((event) => deviceId === undefined || event.deviceId === deviceId)
          .toReversed()
          .slice(0, limit),
    },
    sites: {
      list: () => sites.map((site) => ({ ...site })),
      current: () => ({ ...(sites.find((site) => site.isCurrent) ?? siteOf('none')) }),
      create: (name) => {
        write();
        if (sites.some((site) => site.name.toLowerCase() === name.toLowerCase())) {
          throw new AppError('site.name-taken', { name });
        }
        const id = `site-${sites.length + 1}`;
        const site = { id, name, createdAt: 0, devices: 0, isCurrent: false, isAuthorised: false };
        sites.push(site);
        return { ...site };
      },
      rename: (id, name) => {
        write();
        return { ...Object.assign(siteOf(id), { name }) };
      },
      setAuthorised: (id, isAuthorised) => {
        write();
        return { ...Object.assign(siteOf(id), { isAuthorised }) };
      },
      use: (id) => {
        write();
        const site = siteOf(id);
        for (const one of sites) one.isCurrent = one === site;
        return { ...site };
      },
      delete: (id) => {
        write();
        sites.splice(sites.indexOf(siteOf(id)), 1);
      },
    },
    settings: {
      get: () => current,
      set: (next) => {
        write();
        current = next;
        return current;
      },
      layout: (siteId) => layouts.get(siteId) ?? noLayout,
      setLayout: (siteId, layout) => {
        write();
        layouts.set(siteId, layout);
      },
    },
    acts: real.acts,
    transaction: (run) => {
      transactions += 1;
      return run();
    },
    close: () => {
      isClosed = true;
    },
    failWith: (error) => {
      failure = error;
    },
    records,
    written,
    get transactions() {
      return transactions;
    },
    get isClosed() {
      return isClosed;
    },
  };
}

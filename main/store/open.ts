import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '../contract/errors.ts';
import type { Log } from '../ports/log.ts';
import { openActs } from './acts.ts';
import { Aliases } from './aliases.ts';
import { SqliteDeviceStore } from './device-store.ts';
import { SqliteEventStore } from './event-store.ts';
import { migrate, versionOf } from './migrations/index.ts';
import { backUp, type HeldLogs, holdLogs, setAside } from './set-aside.ts';
import { SqliteSettingsStore } from './settings-store.ts';
import { SqliteSiteStore } from './site-store.ts';
import {
  checkRuntime,
  type Db,
  isDamage,
  openDb,
  sqliteCode,
  storeError,
  transactOn,
} from './sqlite.ts';
import type { OpenedStore, OpenStoreOptions, Store } from './types.ts';

export type * from './act-types.ts';
export type * from './case-types.ts';
export type * from './channel-types.ts';
export type * from './credential-types.ts';
export type * from './login-types.ts';
export type * from './transfer-types.ts';
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

const memory = ':memory:';

/** The file cannot be used; `logs` are its log files as they were found. */
class DamagedFile extends Error {
  readonly logs: HeldLogs;

  constructor(why: string, logs: HeldLogs, cause?: unknown) {
    super(why, { cause });
    this.logs = logs;
  }
}

/**
 * Opens the database, makes or updates its tables, and sets a damaged file aside.
 *
 * Throws `host.node-too-old`, `store.newer`, `store.unwritable`, `store.busy` or `store.disk-full`. A
 * caller that wants to go on without a file opens `:memory:` and shows the notice `store-memory`.
 */
export function openStore(options: OpenStoreOptions): OpenedStore {
  const { path, now, log } = options;
  checkRuntime(process.versions);
  if (path === memory) return { store: openAt(options), notice: null };
  makeFolder(path);
  const damage = tryOpen(options);
  if (!(damage instanceof DamagedFile)) return { store: damage, notice: null };
  // Looked at twice: another process may have replaced the file between our look and now.
  const second = tryOpen(options);
  if (!(second instanceof DamagedFile)) return { store: second, notice: null };
  const aside = moveAway(path, now(), damage.logs);
  log.error(() => 'the database was damaged and set aside', { aside, why: damage.message });
  return { store: openAt(options), notice: { code: 'store-damaged', params: { path: aside } } };
}

function tryOpen(options: OpenStoreOptions): Store | DamagedFile {
  try {
    return openAt(options);
  } catch (error) {
    if (error instanceof DamagedFile) return error;
    throw error;
  }
}

function makeFolder(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new AppError('store.unwritable', { path }, { cause: error, detail: String(error) });
  }
}

function moveAway(path: string, at: number, logs: HeldLogs): string {
  try {
    return setAside(path, at, logs);
  } catch (error) {
    throw new AppError('store.unwritable', { path }, { cause: error, detail: String(error) });
  }
}

function openAt(options: OpenStoreOptions): Store {
  const { path, now } = options;
  let db: Db;
  try {
    db = openDb(path);
  } catch (error) {
    throw asFailure(error, path);
  }
  try {
    prepareFile(db, path);
    migrate(db, { path, backUp: (from) => backUp(db, path, { from, at: now() }) });
    return makeStore(db, options);
  } catch (error) {
    const failure = asFailure(error, path);
    db.close();
    throw failure;
  }
}

function prepareFile(db: Db, path: string): void {
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = NORMAL');
  db.pragma('foreign_keys = ON');
  db.pragma('busy_timeout = 5000');
  const found = String(db.pragma('quick_check(1)', { simple: true }));
  if (found !== 'ok') throw new DamagedFile(found, holdLogs(path));
  const tables = db.prepare("SELECT count(*) AS n FROM sqlite_master WHERE type = 'table'").pluck();
  if (versionOf(db) === 0 && Number(tables.get()) > 0) {
    throw new DamagedFile('tables of another program', holdLogs(path));
  }
  // A file that can be read but not written shows itself here and not at the first flush.
  db.exec('BEGIN IMMEDIATE; COMMIT');
}

/** What an error at opening means: damage, a foreseeable refusal, or a bug. */
function asFailure(error: unknown, path: string): unknown {
  if (error instanceof DamagedFile || path === memory) return error;
  // A table or a column that should be there is not: the file is not what its version says.
  if (isDamage(error) || sqliteCode(error) === 'SQLITE_ERROR') {
    return new DamagedFile(String(error), holdLogs(path), error);
  }
  return storeError(error, path);
}

function makeStore(db: Db, options: { path: string; now: () => number; log: Log }): Store {
  const { path, now, log } = options;
  let devices: SqliteDeviceStore | null = null;
  const transact = transactOn(db, path, () => devices?.forgetWritten());
  const aliases = new Aliases();
  const acts = openActs(db, path, now);
  const sites = new SqliteSiteStore(db, { transact, now });
  const currentSite = () => sites.current().id;
  devices = new SqliteDeviceStore(db, { transact, aliases, now, currentSite });
  return {
    sites,
    devices,
    events: new SqliteEventStore(db, { transact, aliases }),
    settings: new SqliteSettingsStore(db, { transact, log }),
    acts: acts.stores,
    transaction: transact,
    close: () => {
      acts.close();
      db.close();
    },
  };
}

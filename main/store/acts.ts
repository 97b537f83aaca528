import type { ActStores } from './act-types.ts';
import { SqliteAuditStore } from './audit-store.ts';
import { SqliteCaseStore } from './case-store.ts';
import { SqliteChannelStore } from './channel-store.ts';
import { SqliteChooserStore } from './chooser-store.ts';
import { SqliteCredentialStore } from './credential-store.ts';
import { SqliteJobStore } from './job-store.ts';
import { SqliteLockoutStore } from './lockout-store.ts';
import { SqliteLoginStore } from './login-store.ts';
import { type Db, openDb, transactOn } from './sqlite.ts';
import { SqliteTransferStore } from './transfer-store.ts';
import { SqlitePassphraseTriesStore } from './tries-store.ts';

/**
 * Opens the connection that jobs, audit, locks and credentials are written through. The device list may lose its last
 * quarter second to a power failure; a mark "was sent" may not, so every commit here waits for the disk.
 * A database in memory has one connection only, and no disk.
 */
export function openActs(
  main: Db,
  path: string,
  now: () => number,
): { stores: ActStores; close: () => void } {
  const isMemory = path === ':memory:';
  const db = isMemory ? main : openDurable(path);
  const transact = transactOn(db, path, () => undefined);
  const audit = new SqliteAuditStore(db, { path, transact });
  const verify = () => audit.verify();
  return {
    stores: {
      audit,
      jobs: new SqliteJobStore(db, transact),
      lockouts: new SqliteLockoutStore(db, transact),
      logins: new SqliteLoginStore(db, transact),
      channels: new SqliteChannelStore(db, transact),
      credentials: new SqliteCredentialStore(db, transact),
      passphraseTries: new SqlitePassphraseTriesStore(db, transact),
      cases: new SqliteCaseStore(db, transact),
      chooser: new SqliteChooserStore(db, transact),
      transfers: new SqliteTransferStore(db, { transact, now, verify }),
      durably: transact,
    },
    close: () => {
      if (!isMemory) db.close();
    },
  };
}

function openDurable(path: string): Db {
  const db = openDb(path);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  // macOS: without it a commit may still sit in the drive's own cache.
  db.pragma('fullfsync = ON');
  db.pragma('foreign_keys = ON');
  db.pragma('busy_timeout = 5000');
  return db;
}

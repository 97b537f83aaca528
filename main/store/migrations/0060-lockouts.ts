import type { Migration } from './migration.ts';

/**
 * One row for each device that was ever sent a password. `told_left` is the device's own number;
 * `possible` counts tries since then that may have cost one. `wrong_print` are twelve bits of a salted
 * hash of the last wrong password: enough to know it again, useless for finding it.
 */
export const lockouts: Migration = {
  version: 60,
  what: 'password tries and locks, as devices told them',
  sql: `
    CREATE TABLE lockouts (
      device_key TEXT PRIMARY KEY,
      salt BLOB NOT NULL,
      told_left INTEGER,
      possible INTEGER NOT NULL DEFAULT 0,
      locked_until INTEGER,
      wrong_print INTEGER,
      updated_at INTEGER NOT NULL,
      revision INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX lockouts_by_revision ON lockouts (revision);
  `,
};

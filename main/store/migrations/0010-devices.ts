import type { Migration } from './migration.ts';

/**
 * `data` is what the registry knows besides the columns, as JSON. The columns that stand alone are the
 * ones another process may change at the same time (`edited_at` guards the operator's fields) or that
 * tell rows of one device apart (`serial_key`, `mac`).
 */
export const devices: Migration = {
  version: 10,
  what: 'devices and the ways they were seen',
  sql: `
    CREATE TABLE devices (
      id TEXT PRIMARY KEY,
      site_id TEXT NOT NULL,
      serial_key TEXT,
      mac TEXT,
      data TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      first_seen_at INTEGER,
      last_seen_at INTEGER,
      name TEXT,
      note TEXT,
      kind TEXT,
      removed_at INTEGER,
      edited_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX devices_by_serial ON devices (serial_key) WHERE serial_key IS NOT NULL;
    CREATE INDEX devices_by_mac ON devices (mac) WHERE mac IS NOT NULL;
    CREATE INDEX devices_by_site ON devices (site_id);

    CREATE TABLE sightings (
      device_id TEXT NOT NULL REFERENCES devices (id) ON DELETE CASCADE,
      source TEXT NOT NULL,
      adapter TEXT NOT NULL,
      first_at INTEGER NOT NULL,
      last_at INTEGER NOT NULL,
      count INTEGER NOT NULL,
      PRIMARY KEY (device_id, source, adapter)
    ) STRICT, WITHOUT ROWID;
  `,
};

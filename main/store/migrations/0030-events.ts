import type { Migration } from './migration.ts';

/** No foreign key: an event may be written in the same batch before its device. */
export const events: Migration = {
  version: 30,
  what: 'what happened to each device',
  sql: `
    CREATE TABLE events (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      device_id TEXT NOT NULL,
      at INTEGER NOT NULL,
      kind TEXT NOT NULL,
      params TEXT NOT NULL
    ) STRICT;
    CREATE INDEX events_by_device ON events (device_id, id);
  `,
};

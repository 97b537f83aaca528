import type { Migration } from './migration.ts';

/** Which camera a recorder's channel is: as read last, and as a person said. Keys, not ids: see `device-key.ts`. */
export const channelLinks: Migration = {
  version: 110,
  what: 'recorders: which camera a channel is',
  sql: `
    CREATE TABLE channel_links (
      recorder TEXT NOT NULL,
      channel INTEGER NOT NULL,
      is_person INTEGER NOT NULL,
      device TEXT,
      serial TEXT,
      address TEXT,
      at INTEGER NOT NULL,
      PRIMARY KEY (recorder, channel, is_person)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX channel_links_device ON channel_links (device);`,
};

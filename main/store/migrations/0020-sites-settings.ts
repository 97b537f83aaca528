import type { Migration } from './migration.ts';

/** The site in use is a row of `choices`, so that every process of this folder has the same one. */
export const sitesSettings: Migration = {
  version: 20,
  what: 'sites, settings and table layouts',
  sql: `
    CREATE TABLE sites (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      name_key TEXT NOT NULL UNIQUE,
      created_at INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE choices (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE layouts (
      site_id TEXT PRIMARY KEY REFERENCES sites (id) ON DELETE CASCADE,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
};

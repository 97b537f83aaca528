import type { Migration } from './migration.ts';

/**
 * What came from another laptop with a site file. Its audit lines keep their own chain: they are shown beside
 * ours and never become a part of it, so nobody can be told afterwards that he did what another one did.
 */
export const transfers: Migration = {
  version: 140,
  what: 'audit lines and jobs of other laptops',
  sql: `
    CREATE TABLE foreign_lines (
      chain TEXT NOT NULL,
      seq INTEGER NOT NULL,
      site_id TEXT NOT NULL,
      data TEXT NOT NULL,
      PRIMARY KEY (chain, seq)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX foreign_lines_by_site ON foreign_lines (site_id);
    CREATE TABLE foreign_chains (
      chain TEXT PRIMARY KEY,
      machine TEXT NOT NULL,
      is_intact INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE foreign_jobs (
      id TEXT PRIMARY KEY,
      site_id TEXT NOT NULL,
      started_at INTEGER NOT NULL,
      data TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX foreign_jobs_by_site ON foreign_jobs (site_id);
  `,
};

import type { Migration } from './migration.ts';

/**
 * `is_sent` is the write-ahead mark: it is on the disk before the one datagram that changes a device
 * leaves, so an item without it certainly did nothing. `params` is the runner's own input without
 * anything secret; `is_lossy` says that a secret was left out, so it cannot be run again from here.
 */
export const jobs: Migration = {
  version: 40,
  what: 'jobs and what became of each device',
  sql: `
    CREATE TABLE jobs (
      id TEXT PRIMARY KEY,
      kind TEXT NOT NULL,
      site_id TEXT NOT NULL,
      state TEXT NOT NULL,
      started_at INTEGER NOT NULL,
      ended_at INTEGER,
      user TEXT NOT NULL,
      machine TEXT NOT NULL,
      host TEXT NOT NULL,
      parallel INTEGER NOT NULL,
      is_one_by_one INTEGER NOT NULL,
      is_waiting_for_internet INTEGER NOT NULL,
      undo_of TEXT,
      is_dismissed INTEGER NOT NULL DEFAULT 0,
      owner TEXT,
      owner_pid INTEGER,
      owner_machine TEXT,
      beat_at INTEGER
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX jobs_by_start ON jobs (started_at);
    CREATE INDEX jobs_by_undo ON jobs (undo_of) WHERE undo_of IS NOT NULL;

    CREATE TABLE job_items (
      job_id TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      device_id TEXT NOT NULL,
      state TEXT NOT NULL,
      verdict TEXT,
      is_sent INTEGER NOT NULL,
      needs_reread INTEGER NOT NULL,
      can_undo INTEGER NOT NULL,
      params TEXT NOT NULL,
      is_lossy INTEGER NOT NULL,
      data TEXT NOT NULL,
      PRIMARY KEY (job_id, position)
    ) STRICT, WITHOUT ROWID;
  `,
};

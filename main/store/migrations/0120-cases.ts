import type { Migration } from './migration.ts';

/**
 * A case is one document; the columns beside it are what is searched for. Of each kind a device has one open
 * case at most, whichever process opens it. A reminder is a row that is made once for a case, a deadline and
 * a level, and stays when it was acknowledged: that is why none comes twice.
 */
export const cases: Migration = {
  version: 120,
  what: 'recovery cases with attachments and reminders',
  sql: `
    CREATE TABLE cases (
      id TEXT PRIMARY KEY,
      kind TEXT NOT NULL,
      site_id TEXT NOT NULL,
      device_id TEXT NOT NULL,
      device_key TEXT NOT NULL,
      state TEXT NOT NULL,
      is_open INTEGER NOT NULL,
      opened_at INTEGER NOT NULL,
      data TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX cases_one_open ON cases (device_key, kind) WHERE is_open = 1;
    CREATE INDEX cases_by_device ON cases (device_key);
    CREATE INDEX cases_by_age ON cases (opened_at);
    CREATE TABLE case_attachments (
      case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
      id TEXT NOT NULL,
      data BLOB NOT NULL,
      PRIMARY KEY (case_id, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE reminders (
      case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
      deadline TEXT NOT NULL,
      level TEXT NOT NULL,
      due_at INTEGER NOT NULL,
      shown_at INTEGER,
      dismissed_at INTEGER,
      PRIMARY KEY (case_id, deadline, level)
    ) STRICT, WITHOUT ROWID;
  `,
};

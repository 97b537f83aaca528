import type { Migration } from './migration.ts';

/**
 * What is known of logins over HTTP: the accepted certificate, what became of the last login, the health
 * that was read last. No password. Not tied to `devices`: that table is written a moment later, through
 * another connection.
 */
export const loginNotes: Migration = {
  version: 100,
  what: 'logins: certificate, state, health',
  sql: `
    CREATE TABLE login_notes (
      device_id TEXT PRIMARY KEY,
      pin TEXT,
      login TEXT,
      login_at INTEGER,
      is_on INTEGER,
      health TEXT,
      checked_at INTEGER
    ) STRICT, WITHOUT ROWID;`,
};

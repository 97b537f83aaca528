import type { Migration } from './migration.ts';

/**
 * Sealed credentials and the wrapped copies of the key that seals them. In the clear stand only times, ids
 * and whose it is; user names and labels are sealed too, because people write passwords into names. A row
 * that does not open gets `damaged_at` and makes room; it is never deleted.
 */
export const vault: Migration = {
  version: 70,
  what: 'the vault: boxes and credentials',
  sql: `
    CREATE TABLE vault_boxes (
      id TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('os', 'passphrase')),
      key_id TEXT NOT NULL,
      wrapped BLOB NOT NULL,
      made_at INTEGER NOT NULL,
      changed_at INTEGER NOT NULL,
      retired_at INTEGER,
      PRIMARY KEY (key_id, id)
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX vault_boxes_in_use ON vault_boxes (id) WHERE retired_at IS NULL;

    CREATE TABLE credentials (
      id TEXT PRIMARY KEY,
      scope TEXT NOT NULL CHECK (scope IN ('device', 'site', 'group', 'member')),
      subject TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('current', 'pending', 'aside')),
      key_id TEXT NOT NULL,
      key_version INTEGER NOT NULL,
      nonce BLOB NOT NULL,
      sealed BLOB NOT NULL,
      created_at INTEGER NOT NULL,
      changed_at INTEGER NOT NULL,
      proven_at INTEGER,
      damaged_at INTEGER
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX credentials_by_subject ON credentials (subject, scope);
    CREATE UNIQUE INDEX credentials_one_of_each ON credentials (key_id, scope, subject, state)
      WHERE state <> 'aside' AND damaged_at IS NULL;
  `,
};

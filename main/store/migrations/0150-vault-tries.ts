import type { Migration } from './migration.ts';

/**
 * One line: how often the vault's passphrase was wrong since it was last right, and the pause after it. On the
 * disk, because a script that starts a new process for each try would never meet a pause kept in memory.
 */
export const vaultTries: Migration = {
  version: 150,
  what: 'wrong passphrases of the vault, and the pause after them',
  sql: `
    CREATE TABLE vault_tries (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      wrong INTEGER NOT NULL,
      wait_ms INTEGER NOT NULL,
      from_at INTEGER NOT NULL
    ) STRICT;
    INSERT INTO vault_tries (id, wrong, wait_ms, from_at) VALUES (1, 0, 0, 0);
  `,
};

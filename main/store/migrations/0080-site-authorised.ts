import type { Migration } from './migration.ts';

/** Whether an installer is authorised for the site in Hik-ProConnect, as a person said. */
export const siteAuthorised: Migration = {
  version: 80,
  what: 'sites: authorised or not',
  sql: 'ALTER TABLE sites ADD COLUMN is_authorised INTEGER NOT NULL DEFAULT 0;',
};

import type { Migration } from './migration.ts';

/** How a device is reached by address; JSON, empty for devices that are not in the book. */
export const book: Migration = {
  version: 90,
  what: 'devices: entry in the device book',
  sql: 'ALTER TABLE devices ADD COLUMN book TEXT;',
};

import type { Migration } from './migration.ts';

/** Answers are the device's, so they hang on its key: every process names it alike. */
export const chooser: Migration = {
  version: 130,
  what: 'answers about the way to choose, by device',
  sql: `
    CREATE TABLE chooser_answers (
      device_key TEXT NOT NULL,
      question TEXT NOT NULL,
      answer TEXT NOT NULL,
      at INTEGER NOT NULL,
      who TEXT NOT NULL,
      PRIMARY KEY (device_key, question)
    ) STRICT, WITHOUT ROWID;
  `,
};

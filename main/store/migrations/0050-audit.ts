import type { Migration } from './migration.ts';

/**
 * Append-only by triggers, which stop a mistake, and chained by hashes, which show a deed. The head
 * stands apart so that lines cut off at the end are missed too.
 */
export const audit: Migration = {
  version: 50,
  what: 'what was done to devices, by whom',
  sql: `
    CREATE TABLE audit (
      seq INTEGER PRIMARY KEY,
      at INTEGER NOT NULL,
      user TEXT NOT NULL,
      machine TEXT NOT NULL,
      host TEXT NOT NULL,
      what TEXT NOT NULL,
      job_id TEXT,
      device TEXT,
      params TEXT NOT NULL,
      hash TEXT NOT NULL
    ) STRICT;
    CREATE INDEX audit_by_job ON audit (job_id, seq) WHERE job_id IS NOT NULL;
    CREATE TABLE audit_head (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      seq INTEGER NOT NULL,
      hash TEXT NOT NULL
    ) STRICT;
    INSERT INTO audit_head (id, seq, hash) VALUES (1, 0, '');

    CREATE TRIGGER audit_keeps_lines BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
    CREATE TRIGGER audit_keeps_all BEFORE DELETE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
    CREATE TRIGGER audit_in_order BEFORE INSERT ON audit
    WHEN NEW.seq IS NOT (SELECT ifnull(max(seq), 0) + 1 FROM audit)
    BEGIN SELECT RAISE(ABORT, 'audit lines are numbered without gaps'); END;
    CREATE TRIGGER audit_head_stays BEFORE DELETE ON audit_head
    BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
    CREATE TRIGGER audit_head_grows BEFORE UPDATE ON audit_head
    WHEN NEW.seq <> OLD.seq + 1 OR NEW.id <> 1
    BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
  `,
};

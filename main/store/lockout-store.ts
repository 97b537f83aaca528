import { z } from 'zod';
import type { LockoutRow, LockoutState, LockoutStore } from './act-types.ts';
import type { Db, Transact } from './sqlite.ts';

const lockoutRow = z.object({
  device_key: z.string(),
  salt: z.instanceof(Uint8Array),
  told_left: z.number().int().nullable(),
  possible: z.number().int(),
  locked_until: z.number().nullable(),
  wrong_print: z.number().int().nullable(),
  updated_at: z.number(),
  revision: z.number().int(),
});

export class SqliteLockoutStore implements LockoutStore {
  readonly #transact: Transact;
  readonly #sql: ReturnType<typeof prepare>;

  constructor(db: Db, transact: Transact) {
    this.#transact = transact;
    this.#sql = prepare(db);
  }

  get(key: string): LockoutRow | null {
    const raw = this.#sql.get.get({ key });
    return raw === undefined ? null : toRow(raw);
  }

  ensure(key: string, salt: Uint8Array, at: number): LockoutRow {
    this.#transact(() => this.#sql.make.run({ key, salt: Buffer.from(salt), at }));
    return this.#need(key);
  }

  change(key: string, at: number, change: (row: LockoutRow) => LockoutState | null): LockoutRow {
    return this.#transact(() => {
      const row = this.#need(key);
      const next = change(row);
      if (next === null) return row;
      const { toldLeft, possible, lockedUntil, wrongPrint } = next;
      this.#sql.set.run({ key, at, toldLeft, possible, lockedUntil, wrongPrint });
      return this.#need(key);
    });
  }

  changedSince(revision: number): LockoutRow[] {
    return this.#sql.since.all({ revision }).map(toRow);
  }

  #need(key: string): LockoutRow {
    return toRow(this.#sql.get.get({ key }));
  }
}

function toRow(raw: unknown): LockoutRow {
  const row = lockoutRow.parse(raw);
  return {
    key: row.device_key,
    salt: new Uint8Array(row.salt),
    toldLeft: row.told_left,
    possible: row.possible,
    lockedUntil: row.locked_until,
    wrongPrint: row.wrong_print,
    updatedAt: row.updated_at,
    revision: row.revision,
  };
}

const nextRevision = '(SELECT ifnull(max(revision), 0) + 1 FROM lockouts)';

function prepare(db: Db) {
  return {
    get: db.prepare('SELECT * FROM lockouts WHERE device_key = @key'),
    make: db.prepare(`
      INSERT OR IGNORE INTO lockouts (device_key, salt, updated_at, revision)
      VALUES (@key, @salt, @at, ${nextRevision})`),
    set: db.prepare(`
      UPDATE lockouts SET told_left = @toldLeft, possible = @possible, locked_until = @lockedUntil,
        wrong_print = @wrongPrint, updated_at = @at, revision = ${nextRevision}
      WHERE device_key = @key`),
    since: db.prepare('SELECT * FROM lockouts WHERE revision > @revision ORDER BY revision'),
  };
}

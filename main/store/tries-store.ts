import { z } from 'zod';
import type { PassphraseTries, PassphraseTriesStore } from './credential-types.ts';
import type { Db, Transact } from './sqlite.ts';

const row = z.object({
  wrong: z.number().int(),
  wait_ms: z.number().int(),
  from_at: z.number().int(),
});

export class SqlitePassphraseTriesStore implements PassphraseTriesStore {
  readonly #transact: Transact;
  readonly #sql: ReturnType<typeof prepare>;

  constructor(db: Db, transact: Transact) {
    this.#transact = transact;
    this.#sql = prepare(db);
  }

  change(change: (tries: PassphraseTries) => PassphraseTries | null): void {
    this.#transact(() => {
      const { wrong, wait_ms: waitMs, from_at: fromAt } = row.parse(this.#sql.get.get());
      const next = change({ wrong, waitMs, fromAt });
      if (next !== null) this.#sql.set.run({ ...next });
    });
  }
}

function prepare(db: Db) {
  return {
    get: db.prepare('SELECT wrong, wait_ms, from_at FROM vault_tries WHERE id = 1'),
    set: db.prepare(
      'UPDATE vault_tries SET wrong = @wrong, wait_ms = @waitMs, from_at = @fromAt WHERE id = 1',
    ),
  };
}

import { z } from 'zod';
import { chooserAnswer, chooserQuestions } from '../contract/recovery.ts';
import type { ChooserStore, KeptAnswer } from './chooser-types.ts';
import type { Db, Transact } from './sqlite.ts';

const row = z.object({
  question: z.enum(chooserQuestions),
  answer: chooserAnswer,
  at: z.number(),
  who: z.string(),
});

export class SqliteChooserStore implements ChooserStore {
  readonly #transact: Transact;
  readonly #sql: ReturnType<typeof prepare>;

  constructor(db: Db, transact: Transact) {
    this.#transact = transact;
    this.#sql = prepare(db);
  }

  list(keys: readonly string[]): KeptAnswer[] {
    const found = new Map<string, KeptAnswer>();
    for (const key of keys) {
      for (const raw of this.#sql.list.all({ key })) {
        // A question of another version is left where it is.
        const { data } = row.safeParse(raw);
        if (data !== undefined && !found.has(data.question)) found.set(data.question, data);
      }
    }
    return [...found.values()].sort((a, b) => a.at - b.at);
  }

  put(key: string, answer: KeptAnswer): void {
    this.#transact(() => this.#sql.put.run({ key, ...answer }));
  }

  remove(keys: readonly string[], question: KeptAnswer['question']): boolean {
    return (
      this.#transact(() =>
        keys.reduce((sum, key) => sum + this.#sql.remove.run({ key, question }).changes, 0),
      ) > 0
    );
  }
}

function prepare(db: Db) {
  return {
    list: db.prepare(
      'SELECT question, answer, at, who FROM chooser_answers WHERE device_key = @key',
    ),
    put: db.prepare(`
      INSERT OR REPLACE INTO chooser_answers (device_key, question, answer, at, who)
      VALUES (@key, @question, @answer, @at, @who)`),
    remove: db.prepare(
      'DELETE FROM chooser_answers WHERE device_key = @key AND question = @question',
    ),
  };
}

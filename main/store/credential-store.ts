import { z } from 'zod';
import type {
  BoxRow,
  CredentialCount,
  CredentialRow,
  CredentialStore,
} from './credential-types.ts';
import type { Db, Transact } from './sqlite.ts';

const credentialRow = z.object({
  id: z.string(),
  scope: z.string(),
  subject: z.string(),
  state: z.string(),
  key_id: z.string(),
  key_version: z.number(),
  nonce: z.instanceof(Uint8Array),
  sealed: z.instanceof(Uint8Array),
  created_at: z.number(),
  changed_at: z.number(),
  proven_at: z.number().nullable(),
  damaged_at: z.number().nullable(),
});
const boxRow = z.object({
  id: z.string(),
  kind: z.enum(['os', 'passphrase']),
  key_id: z.string(),
  wrapped: z.instanceof(Uint8Array),
  made_at: z.number(),
  changed_at: z.number(),
});
const countRow = z.object({ scope: z.string(), state: z.string(), rows: z.number() });

export class SqliteCredentialStore implements CredentialStore {
  readonly #db: Db;
  readonly #transact: Transact;
  readonly #sql: ReturnType<typeof prepare>;

  constructor(db: Db, transact: Transact) {
    // What is replaced or forgotten must not be found in free pages: an old passphrase may be known.
    db.pragma('secure_delete = ON');
    this.#db = db;
    this.#transact = transact;
    this.#sql = prepare(db);
  }

  all(): CredentialRow[] {
    return this.#sql.all.all().map(toRow);
  }

  of(scope: string, subject: string): CredentialRow[] {
    return this.#sql.of.all({ scope, subject }).map(toRow);
  }

  get(id: string): CredentialRow | null {
    const raw = this.#sql.get.get({ id });
    return raw === undefined ? null : toRow(raw);
  }

  counts(): CredentialCount[] {
    return this.#sql.counts.all().map((raw) => countRow.parse(raw));
  }

  put(row: CredentialRow): void {
    const blobs = { nonce: Buffer.from(row.nonce), sealed: Buffer.from(row.sealed) };
    this.#transact(() => this.#sql.put.run({ ...row, ...blobs }));
  }

  markDamaged(id: string, at: number): void {
    this.#transact(() => this.#sql.markDamaged.run({ id, at }));
  }

  remove(id: string): void {
    this.#transact(() => this.#sql.remove.run({ id }));
  }

  boxes(): BoxRow[] {
    return this.#sql.boxes.all().map(toBox);
  }

  putBox(box: BoxRow): void {
    this.#transact(() => this.#sql.putBox.run({ ...box, wrapped: Buffer.from(box.wrapped) }));
  }

  removeBox(id: string): void {
    this.#transact(() => this.#sql.removeBox.run({ id }));
  }

  retireBoxes(at: number): void {
    this.#transact(() => this.#sql.retireBoxes.run({ at }));
  }

  change<T>(run: () => T): T {
    return this.#transact(run);
  }

  scrub(): void {
    if (!this.#db.inTransaction) this.#db.pragma('wal_checkpoint(TRUNCATE)');
  }
}

function toRow(raw: unknown): CredentialRow {
  const row = credentialRow.parse(raw);
  const { id, scope, subject, state } = row;
  return {
    ...{ id, scope, subject, state },
    keyId: row.key_id,
    keyVersion: row.key_version,
    nonce: new Uint8Array(row.nonce),
    sealed: new Uint8Array(row.sealed),
    createdAt: row.created_at,
    changedAt: row.changed_at,
    provenAt: row.proven_at,
    damagedAt: row.damaged_at,
  };
}

function toBox(raw: unknown): BoxRow {
  const { id, kind, ...row } = boxRow.parse(raw);
  return {
    ...{ id, kind },
    keyId: row.key_id,
    wrapped: new Uint8Array(row.wrapped),
    madeAt: row.made_at,
    changedAt: row.changed_at,
  };
}

const order = 'ORDER BY created_at, id';

function prepare(db: Db) {
  return {
    all: db.prepare(`SELECT * FROM credentials ${order}`),
    of: db.prepare(
      `SELECT * FROM credentials WHERE subject = @subject AND scope = @scope ${order}`,
    ),
    get: db.prepare('SELECT * FROM credentials WHERE id = @id'),
    counts: db.prepare(`
      SELECT scope, state, count(*) AS rows FROM credentials
      WHERE damaged_at IS NULL
        AND key_id IN (SELECT key_id FROM vault_boxes WHERE retired_at IS NULL)
      GROUP BY scope, state`),
    put: db.prepare(`
      INSERT INTO credentials (id, scope, subject, state, key_id, key_version, nonce, sealed,
        created_at, changed_at, proven_at, damaged_at)
      VALUES (@id, @scope, @subject, @state, @keyId, @keyVersion, @nonce, @sealed,
        @createdAt, @changedAt, @provenAt, @damagedAt)
      ON CONFLICT (id) DO UPDATE SET scope = excluded.scope, subject = excluded.subject,
        state = excluded.state, key_id = excluded.key_id, key_version = excluded.key_version,
        nonce = excluded.nonce, sealed = excluded.sealed, created_at = excluded.created_at,
        changed_at = excluded.changed_at, proven_at = excluded.proven_at,
        damaged_at = excluded.damaged_at`),
    markDamaged: db.prepare('UPDATE credentials SET damaged_at = @at WHERE id = @id'),
    remove: db.prepare('DELETE FROM credentials WHERE id = @id'),
    boxes: db.prepare('SELECT * FROM vault_boxes WHERE retired_at IS NULL ORDER BY made_at, id'),
    putBox: db.prepare(`
      INSERT INTO vault_boxes (id, kind, key_id, wrapped, made_at, changed_at)
      VALUES (@id, @kind, @keyId, @wrapped, @madeAt, @changedAt)
      ON CONFLICT (key_id, id) DO UPDATE SET kind = excluded.kind, wrapped = excluded.wrapped,
        made_at = excluded.made_at, changed_at = excluded.changed_at`),
    removeBox: db.prepare('DELETE FROM vault_boxes WHERE id = @id AND retired_at IS NULL'),
    retireBoxes: db.prepare('UPDATE vault_boxes SET retired_at = @at WHERE retired_at IS NULL'),
  };
}

import { createHash } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '../contract/errors.ts';
import type { AuditLine } from '../contract/job.ts';
import type { AuditCheck, AuditEntry, AuditQuery, AuditStore } from './act-types.ts';
import { canonicalJson } from './canonical.ts';
import { type Db, isDamage, sqliteCode, type Transact } from './sqlite.ts';

export const auditRow = z.object({
  seq: z.number().int(),
  at: z.number().int(),
  user: z.string(),
  machine: z.string(),
  host: z.string(),
  what: z.string(),
  job_id: z.string().nullable(),
  device: z.string().nullable(),
  params: z.string(),
  hash: z.string(),
});
type AuditRow = z.infer<typeof auditRow>;
const headRow = z.object({ seq: z.number().int(), hash: z.string() });
const paramsShape = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

export class SqliteAuditStore implements AuditStore {
  readonly #db: Db;
  readonly #path: string;
  readonly #transact: Transact;
  readonly #sql: ReturnType<typeof prepare>;

  constructor(db: Db, options: { readonly path: string; readonly transact: Transact }) {
    this.#db = db;
    this.#path = options.path;
    this.#transact = options.transact;
    this.#sql = prepare(db);
  }

  append(entries: readonly AuditEntry[]): void {
    if (entries.length === 0) return;
    try {
      this.#transact(() => {
        let head = headRow.parse(this.#sql.head.get());
        for (const entry of entries) head = this.#appendOne(entry, head);
      });
    } catch (cause) {
      // What cannot be written down must not be done: the caller stops before it sends.
      const detail = cause instanceof AppError ? cause.code : (sqliteCode(cause) ?? String(cause));
      throw new AppError('audit.unwritable', { path: this.#path }, { cause, detail });
    }
  }

  #appendOne(entry: AuditEntry, head: { seq: number; hash: string }) {
    const { jobId, params, ...rest } = entry;
    const line = { ...rest, at: Math.round(entry.at), job_id: jobId };
    const row = { ...line, seq: head.seq + 1, params: canonicalJson(params) };
    const hash = hashOf(head.hash, row);
    this.#sql.insert.run({ ...row, hash });
    this.#sql.setHead.run({ seq: row.seq, hash });
    return { seq: row.seq, hash };
  }

  list({ jobId, limit }: AuditQuery): AuditLine[] {
    const raws =
      jobId === undefined ? this.#sql.list.all({ limit }) : this.#sql.listOf.all({ jobId, limit });
    return raws.map((raw) => toLine(auditRow.parse(raw)));
  }

  verify(): AuditCheck {
    const progress = { seq: 0, hash: '' };
    try {
      return this.#db.transaction(() => this.#check(progress))();
    } catch (error) {
      // A page that cannot be read is as broken as a line that does not fit.
      if (!isDamage(error)) throw error;
      return { isIntact: false, lines: progress.seq, brokenAt: progress.seq + 1 };
    }
  }

  #check(last: { seq: number; hash: string }): AuditCheck {
    let lines = 0;
    let brokenAt: number | null = null;
    for (const raw of this.#sql.all.iterate()) {
      lines += 1;
      if (brokenAt !== null) continue;
      const read = auditRow.safeParse(raw);
      if (read.success && isNext(last, read.data)) Object.assign(last, pick(read.data));
      else brokenAt = last.seq + 1;
    }
    if (brokenAt !== null) return { isIntact: false, lines, brokenAt };
    const head = headRow.safeParse(this.#sql.head.get());
    if (!head.success || head.data.seq !== last.seq || head.data.hash !== last.hash) {
      return { isIntact: false, lines, brokenAt: last.seq + 1 };
    }
    const found = String(this.#db.pragma('integrity_check(audit)', { simple: true }));
    return { isIntact: found === 'ok', lines, brokenAt: null };
  }
}

function pick({ seq, hash }: AuditRow) {
  return { seq, hash };
}

function isNext(last: { readonly seq: number; readonly hash: string }, row: AuditRow): boolean {
  return row.seq === last.seq + 1 && isCanonical(row.params) && row.hash === hashOf(last.hash, row);
}

/** The text itself is hashed only through its value, so it must be the one text of that value. */
function isCanonical(text: string): boolean {
  try {
    return canonicalJson(JSON.parse(text)) === text;
  } catch {
    return false;
  }
}

/** The row that a line was read from. */
export function rowOf({ jobId, params, ...line }: Omit<AuditLine, 'hash'>): Omit<AuditRow, 'hash'> {
  return { ...line, job_id: jobId, params: canonicalJson(params) };
}

/** SHA-256, hexadecimal, over the line before and the canonical JSON of this one. */
export function hashOf(before: string, row: Omit<AuditRow, 'hash'>): string {
  const { job_id: jobId, params, seq, at, user, machine, host, what, device } = row;
  const line = { seq, at, user, machine, host, what, jobId, device, params: JSON.parse(params) };
  return createHash('sha256')
    .update(`${before}\n${canonicalJson(line)}`)
    .digest('hex');
}

export function toLine({ job_id: jobId, params, ...row }: AuditRow): AuditLine {
  const read = paramsShape.safeParse(parseJson(params));
  return { ...row, jobId, params: read.success ? read.data : {} };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A line somebody edited is still listed; `verify` names it.
    return null;
  }
}

function prepare(db: Db) {
  return {
    head: db.prepare('SELECT seq, hash FROM audit_head WHERE id = 1'),
    setHead: db.prepare('UPDATE audit_head SET seq = @seq, hash = @hash WHERE id = 1'),
    insert: db.prepare(`
      INSERT INTO audit (seq, at, user, machine, host, what, job_id, device, params, hash)
      VALUES (@seq, @at, @user, @machine, @host, @what, @job_id, @device, @params, @hash)`),
    all: db.prepare('SELECT * FROM audit ORDER BY seq'),
    list: db.prepare('SELECT * FROM audit ORDER BY seq DESC LIMIT @limit'),
    listOf: db.prepare('SELECT * FROM audit WHERE job_id = @jobId ORDER BY seq DESC LIMIT @limit'),
  };
}

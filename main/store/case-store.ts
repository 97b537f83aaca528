import { createHash } from 'node:crypto';
import { z } from 'zod';
import { deadlineIds, recoveryCase } from '../contract/recovery.ts';
import { isClosed } from '../domain/cases/state.ts';
import type { CaseFile } from '../domain/cases/types.ts';
import type { CaseList, CaseQuery, CaseStore, StoredReminder } from './case-types.ts';
import { type Db, sqliteCode, type Transact } from './sqlite.ts';

const baseline = z.object({
  bootTime: z.string().nullable(),
  activated: z.boolean().nullable(),
  address: z.string().nullable(),
});
export const caseFile = z.object({
  view: recoveryCase,
  own: z.object({
    identity: z.object({ serialKey: z.string().nullable(), macs: z.array(z.string()) }),
    baseline,
    isTwinSeen: z.boolean(),
    wasGone: z.boolean(),
    requestBoot: z.string().nullable(),
    wallAt: z.number().nullable(),
    provenBefore: z.number().nullable().default(null),
  }),
});
const caseRow = z.object({ id: z.string(), data: z.string() });
const reminderRow = z.object({
  case_id: z.string(),
  deadline: z.enum(deadlineIds),
  level: z.enum(['warn', 'over']),
  due_at: z.number(),
  shown_at: z.number().nullable(),
});

export class SqliteCaseStore implements CaseStore {
  readonly #transact: Transact;
  readonly #sql: ReturnType<typeof prepare>;

  constructor(db: Db, transact: Transact) {
    this.#transact = transact;
    this.#sql = prepare(db);
  }

  get(id: string): CaseFile | null {
    const raw = this.#sql.get.get({ id });
    return raw === undefined ? null : read(raw);
  }

  list({ device, isOpen, limit }: CaseQuery): CaseList {
    const rows = this.#sql.list.all({
      ...{ key: device?.key ?? null, device: device?.id ?? null, limit },
      isOpen: isOpen === undefined ? null : Number(isOpen),
    });
    const files: CaseFile[] = [];
    const unreadable: string[] = [];
    for (const row of rows) {
      const file = read(row);
      if (file === null) unreadable.push(caseRow.parse(row).id);
      else files.push(file);
    }
    return { files, unreadable };
  }

  put(file: CaseFile, key: string): boolean {
    const { id, kind, siteId, device, state, openedAt } = file.view;
    const isOpen = Number(!isClosed(file.view));
    const data = JSON.stringify(file);
    try {
      this.#transact(() =>
        this.#sql.put.run({
          ...{ id, kind, siteId, state, openedAt, isOpen, data, key, deviceId: device.id },
        }),
      );
      return true;
    } catch (error) {
      if (sqliteCode(error) === 'SQLITE_CONSTRAINT_UNIQUE') return false;
      throw error;
    }
  }

  attach(caseId: string, id: string, data: Uint8Array): string {
    const blob = Buffer.from(data);
    this.#transact(() => this.#sql.attach.run({ caseId, id, blob }));
    return createHash('sha256').update(blob).digest('hex');
  }

  attachment(caseId: string, id: string): Uint8Array | null {
    const raw = this.#sql.attachment.get({ caseId, id });
    const row = z.object({ data: z.instanceof(Uint8Array) }).safeParse(raw);
    return row.success ? new Uint8Array(row.data.data) : null;
  }

  remind(rows: readonly Omit<StoredReminder, 'shownAt'>[]): number {
    if (rows.length === 0) return 0;
    return this.#transact(() =>
      rows.reduce((made, row) => made + this.#sql.remind.run(row).changes, 0),
    );
  }

  standing(): StoredReminder[] {
    return this.#sql.standing.all().map((raw) => {
      const row = reminderRow.parse(raw);
      return {
        ...{ caseId: row.case_id, deadline: row.deadline, level: row.level },
        ...{ dueAt: row.due_at, shownAt: row.shown_at },
      };
    });
  }

  markShown(at: number): void {
    this.#transact(() => this.#sql.markShown.run({ at }));
  }

  dismiss(
    { caseId, deadline, level }: Pick<StoredReminder, 'caseId' | 'deadline' | 'level'>,
    at: number,
  ): boolean {
    const run = () => this.#sql.dismiss.run({ caseId, deadline, level, at }).changes;
    return this.#transact(run) > 0;
  }

  forgetRemindersAfter(now: number): number {
    return this.#transact(() => this.#sql.forgetAfter.run({ now }).changes);
  }

  forgetReminders(caseId: string, deadlines: readonly StoredReminder['deadline'][]): void {
    this.#transact(() => {
      for (const deadline of deadlines) this.#sql.forget.run({ caseId, deadline });
    });
  }
}

/** `null` when the document is not a case: a damaged row must not hide the others. */
function read(raw: unknown): CaseFile | null {
  const { data } = caseRow.parse(raw);
  try {
    return caseFile.safeParse(JSON.parse(data)).data ?? null;
  } catch {
    return null;
  }
}

function prepare(db: Db) {
  const alive = `dismissed_at IS NULL
    AND (SELECT is_open FROM cases WHERE cases.id = reminders.case_id) = 1`;
  return {
    get: db.prepare('SELECT id, data FROM cases WHERE id = @id'),
    list: db.prepare(`
      SELECT id, data FROM cases
      WHERE (@key IS NULL OR device_key = @key OR device_id = @device)
        AND (@isOpen IS NULL OR is_open = @isOpen)
      ORDER BY opened_at DESC, id LIMIT @limit`),
    put: db.prepare(`
      INSERT INTO cases (id, kind, site_id, device_id, device_key, state, is_open, opened_at, data)
      VALUES (@id, @kind, @siteId, @deviceId, @key, @state, @isOpen, @openedAt, @data)
      ON CONFLICT (id) DO UPDATE SET state = excluded.state, is_open = excluded.is_open,
        site_id = excluded.site_id, data = excluded.data`),
    attach: db.prepare('INSERT INTO case_attachments VALUES (@caseId, @id, @blob)'),
    attachment: db.prepare(
      'SELECT data FROM case_attachments WHERE case_id = @caseId AND id = @id',
    ),
    remind: db.prepare(`
      INSERT OR IGNORE INTO reminders (case_id, deadline, level, due_at)
      VALUES (@caseId, @deadline, @level, @dueAt)`),
    standing: db.prepare(`
      SELECT case_id, deadline, level, due_at, shown_at FROM reminders
      WHERE ${alive} ORDER BY due_at, case_id, deadline, level`),
    markShown: db.prepare(
      `UPDATE reminders SET shown_at = @at WHERE shown_at IS NULL AND ${alive}`,
    ),
    dismiss: db.prepare(`
      UPDATE reminders SET dismissed_at = @at
      WHERE case_id = @caseId AND deadline = @deadline AND level = @level AND dismissed_at IS NULL`),
    forget: db.prepare('DELETE FROM reminders WHERE case_id = @caseId AND deadline = @deadline'),
    forgetAfter: db.prepare('DELETE FROM reminders WHERE due_at > @now'),
  };
}

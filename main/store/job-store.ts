import { z } from 'zod';
import { type JobSummary, jobItem, jobKind, jobStates } from '../contract/job.ts';
import { canBeUndone } from '../domain/job-undo.ts';
import type {
  JobClaim,
  JobHead,
  JobStateChange,
  JobStore,
  StoredItem,
  StoredJob,
} from './act-types.ts';
import type { Db, Transact } from './sqlite.ts';

const flag = z.number().transform((value) => value !== 0);
const jobRow = z.object({
  id: z.string(),
  kind: jobKind,
  site_id: z.string(),
  state: z.enum(jobStates),
  started_at: z.number(),
  ended_at: z.number().nullable(),
  user: z.string(),
  machine: z.string(),
  host: z.string(),
  parallel: z.number(),
  is_one_by_one: flag,
  is_waiting_for_internet: flag,
  undo_of: z.string().nullable(),
  is_dismissed: flag,
  owner: z.string().nullable(),
  owner_pid: z.number().nullable(),
  owner_machine: z.string().nullable(),
  beat_at: z.number().nullable(),
});
const itemRow = z.object({
  position: z.number().int(),
  is_sent: flag,
  needs_reread: flag,
  params: z.string(),
  is_lossy: flag,
  data: z.string(),
});
/** Beside the item in its `data`; not for those who look at a job. */
const bootOf = z.object({
  boot: z
    .object({
      at: z.number(),
      upSeconds: z.number().nullable(),
      deviceTimeAt: z.number().nullable(),
    })
    .nullable()
    .default(null),
});
const countRow = z.object({ word: z.string(), n: z.number(), undoable: z.number() });

export class SqliteJobStore implements JobStore {
  readonly #transact: Transact;
  readonly #sql: ReturnType<typeof prepare>;

  constructor(db: Db, transact: Transact) {
    this.#transact = transact;
    this.#sql = prepare(db);
  }

  insert(job: StoredJob): void {
    const { id, kind, siteId, state, startedAt, endedAt, by, parallel, undoOf } = job;
    this.#transact(() => {
      this.#sql.insert.run({
        ...{ id, kind, siteId, state, startedAt, endedAt, parallel, undoOf, ...by },
        isOneByOne: Number(job.isOneByOne),
        isWaitingForInternet: Number(job.isWaitingForInternet),
        isDismissed: Number(job.isDismissed),
        owner: job.owner?.token ?? null,
        ownerPid: job.owner?.pid ?? null,
        ownerMachine: job.owner?.machine ?? null,
        beatAt: job.owner?.beatAt ?? null,
      });
      for (const item of job.items) this.saveItem(id, item);
    });
  }

  list(limit: number): JobSummary[] {
    return this.#sql.list.all({ limit }).map((raw) => {
      const head = toHead(raw);
      const rows = this.#sql.counts.all({ id: head.id }).map((row) => countRow.parse(row));
      const counts = Object.fromEntries(rows.map(({ word, n }) => [word, n]));
      const isUndoable = rows.some(({ undoable }) => undoable > 0);
      const { id, kind, siteId, state, startedAt, endedAt, by, parallel, undoOf } = head;
      return {
        ...{ id, kind, siteId, state, startedAt, endedAt, by, parallel, undoOf, counts },
        isDismissed: head.isDismissed,
        canUndo: state !== 'running' && isUndoable && !this.#isUndone(id),
      };
    });
  }

  get(id: string): StoredJob | null {
    const raw = this.#sql.get.get({ id });
    if (raw === undefined) return null;
    const items = this.#sql.items.all({ id }).map(toItem);
    return { ...toHead(raw), items, isUndone: this.#isUndone(id) };
  }

  saveItem(jobId: string, stored: StoredItem): void {
    const { position, item, params, isLossy, isSent, needsReread, boot = null } = stored;
    this.#transact(() =>
      this.#sql.saveItem.run({
        ...{ jobId, position, deviceId: item.device.id, state: item.state, verdict: item.verdict },
        isSent: Number(isSent),
        needsReread: Number(needsReread),
        canUndo: Number(canBeUndone(item)),
        params: JSON.stringify(params ?? null),
        isLossy: Number(isLossy),
        data: JSON.stringify(boot === null ? item : { ...item, boot }),
      }),
    );
  }

  setState(id: string, { state, endedAt, isHeld }: JobStateChange): void {
    this.#transact(() => {
      this.#sql.setState.run({ id, state, endedAt });
      if (!isHeld) this.#sql.release.run({ id });
    });
  }

  setDismissed(id: string): void {
    this.#transact(() => this.#sql.dismiss.run({ id }));
  }

  held(): JobHead[] {
    return this.#sql.held.all().map(toHead);
  }

  claim(id: string, { from, expectedOwner, owner, at }: JobClaim): boolean {
    return this.#transact(() => {
      const raw = this.#sql.get.get({ id });
      const head = raw === undefined ? null : toHead(raw);
      if (head === null || !from.includes(head.state)) return false;
      if ((head.owner?.token ?? null) !== expectedOwner) return false;
      const { token, pid, machine } = owner;
      this.#sql.claim.run({ id, token, pid, machine, at });
      return true;
    });
  }

  ownerOf(id: string): string | null {
    const raw = this.#sql.get.get({ id });
    return raw === undefined ? null : (toHead(raw).owner?.token ?? null);
  }

  beat(token: string, at: number): void {
    this.#transact(() => this.#sql.beat.run({ token, at }));
  }

  #isUndone(id: string): boolean {
    return this.#sql.undone.get({ id }) !== undefined;
  }
}

function toHead(raw: unknown): JobHead {
  const row = jobRow.parse(raw);
  const { owner, owner_pid: pid, owner_machine: machine, beat_at: beatAt } = row;
  return {
    id: row.id,
    kind: row.kind,
    siteId: row.site_id,
    state: row.state,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    by: { user: row.user, machine: row.machine, host: row.host },
    parallel: row.parallel,
    isOneByOne: row.is_one_by_one,
    isWaitingForInternet: row.is_waiting_for_internet,
    undoOf: row.undo_of,
    isDismissed: row.is_dismissed,
    owner:
      owner === null
        ? null
        : { token: owner, pid: pid ?? 0, machine: machine ?? '', beatAt: beatAt ?? 0 },
  };
}

function toItem(raw: unknown): StoredItem {
  const row = itemRow.parse(raw);
  const data: unknown = JSON.parse(row.data);
  return {
    position: row.position,
    item: jobItem.parse(data),
    boot: bootOf.parse(data).boot,
    params: JSON.parse(row.params),
    isLossy: row.is_lossy,
    isSent: row.is_sent,
    needsReread: row.needs_reread,
  };
}

function prepare(db: Db) {
  return {
    insert: db.prepare(`
      INSERT INTO jobs (id, kind, site_id, state, started_at, ended_at, user, machine, host, parallel,
        is_one_by_one, is_waiting_for_internet, undo_of, is_dismissed, owner, owner_pid,
        owner_machine, beat_at)
      VALUES (@id, @kind, @siteId, @state, @startedAt, @endedAt, @user, @machine, @host, @parallel,
        @isOneByOne, @isWaitingForInternet, @undoOf, @isDismissed, @owner, @ownerPid,
        @ownerMachine, @beatAt)`),
    saveItem: db.prepare(`
      INSERT INTO job_items (job_id, position, device_id, state, verdict, is_sent, needs_reread,
        can_undo, params, is_lossy, data)
      VALUES (@jobId, @position, @deviceId, @state, @verdict, @isSent, @needsReread,
        @canUndo, @params, @isLossy, @data)
      ON CONFLICT (job_id, position) DO UPDATE SET device_id = excluded.device_id,
        state = excluded.state, verdict = excluded.verdict, is_sent = excluded.is_sent,
        needs_reread = excluded.needs_reread, can_undo = excluded.can_undo, data = excluded.data`),
    list: db.prepare('SELECT * FROM jobs ORDER BY started_at DESC, id LIMIT @limit'),
    get: db.prepare('SELECT * FROM jobs WHERE id = @id'),
    items: db.prepare('SELECT * FROM job_items WHERE job_id = @id ORDER BY position'),
    counts: db.prepare(`
      SELECT ifnull(verdict, state) AS word, count(*) AS n, sum(can_undo) AS undoable
      FROM job_items WHERE job_id = @id GROUP BY word`),
    undone: db.prepare(`
      SELECT 1 FROM jobs JOIN job_items ON job_items.job_id = jobs.id
      WHERE jobs.undo_of = @id AND (verdict IN ('verified', 'accepted', 'already')
        OR job_items.state <> 'done') LIMIT 1`),
    setState: db.prepare('UPDATE jobs SET state = @state, ended_at = @endedAt WHERE id = @id'),
    dismiss: db.prepare('UPDATE jobs SET is_dismissed = 1 WHERE id = @id'),
    held: db.prepare("SELECT * FROM jobs WHERE state = 'running' OR owner IS NOT NULL"),
    claim: db.prepare(`
      UPDATE jobs SET state = 'running', ended_at = NULL, owner = @token, owner_pid = @pid,
        owner_machine = @machine, beat_at = @at WHERE id = @id`),
    release: db.prepare(`
      UPDATE jobs SET owner = NULL, owner_pid = NULL, owner_machine = NULL, beat_at = NULL
      WHERE id = @id`),
    beat: db.prepare('UPDATE jobs SET beat_at = @at WHERE owner = @token'),
  };
}

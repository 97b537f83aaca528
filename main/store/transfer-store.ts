import { z } from 'zod';
import { type AuditLine, type Job, job } from '../contract/job.ts';
import { Aliases } from './aliases.ts';
import { auditRow, hashOf, rowOf, toLine } from './audit-store.ts';
import { SqliteDeviceStore } from './device-store.ts';
import { chainLine, contentFromText, contentToText } from './site-content.ts';
import { SqliteSiteStore } from './site-store.ts';
import type { Db, Transact } from './sqlite.ts';
import type { AuditChain, ChainLine, SiteContent, TransferStore } from './transfer-types.ts';

const lineRow = z.object({ chain: z.string(), data: z.string() });
const chainRow = z.object({ chain: z.string(), machine: z.string(), is_intact: z.number() });
const jobRow = z.object({ data: z.string() });

export interface TransferStoreOptions {
  readonly transact: Transact;
  readonly now: () => number;
  readonly verify: () => { readonly isIntact: boolean };
}

/** Over the durable connection, so that all of an import is one transaction there. */
export class SqliteTransferStore implements TransferStore {
  readonly #db: Db;
  readonly #options: TransferStoreOptions;
  readonly #sql: ReturnType<typeof prepare>;

  constructor(db: Db, options: TransferStoreOptions) {
    this.#db = db;
    this.#options = options;
    this.#sql = prepare(db);
  }

  get sites(): SqliteSiteStore {
    return new SqliteSiteStore(this.#db, this.#options);
  }

  /** Anew each time: what one import wrote must not be taken for known by the next. */
  get devices(): SqliteDeviceStore {
    const { transact, now } = this.#options;
    const currentSite = () => this.sites.current().id;
    return new SqliteDeviceStore(this.#db, { transact, now, currentSite, aliases: new Aliases() });
  }

  toText(content: SiteContent): string {
    return contentToText(content);
  }

  fromText(text: string): SiteContent | null {
    return contentFromText(text);
  }

  ownChain(isWanted: (line: AuditLine) => boolean): Pick<AuditChain, 'id' | 'lines' | 'isIntact'> {
    const { isIntact } = this.#options.verify();
    let id: string | null = null;
    let before = '';
    const lines: ChainLine[] = [];
    for (const raw of this.#sql.audit.iterate()) {
      const row = auditRow.safeParse(raw);
      // A line that cannot be read is what `isIntact` tells of.
      if (!row.success) continue;
      const line = toLine(row.data);
      id ??= line.hash;
      if (isWanted(line)) lines.push({ ...line, before });
      before = line.hash;
    }
    return { id, lines, isIntact };
  }

  isWhole(lines: readonly ChainLine[]): boolean {
    return lines.every(({ before, ...line }, index) => {
      if (line.hash !== hashOf(before, rowOf(line))) return false;
      const last = lines[index - 1];
      if (last === undefined) return true;
      return line.seq > last.seq && (line.seq !== last.seq + 1 || before === last.hash);
    });
  }

  chains(siteId: string): AuditChain[] {
    const lines = Map.groupBy(
      this.#sql.lines.all({ siteId }).map((raw) => lineRow.parse(raw)),
      ({ chain }) => chain,
    );
    return this.#sql.chains
      .all()
      .map((raw) => chainRow.parse(raw))
      .filter(({ chain }) => lines.has(chain))
      .map(({ chain, machine, is_intact }) => ({
        ...{ id: chain, machine, isIntact: is_intact === 1 },
        lines: (lines.get(chain) ?? []).flatMap(({ data }) => readWith(chainLine, data) ?? []),
      }));
  }

  addChain(siteId: string, { id, machine, isIntact, lines }: AuditChain): number {
    if (id === null || lines.length === 0) return 0;
    return this.#options.transact(() => {
      this.#sql.putChain.run({ id, machine, isIntact: Number(isIntact) });
      return lines.reduce((added, line) => {
        const data = JSON.stringify(line);
        return added + this.#sql.putLine.run({ id, seq: line.seq, siteId, data }).changes;
      }, 0);
    });
  }

  jobs(siteId: string): Job[] {
    return this.#sql.jobs
      .all({ siteId })
      .flatMap((raw) => readWith(job, jobRow.parse(raw).data) ?? []);
  }

  addJob(siteId: string, told: Job): boolean {
    return this.#options.transact(() => {
      if (this.#sql.ownJob.get({ id: told.id }) !== undefined) return false;
      const raw = jobRow.safeParse(this.#sql.job.get({ id: told.id }));
      const known = raw.success ? readWith(job, raw.data.data) : null;
      if (known !== null && (known.endedAt ?? 0) >= (told.endedAt ?? 0)) return false;
      const { id, startedAt } = told;
      this.#sql.putJob.run({ id, siteId, startedAt, data: JSON.stringify(told) });
      return true;
    });
  }
}

/** `null` when a stored document cannot be read by this version: the others are shown all the same. */
function readWith<T>(schema: z.ZodType<T>, text: string): T | null {
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

function prepare(db: Db) {
  return {
    audit: db.prepare('SELECT * FROM audit ORDER BY seq'),
    chains: db.prepare(
      'SELECT chain, machine, is_intact FROM foreign_chains ORDER BY machine, chain',
    ),
    lines: db.prepare(
      'SELECT chain, data FROM foreign_lines WHERE site_id = @siteId ORDER BY chain, seq',
    ),
    putChain: db.prepare(`
      INSERT INTO foreign_chains (chain, machine, is_intact) VALUES (@id, @machine, @isIntact)
      ON CONFLICT (chain) DO UPDATE SET is_intact = min(is_intact, excluded.is_intact)`),
    putLine: db.prepare(`
      INSERT OR IGNORE INTO foreign_lines (chain, seq, site_id, data)
      VALUES (@id, @seq, @siteId, @data)`),
    ownJob: db.prepare('SELECT id FROM jobs WHERE id = @id'),
    job: db.prepare('SELECT data FROM foreign_jobs WHERE id = @id'),
    jobs: db.prepare(
      'SELECT data FROM foreign_jobs WHERE site_id = @siteId ORDER BY started_at DESC, id',
    ),
    putJob: db.prepare(`
      INSERT INTO foreign_jobs (id, site_id, started_at, data) VALUES (@id, @siteId, @startedAt, @data)
      ON CONFLICT (id) DO UPDATE SET data = excluded.data`),
  };
}

import type { AuditLine, NetworkValues } from '../../contract/job.ts';
import type { ActStores, JobHead } from '../../store/act-types.ts';
import type { Audit, AuditNote } from '../audit/audit.ts';
import { describeInput } from '../audit/describe-input.ts';
import { type Entry, toStored } from './entry.ts';
import { settleInterrupted } from './interrupted.ts';
import { countsOf } from './view.ts';

export interface LedgerOptions {
  readonly stores: ActStores;
  readonly audit: Audit;
  /** Token of this process. */
  readonly owner: string;
}

/** Another process took the job over, because this one seemed dead: what is known here is worth nothing now. */
export class NotOursError extends Error {}

/**
 * What a job writes down, and when: each step is on the disk, with its audit line, when it returns. What a run
 * writes throws `NotOursError` once another process has the job.
 */
export class JobLedger {
  readonly #options: LedgerOptions;

  constructor(options: LedgerOptions) {
    this.#options = options;
  }

  created(head: JobHead, entries: readonly Entry[]): void {
    const { stores, audit } = this.#options;
    const { parallel, undoOf } = head;
    stores.durably(() => {
      audit.write({
        ...{ what: `job.${head.kind}`, phase: 'begun', jobId: head.id },
        params: { devices: entries.length, parallel, undoOf },
      });
      stores.jobs.insert({ ...head, items: entries.map(toStored), isUndone: false });
    });
  }

  /** A device's turn: from here on a crash leaves it "running". */
  begun(head: JobHead, entry: Entry): void {
    const { stores, audit } = this.#options;
    stores.durably(() => {
      this.#checkOurs(head);
      const wanted = withPrefix('wanted', describeInput(entry.storedParams));
      const params = { ...valueParams('before', entry.item.before), ...wanted };
      audit.write({ ...about(head, entry), phase: 'begun', params });
      stores.jobs.saveItem(head.id, toStored(entry));
    });
  }

  /**
   * The write-ahead mark: right after this returns the one datagram leaves. Also the moment to learn that
   * another process took the job over.
   * @throws NotOursError
   */
  mark(head: JobHead, entry: Entry): void {
    const { stores } = this.#options;
    stores.durably(() => {
      this.#checkOurs(head);
      stores.jobs.saveItem(head.id, { ...toStored(entry), isSent: true });
    });
    entry.isSent = true;
  }

  save(head: JobHead, entry: Entry): void {
    const { stores } = this.#options;
    stores.durably(() => {
      this.#checkOurs(head);
      stores.jobs.saveItem(head.id, toStored(entry));
    });
  }

  finished(head: JobHead, entries: readonly Entry[]): void {
    const { stores, audit } = this.#options;
    stores.durably(() => {
      this.#checkOurs(head);
      audit.write(...entries.map((entry) => finishedNote(head, entry)));
      for (const entry of entries) stores.jobs.saveItem(head.id, toStored(entry));
    });
  }

  state(head: JobHead, { isHeld }: { readonly isHeld: boolean }): void {
    const { state, endedAt } = head;
    const { stores } = this.#options;
    stores.durably(() => {
      this.#checkOurs(head);
      stores.jobs.setState(head.id, { state, endedAt, isHeld });
    });
  }

  ended(head: JobHead, entries: readonly Entry[]): void {
    const { stores, audit } = this.#options;
    stores.durably(() => {
      this.#checkOurs(head);
      const counts = countsOf(entries.map(({ item }) => item));
      audit.write({
        ...{ what: `job.${head.kind}`, phase: 'finished', jobId: head.id },
        params: { state: head.state, ...withPrefix('count', counts) },
      });
      this.state(head, { isHeld: false });
    });
  }

  /** A job without an owner is only read again; nobody works on it. */
  #checkOurs({ id, owner: believed }: JobHead): void {
    const { stores, owner } = this.#options;
    if (believed?.token !== owner) return;
    if (stores.jobs.ownerOf(id) !== owner) throw new NotOursError('the job was taken over');
  }

  /** The process ends in order, in the middle of the job. Nothing that fails here may hold it up. */
  abandon(head: JobHead, at: number): void {
    const { stores, audit } = this.#options;
    stores.durably(() => {
      const job = stores.jobs.get(head.id);
      if (job?.owner?.token === this.#options.owner) settleInterrupted({ stores, audit }, job, at);
    });
  }
}

function about(head: JobHead, { item }: Entry): Pick<AuditNote, 'what' | 'jobId' | 'device'> {
  const { serial, mac, address } = item.device;
  return { what: `item.${head.kind}`, jobId: head.id, device: serial ?? mac ?? address };
}

function finishedNote(head: JobHead, entry: Entry): AuditNote {
  const { verdict, reason, rawResult, after, attemptsLeft } = entry.item;
  const params = { verdict, reason, rawResult, attemptsLeft, ...valueParams('after', after) };
  return { ...about(head, entry), phase: 'finished', params };
}

function valueParams(prefix: string, values: NetworkValues | null): AuditLine['params'] {
  return values === null ? {} : withPrefix(prefix, values);
}

function withPrefix(
  prefix: string,
  values: Readonly<Record<string, string | number | boolean | null>>,
): AuditLine['params'] {
  const entries = Object.entries(values).map(([key, value]) => [
    `${prefix}.${key}`,
    typeof value === 'boolean' ? String(value) : value,
  ]);
  return Object.fromEntries(entries);
}

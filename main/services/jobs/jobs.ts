import type { DeviceId } from '../../contract/device.ts';
import { AppError } from '../../contract/errors.ts';
import type { Job, JobKind, JobSummary, PreflightLine } from '../../contract/job.ts';
import type { DeviceRecord } from '../../domain/record.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { Random } from '../../ports/random.ts';
import type { CredentialVault } from '../../ports/vault.ts';
import type { ActStores, JobHead, JobOwner, StoredJob } from '../../store/act-types.ts';
import type { Audit, Operator } from '../audit/audit.ts';
import type { Commands } from '../commands/commands.ts';
import { KeyedQueue } from '../lib/keyed-queue.ts';
import { runPool } from '../lib/pool.ts';
import {
  entryOf,
  newEntry,
  parallelOf,
  passwordsFor,
  requirePasswords,
  withVaultWord,
} from './build.ts';
import { itemsElsewhere, refuseBusy } from './busy.ts';
import { close, type Entry, unsentOf } from './entry.ts';
import { Heartbeat } from './heartbeat.ts';
import { JobRun } from './job-run.ts';
import { JobLedger } from './ledger.ts';
import { recheckJob } from './recheck.ts';
import { ParamBook, type Sealer, SecretBook } from './secret-book.ts';
import type { ItemRunner, JobRequest } from './types.ts';
import { deviceRefOf } from './values.ts';
import { toJob } from './view.ts';

export interface JobsOptions {
  readonly stores: ActStores;
  readonly audit: Audit;
  readonly commands: Commands;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** Seals passwords in memory; `null` where the host brought none, then no job takes a password. */
  readonly sealer: Sealer | null;
  readonly vault: CredentialVault;
  readonly operator: Operator;
  readonly host: string;
  /** This process, as others on the data folder see it. */
  readonly owner: JobOwner;
  readonly isProcessAlive: (pid: number) => boolean;
  readonly record: (id: DeviceId) => DeviceRecord | undefined;
  /** By serial or MAC, for a job of another process that knows the device by another id. */
  readonly find: (wanted: string) => DeviceId | null;
  readonly siteId: () => string;
  readonly onChange: (job: Job) => void;
}

type Secrets = JobRequest['passwords'];

const preflightsAtOnce = 16;

/** Work on devices that can be watched, paused, cancelled, resumed after a crash, and proven later. */
export class Jobs {
  readonly #options: JobsOptions;
  readonly #runners = new Map<JobKind, ItemRunner>();
  readonly #runs = new Map<string, JobRun>();
  readonly #devices = new KeyedQueue();
  readonly #ledger: JobLedger;
  readonly #heartbeat: Heartbeat;

  constructor(options: JobsOptions) {
    this.#options = options;
    const { stores, audit, owner } = options;
    this.#ledger = new JobLedger({ stores, audit, owner: owner.token });
    this.#heartbeat = new Heartbeat({
      ...options,
      isAtWork: () => this.#runs.size > 0,
      onFound: (ids) => {
        for (const id of ids) options.onChange(this.get(id));
      },
    });
  }

  // biome-ignore lint/suspicious/noExplicitAny: runners differ in their input; only they look into it
  register(runner: ItemRunner<any>): void {
    this.#runners.set(runner.kind, runner);
  }

  /** Looks after jobs whose process died: at the start, and again while this one runs. */
  interruptedAtStart(): string[] {
    return this.#heartbeat.start();
  }

  /** @throws AppError `device.not-found`, `job.busy`, `job.needs-password`, `vault.locked`, `audit.unwritable` */
  async start(request: JobRequest): Promise<Job> {
    const runner = this.#runner(request.kind);
    const params = new ParamBook(this.#options.sealer);
    const entries = request.items.map((item, position) =>
      newEntry(position, this.#need(item.device), { params: item.params, book: params }),
    );
    this.#refuseBusy(request.kind, entries);
    const secrets = new SecretBook(this.#options.sealer);
    const passwords = await passwordsFor(entries, request.passwords, this.#options.vault);
    const lacking = entries.filter(({ position }) => !passwords.has(position));
    if (runner.needsPassword) requirePasswords(lacking, this.#options.vault);
    secrets.fill(passwords);
    // Somebody may have started the same while the vault was asked.
    this.#refuseBusy(request.kind, entries);
    const head = this.#newHead(request);
    this.#ledger.created(head, entries);
    const run = this.#adopt({ head, entries, runner, secrets, params });
    run.go({ isOverride: request.isOverride === true });
    return run.view();
  }

  isBusyWith(id: DeviceId): boolean {
    return [...this.#runs.values()].some((run) => run.isBusyWith(id));
  }

  list(limit: number): JobSummary[] {
    return this.#options.stores.jobs.list(limit).map((stored) => {
      const run = this.#runs.get(stored.id);
      if (run === undefined) return stored;
      const { items: _items, ...summary } = run.view();
      return summary;
    });
  }

  /** @throws AppError `job.not-found` */
  get(id: string): Job {
    const run = this.#runs.get(id);
    if (run !== undefined) return run.view();
    return this.#view(this.#stored(id));
  }

  /** Starts no other device. @throws AppError `job.not-found`, `job.not-resumable` */
  pause(id: string): Job {
    const run = this.#mine(id);
    run.pause();
    return this.get(id);
  }

  /**
   * Goes on with a paused or interrupted job. What was sent before a crash is read, never repeated.
   * @throws AppError `job.not-found`, `job.not-resumable`, `job.needs-password`
   */
  async resume(id: string, passwords: Secrets, isOverride: boolean): Promise<Job> {
    const live = this.#runs.get(id);
    if (live !== undefined) return await this.#goOn(live, passwords, isOverride);
    const stored = this.#stored(id);
    const { state } = stored;
    if (state !== 'interrupted' && state !== 'paused') throw notResumable(state);
    const runner = this.#runner(stored.kind);
    const params = new ParamBook(this.#options.sealer);
    const entries = stored.items.map(entryOf);
    for (const entry of entries) params.set(entry.position, entry.storedParams, false);
    const secrets = new SecretBook(this.#options.sealer);
    await this.#giveSecrets({ runner, entries: unsentOf(entries), secrets, passwords });
    const head = this.#claim(stored);
    this.#closeLossy(head, entries);
    const run = this.#adopt({ head, entries, runner, secrets, params });
    run.go({ isOverride });
    return run.view();
  }

  /** Skips what has not begun. @throws AppError `job.not-found`, `job.not-resumable` */
  cancel(id: string): Job {
    const run = this.#runs.get(id);
    if (run !== undefined) {
      run.cancel();
      return this.get(id);
    }
    const stored = this.#stored(id);
    if (stored.state !== 'interrupted' && stored.state !== 'paused')
      throw notResumable(stored.state);
    this.#cancelStored(this.#claim(stored), stored);
    const job = this.get(id);
    this.#options.onChange(job);
    return job;
  }

  /** @throws AppError `job.not-found` */
  dismiss(id: string): void {
    this.get(id);
    this.#options.stores.jobs.setDismissed(id);
    const run = this.#runs.get(id);
    if (run === undefined) this.#options.onChange(this.get(id));
    else run.dismiss();
  }

  /**
   * Reads devices again whose outcome is open.
   * @throws AppError `job.not-found`, `job.not-resumable` while it runs
   */
  async recheck(id: string): Promise<Job> {
    const job = this.#stored(id);
    if (this.#runs.has(id) || job.state === 'running') throw notResumable('running');
    return await recheckJob({
      ...{ job, runner: this.#runner(job.kind), tools: this.#options, ledger: this.#ledger },
      record: (entry) => this.#record(entry),
      onChange: this.#options.onChange,
    });
  }

  /** What would happen to each device; sends no password. @throws AppError `device.not-found` */
  async preflight(kind: JobKind, ids: readonly DeviceId[]): Promise<PreflightLine[]> {
    const runner = this.#runner(kind);
    const { commands, vault } = this.#options;
    const devices = ids.map((id) => this.#need(id));
    const lines = new Map<DeviceId, PreflightLine>();
    await runPool(devices, { limit: preflightsAtOnce }, async (device) => {
      const asked = await runner.preflight(device, commands, null);
      // A first password is a new one; whatever is saved was for another.
      const isNew = kind === 'activate' || !runner.needsPassword;
      const line = isNew ? asked : withVaultWord(asked, vault);
      const lock = commands.lock(device);
      lines.set(device.id, {
        ...line,
        attemptsLeft: line.attemptsLeft ?? lock.attemptsLeft,
        lockedUntil: line.lockedUntil ?? lock.lockedUntil,
      });
    });
    return ids.flatMap((id) => lines.get(id) ?? []);
  }

  /** Gives up what is at work; the next start reads it. */
  close(): void {
    this.#heartbeat.stop();
    for (const run of this.#runs.values()) run.abandon();
    this.#runs.clear();
  }

  #newHead({ kind, isOneByOne, waitForInternet, undoOf, ...rest }: JobRequest): JobHead {
    const { clock, operator, host, owner, siteId } = this.#options;
    const at = clock.now();
    return {
      id: this.#newId(),
      ...{ kind, siteId: siteId(), state: 'running', startedAt: at, endedAt: null },
      by: { ...operator, host },
      parallel: parallelOf({ kind, ...rest, isOneByOne: isOneByOne === true }),
      isOneByOne: isOneByOne === true,
      isWaitingForInternet: waitForInternet === true,
      undoOf: undoOf ?? null,
      isDismissed: false,
      owner: { ...owner, beatAt: at },
    };
  }

  /** Short enough to type on a command line. */
  #newId(): string {
    const id = this.#options.random.uuid().toLowerCase().replaceAll('-', '').slice(-8);
    return this.#options.stores.jobs.get(id) === null ? id : this.#newId();
  }

  #adopt(parts: {
    head: JobHead;
    entries: readonly Entry[];
    runner: ItemRunner;
    secrets: SecretBook;
    params: ParamBook;
  }): JobRun {
    const { head, entries, runner, secrets, params } = parts;
    const { onChange } = this.#options;
    const run = new JobRun({
      ...{ head, entries, runner, secrets, onChange, tools: this.#options },
      ...{ ledger: this.#ledger, devices: this.#devices },
      params: (entry) => params.get(entry.position),
      record: (entry) => this.#record(entry),
      onEnd: () => {
        params.clear();
        this.#runs.delete(head.id);
      },
      onLost: () => {
        params.clear();
        this.#runs.delete(head.id);
        onChange(this.get(head.id));
      },
    });
    this.#runs.set(head.id, run);
    return run;
  }

  async #goOn(run: JobRun, passwords: Secrets, isOverride: boolean): Promise<Job> {
    const { kind, state, id } = run.head;
    if (state !== 'paused') throw notResumable(state);
    const runner = this.#runner(kind);
    const given = { runner, entries: run.unsent(), secrets: run.secrets, passwords };
    await this.#giveSecrets(given);
    if (this.#runs.get(id) !== run || run.head.state !== 'paused')
      throw notResumable(run.head.state);
    run.go({ isOverride });
    return run.view();
  }

  /** Passwords that were given again, for what is not done yet. @throws AppError `job.needs-password` */
  async #giveSecrets(parts: {
    runner: ItemRunner;
    entries: readonly Entry[];
    secrets: SecretBook;
    passwords: Secrets;
  }): Promise<void> {
    const { runner, entries, secrets, passwords } = parts;
    const isGiven = passwords.all !== undefined || passwords.byDevice !== undefined;
    const wanted = isGiven ? entries : entries.filter(({ position }) => !secrets.has(position));
    const found = await passwordsFor(wanted, passwords, this.#options.vault);
    const lacking = entries.filter(({ position, isLossy }) => {
      return !isLossy && !found.has(position) && !secrets.has(position);
    });
    if (runner.needsPassword) requirePasswords(lacking, this.#options.vault);
    secrets.fill(found);
  }

  /** @throws AppError `job.not-resumable` when another process was faster, or still has it */
  #claim(stored: StoredJob): JobHead {
    const { stores, owner, clock } = this.#options;
    const at = clock.now();
    const isMine = stores.jobs.claim(stored.id, {
      ...{ from: ['interrupted', 'paused'], expectedOwner: null, owner, at },
    });
    if (!isMine) throw notResumable('running');
    const { items: _items, isUndone: _isUndone, ...head } = stored;
    return { ...head, state: 'running', endedAt: null, owner: { ...owner, beatAt: at } };
  }

  /** What was left out of the file cannot be sent again; it has to be typed into a new job. */
  #closeLossy(head: JobHead, entries: readonly Entry[]): void {
    const lossy = unsentOf(entries).filter(({ isLossy }) => isLossy);
    const at = this.#options.clock.now();
    for (const entry of lossy) close(entry, { verdict: 'skipped', reason: 'interrupted', at });
    if (lossy.length > 0) this.#ledger.finished(head, lossy);
  }

  #cancelStored(head: JobHead, stored: StoredJob): void {
    const entries = stored.items.map(entryOf);
    const rest = unsentOf(entries);
    const at = this.#options.clock.now();
    for (const entry of rest) close(entry, { verdict: 'skipped', reason: 'cancelled', at });
    if (rest.length > 0) this.#ledger.finished(head, rest);
    this.#ledger.ended({ ...head, state: 'cancelled', endedAt: at }, entries);
  }

  #refuseBusy(kind: JobKind, entries: readonly Entry[]): void {
    const { owner, stores } = this.#options;
    const runs = [...this.#runs.values()].filter(({ head }) => head.kind === kind);
    refuseBusy(entries, {
      elsewhere: itemsElsewhere(stores.jobs, { kind, token: owner.token }),
      isBusyHere: (id) => runs.some((run) => run.isBusyWith(id)),
    });
  }

  #runner(kind: JobKind): ItemRunner {
    const runner = this.#runners.get(kind);
    if (runner === undefined) throw new Error(`no runner for ${kind}`);
    return runner;
  }

  #need(id: DeviceId): DeviceRecord {
    const record = this.#options.record(id);
    if (record === undefined) throw new AppError('device.not-found', { wanted: id });
    return record;
  }

  #record({ item }: Entry): DeviceRecord | undefined {
    const { record, find } = this.#options;
    const { id, serial, mac } = item.device;
    const own = record(id);
    // An id that now names another device must not lead a command there.
    if (own !== undefined && (serial === null || deviceRefOf(own).serial === serial)) return own;
    const wanted = serial ?? mac;
    const found = wanted === null ? null : find(wanted);
    return found === null ? undefined : record(found);
  }

  #mine(id: string): JobRun {
    const run = this.#runs.get(id);
    if (run === undefined) throw notResumable(this.#stored(id).state);
    return run;
  }

  #stored(id: string): StoredJob {
    const stored = this.#options.stores.jobs.get(id);
    if (stored === null) throw new AppError('job.not-found', { wanted: id });
    return stored;
  }

  #view(stored: StoredJob): Job {
    const items = stored.items.map(({ item }) => item);
    return toJob(stored, items, { isUndone: stored.isUndone });
  }
}

function notResumable(state: string): AppError<'job.not-resumable'> {
  return new AppError('job.not-resumable', { state });
}

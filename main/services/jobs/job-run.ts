import { goodVerdicts, type Job, type JobItem, type Reason } from '../../contract/job.ts';
import type { DeviceRecord } from '../../domain/record.ts';
import type { Timer } from '../../ports/clock.ts';
import type { JobHead } from '../../store/act-types.ts';
import { deviceKeyOf } from '../commands/device-key.ts';
import { createCanceller } from '../lib/canceller.ts';
import type { KeyedQueue } from '../lib/keyed-queue.ts';
import { createThrottle, type Throttle } from '../lib/throttle.ts';
import { Admission } from './admission.ts';
import { close, type Entry, unsentOf } from './entry.ts';
import { type ItemTools, runItem } from './item-run.ts';
import { type JobLedger, NotOursError } from './ledger.ts';
import type { SecretBook } from './secret-book.ts';
import { type Ending, settle } from './settle.ts';
import type { ItemOutcome, ItemRunner } from './types.ts';
import { deviceRefOf, labelOf, networkValuesOf } from './values.ts';
import { toJob } from './view.ts';

export interface JobRunOptions {
  readonly head: JobHead;
  readonly entries: readonly Entry[];
  readonly runner: ItemRunner;
  readonly secrets: SecretBook;
  /** The runner's input, secrets included. */
  readonly params: (entry: Entry) => unknown;
  readonly tools: ItemTools;
  readonly ledger: JobLedger;
  readonly record: (entry: Entry) => DeviceRecord | undefined;
  /** Shared by all jobs of this process: one job at a time works on a device. */
  readonly devices: KeyedQueue;
  readonly onChange: (job: Job) => void;
  readonly onEnd: () => void;
  /** Another process has the job now. */
  readonly onLost: () => void;
}

const eventPeriodMs = 200;
const internetPeriodMs = 15_000;

type Mode = 'run' | 'reread';

/** One job at work in this process. */
export class JobRun {
  readonly #options: JobRunOptions;
  readonly #entries: readonly Entry[];
  readonly #admission: Admission;
  readonly #throttle: Throttle;
  readonly #canceller = createCanceller();
  #head: JobHead;
  #internetTimer: Timer | null = null;
  /** Password group, and the device that said its password is wrong. */
  readonly #stoppedBy = new Map<number, string>();
  #isOverride = false;
  #isOver = false;

  constructor(options: JobRunOptions) {
    this.#options = options;
    this.#head = options.head;
    this.#entries = options.entries;
    this.#admission = new Admission({
      parallel: options.head.parallel,
      isRunning: () => this.#head.state === 'running',
      isOver: () => this.#isOver,
      groupOf: (entry) => this.#groupOf(entry),
    });
    this.#throttle = createThrottle(options.tools.clock, eventPeriodMs, () =>
      options.onChange(this.view()),
    );
  }

  get head(): JobHead {
    return this.#head;
  }

  get secrets(): SecretBook {
    return this.#options.secrets;
  }

  view(): Job {
    const items = this.#entries.map(({ item }) => item);
    return toJob(this.#head, items, { isUndone: false });
  }

  /** Whether a device of this job still has something before it. */
  isBusyWith(deviceId: string): boolean {
    return this.#entries.some(({ item, phase }) => item.device.id === deviceId && phase !== 'done');
  }

  unsent(): Entry[] {
    return unsentOf(this.#entries);
  }

  /** Begins, or goes on after a pause. */
  go({ isOverride }: { readonly isOverride: boolean }): void {
    this.#isOverride ||= isOverride;
    this.#setState('running');
    this.#watchInternet();
    this.#pump();
    this.#tryParked();
  }

  /** Starts no other device; those at work finish. */
  pause(): void {
    if (this.#head.state === 'running') this.#setState('paused');
    this.#admission.open();
  }

  /** The rest is skipped; devices at work finish. */
  cancel(): void {
    for (const entry of this.#entries) {
      // Its outcome is open; that it will not be read now does not make it skipped.
      if (entry.phase === 'waiting' && entry.needsReread) entry.phase = 'done';
    }
    this.#endAll(this.unsent(), { verdict: 'skipped', reason: 'cancelled' });
    this.#setState('cancelled');
    this.#pump();
  }

  dismiss(): void {
    this.#head = { ...this.#head, isDismissed: true };
    this.#changed();
  }

  /**
   * The process ends. What is at work is left to be read later; what still comes of it here is not
   * written any more.
   */
  abandon(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#canceller.cancel();
    this.#stopTimers();
    this.#admission.open();
    this.#options.secrets.clear();
    const { ledger, tools } = this.#options;
    // What fails here is found at the next start, as after a crash.
    this.#write('the end of the process', () => ledger.abandon(this.#head, tools.clock.now()));
  }

  #setState(state: Job['state']): void {
    if (this.#isOver) return;
    this.#head = { ...this.#head, state };
    try {
      this.#options.ledger.state(this.#head, { isHeld: true });
    } catch (error) {
      if (!(error instanceof NotOursError)) throw error;
      this.#lose();
    }
    this.#changed();
  }

  /** What is at work here goes on being theirs: nothing of it is written or told any more. */
  #lose(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    const { tools, secrets, onLost } = this.#options;
    tools.log.warn(() => 'a job was taken over by another process', { job: this.#head.id });
    this.#canceller.cancel();
    this.#stopTimers();
    this.#admission.open();
    secrets.clear();
    onLost();
  }

  #changed(): void {
    if (!this.#isOver) this.#throttle.request();
  }

  /** Starts what may start now. */
  #pump(): void {
    if (this.#isOver) return;
    this.#admission.open();
    if (this.#head.state === 'running') {
      for (const entry of this.#nextFirst()) {
        if (!this.#admission.hasRoom) break;
        // Looked at anew: an entry that ended at once may have stopped others of this list.
        if (entry.phase === 'waiting' && this.#admission.mayStart(entry)) this.#launch(entry);
      }
    }
    this.#finishIfDone();
  }

  /** What may already have happened is looked at before anything new happens. */
  #nextFirst(): Entry[] {
    const waiting = this.#entries.filter(({ phase }) => phase === 'waiting');
    const rank = ({ needsReread }: Entry): number => (needsReread ? 0 : 1);
    return waiting.sort((a, b) => rank(a) - rank(b) || a.position - b.position);
  }

  /** A new password cannot lock anybody out, and reading sends none: neither needs a canary. */
  #groupOf(entry: Entry): number | null {
    const isFree = entry.needsReread || this.#head.kind === 'activate';
    return isFree ? null : this.#options.secrets.group(entry.position);
  }

  #launch(entry: Entry): void {
    const device = this.#options.record(entry);
    const mode = entry.needsReread ? 'reread' : 'run';
    if (device === undefined) {
      const verdict = mode === 'reread' ? 'unknown' : 'skipped';
      this.#endAll([entry], { verdict, reason: 'offline' });
      return;
    }
    if (mode === 'run') {
      Object.assign(entry.item, {
        device: deviceRefOf(device),
        before: networkValuesOf(device),
        startedAt: entry.item.startedAt ?? this.#options.tools.clock.now(),
      });
    }
    entry.phase = 'working';
    Object.assign(entry.item, { state: 'running', step: mode === 'run' ? null : 'reading' });
    this.#admission.take(entry);
    // A reread is not written down as running: killed in the middle, it is simply read again.
    if (mode === 'reread' || this.#writeBegun(entry)) void this.#work(entry, { device, mode });
  }

  /** What cannot be written down is not done. */
  #writeBegun(entry: Entry): boolean {
    const { ledger } = this.#options;
    const end = this.#write('a job', () => ledger.begun(this.#head, entry));
    if (end !== 'failed') return end === 'written';
    this.#admission.leave(entry);
    this.#endAll([entry], { verdict: 'failed', reason: 'not-sent' });
    return false;
  }

  async #work(entry: Entry, { device, mode }: { device: DeviceRecord; mode: Mode }): Promise<void> {
    const { tools, runner, secrets, params, ledger, devices } = this.#options;
    entry.heldBack = null;
    this.#changed();
    const outcome = await devices.run(deviceKeyOf(device), () =>
      runItem(tools, {
        ...{ runner, entry, device, mode, params: params(entry), jobId: this.#head.id },
        isOverride: this.#isOverride,
        signal: this.#canceller.signal,
        password: () => secrets.password(entry.position),
        gate: () => this.#admission.gate(entry),
        mark: () => ledger.mark(this.#head, entry),
        onWord: (word) => this.#hearWord(entry, word),
        onAnswered: () => this.#admission.endTurn(entry),
        onChange: () => this.#changed(),
      }),
    );
    // The process is ending: on the disk it stays as it is, and is read later.
    if (this.#isOver) return;
    this.#settle(entry, { outcome, mode, device });
    this.#admission.leave(entry);
    this.#pump();
  }

  #hearWord(entry: Entry, word: 'right' | 'wrong'): void {
    if (word === 'right') {
      this.#admission.prove(entry);
      // The others of the group need not wait until this one is read back.
      this.#pump();
      return;
    }
    const group = this.#admission.stop(entry);
    if (group === null) return;
    this.#stoppedBy.set(group, labelOf(entry.item.device));
    this.#stopRest((other) => this.#groupOf(other) === group, entry);
    this.#admission.open();
  }

  #stopRest(isOfGroup: (entry: Entry) => boolean, because: Entry): void {
    const params = { device: labelOf(because.item.device) };
    const rest = this.unsent().filter(isOfGroup);
    this.#endAll(rest, { verdict: 'skipped', reason: 'group-stopped', params });
  }

  #settle(
    entry: Entry,
    { outcome, mode, device }: { outcome: ItemOutcome; mode: Mode; device: DeviceRecord },
  ): void {
    const { state, isWaitingForInternet, isOneByOne } = this.#head;
    const settled = settle(entry, outcome, { mode, state, isWaitingForInternet });
    if (settled.kind === 'park') {
      this.#park(entry, settled.reason);
      return;
    }
    if (settled.kind === 'back') {
      this.#putBack(entry);
      return;
    }
    const end =
      settled.kind === 'end'
        ? this.#named(entry, settled.end)
        : this.#filled(entry, settled.outcome, device);
    this.#endAll([entry], end);
    const isConfirmed = goodVerdicts.includes(end.verdict);
    if (isOneByOne && mode === 'run' && !isConfirmed) {
      this.#stopRest((other) => other.chain === entry.chain, entry);
    }
  }

  /** Whose wrong password stopped it, where that is why it ends. */
  #named(entry: Entry, end: Ending): Ending {
    const device = this.#stoppedBy.get(this.#groupOf(entry) ?? -1);
    return end.reason === 'group-stopped' && device !== undefined
      ? { ...end, params: { device } }
      : end;
  }

  #filled(
    { item }: Entry,
    outcome: Extract<ItemOutcome, { kind: 'done' }>,
    device: DeviceRecord,
  ): Ending {
    const { verdict, reason, params = {}, rawResult = null, after = null, routes = [] } = outcome;
    const { attemptsLeft, lockedUntil } = this.#options.tools.commands.lock(device);
    Object.assign(item, { rawResult, after, routes: [...routes], attemptsLeft, lockedUntil });
    return { verdict, reason, params: { ...params } };
  }

  #putBack(entry: Entry): void {
    entry.phase = 'waiting';
    const state: JobItem['state'] = 'waiting';
    Object.assign(entry.item, { state, step: null, startedAt: null });
    this.#write('a device that waits again', () => this.#options.ledger.save(this.#head, entry));
    this.#changed();
  }

  #park(entry: Entry, reason: Reason): void {
    entry.phase = 'parked';
    const state: JobItem['state'] = 'waiting-internet';
    Object.assign(entry.item, { state, step: 'waiting-internet', reason });
    this.#write('a waiting device', () => this.#options.ledger.save(this.#head, entry));
    this.#watchInternet();
    this.#changed();
  }

  #endAll(entries: readonly Entry[], end: Ending): void {
    if (entries.length === 0) return;
    const { ledger, tools } = this.#options;
    for (const entry of entries) {
      entry.needsReread = false;
      close(entry, { ...end, at: tools.clock.now() });
    }
    // If this fails it stays in flight on the disk, so it will be read again: never a wrong word.
    this.#write('an outcome', () => ledger.finished(this.#head, entries));
    this.#changed();
  }

  #write(what: string, write: () => void): 'written' | 'failed' | 'lost' {
    try {
      write();
      return 'written';
    } catch (error) {
      if (error instanceof NotOursError) {
        this.#lose();
        return 'lost';
      }
      this.#options.tools.log.error(() => `${what} could not be written down`, {
        error: String(error),
      });
      return 'failed';
    }
  }

  #watchInternet(): void {
    const isNeeded = this.#entries.some(({ phase }) => phase === 'parked');
    if (!isNeeded || this.#internetTimer !== null) return;
    const { clock } = this.#options.tools;
    this.#internetTimer = clock.every(internetPeriodMs, () => this.#tryParked());
  }

  /** Asks those that wait, all at once and beside the others: a status question needs no place. */
  #tryParked(): void {
    if (this.#isOver || this.#head.state !== 'running') return;
    for (const entry of this.#entries) {
      const device = entry.phase === 'parked' ? this.#options.record(entry) : undefined;
      if (device === undefined) continue;
      entry.phase = 'working';
      void this.#work(entry, { device, mode: 'run' });
    }
  }

  #finishIfDone(): void {
    if (this.#isOver || this.#entries.some(({ phase }) => phase !== 'done')) return;
    const { tools, ledger, secrets, onChange, onEnd } = this.#options;
    const state = this.#head.state === 'cancelled' ? 'cancelled' : 'done';
    this.#head = { ...this.#head, state, endedAt: tools.clock.now() };
    this.#write('the end of a job', () => ledger.ended(this.#head, this.#entries));
    if (this.#isOver) return;
    this.#isOver = true;
    this.#head = { ...this.#head, owner: null };
    secrets.clear();
    this.#stopTimers();
    onChange(this.view());
    onEnd();
  }

  #stopTimers(): void {
    this.#throttle.stop();
    this.#internetTimer?.cancel();
    this.#internetTimer = null;
  }
}

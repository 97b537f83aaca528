import type { DeviceId } from '../../contract/device.ts';
import type { Verdict } from '../../contract/job.ts';
import { applyEvent } from '../../domain/cases/apply.ts';
import { isClosed, stepOf } from '../../domain/cases/state.ts';
import type { Applied, CaseEvent, CaseFile } from '../../domain/cases/types.ts';
import { whoIs } from '../../domain/cases/watcher.ts';
import type { Sighting } from '../../domain/sighting.ts';
import type { CaseDesk } from './case-desk.ts';
import type { CasesOptions } from './options.ts';
import type { Reminders } from './reminders.ts';
import { seenOf } from './snapshot.ts';

export interface CaseWatchOptions extends CasesOptions {
  readonly desk: CaseDesk;
  readonly reminders: Reminders;
}

interface JobEnd {
  readonly device: DeviceId;
  readonly verdict: Verdict;
  readonly jobId: string;
}

/** Seconds between two questions while a case waits for its device. */
const probeEveryTicks = 5;
/** Another process on this folder may have opened, changed or closed cases. */
const refreshEveryTicks = 15;
const listLimit = 2000;
const idleWatch: ReadonlySet<string> = new Set(['off', 'timeout', 'reset-seen']);

/** What the tool sees by itself: answers, silence, time. */
export class CaseWatch {
  readonly #options: CaseWatchOptions;
  /** Armed in this process. */
  readonly #armed = new Set<string>();
  #ticks = 0;
  #isFailing = false;

  constructor(options: CaseWatchOptions) {
    this.#options = options;
  }

  /** Takes the cases over that are in the store, and makes up for the time nobody looked at them. */
  takeOver(): void {
    this.#guarded(() => {
      this.#refresh();
      this.catchUp();
      this.#options.reminders.tell();
    });
  }

  /** Takes the cases of earlier runs over and makes up for the time nobody was there. */
  start(): void {
    this.takeOver();
    this.#options.desk.time.start(() => this.#tick());
  }

  stop(): void {
    this.#options.desk.time.stop();
  }

  armed(id: string): void {
    this.#armed.add(id);
    this.#probe();
  }

  disarmed(id: string): void {
    this.#armed.delete(id);
  }

  /** Deadlines and reminders by the clock as it is now. */
  catchUp(): void {
    const { desk, reminders } = this.#options;
    const proven = this.#provenLogins();
    for (const { file } of desk.cache.values()) {
      this.#apply(file.view.id, { kind: 'tick', ...desk.now() });
      if (!isClosed(file.view)) this.#lookAround(file, proven);
    }
    reminders.catchUp(desk.cache.values().map(({ file }) => file));
  }

  /** One reading for all that wait for a login: this runs every second. */
  #provenLogins(): ReadonlyMap<DeviceId, number> {
    const { desk, provenSince } = this.#options;
    const waiting = desk.cache.values().filter(({ file }) => isWaitingForLogin(file));
    if (waiting.length === 0) return new Map();
    return provenSince(Math.min(...waiting.map(({ file }) => file.view.openedAt)));
  }

  /** What other parts know of its device by now. */
  #lookAround(file: CaseFile, proven: ReadonlyMap<DeviceId, number>): void {
    const { desk, row, clock } = this.#options;
    const { id, openedAt } = file.view;
    const device = desk.deviceOf(file);
    const at = clock.now();
    const lockedUntil = row(device)?.lockedUntil ?? null;
    if (lockedUntil !== null) this.#apply(id, { kind: 'lock', at, lockedUntil });
    const provenAt = isWaitingForLogin(file) ? proven.get(device) : undefined;
    if (provenAt !== undefined && provenAt > openedAt && provenAt !== file.own.provenBefore) {
      this.#apply(id, { kind: 'login', at: provenAt });
    }
  }

  onSighting(sighting: Sighting): void {
    const { desk } = this.#options;
    if (sighting.source !== 'sadp' && sighting.source !== 'book') return;
    const seen = seenOf(sighting, desk.time.next());
    for (const { file } of desk.cache.values()) {
      if (whoIs(file.own.identity, seen) === 'other') continue;
      this.#guarded(() => this.#apply(file.view.id, { kind: 'seen', seen }));
    }
  }

  noteJob({ device, verdict, jobId }: JobEnd): void {
    const { desk, clock } = this.#options;
    for (const { file } of desk.cache.values()) {
      // What became of an older job says nothing of the one that the case follows.
      if (file.view.kind !== 'software-reset' || file.view.jobId !== jobId) continue;
      if (desk.deviceOf(file) !== device) continue;
      this.#guarded(() => this.#apply(file.view.id, { kind: 'job', at: clock.now(), verdict }));
    }
  }

  noteLogin(id: string): void {
    this.#apply(id, { kind: 'login', at: this.#options.clock.now() });
  }

  noteUnbound(device: DeviceId): void {
    const { desk, clock } = this.#options;
    for (const { file } of desk.cache.values()) {
      if (desk.deviceOf(file) !== device) continue;
      this.#guarded(() => this.#apply(file.view.id, { kind: 'unbound', at: clock.now() }));
    }
  }

  #tick(): void {
    this.#ticks += 1;
    this.#guarded(() => {
      if (this.#ticks % refreshEveryTicks === 0) this.#refresh();
      this.catchUp();
    });
    if (this.#ticks % probeEveryTicks === 0 && this.#isSomebodyWaiting()) this.#probe();
  }

  /** Nothing is written when the event says nothing new; the memory alone moves on. */
  #apply(id: string, event: CaseEvent): void {
    const { desk } = this.#options;
    const known = desk.cache.get(id);
    if (known === undefined) return;
    const applied = applyEvent(known, event);
    if (applied.file === known.file) {
      desk.cache.setMemory(id, applied.memory);
      return;
    }
    let stored: Applied = applied;
    desk.change(id, { what: event.kind, params: {} }, (file) => {
      stored = applyEvent({ file, memory: known.memory }, event);
      return stored.file;
    });
    desk.cache.setMemory(id, stored.memory);
    if (isClosed(stored.file.view)) this.#armed.delete(id);
    if (isClosed(stored.file.view) && !isClosed(known.file.view)) this.#options.reminders.tell();
  }

  #refresh(): void {
    const { desk } = this.#options;
    const open = desk.list({ isOpen: true, limit: listLimit });
    const over = desk.list({ isOpen: false, limit: listLimit / 10 });
    desk.cache.refresh([...open, ...over], desk.now());
    desk.showAll();
  }

  #isSomebodyWaiting(): boolean {
    const { desk, isContinuous } = this.#options;
    return desk.cache
      .values()
      .some(
        ({ file: { view } }) =>
          !idleWatch.has(view.watch.state) &&
          !isClosed(view) &&
          (isContinuous || this.#armed.has(view.id)),
      );
  }

  #probe(): void {
    const { probe, log } = this.#options;
    probe().catch((error: unknown) => {
      log.warn(() => 'the wire could not be asked for a case', { error: String(error) });
    });
  }

  /** A store that refuses must not stop the listening; it is told once until it works again. */
  #guarded(run: () => void): void {
    try {
      run();
      this.#isFailing = false;
    } catch (error) {
      if (!this.#isFailing) {
        this.#options.log.error(() => 'a case could not be brought up to date', {
          error: String(error),
        });
      }
      this.#isFailing = true;
    }
  }
}

function isWaitingForLogin({ view }: CaseFile): boolean {
  return !isClosed(view) && stepOf(view, 'login-proven')?.state === 'todo';
}

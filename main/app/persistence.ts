import type { DeviceEvent, DeviceId } from '../contract/device.ts';
import { AppError } from '../contract/errors.ts';
import type { Dirty } from '../domain/outcome.ts';
import type { DeviceRecord } from '../domain/record.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { NoticeBoard } from '../services/discovery/notice-board.ts';
import type { EventQuery, Store } from '../store/open.ts';

export interface PersistenceOptions {
  readonly store: Store;
  /** Shown in the notice. */
  readonly path: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly notices: NoticeBoard;
  readonly record: (id: DeviceId) => Readonly<DeviceRecord> | undefined;
}

const firstRetryMs = 1000;
const lastRetryMs = 30_000;
/** With a full disk events pile up; the devices themselves are bounded by the registry. */
const maxWaitingEvents = 20_000;

/** Writes what changed, all of it in one transaction. What could not be written waits in memory. */
export class Persistence {
  readonly #options: PersistenceOptions;
  readonly #changed = new Set<DeviceId>();
  readonly #removed = new Set<DeviceId>();
  #events: DeviceEvent[] = [];
  #failures = 0;
  #retryAt = Number.NEGATIVE_INFINITY;

  constructor(options: PersistenceOptions) {
    this.#options = options;
  }

  note({ ids, removed, events }: Dirty): void {
    for (const id of ids) {
      this.#changed.add(id);
      this.#removed.delete(id);
    }
    for (const id of removed) {
      this.#removed.add(id);
      this.#changed.delete(id);
    }
    this.#events.push(...events);
    const excess = this.#events.length - maxWaitingEvents;
    if (excess <= 0) return;
    this.#events.splice(0, excess);
    this.#options.log.warn(() => `${excess} unsaved events were given up`);
  }

  /** The regular write; after a failure it waits longer each time, up to half a minute. */
  tick(): void {
    const now = this.#options.clock.now();
    // A clock set back must not stop the saving.
    if (now < this.#retryAt && this.#retryAt - now <= lastRetryMs) return;
    this.flush();
  }

  /** Writes now. `false` when it failed; then nothing was written and nothing is forgotten. */
  flush(): boolean {
    if (!this.#isWaiting()) return true;
    const { store, notices } = this.#options;
    try {
      store.transaction(() => this.#write());
    } catch (error) {
      this.#noteFailure(error);
      return false;
    }
    this.#changed.clear();
    this.#removed.clear();
    this.#events = [];
    this.#failures = 0;
    this.#retryAt = Number.NEGATIVE_INFINITY;
    notices.clear('store-write-failed');
    return true;
  }

  /** Newest first, with those that wait for the disk. */
  events(query: EventQuery): DeviceEvent[] {
    this.tick();
    const waiting = this.#events.filter((event) => this.#fits(event, query)).reverse();
    const stored = this.#options.store.events.list(query);
    return [...waiting, ...stored].slice(0, query.limit);
  }

  #write(): void {
    const { store, record } = this.#options;
    const records: Readonly<DeviceRecord>[] = [];
    for (const id of this.#changed) {
      const found = record(id);
      if (found !== undefined) records.push(found);
    }
    // Records first: one that took another in moves that one's history before it is deleted.
    if (records.length > 0) store.devices.upsertMany(records);
    if (this.#removed.size > 0) store.devices.deleteMany(this.#removed);
    if (this.#events.length > 0) store.events.append(this.#events);
  }

  #noteFailure(error: unknown): void {
    const { clock, log, notices, path } = this.#options;
    this.#failures += 1;
    const wait = Math.min(lastRetryMs, firstRetryMs * 2 ** (this.#failures - 1));
    this.#retryAt = clock.now() + wait;
    const code = error instanceof AppError ? error.code : 'unexpected';
    log.warn(() => 'changes could not be saved', { code, error: String(error), retryMs: wait });
    notices.raise({ code: 'store-write-failed', level: 'problem', params: { path } });
  }

  #isWaiting(): boolean {
    return this.#changed.size > 0 || this.#removed.size > 0 || this.#events.length > 0;
  }

  #fits(event: DeviceEvent, { deviceId, siteId }: EventQuery): boolean {
    if (deviceId !== undefined && event.deviceId !== deviceId) return false;
    return siteId === undefined || this.#options.record(event.deviceId)?.siteId === siteId;
  }
}

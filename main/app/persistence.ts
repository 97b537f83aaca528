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

/** How long a device that was only heard again, with nothing new, may wait to be written. */
const touchEveryMs = 30_000;
/** So many of those in one write: 10,000 at once would hold everything else up. */
const touchedPerWrite = 1000;
const firstRetryMs = 1000;
const lastRetryMs = 30_000;
/** With a full disk events pile up; the devices themselves are bounded by the registry. */
const maxWaitingEvents = 20_000;

/**
 * Writes what changed, all of it in one transaction; what could not be written waits in memory. A
 * device that was merely heard again changes nothing but times: those are written now and then.
 */
export class Persistence {
  readonly #options: PersistenceOptions;
  readonly #changed = new Set<DeviceId>();
  readonly #touched = new Set<DeviceId>();
  readonly #removed = new Set<DeviceId>();
  /** Revision that the store has, by device. */
  readonly #written = new Map<DeviceId, number>();
  #events: DeviceEvent[] = [];
  #touchAt: number;
  #failures = 0;
  #retryAt = Number.NEGATIVE_INFINITY;

  constructor(options: PersistenceOptions) {
    this.#options = options;
    this.#touchAt = options.clock.now() + touchEveryMs;
  }

  note({ ids, removed, events }: Dirty): void {
    for (const id of ids) {
      const isNews = this.#options.record(id)?.revision !== this.#written.get(id);
      (isNews ? this.#changed : this.#touched).add(id);
      this.#removed.delete(id);
    }
    for (const id of removed) {
      this.#removed.add(id);
      this.#changed.delete(id);
      this.#touched.delete(id);
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
    this.#save(this.#dueTouches(now));
  }

  /** Writes everything now. `false` when it failed; then nothing was written and nothing is forgotten. */
  flush(): boolean {
    return this.#save([...this.#touched]);
  }

  /** Newest first, with those that wait for the disk. */
  events(query: EventQuery): DeviceEvent[] {
    this.tick();
    const waiting = this.#events.filter((event) => this.#fits(event, query)).reverse();
    const stored = this.#options.store.events.list(query);
    return [...waiting, ...stored].slice(0, query.limit);
  }

  #dueTouches(now: number): readonly DeviceId[] {
    const isDue = now >= this.#touchAt || this.#touchAt - now > touchEveryMs;
    if (!isDue) return [];
    if (this.#touched.size <= touchedPerWrite) this.#touchAt = now + touchEveryMs;
    return [...this.#touched].slice(0, touchedPerWrite);
  }

  #save(touches: readonly DeviceId[]): boolean {
    const ids = new Set([...this.#changed, ...touches]);
    if (ids.size === 0 && this.#removed.size === 0 && this.#events.length === 0) return true;
    const { store, notices, record } = this.#options;
    const records = [...ids].flatMap((id) => record(id) ?? []);
    try {
      store.transaction(() => this.#write(records));
    } catch (error) {
      this.#noteFailure(error);
      return false;
    }
    for (const { id, revision } of records) this.#written.set(id, revision);
    for (const id of this.#removed) this.#written.delete(id);
    for (const id of ids) this.#touched.delete(id);
    this.#changed.clear();
    this.#removed.clear();
    this.#events = [];
    this.#failures = 0;
    this.#retryAt = Number.NEGATIVE_INFINITY;
    notices.clear('store-write-failed');
    return true;
  }

  #write(records: readonly Readonly<DeviceRecord>[]): void {
    const { store } = this.#options;
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

  #fits(event: DeviceEvent, { deviceId, siteId }: EventQuery): boolean {
    if (deviceId !== undefined && event.deviceId !== deviceId) return false;
    return siteId === undefined || this.#options.record(event.deviceId)?.siteId === siteId;
  }
}

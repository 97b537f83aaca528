import type { DeviceId, DeviceRow } from '../contract/device.ts';
import type { AppEvent, EventName, EventPayload } from '../contract/events.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { createThrottle, type Throttle } from '../services/lib/throttle.ts';

export interface EventPumpOptions {
  readonly clock: Clock;
  readonly log: Log;
  /** The row as the current site shows it; `undefined` when it is not in that list. */
  readonly row: (id: DeviceId) => DeviceRow | undefined;
  /** Called before each flush, so that the newest changes are in it. */
  readonly drain: () => void;
}

/** Five flushes a second: faster than an eye follows, slow enough for a table of 10,000 rows. */
const flushPeriodMs = 200;
/** Rows in one event, and events in one flush: a wire and a screen take it in small bites. */
const rowsPerEvent = 500;
const eventsPerFlush = 4;

/**
 * Sends events to whoever listens. Every event has the next number of one stream, so that a listener
 * notices a gap; device changes are collected and sent as the newest state of each row.
 */
export class EventPump {
  readonly #options: EventPumpOptions;
  readonly #listeners = new Set<(event: AppEvent) => void>();
  readonly #dirty = new Set<DeviceId>();
  readonly #throttle: Throttle;
  #seq = 0;

  constructor(options: EventPumpOptions) {
    this.#options = options;
    this.#throttle = createThrottle(options.clock, flushPeriodMs, () => this.#flush());
  }

  /** Number of the last event that was sent. */
  get seq(): number {
    return this.#seq;
  }

  subscribe(listener: (event: AppEvent) => void): () => void {
    // A wrapper of its own: the same function subscribed twice is two subscriptions.
    const own = (event: AppEvent): void => listener(event);
    this.#listeners.add(own);
    return () => {
      this.#listeners.delete(own);
    };
  }

  /** Something changed; what it was is asked for at the next flush. */
  request(): void {
    this.#throttle.request();
  }

  /** These devices changed, or are gone. */
  note(ids: Iterable<DeviceId>): void {
    for (const id of ids) this.#dirty.add(id);
    if (this.#dirty.size > 0) this.#throttle.request();
  }

  emit<E extends EventName>(name: E, payload: EventPayload<E>): void {
    if (this.#listeners.size === 0) return;
    this.#seq += 1;
    // The table ties each name to its payload; the compiler cannot follow that through a generic.
    const event = { seq: this.#seq, name, payload } as AppEvent;
    for (const listener of [...this.#listeners]) {
      try {
        listener(event);
      } catch (cause) {
        this.#options.log.error(() => `a listener failed at ${name}`, { error: String(cause) });
      }
    }
  }

  close(): void {
    this.#throttle.stop();
    this.#listeners.clear();
    this.#dirty.clear();
  }

  #flush(): void {
    this.#options.drain();
    // Nobody is there: whoever comes later begins with a snapshot.
    if (this.#listeners.size === 0) this.#dirty.clear();
    for (let sent = 0; sent < eventsPerFlush && this.#dirty.size > 0; sent += 1) {
      this.#sendChunk();
    }
    if (this.#dirty.size > 0) this.#throttle.request();
  }

  #sendChunk(): void {
    const upserts: DeviceRow[] = [];
    const removed: DeviceId[] = [];
    for (const id of this.#dirty) {
      if (upserts.length + removed.length >= rowsPerEvent) break;
      this.#dirty.delete(id);
      const row = this.#options.row(id);
      if (row === undefined) removed.push(id);
      else upserts.push(row);
    }
    this.emit('devices.changed', { upserts, removed });
  }
}

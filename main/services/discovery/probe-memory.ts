import type { Clock } from '../../ports/clock.ts';
import { BoundedMap } from '../lib/bounded-map.ts';
import { probeMemoryLimit, probeMemoryMs } from './timing.ts';

/** Which question a Uuid belonged to. */
export interface ProbeOrigin {
  readonly adapterId: string;
  /** Set when the question went to one address of a sweep. */
  readonly sweepAddress: string | null;
}

/**
 * Remembers the Uuid of each question. A multicast reply does not tell by which adapter it came; the
 * Uuid it repeats does, because every datagram of every adapter has its own.
 */
export class ProbeMemory {
  readonly #clock: Clock;
  readonly #asked = new BoundedMap<string, ProbeOrigin & { at: number }>(probeMemoryLimit);

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get size(): number {
    return this.#asked.size;
  }

  remember(uuid: string, origin: ProbeOrigin): void {
    const now = this.#clock.now();
    this.#asked.dropWhile((entry) => isOld(entry.at, now));
    this.#asked.set(uuid.toUpperCase(), { ...origin, at: now });
  }

  /** The question behind a reply; `null` for somebody else's, an old one or none. */
  origin(uuid: string | null): ProbeOrigin | null {
    if (uuid === null) return null;
    const entry = this.#asked.get(uuid.toUpperCase());
    if (entry === undefined || isOld(entry.at, this.#clock.now())) return null;
    return entry;
  }
}

function isOld(at: number, now: number): boolean {
  return Math.abs(now - at) > probeMemoryMs;
}

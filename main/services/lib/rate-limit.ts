import type { Clock } from '../../ports/clock.ts';
import { BoundedMap } from './bounded-map.ts';

/** How many calls were held back since the last one that passed; `null` when this one is held back. */
export type RateLimit = (key: string) => number | null;

/** Lets one call per key pass in each period; keys are bounded. */
export function createRateLimit(clock: Clock, periodMs: number, maxKeys = 64): RateLimit {
  const keys = new BoundedMap<string, { at: number; held: number }>(maxKeys);
  return (key) => {
    const now = clock.now();
    const entry = keys.get(key);
    const isFresh = entry !== undefined && now >= entry.at && now - entry.at < periodMs;
    if (isFresh) {
      entry.held += 1;
      return null;
    }
    keys.set(key, { at: now, held: 0 });
    return entry?.held ?? 0;
  };
}

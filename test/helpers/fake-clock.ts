import type { Clock, Timer } from '../../main/ports/clock.ts';

export interface FakeClock extends Clock {
  /** Moves time on, running what is due in order and letting promises settle in between. */
  advance(ms: number): Promise<void>;
  /** Runs everything that is due now and lets promises settle. */
  settle(): Promise<void>;
  /** Sets the time without running timers, as an operator who corrects the clock. */
  jump(toMs: number): void;
  readonly pending: number;
}

interface Entry {
  dueAt: number;
  readonly order: number;
  readonly periodMs: number | null;
  readonly run: () => void;
}

/** One turn of the event loop: every promise chain that needs no timer has run to its end. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** Time that moves only when told. Starts at 2026-01-01T00:00:00Z. */
export function createFakeClock(startAt = Date.UTC(2026, 0, 1)): FakeClock {
  let now = startAt;
  /** Timers run by elapsed time, so a jump of the clock does not fire them. */
  let elapsed = 0;
  let order = 0;
  const entries = new Set<Entry>();

  const add = (delayMs: number, periodMs: number | null, run: () => void): Timer => {
    const entry: Entry = { dueAt: elapsed + Math.max(0, delayMs), order, periodMs, run };
    order += 1;
    entries.add(entry);
    return { cancel: () => void entries.delete(entry) };
  };

  const next = (until: number): Entry | undefined => {
    let best: Entry | undefined;
    for (const entry of entries) {
      if (entry.dueAt > until) continue;
      if (best === undefined || entry.dueAt < best.dueAt) best = entry;
      else if (entry.dueAt === best.dueAt && entry.order < best.order) best = entry;
    }
    return best;
  };

  const runUntil = async (until: number): Promise<void> => {
    await turn();
    for (let entry = next(until); entry !== undefined; entry = next(until)) {
      now += Math.max(0, entry.dueAt - elapsed);
      elapsed = Math.max(elapsed, entry.dueAt);
      if (entry.periodMs === null) entries.delete(entry);
      else entry.dueAt = elapsed + Math.max(1, entry.periodMs);
      entry.run();
      await turn();
    }
    now += until - elapsed;
    elapsed = until;
  };

  return {
    now: () => now,
    elapsed: () => elapsed,
    after: (delayMs, run) => add(delayMs, null, run),
    every: (periodMs, run) => add(periodMs, periodMs, run),
    advance: (ms) => runUntil(elapsed + ms),
    settle: () => runUntil(elapsed),
    jump: (toMs) => {
      now = toMs;
    },
    get pending() {
      return entries.size;
    },
  };
}

/** A laptop's clock that is set while the devices' time goes on: `jump` moves what it tells, and no timer. */
export function createLaptopClock(inner: FakeClock): Clock & { jump(byMs: number): void } {
  let ahead = 0;
  return {
    now: () => inner.now() + ahead,
    elapsed: () => inner.elapsed(),
    after: (delayMs, run) => inner.after(delayMs, run),
    every: (periodMs, run) => inner.every(periodMs, run),
    jump: (byMs) => {
      ahead += byMs;
    },
  };
}

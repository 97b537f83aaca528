import type { Clock, Timer } from '../../ports/clock.ts';

export interface Throttle {
  /** Asks for a run: at once when the last one is long enough ago, else at the end of the period. */
  request(): void;
  /** Cancels what is pending. */
  stop(): void;
}

/** At most one run per period; the last request is never lost. Runs on a timer, never inside `request`. */
export function createThrottle(clock: Clock, periodMs: number, run: () => void): Throttle {
  let pending: Timer | null = null;
  let lastAt = Number.NEGATIVE_INFINITY;
  return {
    request() {
      if (pending !== null) return;
      // A clock set back must not silence the stream, so the wait is never longer than a period.
      const wait = Math.min(periodMs, Math.max(0, lastAt + periodMs - clock.now()));
      pending = clock.after(wait, () => {
        pending = null;
        lastAt = clock.now();
        run();
      });
    },
    stop() {
      pending?.cancel();
      pending = null;
    },
  };
}

import type { Clock, Timer } from '../../ports/clock.ts';

/** `setTimeout` fires at once when the delay does not fit in 31 bits. */
const longestDelayMs = 2_147_483_647;

function timer(stop: () => void): Timer {
  return { cancel: stop };
}

/** The machine's own time. Timers keep the process alive until they fire or are cancelled. */
export const systemClock: Clock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  after(delayMs, run) {
    const handle = setTimeout(run, Math.min(Math.max(0, delayMs), longestDelayMs));
    return timer(() => clearTimeout(handle));
  },
  every(periodMs, run) {
    const handle = setInterval(run, Math.min(Math.max(1, periodMs), longestDelayMs));
    return timer(() => clearInterval(handle));
  },
};

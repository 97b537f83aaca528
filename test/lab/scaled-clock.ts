import type { Clock } from '../../main/ports/clock.ts';
import { type ScaledTime, scaledNow } from './kill-messages.ts';

/** The time of a process that is killed and started again: it goes on while nobody lives. */
export function scaledClock(time: ScaledTime): Clock {
  const { scale } = time;
  return {
    now: () => scaledNow(time),
    elapsed: () => scaledNow(time),
    after(delayMs, run) {
      const handle = setTimeout(run, Math.max(0, delayMs) / scale);
      return { cancel: () => clearTimeout(handle) };
    },
    every(periodMs, run) {
      const handle = setInterval(run, Math.max(1, periodMs / scale));
      return { cancel: () => clearInterval(handle) };
    },
  };
}

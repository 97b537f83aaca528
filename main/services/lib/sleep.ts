import type { CancelSignal } from '../../ports/cancel.ts';
import type { Clock } from '../../ports/clock.ts';

/** Resolves after the delay, or at once when cancelled. Never rejects. */
export function sleep(clock: Clock, delayMs: number, signal?: CancelSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted === true) {
      resolve();
      return;
    }
    const stop = (): void => {
      timer.cancel();
      finish();
    };
    const finish = (): void => {
      signal?.removeEventListener('abort', stop);
      resolve();
    };
    const timer = clock.after(delayMs, finish);
    signal?.addEventListener('abort', stop);
  });
}

import type { Verdict } from '../../contract/job.ts';
import type { ItemContext } from '../jobs/types.ts';
import { sleep } from '../lib/sleep.ts';
import type { RunnerParts } from './options.ts';
import { type Done, done } from './outcomes.ts';

/** So long after the command a device that is away may still be restarting because of it. */
const recentMs = 15 * 60_000;

/**
 * How long a device may still look as before although it was reached, in milliseconds: devices answer first
 * and act, or restart, seconds later. 0 where somebody looked long enough already.
 */
export function patienceMs(
  { timings }: RunnerParts,
  { wasSent, wasCut }: Pick<ItemContext<unknown>, 'wasSent' | 'wasCut'>,
): number {
  // However long ago that seems to be: the clock may have been set, and waiting costs little.
  return wasSent === true && wasCut === true ? timings.settleMs : 0;
}

function isRecent({ clock }: RunnerParts, { startedAt, boot }: ItemContext<unknown>): boolean {
  const at = boot?.at ?? startedAt;
  return at !== null && Math.abs(clock.now() - at) < recentMs;
}

/** How long a reread watches for what was wanted, in milliseconds. */
export function rereadMs(parts: RunnerParts, context: ItemContext<unknown>): number {
  return Math.max(parts.timings.readMs, patienceMs(parts, context));
}

/**
 * Reads after a crash, and again as long as the device shows what it showed before: only then is that a
 * failure. `read` must not cost a try at a password.
 * @param awayMs how long a device that does not answer (`no-answer`) is waited for: it may be restarting
 */
export async function readPatiently(
  parts: RunnerParts,
  context: ItemContext<unknown>,
  read: () => Promise<Done>,
  awayMs = 0,
): Promise<Done> {
  const { clock, timings } = parts;
  const { signal } = context;
  const beganAt = clock.elapsed();
  const patience = patienceMs(parts, context);
  const limits: Partial<Record<Verdict, number>> = {
    failed: patience,
    'no-answer': patience > 0 && isRecent(parts, context) ? awayMs : 0,
  };
  for (;;) {
    const outcome = await read();
    if (clock.elapsed() - beganAt >= (limits[outcome.verdict] ?? 0)) return outcome;
    await sleep(clock, timings.pauseMs, signal);
    if (signal.aborted) return done('unknown', 'no-read-back');
  }
}

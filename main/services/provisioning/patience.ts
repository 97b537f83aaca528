import type { Verdict } from '../../contract/job.ts';
import type { ItemContext } from '../jobs/types.ts';
import { sleep } from '../lib/sleep.ts';
import type { RunnerParts } from './options.ts';
import { type Done, done } from './outcomes.ts';

/** A turn may wait for its password group before anything leaves, hence the length. */
const recentMs = 15 * 60_000;

/**
 * How long a device may still look as before although it was reached, in milliseconds: devices answer first
 * and act, or restart, seconds later. 0 where somebody looked long enough already.
 */
export function patienceMs(
  { clock, timings }: RunnerParts,
  { wasSent, wasCut, startedAt }: ItemContext<unknown>,
): number {
  if (wasSent !== true || wasCut !== true || startedAt === null) return 0;
  return Math.abs(clock.now() - startedAt) < recentMs ? timings.settleMs : 0;
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
  const beganAt = clock.now();
  const patience = patienceMs(parts, context);
  const limits: Partial<Record<Verdict, number>> = {
    failed: patience,
    'no-answer': patience > 0 ? awayMs : 0,
  };
  for (;;) {
    const outcome = await read();
    if (clock.now() - beganAt >= (limits[outcome.verdict] ?? 0)) return outcome;
    await sleep(clock, timings.pauseMs, signal);
    if (signal.aborted) return done('unknown', 'no-read-back');
  }
}

import type { Job, JobItem, Reason, Verdict } from '../../contract/job.ts';
import type { Entry } from './entry.ts';
import type { ItemOutcome } from './types.ts';

export interface Ending {
  readonly verdict: Verdict;
  readonly reason: Reason;
  readonly params?: JobItem['params'];
}

export type Settlement =
  | { readonly kind: 'park'; readonly reason: Reason }
  /** Its turn did not come: it waits as if it had not been begun. */
  | { readonly kind: 'back' }
  | { readonly kind: 'end'; readonly end: Ending }
  | { readonly kind: 'done'; readonly outcome: Extract<ItemOutcome, { kind: 'done' }> };

export interface SettleContext {
  readonly mode: 'run' | 'reread';
  readonly state: Job['state'];
  readonly isWaitingForInternet: boolean;
}

const cancelled: Ending = { verdict: 'skipped', reason: 'cancelled' };

/** What a runner's outcome means for the item. */
export function settle(entry: Entry, outcome: ItemOutcome, context: SettleContext): Settlement {
  const isCancelled = context.state === 'cancelled';
  if (entry.heldBack === 'stopped') {
    return { kind: 'end', end: { verdict: 'skipped', reason: 'group-stopped' } };
  }
  if (entry.heldBack === 'not-now') {
    return isCancelled
      ? { kind: 'end', end: cancelled }
      : { kind: 'park', reason: 'cloud-offline' };
  }
  if (entry.heldBack === 'later') {
    return isCancelled ? { kind: 'end', end: cancelled } : { kind: 'back' };
  }
  if (outcome.kind === 'done') return { kind: 'done', outcome };
  const { reason } = outcome;
  // What was sent before is never sent again, whatever the device says now.
  if (context.mode === 'reread' || entry.isSent) {
    return { kind: 'end', end: { verdict: 'unknown', reason } };
  }
  if (!context.isWaitingForInternet) {
    return { kind: 'end', end: { verdict: 'needs-internet', reason } };
  }
  return isCancelled ? { kind: 'end', end: cancelled } : { kind: 'park', reason };
}

import type { JobItem } from '../contract/job.ts';

/** Whether a device's values can be put back: they were changed, and what they were is known. */
export function canBeUndone({ state, verdict, before, after }: JobItem): boolean {
  const isChanged = verdict === 'verified' || verdict === 'accepted';
  return state === 'done' && isChanged && before !== null && after !== null;
}

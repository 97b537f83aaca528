import type { Job, JobItem } from '../../contract/job.ts';
import { canBeUndone } from '../../domain/job-undo.ts';
import type { JobHead } from '../../store/act-types.ts';

/** A verdict each; for those without one, the state. */
export function countsOf(items: readonly JobItem[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { verdict, state } of items) {
    const word = verdict ?? state;
    counts[word] = (counts[word] ?? 0) + 1;
  }
  return counts;
}

/** The job as everybody sees it; a copy, so that it does not change under a listener. */
export function toJob(
  head: JobHead,
  items: readonly JobItem[],
  { isUndone }: { readonly isUndone: boolean },
): Job {
  const { id, kind, siteId, state, startedAt, endedAt, by, parallel, undoOf, isDismissed } = head;
  const canUndo = state !== 'running' && !isUndone && items.some(canBeUndone);
  return {
    ...{ id, kind, siteId, state, startedAt, endedAt, by: { ...by }, parallel, undoOf },
    ...{ isDismissed, canUndo },
    items: items.map((item) => structuredClone(item)),
    counts: countsOf(items),
  };
}

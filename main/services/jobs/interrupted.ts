import type { ActStores, StoredItem, StoredJob } from '../../store/act-types.ts';
import type { Audit } from '../audit/audit.ts';

/**
 * What stands on the disk of a job whose process is gone, or is about to go. A device that was sent
 * something is unknown until it is read; one that was not is simply waiting again.
 */
export function settleInterrupted(
  { stores, audit }: { readonly stores: ActStores; readonly audit: Audit },
  job: StoredJob,
  at: number,
): void {
  for (const stored of job.items) {
    const next = afterCrash(stored, job, at);
    if (next !== null) stores.jobs.saveItem(job.id, next);
  }
  const state = job.state === 'running' ? 'interrupted' : job.state;
  const endedAt = state === 'cancelled' ? (job.endedAt ?? at) : job.endedAt;
  stores.jobs.setState(job.id, { state, endedAt, isHeld: false });
  const params = { state: 'interrupted' };
  audit.write({ what: `job.${job.kind}`, phase: 'finished', jobId: job.id, params });
}

/** `null`: as it was. */
function afterCrash(stored: StoredItem, { state }: StoredJob, at: number): StoredItem | null {
  const { item, isSent } = stored;
  if (item.state !== 'running') return null;
  if (isSent) {
    return {
      ...stored,
      needsReread: true,
      item: {
        ...item,
        ...{ state: 'done', step: null, verdict: 'unknown', reason: 'interrupted', endedAt: at },
      },
    };
  }
  if (state === 'cancelled') {
    return {
      ...stored,
      item: {
        ...item,
        ...{ state: 'done', step: null, verdict: 'skipped', reason: 'cancelled', endedAt: at },
      },
    };
  }
  return { ...stored, item: { ...item, state: 'waiting', step: null } };
}

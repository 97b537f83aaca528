import type { Clock } from '../../ports/clock.ts';
import type { ActStores, JobHead, JobOwner, StoredItem, StoredJob } from '../../store/act-types.ts';
import type { Audit } from '../audit/audit.ts';

export interface RecoveryOptions {
  readonly stores: ActStores;
  readonly audit: Audit;
  readonly clock: Clock;
  readonly owner: JobOwner;
  /** Whether a process of this machine lives. */
  readonly isProcessAlive: (pid: number) => boolean;
}

/** An owner that did not write for so long is dead, or sleeps; it looks before it sends again. */
const silentMs = 20_000;
/** Another machine on a shared folder: its processes cannot be seen from here. */
const farSilentMs = 60_000;

function isAlive({ owner: own, isProcessAlive, clock }: RecoveryOptions, head: JobHead): boolean {
  const { owner } = head;
  if (owner === null) return false;
  if (owner.token === own.token) return true;
  const silence = Math.abs(clock.now() - owner.beatAt);
  if (owner.machine !== own.machine) return silence <= farSilentMs;
  // After a power cut the number may belong to somebody else.
  return isProcessAlive(owner.pid) && silence <= silentMs;
}

/**
 * Jobs whose process died become "interrupted". A device that was sent something is unknown until it is
 * read; one that was not is simply waiting again. Returns their ids.
 */
export function recover(options: RecoveryOptions): string[] {
  const { stores } = options;
  const dead = stores.jobs.held().filter((head) => !isAlive(options, head));
  return dead.map(({ id }) => id).filter((id) => settleDead(options, id));
}

function settleDead(options: RecoveryOptions, id: string): boolean {
  const { stores } = options;
  return stores.durably(() => {
    // Looked at again under the lock: another process may have done it.
    const job = stores.jobs.get(id);
    if (job === null || isAlive(options, job)) return false;
    if (job.owner === null && job.state !== 'running') return false;
    writeDead(options, job);
    return true;
  });
}

function writeDead({ stores, audit, clock }: RecoveryOptions, job: StoredJob): void {
  const at = clock.now();
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

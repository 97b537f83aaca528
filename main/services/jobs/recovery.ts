import type { Clock } from '../../ports/clock.ts';
import type { ActStores, JobHead, JobOwner } from '../../store/act-types.ts';
import type { Audit } from '../audit/audit.ts';
import { settleInterrupted } from './interrupted.ts';

export interface RecoveryOptions {
  readonly stores: ActStores;
  readonly audit: Audit;
  readonly clock: Clock;
  readonly owner: JobOwner;
  /** Whether a process of this machine lives. */
  readonly isProcessAlive: (pid: number) => boolean;
  /** What is remembered between two looks, by job. */
  readonly seen: Map<string, BeatSeen>;
}

/** A job's last sign of life, and since when it is the last, by our clock that nobody sets. */
export interface BeatSeen {
  readonly beat: string;
  readonly since: number;
}

/** An owner that did not write for so long is dead, or sleeps; it looks before it sends again. */
const silentMs = 20_000;
/** Another machine on a shared folder: its processes cannot be seen from here, and its clock is another one. */
const farSilentMs = 60_000;

function isAlive(options: RecoveryOptions, head: JobHead): boolean {
  const { owner: own, isProcessAlive, clock } = options;
  const { owner } = head;
  if (owner === null) return false;
  if (owner.token === own.token) return true;
  if (owner.machine !== own.machine) return farSilence(options, head) <= farSilentMs;
  const silence = Math.abs(clock.now() - owner.beatAt);
  // After a power cut the number may belong to somebody else.
  return isProcessAlive(owner.pid) && silence <= silentMs;
}

/** How long its sign of life has stood unchanged before our eyes, in milliseconds. */
function farSilence({ seen, clock }: RecoveryOptions, { id, owner }: JobHead): number {
  const beat = `${owner?.token} ${owner?.beatAt}`;
  const known = seen.get(id);
  if (known?.beat === beat) return clock.elapsed() - known.since;
  seen.set(id, { beat, since: clock.elapsed() });
  return 0;
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
    const at = options.clock.now();
    settleInterrupted(options, job, at);
    return true;
  });
}

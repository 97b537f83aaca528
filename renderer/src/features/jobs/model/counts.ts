import type { DeviceId } from '../../../../../main/contract/device.ts';
import type {
  Job,
  JobItem,
  JobSummary,
  Reason,
  Verdict,
} from '../../../../../main/contract/job.ts';
import { verdictOrder } from './looks.ts';

/** What an item counts as: its verdict, else where it stands. */
export type TallyKey = Verdict | 'waiting' | 'running' | 'waiting-internet';

export interface Tally {
  readonly key: TallyKey;
  readonly count: number;
}

const states = ['running', 'waiting-internet', 'waiting'] as const;
const tallyOrder: readonly TallyKey[] = [...states, ...verdictOrder];

export function tallyKeyOf(item: Pick<JobItem, 'verdict' | 'state'>): TallyKey {
  if (item.verdict !== null) return item.verdict;
  return item.state === 'done' ? 'unknown' : item.state;
}

/** How many items stand where: at work first, then what needs a person, then what is well. */
export function tallyOf(items: readonly JobItem[]): readonly Tally[] {
  const counts = new Map<TallyKey, number>();
  for (const item of items) {
    const key = tallyKeyOf(item);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return tallyOrder.flatMap((key) => {
    const count = counts.get(key);
    return count === undefined ? [] : [{ key, count }];
  });
}

/** The same for a run of which only the counts are known. */
export function tallyOfSummary({ counts }: Pick<JobSummary, 'counts'>): readonly Tally[] {
  return tallyOrder.flatMap((key) => {
    const count = counts[key] ?? 0;
    return count === 0 ? [] : [{ key, count }];
  });
}

export interface Progress {
  readonly done: number;
  readonly total: number;
}

export function progressOf(tally: readonly Tally[]): Progress {
  const sum = (of: readonly Tally[]) => of.reduce((total, { count }) => total + count, 0);
  const open = tally.filter(({ key }) => states.some((state) => state === key));
  const total = sum(tally);
  return { done: total - sum(open), total };
}

/** A run that goes on only when a person, or the Internet, does something. */
export function isWaiting(job: JobSummary): boolean {
  if (job.isDismissed) return false;
  if (job.state === 'interrupted' || job.state === 'paused') return true;
  return job.state === 'running' && (job.counts['waiting-internet'] ?? 0) > 0;
}

const worthAgain: ReadonlySet<Verdict> = new Set([
  'needs-internet',
  'wrong-password',
  'locked',
  'refused',
  'no-answer',
  'unknown',
  'failed',
]);

/** Skipped for a reason that another run may not have. */
const skippedOnce: ReadonlySet<Reason> = new Set([
  'group-stopped',
  'cancelled',
  'no-password',
  'attempts-low',
  'same-password',
  'not-activated',
  'status-unknown',
  'offline',
  'not-sent',
  'interrupted',
]);

export function isWorthAgain({ verdict, reason }: JobItem): boolean {
  if (verdict === null) return false;
  if (verdict === 'skipped') return reason !== null && skippedOnce.has(reason);
  return worthAgain.has(verdict);
}

/** The devices that "Run again for what failed" takes; none while the run is under way. */
export function idsToRunAgain(job: Job): readonly DeviceId[] {
  if (job.state === 'running' || job.state === 'paused' || job.state === 'interrupted') return [];
  return job.items.filter(isWorthAgain).map(({ device }) => device.id);
}

const open: ReadonlySet<Verdict> = new Set(['accepted', 'unknown', 'no-answer', 'needs-internet']);

/** Whether reading the devices again could close a verdict. */
export function canRecheck(job: Job): boolean {
  // A lamp cannot be read.
  if (job.kind === 'locate') return false;
  const hasOpen = job.items.some(({ verdict }) => verdict !== null && open.has(verdict));
  return hasOpen && job.state !== 'running';
}

/** Devices of an interrupted or paused run that may still need a password. */
export function idsToResume(job: Job): readonly DeviceId[] {
  return job.items.filter(({ state }) => state !== 'done').map(({ device }) => device.id);
}

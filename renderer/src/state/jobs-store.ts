import type { Job, JobItem, JobSummary } from '../../../main/contract/job.ts';
import type { Client } from '../transport/client.ts';
import { createValueStore, type ValueStore } from './value-store.ts';

const listed = 100;

export interface DrawerState {
  readonly jobId: string | null;
  readonly isOpen: boolean;
}

/**
 * The runs. A job arrives whole, up to five times a second; items that did not change keep their
 * object, so that a list of thousands renders only what moved.
 */
export interface JobsStore {
  /** The run that the drawer shows when it is not the newest, and whether the drawer is up. */
  readonly drawer: ValueStore<DrawerState>;
  /** Every known run without its items, newest first; the same array until one changes. */
  list(): readonly JobSummary[];
  /** A run with its items, when it was asked for or told of. */
  job(id: string): Job | undefined;
  put(job: Job): void;
  /** Takes the core's list as of `since`; runs it no longer has go, runs told of later stay. */
  reset(summaries: readonly JobSummary[], since: number): void;
  /** Rises with each run that comes in. */
  clock(): number;
  /** The clock when that run last came in; an answer older than that is dropped by it. */
  version(id: string): number;
  subscribe(listener: () => void): () => void;
  /** Tells of each job that came in, with what it was before. */
  onJob(listener: (job: Job, before: Job | undefined) => void): () => void;
}

function isSameItem(a: JobItem, b: JobItem): boolean {
  return (
    a.device.id === b.device.id &&
    a.state === b.state &&
    a.step === b.step &&
    a.verdict === b.verdict &&
    a.reason === b.reason &&
    a.rawResult === b.rawResult &&
    a.evidence.length === b.evidence.length &&
    a.attemptsLeft === b.attemptsLeft &&
    a.lockedUntil === b.lockedUntil &&
    a.endedAt === b.endedAt &&
    (a.after === null) === (b.after === null)
  );
}

function sharedItems(job: Job, before: Job | undefined): Job {
  if (before === undefined) return job;
  const items = job.items.map((item, index) => {
    const old = before.items[index];
    return old !== undefined && isSameItem(old, item) ? old : item;
  });
  return { ...job, items };
}

function summaryOf({ items: _, ...summary }: Job): JobSummary {
  return summary;
}

function newestFirst(summaries: Iterable<JobSummary>): readonly JobSummary[] {
  return [...summaries].sort((a, b) => b.startedAt - a.startedAt || (a.id < b.id ? 1 : -1));
}

export function createJobsStore(): JobsStore {
  const jobs = new Map<string, Job>();
  const summaries = new Map<string, JobSummary>();
  const versions = new Map<string, number>();
  const listeners = new Set<() => void>();
  const jobListeners = new Set<(job: Job, before: Job | undefined) => void>();
  let list: readonly JobSummary[] = [];
  let clock = 0;

  const changed = () => {
    list = newestFirst(summaries.values());
    for (const listener of listeners) listener();
  };

  return {
    drawer: createValueStore<DrawerState>({ jobId: null, isOpen: false }),
    list: () => list,
    job: (id) => jobs.get(id),
    clock: () => clock,
    version: (id) => versions.get(id) ?? 0,
    put(fresh) {
      const before = jobs.get(fresh.id);
      const job = sharedItems(fresh, before);
      jobs.set(job.id, job);
      summaries.set(job.id, summaryOf(job));
      clock += 1;
      versions.set(job.id, clock);
      changed();
      for (const listener of jobListeners) listener(job, before);
    },
    reset(fresh, since) {
      const isNewer = (id: string) => (versions.get(id) ?? 0) > since;
      const kept = [...summaries.values()].filter(({ id }) => isNewer(id));
      summaries.clear();
      for (const summary of [...fresh, ...kept]) summaries.set(summary.id, summary);
      for (const id of jobs.keys()) if (!summaries.has(id)) jobs.delete(id);
      changed();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onJob(listener) {
      jobListeners.add(listener);
      return () => jobListeners.delete(listener);
    },
  };
}

/** Asks for one run whole; an event that came meanwhile is newer than the answer. */
export async function loadJob(client: Client, store: JobsStore, id: string): Promise<void> {
  const since = store.clock();
  const job = await client.call('jobs.get', { id });
  if (store.version(id) <= since) store.put(job);
}

/** Asks for the list and, whole, for every run whose result nobody has put away yet. */
export async function loadJobs(client: Client, store: JobsStore): Promise<void> {
  const since = store.clock();
  const { jobs } = await client.call('jobs.list', { limit: listed });
  store.reset(jobs, since);
  const open = jobs.filter((job) => !job.isDismissed);
  await Promise.all(open.map(({ id }) => loadJob(client, store, id)));
}

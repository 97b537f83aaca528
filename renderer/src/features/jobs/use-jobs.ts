import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Job, JobSummary } from '../../../../main/contract/job.ts';
import { useSession, useStore } from '../../state/app-context.tsx';
import { type JobsStore, loadJob } from '../../state/jobs-store.ts';
import { isWaiting } from './model/counts.ts';

export function useJobList(): readonly JobSummary[] {
  const { jobs } = useSession();
  return useSyncExternalStore(jobs.subscribe, jobs.list);
}

/** One run whole, followed; asked for when only its summary is known. */
export function useJob(id: string | null): Job | undefined {
  const { client, jobs } = useSession();
  const job = useSyncExternalStore(jobs.subscribe, () => (id === null ? undefined : jobs.job(id)));
  const isMissing = id !== null && job === undefined;
  useEffect(() => {
    // A run that is gone is dropped from the list by the same core; there is nothing to show for it.
    if (isMissing) loadJob(client, jobs, id).catch(() => undefined);
  }, [client, jobs, id, isMissing]);
  return job;
}

/** Puts a run that was just started into the drawer. Its events may have come before the answer. */
export function showJob(jobs: JobsStore, job: Job): void {
  if (jobs.job(job.id) === undefined) jobs.put(job);
  jobs.drawer.set({ jobId: job.id, isOpen: true });
}

export function useShowJob(): (job: Job) => void {
  const { jobs } = useSession();
  return useCallback((job) => showJob(jobs, job), [jobs]);
}

export interface Drawer {
  /** Runs whose result nobody has put away, newest first. */
  readonly open: readonly JobSummary[];
  readonly shownId: string | null;
  readonly isOpen: boolean;
}

export function useDrawer(): Drawer {
  const { jobs } = useSession();
  const list = useJobList();
  const { jobId, isOpen } = useStore(jobs.drawer);
  return useMemo(() => {
    const open = list.filter((job) => !job.isDismissed);
    const shown = open.find(({ id }) => id === jobId) ?? open[0];
    return { open, shownId: shown?.id ?? null, isOpen };
  }, [list, jobId, isOpen]);
}

/** The number on "Jobs" in the rail: runs that wait for a person or for the Internet. */
export function useWaitingJobs(): number {
  return useJobList().filter(isWaiting).length;
}

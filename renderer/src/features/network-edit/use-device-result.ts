import { useCallback, useSyncExternalStore } from 'react';
import type { DeviceId } from '../../../../main/contract/device.ts';
import type { Job, JobItem } from '../../../../main/contract/job.ts';
import { useSession, useStore } from '../../state/app-context.tsx';
import { editStoreOf } from './edit-store.ts';

export interface DeviceResult {
  readonly job: Job;
  readonly item: JobItem;
}

/** The newest network run that this device is part of and whose line was not put away. */
export function useDeviceResult(id: DeviceId): DeviceResult | null {
  const session = useSession();
  const hidden = useStore(editStoreOf(session).hidden);
  const { jobs } = session;
  const subscribe = useCallback((listener: () => void) => jobs.subscribe(listener), [jobs]);
  const list = useSyncExternalStore(subscribe, jobs.list);
  for (const { id: jobId, kind, isDismissed } of list) {
    if (kind !== 'network') continue;
    const job = jobs.job(jobId);
    const item = job?.items.find(({ device }) => device.id === id);
    if (job === undefined || item === undefined) continue;
    // An older run says nothing about the device once a newer one has touched it.
    return isDismissed || hidden.has(`${jobId} ${id}`) ? null : { job, item };
  }
  return null;
}

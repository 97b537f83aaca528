import type { DeviceId } from '../../../../main/contract/device.ts';
import type { DeviceRef, Job, JobItem, PreflightLine } from '../../../../main/contract/job.ts';

export function ref(name: string, patch: Partial<DeviceRef> = {}): DeviceRef {
  return {
    id: name as DeviceId,
    serial: `DS-2CD2143G2-I20230505AAWR${name}`,
    shortSerial: name,
    model: 'DS-2CD2143G2-I',
    name: null,
    mac: null,
    address: `192.168.1.${name}`,
    ...patch,
  };
}

export function item(name: string, patch: Partial<JobItem> = {}): JobItem {
  return {
    device: ref(name),
    state: 'waiting',
    step: null,
    verdict: null,
    reason: null,
    params: {},
    evidence: [],
    rawResult: null,
    attemptsLeft: null,
    lockedUntil: null,
    before: null,
    after: null,
    routes: [],
    startedAt: null,
    endedAt: null,
    ...patch,
  };
}

export function done(name: string, verdict: JobItem['verdict'], patch: Partial<JobItem> = {}) {
  return item(name, { state: 'done', verdict, reason: 'read-back', endedAt: 2000, ...patch });
}

export function job(items: readonly JobItem[], patch: Partial<Job> = {}): Job {
  const counts: Record<string, number> = {};
  for (const { verdict, state } of items) {
    const key = verdict ?? state;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return {
    id: 'job-1',
    kind: 'unbind',
    siteId: 'site-1',
    state: 'running',
    startedAt: 1000,
    endedAt: null,
    by: { user: 'anna', machine: 'laptop', host: 'web' },
    parallel: 8,
    undoOf: null,
    canUndo: false,
    isDismissed: false,
    items: [...items],
    counts,
    ...patch,
  };
}

export function line(name: string, patch: Partial<PreflightLine> = {}): PreflightLine {
  return {
    device: ref(name),
    light: 'ready',
    verdict: null,
    reason: 'ready',
    params: {},
    evidence: [],
    attemptsLeft: null,
    lockedUntil: null,
    routes: [],
    ...patch,
  };
}

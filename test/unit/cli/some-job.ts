import type { DeviceId } from '../../../main/contract/device.ts';
import type { DeviceRef, Job, JobItem, PreflightLine } from '../../../main/contract/job.ts';

export function aRef(
  part: Partial<Omit<DeviceRef, 'id'>> & { readonly id?: string } = {},
): DeviceRef {
  const { id = 'd1', ...rest } = part;
  return {
    serial: 'DS-2CD2143G2-I20230505AAWRE645839021',
    shortSerial: '645839021',
    model: 'DS-2CD2143G2-I',
    name: null,
    mac: null,
    address: '192.168.1.64',
    ...rest,
    id: id as DeviceId,
  };
}

export function anItem(part: Partial<JobItem> = {}): JobItem {
  return {
    device: aRef(),
    state: 'done',
    step: null,
    verdict: 'verified',
    reason: 'read-back',
    params: {},
    evidence: [],
    rawResult: null,
    attemptsLeft: null,
    lockedUntil: null,
    before: null,
    after: null,
    routes: [],
    startedAt: 1_700_000_000_000,
    endedAt: 1_700_000_001_000,
    ...part,
  };
}

export function aJob(part: Partial<Job> = {}): Job {
  return {
    id: 'c0ffee01',
    kind: 'unbind',
    siteId: 's1',
    state: 'done',
    startedAt: 1_700_000_000_000,
    endedAt: 1_700_000_002_000,
    by: { user: 'ana', machine: 'laptop', host: 'cli' },
    parallel: 8,
    undoOf: null,
    canUndo: false,
    isDismissed: false,
    items: [anItem()],
    counts: { verified: 1 },
    ...part,
  };
}

export function aLine(part: Partial<PreflightLine> = {}): PreflightLine {
  return {
    device: aRef(),
    light: 'ready',
    verdict: null,
    reason: 'ready',
    params: {},
    evidence: [],
    attemptsLeft: null,
    lockedUntil: null,
    routes: [],
    ...part,
  };
}

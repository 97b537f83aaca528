import type { JobItem, Reason, Verdict } from '../../contract/job.ts';
import type { BootSeen } from '../../domain/restart.ts';
import type { StoredItem } from '../../store/act-types.ts';

/** One device of a job at work. */
export interface Entry {
  readonly position: number;
  /** What everybody sees; changed in place. */
  readonly item: JobItem;
  readonly storedParams: unknown;
  readonly isLossy: boolean;
  /**
   * - `waiting`: its turn has not come
   * - `working`: a runner has it
   * - `parked`: it waits for the device to come online
   * - `done`
   */
  phase: 'waiting' | 'working' | 'parked' | 'done';
  /** Only read, because it may have been sent before a crash. */
  needsReread: boolean;
  isSent: boolean;
  /** How long it had been up before, where a restart has to be told; `null`: not asked. */
  boot: BootSeen | null;
  /** Devices that stop together in one-by-one mode. */
  readonly chain: string | null;
  /** Why the gate before the password kept it back. */
  heldBack: 'stopped' | 'not-now' | 'later' | null;
}

/** Verdicts after which looking again may tell more. */
export const openVerdicts: ReadonlySet<Verdict> = new Set([
  'accepted',
  'unknown',
  'no-answer',
  'needs-internet',
]);

export function toStored(entry: Entry): StoredItem {
  const { position, item, storedParams: params, isLossy, isSent, needsReread, boot } = entry;
  return { position, item, params, isLossy, isSent, needsReread, boot };
}

/** Closes an item without a runner. */
export function close(
  entry: Entry,
  end: { verdict: Verdict; reason: Reason; at: number; params?: JobItem['params'] },
): void {
  entry.phase = 'done';
  Object.assign(entry.item, {
    state: 'done',
    step: null,
    verdict: end.verdict,
    reason: end.reason,
    params: end.params ?? {},
    endedAt: end.at,
  });
}

/** Those that may still need a password; what is only read needs none. */
export function unsentOf(entries: readonly Entry[]): Entry[] {
  return entries.filter(
    ({ phase, needsReread }) => (phase === 'waiting' || phase === 'parked') && !needsReread,
  );
}

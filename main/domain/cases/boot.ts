import { bootDriftMs } from '../limits.ts';
import { parseBootTime } from '../restart.ts';

/** Before this a device's clock was never set: such times say nothing about order. */
const unsetBefore = Date.UTC(2001, 0, 1);

/**
 * How a BootTime stands to the one before. Stricter than the registry's own judgement, because a case may be
 * closed by it: only a later time is newer, and a clock that lost its time proves nothing by itself.
 */
export type BootOrder = 'newer' | 'same' | 'other' | 'unknown';

export function bootOrder(before: string | null, told: string | null): BootOrder {
  const from = before === null ? null : parseBootTime(before);
  const to = told === null ? null : parseBootTime(told);
  if (from === null || to === null) return 'unknown';
  if (from < unsetBefore && to < unsetBefore) return 'unknown';
  if (Math.abs(to - from) < bootDriftMs) return 'same';
  // A clock that was set since, or fell back to its first day: another start, or only another clock.
  if (from < unsetBefore || to < unsetBefore) return 'other';
  return to > from ? 'newer' : 'other';
}

const dayMs = 86_400_000;

/** The device's clock cannot be right: never set, or more than a day ahead of ours (zones differ by less). */
export function isClockOff(bootTime: string | null, now: number): boolean {
  const boot = bootTime === null ? null : parseBootTime(bootTime);
  return boot !== null && (boot < unsetBefore || boot > now + dayMs);
}

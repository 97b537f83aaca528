import { bootDriftMs, staleAfterMs } from './limits.ts';
import type { BootMark } from './record.ts';

/** Before this a device's clock has never been set: it counts from 1970 (some from 2000) at power-up. */
const unsetClockBefore = Date.UTC(2001, 0, 1);
const halfHourMs = 30 * 60_000;
const exactMs = 2_000;

export interface BootContext {
  /** Our time of the answer that tells the BootTime. */
  readonly at: number;
  /** Our time of the answer before it, from any source. */
  readonly lastSeenAt: number;
}

/** `YYYY-MM-DDTHH:MM:SS` (or a blank for the T) as milliseconds of the device's own, zoneless clock. */
export function parseBootTime(text: string): number | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)/.exec(text.trim());
  if (match === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** What a new BootTime says: the same start, a clock that was set, or a restart. */
export type BootVerdict = 'drift' | 'clock' | 'restart';

/**
 * Tells a restart from a clock that was set.
 *
 * BootTime is "now minus uptime" by the device's own clock, so it moves when the clock is set. What a
 * clock cannot fake is order: the device ran with the old BootTime from `mark.since` to the last answer,
 * so after a true restart BootTime is later by at least that long. A BootTime that goes back, jumps by
 * whole half hours (zone, daylight saving) or leaves 1970 is a clock that was set, unless the device was
 * also silent for longer than a few probes. A clock that falls back to 1970 has lost power.
 */
export function judgeBoot(mark: BootMark, told: string, context: BootContext): BootVerdict {
  const before = parseBootTime(mark.bootTime);
  const after = parseBootTime(told);
  if (before === null || after === null) return 'clock';
  const shift = after - before;
  if (Math.abs(shift) < bootDriftMs) return 'drift';
  return isLater(before, after, mark.since, context) ? 'restart' : 'clock';
}

function isLater(before: number, after: number, since: number, context: BootContext): boolean {
  if (after < unsetClockBefore && before >= unsetClockBefore) return true;
  const wasSilent = context.at - context.lastSeenAt > staleAfterMs;
  const isClockSet = before < unsetClockBefore && after >= unsetClockBefore;
  const shift = after - before;
  if (isClockSet || shift < 0) return wasSilent;
  const rest = shift % halfHourMs;
  if (rest <= exactMs || rest >= halfHourMs - exactMs) return wasSilent;
  return shift >= context.lastSeenAt - since - bootDriftMs;
}

/** How long a device had been up when something was about to change it. */
export interface BootSeen {
  /** Epoch ms by our clock, at that moment. */
  readonly at: number;
  /** `null`: it does not tell. */
  readonly upSeconds: number | null;
  /** Epoch ms by its own clock; `null`: it does not tell. */
  readonly deviceTimeAt: number | null;
}

/** Devices round to whole seconds, and an answer takes its time. */
const slackSeconds = 3;

export interface UptimeNow {
  /** Seconds it had been up then; `null`: it did not tell. */
  readonly before: number | null;
  /** Seconds it is up now. */
  readonly up: number;
  /** Seconds that went by since, by each clock at hand. */
  readonly passed: readonly number[];
}

/**
 * Whether a device was started between two looks; `null`: nobody can say. Being up for less than before proves it
 * without any clock. Else clocks decide, and each of them may have been set or stood still meanwhile: where one of
 * them explains the device as having simply gone on, that counts.
 */
export function isStartedAnew({ before, up, passed }: UptimeNow): boolean | null {
  if (before === null) {
    if (up <= Math.min(...passed) - slackSeconds) return true;
    return up > Math.max(...passed) + slackSeconds ? false : null;
  }
  if (up < before - slackSeconds) return true;
  if (passed.some((seconds) => Math.abs(up - before - seconds) <= slackSeconds)) {
    return before > 2 * slackSeconds ? false : null;
  }
  return passed.some((seconds) => up <= seconds) ? true : null;
}

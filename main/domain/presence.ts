import type { Presence } from '../contract/device.ts';
import {
  offlineAfterMs,
  sleepGapMs,
  staleAfterMs,
  sweptOfflineAfterMs,
  sweptStaleAfterMs,
} from './limits.ts';
import type { DeviceRecord } from './record.ts';

/** Moments after which silence means something. */
export interface Deadlines {
  readonly staleAt: number;
  readonly offlineAt: number;
}

/**
 * Counts silence from the last answer. A device that answers probes (SADP, ONVIF) is asked every 15 s;
 * one that only a sweep has heard lately is not asked at all.
 */
export function deadlinesOf(record: Readonly<DeviceRecord>): Deadlines {
  const heardAt = record.lastSeenAt;
  if (heardAt === null) return { staleAt: Infinity, offlineAt: Infinity };
  let probedAt = -Infinity;
  for (const via of record.via) {
    if (via.source === 'sadp' || via.source === 'onvif') probedAt = Math.max(probedAt, via.lastAt);
  }
  const isProbed = heardAt - probedAt < sweptOfflineAfterMs;
  return {
    staleAt: heardAt + (isProbed ? staleAfterMs : sweptStaleAfterMs),
    offlineAt: heardAt + (isProbed ? offlineAfterMs : sweptOfflineAfterMs),
  };
}

export function presenceAt(deadlines: Deadlines, now: number): Presence {
  if (deadlines.offlineAt === Infinity) return 'never';
  if (now >= deadlines.offlineAt) return 'offline';
  return now >= deadlines.staleAt ? 'stale' : 'online';
}

/** The part of an entry that time changes. */
interface Listened {
  readonly record: Readonly<DeviceRecord>;
  readonly presence: Presence;
  staleAt: number;
  offlineAt: number;
}

/**
 * Silence counts only while this machine listened. A laptop that slept adds its sleep to the deadlines;
 * one whose clock was set back starts them anew.
 */
export function forgiveDeafTime(entry: Listened, last: number, now: number): void {
  const heardAt = entry.record.lastSeenAt;
  if (heardAt === null) return;
  const isSleep = now - last > sleepGapMs && heardAt <= last && entry.presence !== 'offline';
  const shift = isSleep ? now - last : heardAt > now && now < last ? now - heardAt : 0;
  entry.staleAt += shift;
  entry.offlineAt += shift;
}

import { type Entry, type EntryLock, noLock } from './roster.ts';

/** Shows what is known of a device's password tries and lock. `false` when that was shown already. */
export function showLock(entry: Entry, { attemptsLeft, lockedUntil }: EntryLock): boolean {
  const { lock } = entry;
  if (lock.attemptsLeft === attemptsLeft && lock.lockedUntil === lockedUntil) return false;
  entry.lock = { attemptsLeft, lockedUntil };
  return true;
}

/** Takes off a lock whose time is over; devices count anew after it. `false` when there is none. */
export function endLock(entry: Entry, now: number): boolean {
  const { lockedUntil } = entry.lock;
  if (lockedUntil === null || lockedUntil > now) return false;
  entry.lock = noLock;
  return true;
}

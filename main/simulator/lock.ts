import type { DeviceSpec } from './types.ts';

const minuteMs = 60_000;

/** How often somebody was wrong, and until when nobody may try. */
export interface Lock {
  maxAttempts: number;
  lockMs: number;
  /** Off: wrong passwords are counted and never lock. */
  isOn: boolean;
  wrong: number;
  /** Epoch ms; 0 when it is not locked. */
  until: number;
  /** Locked since before the fleet started; counts from the first thing the device hears. */
  pendingMs: number;
}

export function buildLock(spec: DeviceSpec, usualAttempts: number): Lock {
  return {
    maxAttempts: spec.maxAttempts ?? usualAttempts,
    lockMs: (spec.lockMinutes ?? 30) * minuteMs,
    isOn: true,
    wrong: spec.wrongBefore ?? 0,
    until: 0,
    pendingMs: spec.lockedForMs ?? 0,
  };
}

export function isLocked(lock: Lock, now: number): boolean {
  if (lock.pendingMs > 0) {
    lock.until = now + lock.pendingMs;
    lock.wrong = lock.maxAttempts;
    lock.pendingMs = 0;
  }
  if (lock.until === 0) return false;
  if (now < lock.until) return true;
  lock.until = 0;
  lock.wrong = 0;
  return false;
}

/** Counts a wrong password; the last one that is allowed locks. */
export function countWrong(lock: Lock, now: number): void {
  lock.wrong += 1;
  if (lock.isOn && lock.wrong >= lock.maxAttempts) lock.until = now + lock.lockMs;
}

export function forgive(lock: Lock): void {
  lock.wrong = 0;
}

export function attemptsLeft(lock: Lock): number {
  return Math.max(0, lock.maxAttempts - lock.wrong);
}

/** As devices say it: minutes begun; 0 when it is not locked. */
export function lockMinutes(lock: Lock, now: number): number {
  return Math.max(0, Math.ceil((lock.until - now) / minuteMs));
}

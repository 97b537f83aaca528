import type { LockoutState } from '../../store/act-types.ts';

/** With so many tries left nothing is sent any more: the last ones belong to the owner. */
export const keptAttempts = 2;
/**
 * Tries assumed where a device never told a number. Published manuals name three to seven; five is what
 * most cameras have.
 */
export const assumedAttempts = 5;
/** A lock whose length was not told. */
export const assumedLockMs = 30 * 60_000;

export const freshState: LockoutState = {
  toldLeft: null,
  possible: 0,
  lockedUntil: null,
  wrongPrint: null,
};

/** A lock that is over takes the count with it: devices begin anew. The wrong password stays wrong. */
export function withTime(state: LockoutState, now: number): LockoutState {
  if (state.lockedUntil === null || state.lockedUntil > now) return state;
  return { ...freshState, wrongPrint: state.wrongPrint };
}

/** Tries left as far as we can know; `null` while nothing speaks against a try. */
export function attemptsLeft({ toldLeft, possible }: LockoutState): number | null {
  if (toldLeft !== null) return Math.max(0, toldLeft - possible);
  return possible === 0 ? null : Math.max(0, assumedAttempts - possible);
}

export type GuardReason = 'locked' | 'attempts-low' | 'same-password';

/** What speaks against one more try; `print` is `null` where no password is judged. */
export function judge(
  given: LockoutState,
  { print, now }: { readonly print: number | null; readonly now: number },
): GuardReason | null {
  const state = withTime(given, now);
  if (state.lockedUntil !== null) return 'locked';
  if (print !== null && print === state.wrongPrint) return 'same-password';
  const left = attemptsLeft(state);
  return left !== null && left <= keptAttempts ? 'attempts-low' : null;
}

/**
 * What became of a try.
 * - `right`: the device took the password
 * - `wrong`: it said that the password is wrong
 * - `locked`: it refuses every password now, so it did not look at this one
 * - `possible`: it may have counted (refused without a reason, no answer, unclear answer)
 * - `none`: it certainly did not count (never left, or refused for another reason)
 */
export type TryOutcome = 'right' | 'wrong' | 'locked' | 'possible' | 'none';

export interface Told {
  readonly attemptsLeft: number | null;
  readonly lockMinutes: number | null;
}

/** A try begins: until its end is known it counts as one that may have cost something. */
export function begin(state: LockoutState, now: number): LockoutState {
  const current = withTime(state, now);
  return { ...current, possible: current.possible + 1 };
}

/** The state after a try that {@link begin} opened. */
export function finish(
  state: LockoutState,
  outcome: TryOutcome,
  {
    told,
    print,
    now,
  }: { readonly told: Told; readonly print: number | null; readonly now: number },
): LockoutState {
  const closed = { ...state, possible: Math.max(0, state.possible - 1) };
  switch (outcome) {
    case 'right':
      return freshState;
    case 'none':
      return withTold(closed, told, now);
    case 'possible':
      return withTold(state, told, now);
    case 'wrong':
      return withTold({ ...state, wrongPrint: print ?? state.wrongPrint }, told, now);
    case 'locked':
      return { ...closed, toldLeft: 0, lockedUntil: now + lockMsOf(told) };
  }
}

/** The device's own numbers outrank every count of ours. */
function withTold(state: LockoutState, told: Told, now: number): LockoutState {
  const counted =
    told.attemptsLeft === null ? state : { ...state, toldLeft: told.attemptsLeft, possible: 0 };
  return told.lockMinutes === null
    ? counted
    : { ...counted, lockedUntil: now + told.lockMinutes * 60_000 };
}

function lockMsOf({ lockMinutes }: Told): number {
  return lockMinutes === null ? assumedLockMs : lockMinutes * 60_000;
}

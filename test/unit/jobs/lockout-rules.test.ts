import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readResult } from '../../../main/protocol/sadp/results.ts';
import { tryOutcomeOf } from '../../../main/services/lockout/outcome.ts';
import {
  assumedLockMs,
  attemptsLeft,
  begin,
  finish,
  freshState,
  judge,
  type TryOutcome,
} from '../../../main/services/lockout/rules.ts';
import type { LockoutState } from '../../../main/store/act-types.ts';

const now = Date.UTC(2026, 0, 1);
const none = { attemptsLeft: null, lockMinutes: null };

function tried(state: LockoutState, outcome: TryOutcome, told = none, print = 7): LockoutState {
  return finish(begin(state, now), outcome, { told, print, now });
}

describe('what the guard believes', () => {
  test("the device's number outranks every count", () => {
    const state = tried(freshState, 'wrong', { attemptsLeft: 4, lockMinutes: null } as never);
    expect(attemptsLeft(state)).toBe(4);
    expect(attemptsLeft(tried(state, 'possible'))).toBe(3);
    expect(attemptsLeft(tried(state, 'none'))).toBe(4);
    expect(attemptsLeft(tried(state, 'right'))).toBeNull();
  });

  test('two left is where it stops', () => {
    const state: LockoutState = { ...freshState, toldLeft: 3 };
    expect(judge(state, { print: null, now })).toBeNull();
    expect(judge({ ...state, toldLeft: 2 }, { print: null, now })).toBe('attempts-low');
    expect(judge({ ...state, possible: 1 }, { print: null, now })).toBe('attempts-low');
  });

  test('without a number five are assumed', () => {
    let state = freshState;
    const stops: (string | null)[] = [];
    for (let count = 0; count < 4; count += 1) {
      stops.push(judge(state, { print: null, now }));
      state = tried(state, 'possible');
    }
    expect(stops).toEqual([null, null, null, 'attempts-low']);
  });

  test('only a password that was called wrong is known again', () => {
    expect(judge(tried(freshState, 'wrong'), { print: 7, now })).toBe('same-password');
    expect(judge(tried(freshState, 'wrong'), { print: 8, now })).toBeNull();
    expect(judge(tried(freshState, 'possible'), { print: 7, now })).toBeNull();
  });

  test('a lock ends by the clock and takes the count with it, not the wrong password', () => {
    const wrong = tried(freshState, 'wrong', { attemptsLeft: 0, lockMinutes: 30 } as never);
    expect(judge(wrong, { print: 8, now })).toBe('locked');
    const later = now + 30 * 60_000;
    expect(judge(wrong, { print: 8, now: later - 1 })).toBe('locked');
    expect(judge(wrong, { print: 8, now: later })).toBeNull();
    expect(judge(wrong, { print: 7, now: later })).toBe('same-password');
  });

  test('a lock without a time is given the usual one', () => {
    expect(tried(freshState, 'locked').lockedUntil).toBe(now + assumedLockMs);
  });

  test('a crash in the middle of a try leaves it counted', () => {
    expect(attemptsLeft(begin(freshState, now))).toBe(4);
  });

  test('no run of unclear tries ever goes below two', () => {
    const outcomes = fc.array(fc.constantFrom<TryOutcome>('possible', 'wrong', 'none'), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(outcomes, fc.integer({ min: 5, max: 9 }), (run, limit) => {
        let state = freshState;
        let cost = 0;
        for (const [index, outcome] of run.entries()) {
          if (judge(state, { print: index + 100, now }) !== null) break;
          if (outcome !== 'none') cost += 1;
          state = tried(state, outcome, none, index + 100);
        }
        expect(limit - cost).toBeGreaterThanOrEqual(2);
      }),
    );
  });
});

describe('what an answer costs', () => {
  test.each([
    ['success', 'right'],
    ['PasswordError', 'wrong'],
    ['locked', 'locked'],
    ['failed', 'possible'],
    ['denied', 'possible'],
    ['The device and software are in different areas', 'none'],
    ['notActivated', 'none'],
    ['riskPassword', 'none'],
  ] as const)('%s: %s', (result, outcome) => {
    expect(tryOutcomeOf(readResult({ result, extra: new Map() }))).toBe(outcome);
  });
});

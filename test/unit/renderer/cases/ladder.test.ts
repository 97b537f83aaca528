import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { watchStates } from '../../../../main/contract/recovery.ts';
import {
  beepAt,
  endSound,
  isLongEnough,
  type LadderWord,
  ladderStart,
  press,
  secondsOf,
  spokenAt,
  targetOf,
  targetsOf,
  wordOf,
} from '../../../../renderer/src/features/cases/model/ladder.ts';

const targets = { firstS: 20, secondS: 30 };

describe('ladder mode', () => {
  test('one press starts, one ends; held long enough closes the step', () => {
    const holding = press(ladderStart, 1000, 'armed');
    expect(secondsOf(holding, 13_900)).toBe(12);
    expect(wordOf(holding, 13_900, targets, 'armed')).toBe('hold');
    expect(wordOf(holding, 21_000, targets, 'gone')).toBe('release');
    const early = press(holding, 20_999, 'gone');
    expect(isLongEnough(early, targets)).toBe(false);
    const whole = press(holding, 21_000, 'gone');
    expect(isLongEnough(whole, targets)).toBe(true);
    expect(wordOf(whole, 22_000, targets, 'gone')).toBe('gone');
  });

  test('after it came back as it was, the next hold is the longer one', () => {
    const released = press(press(ladderStart, 0, 'armed'), 20_000, 'gone');
    expect(wordOf(released, 30_000, targets, 'not-reset')).toBe('not-reset');
    const second = press(released, 40_000, 'not-reset');
    expect(second.hold).toBe(2);
    expect(targetOf(second, targets)).toBe(30);
    // A press that was only too early repeats the same hold.
    expect(press(released, 40_000, 'armed').hold).toBe(1);
  });

  test('after the reset was seen nothing starts again, and the words say it', () => {
    const released = press(press(ladderStart, 0, 'armed'), 20_000, 'gone');
    expect(press(released, 50_000, 'reset-seen')).toBe(released);
    expect(wordOf(released, 50_000, targets, 'reset-seen')).toBe('reset-seen');
    expect(wordOf(ladderStart, 0, targets, 'reset-seen')).toBe('reset-seen');
    // Also for who forgot to say that the hold ended.
    const holding = press(ladderStart, 0, 'armed');
    expect(wordOf(holding, 5000, targets, 'reset-seen')).toBe('reset-seen');
    expect(wordOf(released, 50_000, targets, 'timeout')).toBe('timeout');
    expect(wordOf(released, 50_000, targets, 'armed')).toBe('waiting');
  });

  test('the end is heard: one sound for the proof, another for none', () => {
    expect(
      ['reset-seen', 'not-reset', 'timeout', 'back', 'hold'].map((word) =>
        endSound(word as LadderWord),
      ),
    ).toEqual(['seen', 'missed', 'missed', null, null]);
  });

  test('sounds each fifth second, the last three, and the end; nothing after it', () => {
    const sounds = Array.from({ length: 26 }, (_, second) => beepAt(second, 20));
    expect(
      sounds.flatMap((sound, second) => (sound === null ? [] : [`${second} ${sound}`])),
    ).toEqual(['5 tick', '10 tick', '15 tick', '17 soon', '18 soon', '19 soon', '20 release']);
    expect([0, 4, 5, 10, 20, 25].map((second) => spokenAt(second, 20))).toEqual([
      null,
      null,
      'count',
      'count',
      'release',
      null,
    ]);
  });

  test('a card without times takes the usual ones; the second is never shorter', () => {
    expect(targetsOf({ firstHoldS: null, secondHoldS: null })).toEqual(targets);
    expect(targetsOf({ firstHoldS: 45, secondHoldS: null })).toEqual({ firstS: 45, secondS: 45 });
    expect(targetsOf({ firstHoldS: 10, secondHoldS: 20 })).toEqual({ firstS: 10, secondS: 20 });
  });

  test('any presses in any watch state: time never runs backwards, a hold never gets shorter', () => {
    const presses = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 60_000 }), fc.constantFrom(...watchStates)),
    );
    fc.assert(
      fc.property(presses, (steps) => {
        let state = ladderStart;
        let now = 0;
        for (const [wait, watch] of steps) {
          now += wait;
          const next = press(state, now, watch);
          expect(next.heldMs).toBeGreaterThanOrEqual(0);
          expect(next.hold).toBeGreaterThanOrEqual(state.hold);
          const isOver = watch === 'reset-seen' && state.phase !== 'holding';
          expect(next === state).toBe(isOver);
          state = next;
        }
      }),
    );
  });
});

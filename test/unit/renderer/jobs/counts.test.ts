import { describe, expect, it } from 'vitest';
import {
  canRecheck,
  idsToResume,
  idsToRunAgain,
  isWaiting,
  progressOf,
  tallyOf,
  tallyOfSummary,
} from '../../../../renderer/src/features/jobs/model/counts.ts';
import { done, item, job } from './items.ts';

describe('the tally of a run', () => {
  const items = [
    done('1', 'verified'),
    item('2'),
    done('3', 'wrong-password'),
    item('4', { state: 'waiting-internet' }),
    item('5', { state: 'running' }),
    done('6', 'verified'),
  ];

  it('counts what is at work, then what needs a person, then what is well', () => {
    expect(tallyOf(items)).toEqual([
      { key: 'running', count: 1 },
      { key: 'waiting-internet', count: 1 },
      { key: 'waiting', count: 1 },
      { key: 'wrong-password', count: 1 },
      { key: 'verified', count: 2 },
    ]);
  });

  it('is the same from the counts of a summary', () => {
    expect(tallyOfSummary(job(items))).toEqual(tallyOf(items));
  });

  it('counts as done only what has ended', () => {
    expect(progressOf(tallyOf(items))).toEqual({ done: 3, total: 6 });
    expect(progressOf([])).toEqual({ done: 0, total: 0 });
  });

  it('never counts an item that ended without a verdict as well', () => {
    expect(tallyOf([item('1', { state: 'done' })])).toEqual([{ key: 'unknown', count: 1 }]);
  });
});

describe('a run that waits for a person', () => {
  it.each([
    ['paused', true],
    ['interrupted', true],
    ['running', false],
    ['done', false],
    ['cancelled', false],
  ] as const)('%s: %s', (state, expected) => {
    expect(isWaiting(job([item('1')], { state }))).toBe(expected);
  });

  it('waits while a device of it has no Internet', () => {
    expect(isWaiting(job([item('1', { state: 'waiting-internet' })]))).toBe(true);
  });

  it('does not when its result was put away', () => {
    expect(isWaiting(job([item('1')], { state: 'interrupted', isDismissed: true }))).toBe(false);
  });
});

describe('run again for what failed', () => {
  const items = [
    done('1', 'verified'),
    done('2', 'already'),
    done('3', 'accepted'),
    done('4', 'not-supported'),
    done('5', 'different-area'),
    done('6', 'needs-owner'),
    done('7', 'wrong-password'),
    done('8', 'no-answer'),
    done('9', 'unknown'),
    done('10', 'skipped', { reason: 'group-stopped' }),
    done('11', 'skipped', { reason: 'cloud-off' }),
    done('12', 'skipped', { reason: null }),
  ];

  it('takes what another run may change, and leaves what it cannot', () => {
    expect(idsToRunAgain(job(items, { state: 'done' }))).toEqual(['7', '8', '9', '10']);
  });

  it.each(['running', 'paused', 'interrupted'] as const)('takes nothing while %s', (state) => {
    expect(idsToRunAgain(job(items, { state }))).toEqual([]);
  });
});

describe('read again', () => {
  it('is offered while a verdict is open and nothing runs', () => {
    expect(canRecheck(job([done('1', 'accepted')], { state: 'done' }))).toBe(true);
    expect(canRecheck(job([done('1', 'accepted')], { state: 'running' }))).toBe(false);
    expect(canRecheck(job([done('1', 'verified')], { state: 'done' }))).toBe(false);
  });

  it('is not offered for a lamp, which cannot be read', () => {
    expect(canRecheck(job([done('1', 'accepted')], { state: 'done', kind: 'locate' }))).toBe(false);
  });
});

it('asks for passwords of the devices that have not ended', () => {
  expect(idsToResume(job([done('1', 'verified'), item('2'), item('3')]))).toEqual(['2', '3']);
});

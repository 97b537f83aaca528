import { describe, expect, it } from 'vitest';
import type { DeviceRow } from '../../../../main/contract/device.ts';
import { countdown } from '../../../../renderer/src/components/countdown.ts';
import {
  inParts,
  isOverrideWord,
  isVerificationCode,
  lightCounts,
  linesToRead,
  runnable,
} from '../../../../renderer/src/features/acts/model.ts';
import { auditOf, valuesInAudit } from '../../../../renderer/src/features/detail/audit.ts';
import type { ActionContext } from '../../../../renderer/src/features/devices/action.ts';
import { actionById, actions } from '../../../../renderer/src/features/devices/actions.ts';
import { row } from '../rows.ts';
import { line } from './items.ts';

const sadp = [{ adapter: null, source: 'sadp' as const, lastAt: 0 }];
const swept = [{ adapter: null, source: 'sweep' as const, lastAt: 0 }];

function context(targets: readonly DeviceRow[], isLive = true): ActionContext {
  return { targets, cell: null, isLive };
}

function verdictOf(id: string, targets: readonly DeviceRow[], isLive = true): string {
  const action = actionById(id);
  const given = context(targets, isLive);
  if (action === undefined) return 'no such action';
  return action.isEnabled(given) ? 'yes' : String(action.whyNot?.(given));
}

describe('when an act can be done, and why not', () => {
  const camera = row('1', { via: sadp, activated: true });
  it.each([
    ['unbind', [camera], 'yes'],
    ['unbind', [], 'ui/acts/whyNot/none'],
    ['unbind', [row('1', { removedAt: 5 })], 'ui/acts/whyNot/removed'],
    ['unbind', [row('1', { vendor: 'other' })], 'ui/acts/whyNot/otherVendor'],
    // The pre-flight tells more than a dead button: which ways are left.
    ['unbind', [row('1', { via: swept })], 'yes'],
    ['activate', [camera], 'ui/acts/whyNot/allActive'],
    ['activate', [camera, row('2', { via: sadp, activated: false })], 'yes'],
    ['activate', [row('2', { via: sadp, activated: null })], 'yes'],
    ['activate', [row('2', { via: swept, activated: false })], 'ui/acts/whyNot/noSadp'],
    ['cloud', [row('2', { via: sadp, activated: false })], 'ui/acts/whyNot/allInactive'],
    ['cloud', [row('2', { via: sadp, cloudSupported: false })], 'ui/acts/whyNot/noCloud'],
    ['cloud', [row('2', { via: sadp, cloudSupported: null })], 'yes'],
    ['locate', [row('2', { via: swept })], 'ui/acts/whyNot/noSadp'],
    ['restore-inactive', [camera, camera], 'ui/acts/whyNot/single'],
    ['restore-inactive', [camera], 'yes'],
  ] as const)('%s %#: %s', (id, targets, expected) => {
    expect(verdictOf(id, targets)).toBe(expected);
  });

  it('does nothing while the host is lost, and says so', () => {
    expect(verdictOf('unbind', [camera], false)).toBe('ui/acts/whyNot/notLive');
  });

  it('stands after Refresh in the order of the design: Unbind, then Edit IP', () => {
    const bar = actions.filter(({ places }) => places.includes('toolbar')).map(({ id }) => id);
    expect(bar.slice(0, 3)).toEqual(['refresh', 'unbind', 'edit-ip']);
  });

  it('Delete is never called Unbind', () => {
    expect(actionById('remove')?.label).not.toContain('unbind');
  });
});

describe('the lights before a run', () => {
  const lines = [
    line('1'),
    line('2', { light: 'stop', verdict: 'already', reason: 'not-bound' }),
    line('3', { light: 'caution', verdict: 'needs-internet', reason: 'cloud-offline' }),
    line('4', { light: 'stop', verdict: 'not-supported', reason: 'unbind-unsupported' }),
    line('5', { light: 'stop', verdict: 'locked', reason: 'locked' }),
    line('6', { light: 'caution', verdict: 'unknown', reason: 'status-unknown' }),
    line('7', { light: 'stop', verdict: 'skipped', reason: 'attempts-low' }),
    line('8', { light: 'stop', verdict: 'skipped', reason: 'same-password' }),
    line('9', { light: 'stop', verdict: 'refused', reason: 'not-activated' }),
    line('10', { light: 'caution', verdict: null, reason: 'panel' }),
    line('11'),
  ];

  it('are counted in the order in which they are said', () => {
    expect(lightCounts(lines).map(({ key, lines: own }) => [key, own.length])).toEqual([
      ['ready', 2],
      ['already', 1],
      ['needs-internet', 1],
      ['unknown', 1],
      ['not-activated', 1],
      ['panel', 1],
      ['not-supported', 1],
      ['attempts-low', 2],
      ['locked', 1],
    ]);
  });

  it('no line is lost, whatever its verdict', () => {
    const odd = [line('1', { light: 'stop', verdict: 'failed', reason: 'send-failed' })];
    expect(lightCounts(odd)).toEqual([{ key: 'failed', lines: odd }]);
  });

  it('are read with what needs a person first and what is ready last', () => {
    const order = linesToRead(lines).map(({ device }) => device.id);
    expect(order[0]).toBe('5');
    expect(order.slice(-3)).toEqual(['2', '1', '11']);
  });

  const none = { includeUnknown: false, waitForInternet: false, isOverride: false };
  it.each([
    [none, ['1', '10', '11']],
    [{ ...none, includeUnknown: true }, ['1', '6', '10', '11']],
    [{ ...none, waitForInternet: true }, ['1', '3', '10', '11']],
    [{ ...none, isOverride: true }, ['1', '7', '8', '10', '11']],
  ])('a run with %j goes to %j', (choices, expected) => {
    expect(runnable(lines, choices).map(({ device }) => device.id)).toEqual(expected);
  });
});

describe('small rules', () => {
  it('asks the quick ones apart from those that may be silent, in few parts', () => {
    const all = [1, 2, 3, 4, 5, 6, 7, 8, 9];
    const parts = inParts(all, (one) => one % 2 === 0);
    expect(parts).toEqual([
      [2, 4],
      [6, 8],
      [1, 3, 5],
      [7, 9],
    ]);
    expect(parts.flat().sort()).toEqual(all);
    expect(inParts([1], () => true)).toEqual([[1]]);
    expect(inParts([], () => true)).toEqual([]);
  });

  it.each([
    ['TRY ANYWAY', true],
    [' try anyway ', true],
    ['try', false],
    ['', false],
  ])('the word "%s" overrules: %s', (typed, expected) => {
    expect(isOverrideWord(typed)).toBe(expected);
  });

  it.each([
    ['ABC123', true],
    ['abcdefghijkl', true],
    ['abcde', false],
    ['abcdefghijklm', false],
    ['abc-123', false],
    ['àbc123', false],
  ])('the code "%s" is one: %s', (code, expected) => {
    expect(isVerificationCode(code)).toBe(expected);
  });

  it.each([
    [27 * 60_000 + 14_000, '27:14'],
    [59_001, '1:00'],
    [1, '0:01'],
    [3_605_000, '1:00:05'],
    [0, null],
    [-5, null],
  ])('%d ms of a lock are %s', (left, expected) => {
    expect(countdown(1_000_000 + left, 1_000_000)).toBe(expected);
  });
});

describe('the audit lines of one device', () => {
  const base = { at: 1, user: 'a', machine: 'm', host: 'web', jobId: 'j', hash: 'h' };
  const lines = [
    {
      ...base,
      seq: 3,
      what: 'item.unbind finished',
      device: 'S1',
      params: { verdict: 'verified' },
    },
    { ...base, seq: 2, what: 'item.unbind begun', device: 'S1', params: {} },
    { ...base, seq: 1, what: 'item.unbind finished', device: 'S2', params: {} },
    { ...base, seq: 0, what: 'devices.unbind finished', device: null, params: {} },
  ];

  it('are the ends of what was done to it', () => {
    expect(auditOf(lines, { serial: 'S1', mac: null }).map(({ seq }) => seq)).toEqual([3]);
  });

  it('never belong to a device without a name', () => {
    expect(auditOf(lines, { serial: null, mac: null })).toEqual([]);
  });

  it('tell the address it had afterwards', () => {
    const params = { 'after.ipv4Address': '10.0.0.7', 'after.commandPort': 8000 };
    expect(valuesInAudit({ ...base, seq: 1, what: '', device: null, params })).toEqual([
      { field: 'ipv4Address', to: '10.0.0.7' },
    ]);
  });
});

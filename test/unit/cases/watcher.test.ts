import { describe, expect, test } from 'vitest';
import { applyEvent } from '../../../main/domain/cases/apply.ts';
import { bootOrder } from '../../../main/domain/cases/boot.ts';
import { arm, newCase } from '../../../main/domain/cases/person.ts';
import { type Applied, newMemory, type Seen } from '../../../main/domain/cases/types.ts';

const at = Date.UTC(2026, 2, 1, 9, 0, 0);
const serialKey = 'DS-TEST000000001';
const main = 'aa:bb:cc:00:00:01';
const second = 'aa:bb:cc:00:00:02';
const before = '2026-02-20T08:00:00';
const after = '2026-03-01T09:01:00';

function armed(variant: string | null, isActive: boolean | null = true): Applied {
  const file = newCase({
    ...{ id: 'c1', siteId: 's1', by: { user: 'ann', machine: 'laptop' }, at, variant },
    kind: variant === null ? 'reset-button' : 'software-reset',
    device: {
      ...{ id: 'd1' as never, serial: serialKey, shortSerial: null, model: null, name: null },
      ...{ mac: main, address: null },
    },
    identity: { serialKey, macs: [main, second] },
    before: {
      ...{ at, bootTime: before, activated: isActive, address: '192.168.1.20' },
      ...{ dhcpEnabled: null, firmware: null, cloudEnabled: null, cloudBound: true },
      presence: 'online',
    },
    ...{ reason: '', authorisedBy: 'Owner', jobId: null, provenBefore: null },
  });
  const baseline = { bootTime: before, activated: isActive, address: '192.168.1.20' };
  return { file: arm(file, { at, minutes: 10, baseline }), memory: newMemory(1000, at) };
}

function hear(given: Applied, order: number, told: Partial<Seen>): Applied {
  const seen: Seen = {
    ...{ at: at + order, order, serialKey, mac: main, address: '192.168.1.20', isAsked: false },
    ...{ bootTime: before, activated: true, dhcpEnabled: false, cloudBound: null },
    ...told,
  };
  return applyEvent(given, { kind: 'seen', seen });
}

const inactive = { bootTime: after, activated: false } as const;
const outcome = ({ file }: Applied) => file.view.outcome;

describe('what counts as a reset', () => {
  test('inactive with a later start', () => {
    expect(outcome(hear(armed(null), 2000, inactive))).toBe('reset-verified');
  });

  test('not what was heard before the arming, nor at the same moment', () => {
    expect(outcome(hear(armed(null), 900, inactive))).toBeNull();
    expect(outcome(hear(armed(null), 1000, inactive))).toBeNull();
  });

  test('not a device that was inactive before, or of which nothing was known', () => {
    for (const isActive of [false, null]) {
      expect(outcome(hear(armed(null, isActive), 2000, inactive))).toBeNull();
    }
    const moved = { ...inactive, address: '192.168.1.64' };
    expect(outcome(hear(armed(null, false), 2000, moved))).toBe('reset-verified');
  });

  test('a restore to inactive needs no restart, and two answers', () => {
    const once = hear(armed('restore-inactive'), 2000, { activated: false });
    expect(outcome(once)).toBeNull();
    expect(outcome(hear(once, 12_000, { activated: false }))).toBe('reset-verified');
    const between = hear(once, 6000, { activated: true });
    expect(outcome(hear(between, 12_000, { activated: false }))).toBeNull();
  });

  test('a restore of the settings needs the device’s yes and a new start', () => {
    const restarted = hear(armed('restore'), 2000, { bootTime: after });
    expect(outcome(restarted)).toBeNull();
    const said = applyEvent(armed('restore'), { kind: 'job', at, verdict: 'accepted' });
    expect(outcome(said)).toBeNull();
    expect(outcome(hear(said, 2000, { bootTime: after }))).toBe('reset-verified');
  });

  test('a job that the device refused closes the case as refused', () => {
    const said = applyEvent(armed('default'), { kind: 'job', at, verdict: 'refused' });
    expect([said.file.view.state, outcome(said)]).toEqual(['failed', 'refused']);
    const silent = applyEvent(armed('default'), { kind: 'job', at, verdict: 'unknown' });
    expect(outcome(silent)).toBeNull();
  });
});

describe('a recorder with two interfaces', () => {
  test('is proved by the main one; the other says nothing against it', () => {
    const other = hear(armed(null), 2000, { ...inactive, mac: second });
    expect(outcome(other)).toBeNull();
    const both = hear(other, 3000, inactive);
    expect([outcome(both), both.file.own.isTwinSeen]).toEqual(['reset-verified', false]);
  });

  test('two starts in one round are two devices, and nothing is closed', () => {
    const first = hear(armed(null), 2000, {});
    const other = hear(first, 3000, { ...inactive, mac: second });
    expect(other.file.view.warnings.map(({ code }) => code)).toEqual(['same-identity-twice']);
    expect(outcome(hear(other, 40_000, inactive))).toBeNull();
  });
});

test.each([
  ['2026-01-01T00:00:00', '2026-01-01T00:01:59', 'same'],
  ['2026-01-01T00:00:00', '2026-01-01T00:02:00', 'newer'],
  ['2026-01-01T00:02:00', '2026-01-01T00:00:00', 'other'],
  ['2026-01-01T00:00:00', '1970-01-01T00:00:40', 'other'],
  ['1970-01-01T00:00:30', '1970-01-01T00:00:40', 'unknown'],
  ['1970-01-01T00:00:30', '2026-01-01T00:00:00', 'other'],
  [null, '2026-01-01T00:00:00', 'unknown'],
  ['2026-01-01T00:00:00', 'rubbish', 'unknown'],
] as const)('BootTime %s then %s is %s', (from, to, order) => {
  expect(bootOrder(from, to)).toBe(order);
});

describe('the laptop’s clock', () => {
  const hour = 3_600_000;
  const tick = (given: Applied, order: number, wall: number): Applied =>
    applyEvent(given, { kind: 'tick', at: wall, order });
  const watchOf = ({ file }: Applied) => file.view.deadlines.find(({ id }) => id === 'watch');

  test('a sleep or a jump moves the end of the watch, and makes no device gone', () => {
    const slept = tick(armed(null), 2000, at + 8 * hour);
    expect(slept.file.view.watch.state).toBe('armed');
    expect(watchOf(slept)?.at).toBe(at + 10 * 60_000 + 8 * hour - 1000);
    const back = tick(slept, 3000, at + 1000);
    expect(watchOf(back)?.at).toBeLessThan(at + 11 * 60_000);
    expect(back.file.view.warnings.map(({ code }) => code)).toEqual(['laptop-clock-jumped']);
  });

  test('silence is counted in time spent listening', () => {
    const quiet = tick(tick(armed(null), 11_000, at + 10_000), 21_000, at + 20_000);
    expect(quiet.file.view.watch.state).toBe('gone');
    expect(tick(quiet, 1000 + 601_000, at + 601_000).file.view.watch.state).toBe('timeout');
  });
});

import { describe, expect, it } from 'vitest';
import { bench, command, later, newUuid, update } from './client.ts';
import { answer, element } from './helpers.ts';

const model = 'DS-2CD2320D-I';
const wrong = 'Wrong1234!';
const right = 'Abcd1234!';
const minute = 60_000;

function told(xml: string): (string | undefined)[] {
  return ['Result', 'RetryModifyTime', 'RetryTimes', 'SurplusLockTime'].map((name) =>
    element(xml, name),
  );
}

describe('wrong passwords', () => {
  it('are counted down in the reply, until it locks for half an hour', () => {
    const at = bench({ model, password: right, maxAttempts: 3 });
    expect(told(update(at, wrong))).toEqual(['PasswordError', '2', undefined, '0']);
    expect(told(update(at, wrong))).toEqual(['PasswordError', '1', undefined, '0']);
    expect(told(update(at, wrong))).toEqual(['locked', '0', undefined, '30']);
    expect(at.device.isLocked(at.now)).toBe(true);
    later(at, 12.5 * minute);
    expect(told(update(at, right))).toEqual(['locked', '0', undefined, '18']);
    expect(at.device.commandsHeard.at(-1)).toMatchObject({ result: 'locked', isDone: false });
    later(at, 17.5 * minute - 1);
    expect(told(update(at, right))[0]).toBe('locked');
    later(at, 1);
    expect(at.device.attemptsLeft).toBe(0);
    expect(told(update(at, wrong))).toEqual(['PasswordError', '2', undefined, '0']);
    expect(told(update(at, right))[0]).toBe('success');
    expect(at.device.attemptsLeft).toBe(3);
  });

  it('of other commands are told in an element of another name', () => {
    for (const [name, types] of [
      ['DS-7608NI-K2/8P', 'ezvizUnbind'],
      ['DS-2CD2143G2-I', 'ezvizUnbind_v31'],
    ] as const) {
      const at = bench({ model: name, password: right, cloud: 'bound', maxAttempts: 4 });
      expect(told(command(at, types, { password: wrong }))).toEqual([
        'PasswordError', undefined, '3', '0',
      ]); // biome-ignore format: a row
      expect(told(command(at, types, { password: right }))[0]).toBe('success');
      expect(at.device.attemptsLeft).toBe(4);
      expect(at.device.isBound).toBe(false);
    }
  });

  it('count together, whichever command they came with', () => {
    const at = bench({ model: 'DS-2CD2143G2-I', password: right, cloud: 'bound', maxAttempts: 3 });
    command(at, 'ezvizUnbind', { password: wrong });
    update(at, wrong);
    command(at, 'SetHCPlatform_v31', { password: wrong });
    expect(told(command(at, 'ezvizUnbind_v31', { password: right }))).toEqual([
      'locked', undefined, '0', '30',
    ]); // biome-ignore format: a row
  });

  it.each([
    ['DS-2CD2385G1-I', 7],
    ['DS-7608NI-K2/8P', 5],
    ['DS-KH6210-L', 6],
  ] as const)('%s locks after %i', (name, count) => {
    const at = bench({ model: name, password: right, refusals: 'attempts' });
    const words = Array.from({ length: count }, () => told(update(at, wrong))[0]);
    expect(words.slice(0, -1).every((word) => word === 'PasswordError')).toBe(true);
    expect(words.at(-1)).toBe('locked');
  });
});

describe('how much a refusal tells', () => {
  it('the oldest: nothing but failed, and it locks all the same', () => {
    const at = bench({ model: 'DS-2CD2432F-IW', password: right, maxAttempts: 2 });
    expect(told(update(at, wrong))).toEqual(['failed', undefined, undefined, undefined]);
    expect(told(update(at, wrong))[0]).toBe('failed');
    expect(told(update(at, right))).toEqual(['failed', undefined, undefined, undefined]);
    later(at, 30 * minute);
    expect(told(update(at, right))[0]).toBe('success');
  });

  it('one that says it cannot report a lock: the word alone', () => {
    const at = bench({ model: 'DS-2CD2385G1-I', password: right });
    expect(told(update(at, wrong))).toEqual(['PasswordError', undefined, undefined, undefined]);
  });

  it('without PWErrorParse: failed', () => {
    const at = bench({ model, password: right });
    expect(told(update(at, wrong, { isWordy: false }))).toEqual([
      'failed', undefined, undefined, undefined,
    ]); // biome-ignore format: a row
    expect(at.device.attemptsLeft).toBe(6);
  });
});

describe('a device that comes with a history', () => {
  it('is locked since before, from the first thing it hears', () => {
    const at = bench({ model, password: right, lockedForMs: 10 * minute });
    at.now += 99 * minute;
    expect(told(update(at, right))).toEqual(['locked', '0', undefined, '10']);
    later(at, 10 * minute);
    expect(told(update(at, right))[0]).toBe('success');
  });

  it('has few tries left', () => {
    const at = bench({ model, password: right, wrongBefore: 5 });
    expect(at.device.attemptsLeft).toBe(2);
    expect(told(update(at, wrong, { uuid: newUuid() }))).toEqual([
      'PasswordError', '1', undefined, '0',
    ]); // biome-ignore format: a row
  });

  it('says nothing of it in an inquiry', () => {
    expect(answer({ model, lockedForMs: minute })).toBe(answer({ model }));
  });
});

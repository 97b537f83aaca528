import { describe, expect, test } from 'vitest';
import type { LockoutState } from '../../main/store/open.ts';
import { open, t0, tempFile } from './helpers.ts';

const salt = Uint8Array.of(1, 2, 3, 4);
const fresh: LockoutState = { toldLeft: null, possible: 0, lockedUntil: null, wrongPrint: null };

describe('locks on the disk', () => {
  test('the salt that was first stays', () => {
    const { lockouts } = open(tempFile()).store.acts;
    lockouts.ensure('sn:A', salt, t0);
    expect(lockouts.ensure('sn:A', Uint8Array.of(9), t0).salt).toEqual(salt);
    expect(lockouts.get('sn:B')).toBeNull();
  });

  test('another process sees each change at once, and which ones are new', () => {
    const path = tempFile();
    const one = open(path).store.acts.lockouts;
    const two = open(path).store.acts.lockouts;
    one.ensure('sn:A', salt, t0);
    one.change('sn:A', t0, () => ({ ...fresh, toldLeft: 3 }));
    const before = two.changedSince(0);
    expect(before).toMatchObject([{ key: 'sn:A', toldLeft: 3 }]);
    const seen = before[0]?.revision ?? 0;
    expect(two.changedSince(seen)).toEqual([]);
    one.change('sn:A', t0, (row) => ({ ...fresh, toldLeft: (row.toldLeft ?? 0) - 1 }));
    expect(two.changedSince(seen)).toMatchObject([{ key: 'sn:A', toldLeft: 2 }]);
  });

  test('what is read inside a change is the newest, whoever wrote it', () => {
    const path = tempFile();
    const one = open(path).store.acts.lockouts;
    const two = open(path).store.acts.lockouts;
    one.ensure('sn:A', salt, t0);
    for (let count = 0; count < 20; count += 1) {
      const store = count % 2 === 0 ? one : two;
      store.change('sn:A', t0, (row) => ({ ...row, possible: row.possible + 1 }));
    }
    expect(two.get('sn:A')?.possible).toBe(20);
  });

  test('a change that is refused leaves the row', () => {
    const { lockouts } = open(tempFile()).store.acts;
    const { revision } = lockouts.ensure('sn:A', salt, t0);
    expect(lockouts.change('sn:A', t0, () => null).revision).toBe(revision);
  });
});

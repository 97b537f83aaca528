import { describe, expect, test } from 'vitest';
import type { SecretBox } from '../../../main/ports/secret-box.ts';
import { boxOf, camera, codeOf, minute, openRig, osBox, rig } from './rig.ts';

const login = { userName: 'admin', password: 'Abcd1234!' };
const own = { scope: 'device', device: camera } as const;

describe('boxes of one key', () => {
  test('each opens the same vault', async () => {
    const { vault, clock } = await openRig();
    vault.save(own, login);
    await clock.advance(minute);
    await vault.addBox(osBox());
    await clock.advance(minute);
    await vault.addBox(boxOf('paper in the safe', 'recovery'));
    for (const box of [boxOf(), osBox(), boxOf('paper in the safe', 'recovery')]) {
      vault.lock();
      await vault.unlock(box);
      expect(await vault.password(camera)).toBe('Abcd1234!');
    }
    expect(vault.status().boxes.map(({ id, kind }) => [id, kind])).toEqual([
      ['passphrase', 'passphrase'],
      ['os', 'os'],
      ['recovery', 'passphrase'],
    ]);
  });

  test('adding, changing and removing one touches no other and no row', async () => {
    const { vault, store, clock } = await openRig();
    vault.save(own, login);
    await clock.advance(minute);
    await vault.addBox(osBox());
    const rows = store.all();
    const wrapped = () => new Map(store.boxes().map((box) => [box.id, box.wrapped]));
    const before = wrapped();
    await vault.addBox(boxOf('paper in the safe', 'recovery'));
    await clock.advance(minute);
    await vault.changeBox(boxOf('eight red ladders'));
    const after = wrapped();
    expect(after.get('os')).toEqual(before.get('os'));
    expect(after.get('passphrase')).not.toEqual(before.get('passphrase'));
    const [changed] = vault.status().boxes;
    expect((changed?.changedAt ?? 0) - (changed?.madeAt ?? 0)).toBe(2 * minute);
    vault.removeBox('recovery');
    expect([...wrapped().keys()]).toEqual(['passphrase', 'os']);
    expect(store.all()).toEqual(rows);
  });

  test('after a change only the new passphrase opens', async () => {
    const { vault } = await openRig();
    vault.save(own, login);
    await vault.changeBox(boxOf('eight red ladders'));
    vault.lock();
    expect(await codeOf(() => vault.unlock(boxOf()))).toBe('vault.not-opened');
    await vault.unlock(boxOf('eight red ladders'));
    expect(await vault.password(camera)).toBe('Abcd1234!');
  });

  test('a removed one opens no more', async () => {
    const { vault } = await openRig();
    await vault.addBox(osBox());
    vault.removeBox('passphrase');
    vault.lock();
    expect(await codeOf(() => vault.unlock(boxOf()))).toBe('vault.box-not-found');
    await vault.unlock(osBox());
    expect(vault.isOpen()).toBe(true);
  });

  test('the last one stays, also when two processes remove one each', async () => {
    const one = await openRig();
    await one.vault.addBox(osBox());
    const two = rig({ path: one.path });
    await two.vault.unlock(osBox());
    one.vault.removeBox('os');
    expect(await codeOf(() => two.vault.removeBox('passphrase'))).toBe('vault.last-box');
    expect(await codeOf(() => one.vault.removeBox('nothing'))).toBe('vault.box-not-found');
    expect(one.store.boxes()).toHaveLength(1);
  });

  test('a name is used once, and only what exists is changed', async () => {
    const { vault } = await openRig();
    expect(await codeOf(() => vault.addBox(boxOf('another phrase')))).toBe('vault.box-exists');
    expect(await codeOf(() => vault.changeBox(osBox()))).toBe('vault.box-not-found');
    expect(await codeOf(() => vault.changeBox(boxOf('short')))).toBe('vault.passphrase-short');
    vault.lock();
    await vault.unlock(boxOf());
    expect(vault.isOpen()).toBe(true);
  });

  test('locking by itself while a box is being wrapped does no harm', async () => {
    const { vault, clock } = await openRig({ idleMinutes: 10 });
    const reached = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<void>();
    const inner = boxOf('eight red ladders');
    const slow: SecretBox = {
      ...inner,
      wrap: async (key) => {
        const wrapped = await inner.wrap(key);
        reached.resolve();
        await gate.promise;
        return wrapped;
      },
    };
    const changing = vault.changeBox(slow);
    await reached.promise;
    await clock.advance(10 * minute);
    expect(vault.isOpen()).toBe(false);
    gate.resolve();
    await changing;
    await vault.unlock(boxOf('eight red ladders'));
    expect(vault.isOpen()).toBe(true);
  });
});

describe('a box that protects from nobody', () => {
  const plain = { method: 'basic_text', strength: 'weak' } as const;

  test('is refused unless somebody agreed to it', async () => {
    const { vault } = rig();
    expect(await codeOf(() => vault.init(osBox(plain)))).toBe('vault.box-weak');
    expect(vault.status().exists).toBe(false);
    await vault.init(boxOf());
    expect(await codeOf(() => vault.addBox(osBox(plain)))).toBe('vault.box-weak');
    await vault.addBox(osBox({ ...plain, isConsented: true }));
    expect(await codeOf(() => vault.changeBox(osBox(plain)))).toBe('vault.box-weak');
    expect(vault.status().boxes).toHaveLength(2);
  });

  test('once agreed to, opens without asking again', async () => {
    const { vault } = rig();
    await vault.init(osBox({ ...plain, isConsented: true }));
    vault.lock();
    await vault.unlock(osBox(plain));
    expect(vault.isOpen()).toBe(true);
  });
});

describe('a keystore that fails', () => {
  test('which does not answer is told apart from one that refuses', async () => {
    const { vault } = await openRig();
    await vault.addBox(osBox());
    vault.lock();
    const failing = (why: 'unavailable' | 'damaged' | 'not-opened'): SecretBox => ({
      ...osBox(),
      unwrap: () => Promise.resolve({ ok: false, why }),
    });
    expect(await codeOf(() => vault.unlock(failing('unavailable')))).toBe('vault.box-unavailable');
    expect(await codeOf(() => vault.unlock(failing('damaged')))).toBe('vault.box-damaged');
    expect(await codeOf(() => vault.unlock(failing('not-opened')))).toBe('vault.not-opened');
    await vault.unlock(boxOf());
  });

  test('one that gives back other bytes than it got is found out', async () => {
    const { vault } = await openRig();
    await vault.addBox(osBox());
    vault.lock();
    const lying: SecretBox = {
      ...osBox(),
      unwrap: () => Promise.resolve({ ok: true, key: new Uint8Array(72).fill(7) }),
    };
    expect(await codeOf(() => vault.unlock(lying))).toBe('vault.not-opened');
  });

  test('the copy of another vault’s key is none', async () => {
    const one = await openRig();
    const two = await openRig();
    const [foreign] = two.store.boxes();
    const [mine] = one.store.boxes();
    if (foreign === undefined || mine === undefined) throw new Error('no boxes');
    one.vault.lock();
    one.store.putBox({ ...mine, wrapped: foreign.wrapped });
    expect(await codeOf(() => one.vault.unlock(boxOf()))).toBe('vault.not-opened');
    one.store.putBox(mine);
    await one.vault.unlock(boxOf());
  });
});

import { describe, expect, test } from 'vitest';
import { systemVaultCrypto } from '../../../main/adapters/node/vault-crypto.ts';
import type { SecretBox } from '../../../main/ports/secret-box.ts';
import { boxOf, camera, codeOf, minute, openRig, rig } from './rig.ts';

const login = { userName: 'admin', password: 'Abcd1234!' };
const own = { scope: 'device', device: camera } as const;

describe('a vault that is not set up', () => {
  test('keeps nothing and says so', async () => {
    const { vault } = rig();
    expect(vault.status()).toMatchObject({
      exists: false,
      isLocked: true,
      boxes: [],
      damaged: null,
    });
    expect(vault.isOpen()).toBe(false);
    expect(await vault.password(camera)).toBeNull();
    await vault.offer(camera, 'Abcd1234!', 'proven');
    expect(vault.status().waiting).toBe(0);
    expect(await codeOf(() => vault.list())).toBe('vault.none');
    expect(await codeOf(() => vault.unlock(boxOf()))).toBe('vault.none');
  });

  test('is set up once', async () => {
    const { vault } = await openRig();
    expect(vault.isOpen()).toBe(true);
    expect(await codeOf(() => vault.init(boxOf('another phrase')))).toBe('vault.exists');
  });
});

describe('opening', () => {
  test('the right passphrase opens, a wrong one says only that it did not', async () => {
    const { vault } = await openRig();
    vault.save(own, login);
    vault.lock();
    expect(await codeOf(() => vault.unlock(boxOf('seven blue ladder')))).toBe('vault.not-opened');
    expect(vault.isOpen()).toBe(false);
    await vault.unlock(boxOf());
    expect(await vault.password(camera)).toBe('Abcd1234!');
  });

  test('a name that has no box is told', async () => {
    const { vault } = await openRig();
    expect(await codeOf(() => vault.unlock(boxOf('seven blue ladders', 'os')))).toBe(
      'vault.box-not-found',
    );
  });

  test('locked, everything says so and nothing is given out', async () => {
    const { vault } = await openRig();
    vault.save(own, login);
    const [credential] = vault.list().credentials;
    vault.lock();
    vault.lock();
    const calls = [
      () => vault.list(),
      () => vault.login(camera),
      () => vault.reveal(credential?.id ?? ''),
      () => vault.save(own, login),
      () => vault.forget(credential?.id ?? ''),
      () => vault.exportTo(boxOf()),
      () => vault.importFrom(boxOf(), new Uint8Array()),
      () => vault.addBox(boxOf('other phrase', 'recovery')),
      () => vault.changeBox(boxOf('other phrase')),
      () => vault.removeBox('passphrase'),
      () => vault.setGroup(camera, 'g1'),
    ];
    for (const call of calls) expect(await codeOf(call)).toBe('vault.locked');
    expect(await vault.password(camera)).toBeNull();
    expect(vault.status()).toMatchObject({ isLocked: true, damaged: null });
    expect(vault.status().credentials.devices).toBe(1);
  });

  test('locking wipes the key, and wrapping wipes its copy', async () => {
    const keys = new Set<Uint8Array>();
    const crypto = {
      ...systemVaultCrypto,
      seal: (sealing: Parameters<typeof systemVaultCrypto.seal>[0]) => {
        keys.add(sealing.key);
        return systemVaultCrypto.seal(sealing);
      },
    };
    const parcels: Uint8Array[] = [];
    const inner = boxOf();
    const spy: SecretBox = {
      ...inner,
      wrap: (key) => {
        parcels.push(key);
        return inner.wrap(key);
      },
    };
    const { vault } = rig({ crypto });
    await vault.init(spy);
    vault.save(own, login);
    expect(keys.size).toBe(1);
    expect([...keys].every((key) => key.some((byte) => byte !== 0))).toBe(true);
    vault.lock();
    expect([...keys].every((key) => key.every((byte) => byte === 0))).toBe(true);
    expect(parcels.map((parcel) => parcel.every((byte) => byte === 0))).toEqual([true]);
  });
});

describe('starting over', () => {
  test('leaves the old rows sealed in the file and lists them as of another key', async () => {
    const { vault, store } = await openRig();
    vault.save(own, login);
    await vault.startOver(boxOf('a new beginning'));
    expect(await vault.password(camera)).toBeNull();
    expect(vault.list().damaged).toMatchObject([{ subject: 'sn:camera', why: 'other-key' }]);
    vault.save(own, { ...login, password: 'Second22!' });
    expect(await vault.password(camera)).toBe('Second22!');
    expect(store.all()).toHaveLength(2);
    expect(vault.status()).toMatchObject({ damaged: 1, credentials: { devices: 1 } });
    expect(await codeOf(() => vault.unlock(boxOf()))).toBe('vault.not-opened');
  });

  test('another process with the old key open is told and locks', async () => {
    const one = await openRig();
    const two = rig({ path: one.path });
    await two.vault.unlock(boxOf());
    await one.vault.startOver(boxOf('a new beginning'));
    expect(await codeOf(() => two.vault.save(own, login))).toBe('vault.changed');
    expect(two.vault.isOpen()).toBe(false);
    expect(two.store.all()).toEqual([]);
  });
});

describe('locking by itself', () => {
  test('after the idle time, counted from the last use', async () => {
    const { vault, clock } = await openRig({ idleMinutes: 10 });
    await clock.advance(9 * minute);
    await vault.password(camera);
    await clock.advance(9 * minute);
    expect(vault.isOpen()).toBe(true);
    await clock.advance(minute);
    expect(vault.isOpen()).toBe(false);
    expect(clock.pending).toBe(0);
  });

  test('asking for the status is no use', async () => {
    const { vault, clock } = await openRig({ idleMinutes: 10 });
    for (let count = 0; count < 10; count += 1) {
      expect(vault.status().isLocked).toBe(false);
      await clock.advance(minute);
    }
    expect(vault.status().isLocked).toBe(true);
  });

  test('also when the laptop slept and no timer ran', async () => {
    const { vault, clock } = await openRig({ idleMinutes: 10 });
    vault.save(own, login);
    clock.jump(clock.now() + 60 * minute);
    expect(await vault.password(camera)).toBeNull();
    expect(vault.isOpen()).toBe(false);
  });

  test('a clock that was set back delays it by one period at most', async () => {
    const { vault, clock } = await openRig({ idleMinutes: 10 });
    clock.jump(clock.now() - 24 * 60 * minute);
    await clock.advance(10 * minute);
    clock.jump(clock.now() + 24 * 60 * minute);
    await clock.advance(10 * minute);
    expect(vault.isOpen()).toBe(false);
  });

  test('not while a run holds it, and a full period after that', async () => {
    const { vault, clock } = await openRig({ idleMinutes: 10 });
    const release = vault.hold();
    await clock.advance(120 * minute);
    expect(vault.isOpen()).toBe(true);
    release();
    release();
    await clock.advance(9 * minute);
    expect(vault.isOpen()).toBe(true);
    await clock.advance(11 * minute);
    expect(vault.isOpen()).toBe(false);
  });

  test('the time can be changed while it is open, to never as well', async () => {
    const { vault, clock } = await openRig({ idleMinutes: null });
    await clock.advance(600 * minute);
    expect(vault.isOpen()).toBe(true);
    vault.setIdleMinutes(5);
    await clock.advance(5 * minute);
    expect(vault.isOpen()).toBe(false);
    await vault.unlock(boxOf());
    vault.setIdleMinutes(null);
    expect(vault.status().idleMinutes).toBeNull();
    await clock.advance(600 * minute);
    expect(vault.isOpen()).toBe(true);
    vault.close();
    expect(vault.isOpen()).toBe(false);
  });
});

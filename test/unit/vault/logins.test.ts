import { describe, expect, test } from 'vitest';
import { boxOf, camera, codeOf, meddle, minute, openRig, other, rig } from './rig.ts';

const login = { userName: 'admin', password: 'Abcd1234!' };
const own = { scope: 'device', device: camera } as const;
const day = 24 * 60 * minute;

describe('what runs find out', () => {
  test('a proven password is the device’s, and is last-known-good', async () => {
    const { vault, clock } = await openRig();
    await vault.offer(camera, 'Abcd1234!', 'proven');
    expect(vault.login(camera)).toMatchObject({
      ...login,
      scope: 'device',
      changedAt: clock.now(),
      provenAt: clock.now(),
    });
    expect(await vault.password(other)).toBeNull();
  });

  test('a pending one does not replace it until the device proves it', async () => {
    const { vault, clock, store } = await openRig();
    await vault.offer(camera, 'Old11111!', 'proven');
    await clock.advance(minute);
    const sentAt = clock.now();
    await vault.offer(camera, 'New22222!', 'pending');
    expect(await vault.password(camera)).toBe('Old11111!');
    expect(vault.status().credentials).toMatchObject({ devices: 1, pending: 1 });
    await clock.advance(minute);
    await vault.offer(camera, 'New22222!', 'proven');
    expect(vault.login(camera)).toMatchObject({
      password: 'New22222!',
      provenAt: sentAt + minute,
      changedAt: sentAt,
    });
    expect(vault.status().credentials).toMatchObject({ devices: 1, pending: 0, aside: 1 });
    expect(store.all()).toHaveLength(2);
  });

  test('proving the old one again leaves the pending one: its answer may have been lost', async () => {
    const { vault } = await openRig();
    await vault.offer(camera, 'Old11111!', 'proven');
    await vault.offer(camera, 'New22222!', 'pending');
    await vault.offer(camera, 'Old11111!', 'proven');
    expect(vault.status().credentials).toMatchObject({ pending: 1, aside: 0 });
    await vault.offer(camera, 'New22222!', 'proven');
    expect(await vault.password(camera)).toBe('New22222!');
  });

  test('a refused one is set aside, and so is one that another takes the place of', async () => {
    const { vault } = await openRig();
    await vault.offer(camera, 'Old11111!', 'proven');
    await vault.offer(camera, 'New22222!', 'pending');
    await vault.offer(camera, 'New33333!', 'pending');
    vault.refused(camera);
    expect(vault.status().credentials).toMatchObject({ devices: 1, pending: 0, aside: 2 });
    expect(await vault.password(camera)).toBe('Old11111!');
  });

  test('the same again makes no more rows and moves only the proof', async () => {
    const { vault, clock, store } = await openRig();
    await vault.offer(camera, 'Abcd1234!', 'proven');
    const { changedAt } = vault.login(camera) ?? {};
    await clock.advance(day);
    await vault.offer(camera, 'Abcd1234!', 'proven');
    await vault.offer(camera, 'Abcd1234!', 'pending');
    expect(store.all()).toHaveLength(1);
    expect(vault.login(camera)).toMatchObject({ changedAt, provenAt: clock.now() });
  });

  test('there and back again keeps each password once', async () => {
    const { vault, store } = await openRig();
    for (let round = 0; round < 5; round += 1) {
      await vault.offer(camera, 'One11111!', 'proven');
      await vault.offer(camera, 'Two22222!', 'proven');
    }
    expect(
      vault
        .list()
        .credentials.map(({ state }) => state)
        .sort(),
    ).toEqual(['aside', 'aside', 'current']);
    expect(store.all()).toHaveLength(3);
    expect(await vault.password(camera)).toBe('Two22222!');
  });

  test('the administrator’s takes the place of another account’s, which is set aside', async () => {
    const { vault } = await openRig();
    vault.save(own, { userName: 'installer', password: 'Abcd1234!' });
    expect(vault.login(camera)?.userName).toBe('installer');
    // SADP speaks as the administrator: another account's password would cost a try.
    expect(await vault.password(camera)).toBeNull();
    await vault.offer(camera, 'New22222!', 'pending');
    await vault.offer(camera, 'New22222!', 'proven');
    expect(vault.login(camera)).toMatchObject({ userName: 'admin', password: 'New22222!' });
    const aside = vault.list().credentials.filter(({ state }) => state === 'aside');
    expect(aside).toMatchObject([{ userName: 'installer' }]);
  });

  test('another account’s does not displace the administrator’s', async () => {
    const { vault } = await openRig();
    await vault.offer(camera, 'Admin111!', 'proven');
    await vault.offer(camera, { userName: 'installer', password: 'Other222!' }, 'proven');
    expect(vault.login(camera)).toMatchObject({ userName: 'admin', password: 'Admin111!' });
    expect(vault.list().credentials).toHaveLength(2);
  });

  test('keeps the account it was proven with', async () => {
    const { vault } = await openRig();
    vault.lock();
    await vault.offer(camera, { userName: 'installer', password: 'Abcd1234!' }, 'proven');
    await vault.unlock(boxOf());
    expect(vault.login(camera)).toMatchObject({ userName: 'installer', password: 'Abcd1234!' });
  });
});

describe('found while it was locked', () => {
  test('is written also when the clock was set back since the one before was proven', async () => {
    const { vault, clock } = await openRig();
    await vault.offer(camera, 'Old11111!', 'proven');
    vault.lock();
    clock.jump(clock.now() - 3 * 60 * minute);
    await vault.offer(camera, 'New22222!', 'pending');
    await vault.offer(camera, 'New22222!', 'proven');
    await vault.unlock(boxOf());
    expect(await vault.password(camera)).toBe('New22222!');
  });

  test('is written at the next unlock, in order', async () => {
    const { vault, clock } = await openRig();
    vault.lock();
    await vault.offer(camera, 'Old11111!', 'proven');
    await clock.advance(minute);
    await vault.offer(camera, 'New22222!', 'pending');
    await vault.offer(camera, 'New22222!', 'proven');
    const provenAt = clock.now();
    await clock.advance(day);
    expect(vault.status().waiting).toBe(2);
    await vault.unlock(boxOf());
    expect(vault.status().waiting).toBe(0);
    expect(vault.login(camera)).toMatchObject({ password: 'New22222!', provenAt });
  });

  test('gives way to what another process wrote after it', async () => {
    const one = await openRig();
    const two = rig({ path: one.path, clock: one.clock });
    await two.vault.offer(camera, 'Old11111!', 'proven');
    await one.clock.advance(minute);
    await one.vault.offer(camera, 'New22222!', 'proven');
    await two.vault.unlock(boxOf());
    expect(await two.vault.password(camera)).toBe('New22222!');
    const states = two.vault.list().credentials.map(({ state }) => state);
    expect(states.sort()).toEqual(['aside', 'current']);
  });

  test('is forgotten when the program ends', async () => {
    const { vault } = await openRig();
    vault.lock();
    await vault.offer(camera, 'Old11111!', 'proven');
    vault.close();
    expect(vault.status().waiting).toBe(0);
  });
});

describe('when the file fails', () => {
  async function failing() {
    const broken = new Set<string>();
    const made = await openRig({
      wrapStore: (store) =>
        new Proxy(store, {
          get: (target, name) => {
            if (broken.has(String(name))) throw new Error('disk full');
            const value: unknown = Reflect.get(target, name);
            return typeof value === 'function' ? value.bind(target) : value;
          },
        }),
    });
    return { ...made, broken };
  }

  test('a pending one must not be sent, a proven one waits', async () => {
    const { vault, log, broken } = await failing();
    broken.add('put');
    expect(await codeOf(() => vault.offer(camera, 'New22222!', 'pending'))).toBe(
      'Error: disk full',
    );
    expect(vault.status().waiting).toBe(0);
    expect(await codeOf(() => vault.offer(camera, 'New22222!', 'proven'))).toBeNull();
    expect(vault.status().waiting).toBe(1);
    await vault.unlock(boxOf());
    expect(vault.status()).toMatchObject({ isLocked: false, waiting: 1 });
    broken.clear();
    await vault.unlock(boxOf());
    expect(vault.status().waiting).toBe(0);
    expect(await vault.password(camera)).toBe('New22222!');
    expect(JSON.stringify(log.lines)).not.toContain('New22222');
  });

  test('also when not even its boxes can be read', async () => {
    const { vault, broken } = await failing();
    broken.add('boxes');
    expect(await codeOf(() => vault.offer(camera, 'New22222!', 'proven'))).toBeNull();
    broken.clear();
    expect(vault.status().waiting).toBe(1);
  });
});

describe('whose password it is', () => {
  test('the device’s own, else its group’s, else its site’s', async () => {
    const { vault } = await openRig();
    vault.save({ scope: 'site', id: 'site-1' }, { userName: 'admin', password: 'Site1111!' });
    expect(vault.login(camera)).toMatchObject({ password: 'Site1111!', scope: 'site' });
    vault.save({ scope: 'group', id: 'g1' }, { ...login, password: 'Group111!', label: 'Lobby' });
    vault.setGroup(camera, 'g1');
    expect(vault.groupOf(camera)).toBe('g1');
    expect(vault.login(camera)).toMatchObject({ password: 'Group111!', scope: 'group' });
    expect(vault.login(other)).toMatchObject({ scope: 'site' });
    vault.save(own, login);
    expect(vault.login(camera)).toMatchObject({ password: 'Abcd1234!', scope: 'device' });
    expect(vault.status().credentials).toMatchObject({ devices: 1, groups: 1, sites: 1 });
    vault.setGroup(camera, null);
    expect(vault.groupOf(camera)).toBeNull();
  });

  test('a proven group password is kept for the device too, should the group’s change', async () => {
    const { vault } = await openRig();
    const group = { scope: 'group', id: 'g1' } as const;
    vault.save(group, { ...login, password: 'Group111!' });
    vault.setGroup(camera, 'g1');
    await vault.offer(camera, 'Group111!', 'proven');
    vault.save(group, { ...login, password: 'Group222!' });
    expect(await vault.password(camera)).toBe('Group111!');
  });

  test('known by its MAC first and by its serial later, it is one device', async () => {
    const { vault, names, store } = await openRig();
    names.set(camera, { keys: ['mac:58:50:ed:00:00:0a'], siteId: null });
    await vault.offer(camera, 'Abcd1234!', 'proven');
    vault.setGroup(camera, 'g1');
    names.set(camera, { keys: ['sn:ABCDE', 'mac:58:50:ed:00:00:0a'], siteId: null });
    expect(await vault.password(camera)).toBe('Abcd1234!');
    await vault.offer(camera, 'New22222!', 'pending');
    expect(store.all().map(({ subject }) => subject)).toEqual(Array(3).fill('sn:ABCDE'));
    expect(store.of('device', 'sn:ABCDE')).toHaveLength(2);
    vault.setGroup(camera, 'g2');
    names.set(camera, { keys: ['sn:ABCDE'], siteId: null });
    expect(await vault.password(camera)).toBe('Abcd1234!');
    expect(vault.groupOf(camera)).toBe('g2');
  });

  test('one that does not open is not replaced by the site’s in silence', async () => {
    const { vault, path, log } = await openRig();
    vault.save({ scope: 'site', id: 'site-1' }, { userName: 'admin', password: 'Site1111!' });
    vault.save(own, login);
    meddle(path, (db) => {
      db.exec("UPDATE credentials SET sealed = zeroblob(144) WHERE scope = 'device'");
    });
    expect(await vault.password(camera)).toBeNull();
    expect(await vault.password(other)).toBe('Site1111!');
    expect(log.lines.at(-1)).toMatchObject({ level: 'warn', fields: { device: camera } });
    await vault.offer(camera, 'New22222!', 'proven');
    expect(await vault.password(camera)).toBe('New22222!');
    expect(vault.list().damaged).toHaveLength(1);
  });
});

describe('the list', () => {
  test('shows everything but passwords, and one at a time on demand', async () => {
    const { vault } = await openRig();
    vault.save(own, { ...login, label: 'Gate' });
    const { credentials } = vault.list();
    expect(credentials).toMatchObject([
      { subject: 'sn:camera', userName: 'admin', label: 'Gate', provenAt: null, state: 'current' },
    ]);
    expect(JSON.stringify(credentials)).not.toContain(login.password);
    const [{ id } = { id: '' }] = credentials;
    expect(vault.reveal(id)).toEqual(login);
    vault.forget(id);
    expect(await vault.password(camera)).toBeNull();
    expect(await codeOf(() => vault.reveal(id))).toBe('vault.credential-not-found');
    expect(await codeOf(() => vault.forget(id))).toBe('vault.credential-not-found');
  });

  test('a label stays when the password is said again without one', async () => {
    const { vault } = await openRig();
    vault.save(own, { ...login, label: 'Gate' });
    await vault.offer(camera, login.password, 'proven');
    expect(vault.list().credentials).toMatchObject([{ label: 'Gate' }]);
  });

  test('reminds of passwords by their age, not by when they were last used', async () => {
    const { vault, clock } = await openRig();
    await vault.offer(camera, 'Abcd1234!', 'proven');
    await clock.advance(day * 89);
    await vault.offer(camera, 'Abcd1234!', 'proven');
    await vault.offer(other, 'Abcd1234!', 'proven');
    expect(vault.due(90)).toEqual([]);
    await clock.advance(day);
    expect(vault.due(90).map(({ subject }) => subject)).toEqual(['sn:camera']);
    await vault.offer(camera, 'New22222!', 'proven');
    expect(vault.due(90)).toEqual([]);
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { deviceId } from '../../main/contract/device.ts';
import type { DeviceHealth } from '../../main/contract/login.ts';
import { silentLog } from '../../main/ports/log.ts';
import { openStore } from '../../main/store/open.ts';
import { openDb } from '../../main/store/sqlite.ts';

const folder = mkdtempSync(join(tmpdir(), 'untether-notes-'));
const path = join(folder, 'untether.db');
const [one, two] = [deviceId.parse('one'), deviceId.parse('two')];
const health: DeviceHealth = {
  ...{ at: 7, level: 'ok', findings: [], identity: null, clock: null, upSeconds: 3 },
  ...{ disks: [], channels: null, cloud: null, capabilities: { reboot: true, https: null } },
};
const open = () => openStore({ path, now: () => 1, log: silentLog }).store;

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('notes of logins', () => {
  test('are kept over a restart, key by key', () => {
    const before = open();
    before.acts.logins.change(one, { pin: 'aa', login: 'proven', loginAt: 5 });
    before.acts.logins.change(one, { health });
    before.acts.logins.change(one, { isOn: false });
    before.close();
    const after = open();
    const whole = { device: one, pin: 'aa', login: 'proven', loginAt: 5, isOn: false, health };
    expect(after.acts.logins.get(one)).toEqual(whole);
    expect(after.acts.logins.all()).toEqual([whole]);
    expect(after.acts.logins.wishes()).toMatchObject([
      { device: one, login: 'proven', isOn: false },
    ]);
    expect(after.acts.logins.get(two)).toBeNull();
    after.acts.logins.change(one, { pin: null, isOn: null });
    expect(after.acts.logins.get(one)).toMatchObject({ pin: null, isOn: null, login: 'proven' });
    after.close();
  });

  test('follow a device that took another in; what is known under the name that stays wins', () => {
    const { logins } = openStore({ path: ':memory:', now: () => 1, log: silentLog }).store.acts;
    logins.change(one, { pin: 'aa' });
    logins.move(one, two);
    expect([logins.get(one), logins.get(two)?.pin]).toEqual([null, 'aa']);
    logins.change(one, { pin: 'bb' });
    logins.move(one, two);
    expect([logins.get(one), logins.get(two)?.pin]).toEqual([null, 'aa']);
  });

  test('a health of another version, or damaged, is read from the device again', () => {
    const store = open();
    store.acts.logins.change(one, { login: 'refused', health });
    store.acts.logins.change(two, { login: 'proven', health });
    store.close();
    const db = openDb(path);
    db.prepare("UPDATE login_notes SET health = '{\"at\":' WHERE device_id = 'one'").run();
    db.prepare(
      "UPDATE login_notes SET health = '{}', login = 'later' WHERE device_id = 'two'",
    ).run();
    db.close();
    const again = open();
    expect(again.acts.logins.get(one)).toMatchObject({ login: 'refused', health: null });
    expect(again.acts.logins.get(two)).toMatchObject({ login: null, health: null });
    again.close();
  });
});

import { describe, expect, onTestFinished, test } from 'vitest';
import { systemCrypto } from '../../main/adapters/node/crypto.ts';
import { systemRandom } from '../../main/adapters/node/random.ts';
import { systemVaultCrypto } from '../../main/adapters/node/vault-crypto.ts';
import { type DeviceId, deviceId } from '../../main/contract/device.ts';
import { silentLog } from '../../main/ports/log.ts';
import { SqliteCredentialStore } from '../../main/store/credential-store.ts';
import type { CredentialStore } from '../../main/store/credential-types.ts';
import { migrate, migrations, versionOf } from '../../main/store/migrations/index.ts';
import { openDb, transactOn } from '../../main/store/sqlite.ts';
import { Vault } from '../../main/vault/vault.ts';
import { createFakeClock } from '../helpers/fake-clock.ts';
import { boxOf } from '../unit/vault/rig.ts';
import { open, tempFile } from './helpers.ts';

const devices = Array.from({ length: 40 }, (_, index) => deviceId.parse(`d${index}`));
const passwordOf = (device: DeviceId) => `Secret-${device}!`;

function vaultOver(store: CredentialStore): Vault {
  return new Vault({
    ...{ store, crypto: systemVaultCrypto, sealer: systemCrypto, random: systemRandom },
    ...{ clock: createFakeClock(), log: silentLog, idleMinutes: null },
    names: (device) => ({ keys: [`sn:${device}`, `id:${device}`], siteId: 'site-1' }),
  });
}

/** The file of the first version that had a vault, with 40 logins, a group, a site and a new password. */
async function writeOld(path: string): Promise<void> {
  const db = openDb(path);
  db.pragma('journal_mode = WAL');
  migrate(db, { path, steps: migrations.filter(({ version }) => version <= 70) });
  expect(versionOf(db)).toBe(70);
  const vault = vaultOver(
    new SqliteCredentialStore(
      db,
      transactOn(db, path, () => undefined),
    ),
  );
  await vault.init(boxOf());
  for (const device of devices) await vault.offer(device, passwordOf(device), 'proven');
  await vault.offer(devices[0] ?? deviceId.parse('d0'), 'Secret-new!', 'pending');
  const login = { userName: 'admin', password: 'Secret-shared!' };
  vault.save({ scope: 'site', id: 'site-1' }, login);
  vault.save({ scope: 'group', id: 'lobby' }, login);
  vault.setGroup(deviceId.parse('other'), 'lobby');
  vault.close();
  db.close();
}

describe('a data file of the version before', () => {
  test('opens after the update with every credential', async () => {
    expect(migrations.some(({ version }) => version > 70)).toBe(true);
    const path = tempFile();
    await writeOld(path);
    const { store } = open(path);
    const db = openDb(path);
    onTestFinished(() => {
      db.close();
    });
    expect(versionOf(db)).toBe(migrations.at(-1)?.version);
    const vault = vaultOver(store.acts.credentials);
    expect(vault.status()).toMatchObject({
      ...{ exists: true, isLocked: true },
      credentials: { devices: 40, sites: 1, groups: 1, pending: 1, aside: 0 },
    });
    await vault.unlock(boxOf());
    expect(vault.list().damaged).toEqual([]);
    for (const device of devices) expect(await vault.password(device)).toBe(passwordOf(device));
    const [first = deviceId.parse('d0')] = devices;
    expect(await vault.pending(first)).toEqual({ userName: 'admin', password: 'Secret-new!' });
    expect(vault.groupOf(deviceId.parse('other'))).toBe('lobby');
    expect(await vault.password(deviceId.parse('other'))).toBe('Secret-shared!');
    expect(await vault.password(deviceId.parse('stranger'))).toBe('Secret-shared!');
  });
});

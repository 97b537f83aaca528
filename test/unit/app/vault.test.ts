import { describe, expect, test } from 'vitest';
import type { SecretBox, Unwrapped } from '../../../main/ports/secret-box.ts';
import type { OsBoxState, VaultBoxes } from '../../../main/ports/vault-boxes.ts';
import { trainingPassword } from '../../../main/simulator/account.ts';
import { createActRig } from '../../helpers/act-rig.ts';
import { quickBoxes, vaultConfig } from '../../helpers/test-boxes.ts';
import { codeOf, tempFile } from '../vault/rig.ts';

const passphrase = 'seven blue ladders';
const camera = { model: 'DS-2CD2143G2-I', address: '192.168.1.20' } as const;

interface Keystore {
  strength: 'strong' | 'weak';
  answer: (key: Uint8Array) => Unwrapped;
}

/** A keystore that answers as told. */
function boxesWith(keystore: Keystore): VaultBoxes {
  const mask = (bytes: Uint8Array) => bytes.map((byte) => byte ^ 0x5a);
  const os = (isConsented: boolean): SecretBox => ({
    id: 'os',
    kind: 'os',
    describe: () => ({ method: 'keychain', strength: keystore.strength, isConsented }),
    wrap: async (key) => mask(key),
    unwrap: async (wrapped) => keystore.answer(mask(wrapped)),
  });
  const osState = async (): Promise<OsBoxState> => keystore.strength;
  return { ...quickBoxes, os, osState };
}

const opens = (): Keystore => ({ strength: 'strong', answer: (key) => ({ ok: true, key }) });

function rigOn(path: string, keystore: Keystore | null) {
  const boxes = keystore === null ? quickBoxes : boxesWith(keystore);
  return createActRig({ devices: [camera], path, config: { ...vaultConfig, boxes } });
}

describe('a vault with the keystore of the system', () => {
  test('opens by itself at the next start', async () => {
    const path = tempFile();
    const first = await rigOn(path, opens());
    await first.core.vault.desk.init({ useOs: true, acceptWeak: false });
    await first.core.vault.credentials.offer(first.id(0), trainingPassword, 'proven');
    await first.core.stop();
    expect(first.core.vault.credentials.isOpen()).toBe(false);
    first.store.close();

    const second = await rigOn(path, opens());
    await second.core.vault.start();
    expect(await second.core.vault.credentials.password(second.id(0))).toBe(trainingPassword);
    expect(second.core.registry.row(second.id(0))?.login).toBe('proven');
    expect(second.core.discovery.status().notices).toEqual([]);
  });

  test.each([
    ['does not open', { ok: false, why: 'not-opened' }, 'vault.not-opened'],
    ['is away', { ok: false, why: 'unavailable' }, 'vault.box-unavailable'],
  ] as const)(
    'that %s is a notice, deletes nothing, and a passphrase still opens',
    async (...row) => {
      const [, answer, code] = row;
      const path = tempFile();
      const keystore = opens();
      const rig = await rigOn(path, keystore);
      const { desk, credentials } = rig.core.vault;
      await desk.init({ passphrase, useOs: true, acceptWeak: false });
      await credentials.offer(rig.id(0), trainingPassword, 'proven');
      await desk.lock();
      const before = rig.store.acts.credentials.all();
      keystore.answer = () => answer;
      await rig.core.vault.start();
      expect(credentials.state()).toBe('locked');
      expect(rig.core.discovery.status().notices).toMatchObject([
        { code: 'vault-not-opened', level: 'warning', params: { why: code } },
      ]);
      expect(rig.store.acts.credentials.all()).toEqual(before);
      await desk.unlock(passphrase);
      expect(await credentials.password(rig.id(0))).toBe(trainingPassword);
      expect(rig.core.discovery.status().notices).toEqual([]);
    },
  );

  test('that is weak makes nothing without consent', async () => {
    const rig = await rigOn(':memory:', { ...opens(), strength: 'weak' });
    const { desk, credentials } = rig.core.vault;
    const wanted = { passphrase, useOs: true } as const;
    expect(await codeOf(() => desk.init({ ...wanted, acceptWeak: false }))).toBe('vault.box-weak');
    expect(credentials.state()).toBe('none');
    await desk.init({ ...wanted, acceptWeak: true });
    expect((await desk.state()).boxes.map(({ id }) => id).sort()).toEqual(['os', 'passphrase']);
  });
});

describe('the vault of a host', () => {
  test('is locked when the host ends, also under an unlock that is at work', async () => {
    const rig = await rigOn(':memory:', null);
    const { desk, credentials } = rig.core.vault;
    await desk.init({ passphrase, useOs: false, acceptWeak: false });
    await desk.lock();
    const unlocking = desk.unlock(passphrase);
    await rig.core.stop();
    await unlocking;
    expect(credentials.isOpen()).toBe(false);
  });

  test('without cryptography says what is missing', async () => {
    const rig = await createActRig({ devices: [camera] });
    const { desk, credentials } = rig.core.vault;
    expect(await desk.state()).toMatchObject({ exists: false, osBox: 'none' });
    const wanted = { passphrase, useOs: false, acceptWeak: false };
    expect(await codeOf(() => desk.init(wanted))).toBe('vault.box-unavailable');
    await credentials.offer(rig.id(0), trainingPassword, 'proven');
    expect(await credentials.password(rig.id(0))).toBeNull();
  });

  test('keeps a login under the serial, and leads back from it to the device', async () => {
    const rig = await rigOn(':memory:', null);
    const { desk, credentials } = rig.core.vault;
    await desk.init({ passphrase, useOs: false, acceptWeak: false });
    const device = rig.id(0);
    await credentials.offer(device, trainingPassword, 'proven');
    const [row] = credentials.list().credentials;
    expect(row?.subject).toBe(`sn:${rig.device(0).serial.toUpperCase()}`);
    expect(rig.core.vault.rows.list().credentials[0]?.device).toBe(device);
  });
});

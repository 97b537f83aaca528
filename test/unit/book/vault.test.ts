import { expect, it } from 'vitest';
import { trainingPassword } from '../../../main/simulator/account.ts';
import { type AppRig, createAppRig } from '../../helpers/app-rig.ts';
import { vaultConfig } from '../../helpers/test-boxes.ts';
import { testCrypto } from '../../helpers/test-crypto.ts';
import { camera, discover, refusal, signed } from './rig.ts';

const passphrase = 'seven blue ladders';
const password = trainingPassword;
const init = { passphrase, useOs: false, acceptWeak: false };

function rigWithVault(): AppRig {
  return createAppRig({ devices: [camera], config: { ...vaultConfig, crypto: testCrypto } });
}

const saved = async (rig: AppRig) => (await rig.ask('vault.list', {})).credentials;

it('refuses a password while there is no vault, and keeps nothing of the device', async () => {
  const rig = rigWithVault();
  const error = await refusal(rig, rig.api.call('book.add', { host: '192.168.1.20', password }));
  expect(error).toMatchObject({ code: 'vault.none' });
  expect((await rig.ask('devices.snapshot', {})).rows).toEqual([]);
});

it('saves the password before it is used, and tests with it from then on', async () => {
  const rig = rigWithVault();
  await rig.ask('vault.init', init);
  const input = {
    host: 'cam1.training.lan',
    userName: 'operator',
    password: 'no',
    isTested: false,
  };
  const { id } = await rig.ask('book.add', input);
  expect(await saved(rig)).toMatchObject([
    { userName: 'operator', state: 'current', provenAt: null },
  ]);
  await rig.ask('book.edit', { id, userName: 'admin', password });
  expect(signed(rig)).toEqual([]);
  const tested = await rig.ask('book.test', { id });
  expect(tested.entry.test?.login).toBe('proven');
  const current = (await saved(rig)).filter(({ state }) => state === 'current');
  expect(current).toMatchObject([{ userName: 'admin', provenAt: expect.any(Number) }]);
  // Now that the serial is known the password is kept under it.
  expect(current).toHaveLength(1);
});

it('keeps the password with the device when an entry turns out to be a known one', async () => {
  const rig = rigWithVault();
  await rig.ask('vault.init', init);
  await discover(rig);
  const [known] = (await rig.ask('devices.snapshot', {})).rows;
  const into = known?.id ?? expect.fail('nobody was heard');
  const { id } = await rig.ask('book.add', { host: 'cam1.training.lan', password });
  await rig.ask('vault.lock', {});
  const error = await refusal(rig, rig.api.call('book.merge', { id, into }));
  expect(error).toMatchObject({ code: 'vault.locked' });
  await rig.ask('vault.unlock', { passphrase });
  await rig.ask('book.merge', { id, into });
  const current = (await saved(rig)).filter(({ state }) => state === 'current');
  expect(current).toMatchObject([{ subject: `sn:${camera.serial}`, userName: 'admin' }]);
  const tested = await rig.ask('book.test', { id: into });
  expect(tested.entry.test?.login).toBe('proven');
});

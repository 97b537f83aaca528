import { describe, expect, test } from 'vitest';
import { type CredentialVault, noVault } from '../../main/ports/vault.ts';
import { trainingPassword } from '../../main/simulator/account.ts';
import type { DeviceSpec } from '../../main/simulator/types.ts';
import {
  createLoginSite,
  type LoginSite,
  lies,
  losesAnswer,
  swallows,
} from '../helpers/login-site.ts';

const camera: DeviceSpec = { model: 'DS-2CD2143G2-I', address: '192.168.1.70' };
/** A line that refuses passwords anybody would guess. */
const strict: DeviceSpec = { ...camera, model: 'DS-7732NXI-K4' };
const newPassword = 'Korb.72xQ';

/** A vault that writes down what it is asked. */
function spyVault(more: Partial<CredentialVault> = {}): CredentialVault & { heard: string[] } {
  const heard: string[] = [];
  return {
    ...noVault,
    heard,
    state: () => 'open',
    isOpen: () => true,
    offer: (_device, given, state) => {
      const text = typeof given === 'string' ? given : given.password;
      heard.push(`${state} ${text === newPassword ? 'new' : 'old'}`);
      return Promise.resolve();
    },
    refused: () => {
      heard.push('refused');
    },
    ...more,
  };
}

const change = async (site: LoginSite, text = newPassword, current = trainingPassword) =>
  await site.item(await site.setPassword(site.id(0), text, current));

describe('a new password', () => {
  test.each(['DS-2CD2143G2-I', 'DS-2CD2385G1-I', 'DS-7608NI-K2/8P'])(
    'of a %s is set, proven by a login, and SADP takes it too',
    async (model) => {
      const site = await createLoginSite([{ ...camera, model }]);
      const item = await change(site);
      expect(item).toMatchObject({ verdict: 'verified', reason: 'password-not-saved' });
      expect(site.device(0).hasPassword(newPassword)).toBe(true);
      expect(JSON.stringify(item)).not.toContain(newPassword);
      expect(JSON.stringify(item)).not.toContain(trainingPassword);
    },
  );

  test('is kept as pending before it leaves, and as proven after the login', async () => {
    const vault = spyVault();
    const site = await createLoginSite([camera], { vault });
    let before: readonly string[] = [];
    site.wire.twist = ({ method }) => {
      if (method === 'PUT') before = [...vault.heard];
      return null;
    };
    expect(await change(site)).toMatchObject({ verdict: 'verified', reason: 'password-saved' });
    expect(before).toEqual(['proven old', 'pending new']);
    expect(vault.heard.at(-1)).toBe('proven new');
  });

  test('that cannot be kept is not sent', async () => {
    const vault = spyVault({
      offer: (_device, _given, state) =>
        state === 'pending' ? Promise.reject(new Error('disk full')) : Promise.resolve(),
    });
    const site = await createLoginSite([camera], { vault });
    expect(await change(site)).toMatchObject({ verdict: 'failed', reason: 'not-sent' });
    expect(site.puts('users')).toBe(0);
    expect(site.device(0).hasPassword(trainingPassword)).toBe(true);
  });

  test('is not sent while the vault is locked', async () => {
    const vault = spyVault({ state: () => 'locked', isOpen: () => false });
    const site = await createLoginSite([camera], { vault });
    expect(await change(site)).toMatchObject({ verdict: 'skipped', reason: 'vault-locked' });
    expect(site.sent.filter(({ isSigned }) => isSigned)).toEqual([]);
  });

  test('goes with the one in use where the firmware wants that', async () => {
    const site = await createLoginSite([{ ...camera, wantsLoginPassword: true }]);
    expect(await change(site)).toMatchObject({ verdict: 'verified' });
    expect(site.device(0).attemptsLeft).toBe(
      (await createLoginSite([camera])).device(0).attemptsLeft,
    );
  });

  test('that the device refuses changes nothing, also when the words stand in a 200', async () => {
    for (const more of [{}, { webFaults: ['error-in-200'] as const }]) {
      const vault = spyVault();
      const site = await createLoginSite([{ ...strict, ...more }], { vault });
      const item = await change(site, 'Abcd1234');
      expect(item).toMatchObject({ verdict: 'refused', reason: 'weak-password' });
      expect(vault.heard.at(-1)).toBe('refused');
      expect(site.device(0).hasPassword(trainingPassword)).toBe(true);
    }
  });

  test('that no device takes stops before anything is asked', async () => {
    const site = await createLoginSite([camera]);
    await expect(site.setPassword(site.id(0), 'short')).rejects.toThrow('job.bad-password');
  });
});

describe('what a device says is not believed', () => {
  test('"OK" and the old password as before', async () => {
    const vault = spyVault();
    const site = await createLoginSite([camera], { vault });
    site.wire.twist = lies('users');
    expect(await change(site)).toMatchObject({ verdict: 'accepted', reason: 'not-applied' });
    expect(vault.heard.at(-1)).toBe('refused');
  });

  test('silence after doing it', async () => {
    const site = await createLoginSite([camera]);
    site.wire.twist = losesAnswer('users');
    expect(await change(site)).toMatchObject({ verdict: 'verified' });
    expect(site.puts('users')).toBe(1);
  });

  test('silence without doing it', async () => {
    const site = await createLoginSite([camera]);
    site.wire.twist = swallows('users');
    expect(await change(site)).toMatchObject({ verdict: 'no-answer', reason: 'silent' });
  });

  test('silence, and then it is gone: both passwords are kept', async () => {
    const vault = spyVault();
    const site = await createLoginSite([camera], { vault });
    let isGone = false;
    site.wire.twist = (request) => {
      isGone ||= request.method === 'PUT';
      return isGone
        ? Promise.resolve({
            ...{ kind: 'unreachable', why: 'no-route', isSent: request.method === 'PUT' },
            ...{ address: request.host, certificate: null, signedRequests: 0 },
          })
        : null;
    };
    expect(await change(site)).toMatchObject({ verdict: 'unknown', reason: 'silent' });
    expect(vault.heard).toEqual(['proven old', 'pending new']);
  });
});

describe('the password in use', () => {
  test('that is wrong changes nothing and stops the others that have it', async () => {
    const devices = [70, 71, 72].map((host) => ({ ...camera, address: `192.168.1.${host}` }));
    const site = await createLoginSite(devices);
    const ids = [0, 1, 2].map((index) => site.id(index));
    const job = await site.wait(
      site.core.acts.provisioning.setPassword(
        { ids, userName: 'admin', newSecrets: { all: newPassword } },
        { all: 'Wrong.72xQ' },
      ),
    );
    const { items } = await site.ended(job.id);
    expect(items.map(({ verdict, reason }) => [verdict, reason])).toEqual([
      ['wrong-password', 'wrong-password'],
      ['skipped', 'group-stopped'],
      ['skipped', 'group-stopped'],
    ]);
    expect(site.puts('users')).toBe(0);
    expect(site.sent.filter(({ isSigned }) => isSigned)).toHaveLength(1);
  });

  test('of a user who does not exist', async () => {
    const site = await createLoginSite([camera]);
    const job = await site.wait(
      site.core.acts.provisioning.setPassword(
        { ids: [site.id(0)], userName: 'operator', newSecrets: { all: newPassword } },
        { byDevice: { [site.id(0)]: trainingPassword } },
      ),
    );
    expect(await site.item(job)).toMatchObject({ verdict: 'failed', reason: 'invalid-values' });
    expect(site.puts('users')).toBe(0);
  });
});

test('before it: a recorder that uses the camera is named, and a device out of reach is told', async () => {
  const site = await createLoginSite([camera, { ...camera, address: '192.168.1.71' }]);
  site.core.acts.hooks.recordersUsing = () => ['Office recorder'];
  site.wire.twist = (request) =>
    request.host === '192.168.1.71'
      ? Promise.resolve({
          ...{ kind: 'unreachable', why: 'no-route', isSent: false },
          ...{ address: request.host, certificate: null, signedRequests: 0 },
        })
      : null;
  const lines = await site.wait(
    site.core.acts.jobs.preflight('password', [site.id(0), site.id(1)]),
  );
  expect(lines.map(({ light, reason, params }) => ({ light, reason, params }))).toEqual([
    { light: 'caution', reason: 'used-by-recorder', params: { recorder: 'Office recorder' } },
    { light: 'stop', reason: 'unreachable', params: { address: '192.168.1.71' } },
  ]);
  expect(site.sent.some(({ isSigned }) => isSigned)).toBe(false);
});

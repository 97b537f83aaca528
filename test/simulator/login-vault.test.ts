import { describe, expect, test } from 'vitest';
import type { DeviceId } from '../../main/contract/device.ts';
import { trainingPassword } from '../../main/simulator/account.ts';
import { type ActsSite, createActsSite } from '../helpers/acts-site.ts';
import { vaultConfig } from '../helpers/test-boxes.ts';

const passphrase = 'seven blue ladders';
const newPassword = 'Korb.72xQ';
const models = ['DS-2CD2143G2-I', 'DS-2CD2385G1-I', 'DS-7608NI-K2/8P'];

async function siteOf(hosts: number): Promise<{ site: ActsSite; ids: DeviceId[] }> {
  const devices = Array.from({ length: hosts }, (_, index) => ({
    ...{ model: models[index % models.length] ?? '', address: `192.168.1.${20 + index}` },
  }));
  const site = await createActsSite({ devices, config: vaultConfig });
  await site.ask('vault.init', { passphrase });
  return { site, ids: [...(await site.ids())] };
}

describe('with the real vault', () => {
  test('a batch is changed with the saved password, and the next run uses the new one', async () => {
    const { site, ids } = await siteOf(6);
    for (const device of ids) {
      await site.ask('vault.save', {
        target: { scope: 'device', device },
        password: trainingPassword,
      });
    }
    const newSecrets = { all: newPassword };
    const job = await site.ended(
      await site.ask('devices.setPassword', { ids, userName: 'admin', newSecrets }),
    );
    expect(job.items.map(({ verdict, reason }) => `${verdict} ${reason}`)).toEqual(
      ids.map(() => 'verified password-saved'),
    );
    expect(site.fleet.devices.every((device) => device.hasPassword(newPassword))).toBe(true);
    const again = await site.ended(await site.ask('devices.reboot', { ids }));
    expect(again.counts).toEqual({ verified: 6 });
    const least = Math.min(...site.fleet.devices.map(({ attemptsLeft }) => attemptsLeft));
    expect(least).toBeGreaterThanOrEqual(5);
  });

  test('each device gets its own new password', async () => {
    const { site, ids } = await siteOf(3);
    const byDevice = Object.fromEntries(ids.map((id, index) => [id, `Korb.${index}2xQ`]));
    const job = await site.ended(
      await site.ask('devices.setPassword', {
        ...{ ids, userName: 'admin', secrets: { all: trainingPassword } },
        newSecrets: { byDevice },
      }),
    );
    expect(job.counts).toEqual({ verified: 3 });
    const changed = site.fleet.devices.filter((device) =>
      Object.values(byDevice).some((password) => device.hasPassword(password)),
    );
    expect(changed).toHaveLength(3);
  });

  test('a device without a new password stops the whole before anything is sent', async () => {
    const { site, ids } = await siteOf(2);
    const [first = '' as DeviceId] = ids;
    const asked = site.ask('devices.setPassword', {
      ...{ ids, userName: 'admin', secrets: { all: trainingPassword } },
      newSecrets: { byDevice: { [first]: newPassword } },
    });
    await expect(asked).rejects.toThrow('job.needs-password');
    expect(site.fleet.devices.every((device) => device.hasPassword(trainingPassword))).toBe(true);
  });

  test('while it is locked no new password leaves', async () => {
    const { site, ids } = await siteOf(1);
    await site.ask('vault.lock', {});
    const job = await site.ended(
      await site.ask('devices.setPassword', {
        ...{ ids, userName: 'admin', secrets: { all: trainingPassword } },
        newSecrets: { all: newPassword },
      }),
    );
    expect(job.items[0]).toMatchObject({ verdict: 'skipped', reason: 'vault-locked' });
  });
});

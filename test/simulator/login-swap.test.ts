import { describe, expect, test } from 'vitest';
import { trainingPassword } from '../../main/simulator/account.ts';
import type { DeviceSpec } from '../../main/simulator/types.ts';
import { createLoginSite, type LoginSite } from '../helpers/login-site.ts';
import { createMemoryVault } from '../helpers/memory-vault.ts';

/** Two cameras with one password that change places while nobody listens. */
const cameras: readonly DeviceSpec[] = ['192.168.1.70', '192.168.1.71'].map((address) => ({
  ...{ model: 'DS-2CD2143G2-I', address, sadp: 'on' },
}));

const newPassword = 'Korb.72xQ';
const wrong = 'Not.right1';

function swap(site: LoginSite): void {
  const [one, two] = [site.device(0).state.net, site.device(1).state.net];
  [one.address, two.address] = [two.address, one.address];
}

async function siteSwapped() {
  const vault = createMemoryVault();
  const site = await createLoginSite(cameras, { vault });
  const { logins, guard } = site.core.acts;
  const id = site.id(0);
  const ask = async (password: string) => {
    const session = await logins.session(site.record(0), { password });
    if ('kind' in session) throw new Error(session.reason);
    const answer = await site.wait(
      session.request({ method: 'GET', path: '/ISAPI/System/status' }),
    );
    return { session, answer };
  };
  const key = `sn:${site.record(0).serial}`;
  return { site, vault, id, ask, logins, left: () => guard.view(key).attemptsLeft };
}

describe('another device at the address of a known one', () => {
  test('proves nothing of ours: not the login, not the tries left, not what is saved', async () => {
    const { site, vault, id, ask, logins, left } = await siteSwapped();
    await ask(wrong);
    const before = left();
    expect(before).not.toBeNull();
    swap(site);
    const { session, answer } = await ask(trainingPassword);
    expect(answer).toMatchObject({ kind: 'failed', verdict: 'skipped', reason: 'other-device' });
    expect(answer.kind === 'failed' && answer.params['serial']).toBe(site.device(1).serial);
    expect(session.login).toBeNull();
    expect(left()).toBe(before);
    expect(logins.state(site.record(0))).toBe('refused');
    expect(vault.offers.filter(({ device }) => device === id)).toEqual([]);
    // It was asked who it is, and nothing else.
    const signed = site.sent.filter(({ isSigned, at }) => isSigned && at > 0);
    expect(signed.map(({ path }) => path)).toEqual(Array(2).fill('/ISAPI/System/deviceInfo'));
  });

  test('is sent no change', async () => {
    const { site, id } = await siteSwapped();
    swap(site);
    const item = await site.item(await site.setPassword(id, newPassword));
    expect(item).toMatchObject({ verdict: 'skipped', reason: 'other-device' });
    expect(site.sent.filter(({ method }) => method === 'PUT')).toEqual([]);
    const reboot = await site.item(await site.reboot(id));
    expect(reboot).toMatchObject({ verdict: 'skipped', reason: 'other-device' });
    expect(site.sent.filter(({ method }) => method === 'PUT')).toEqual([]);
  });

  test('is told as a problem by the health check, which proves nothing either', async () => {
    const { site, logins, vault, id } = await siteSwapped();
    swap(site);
    const { health } = site.core.login;
    await site.wait(
      health.check([site.record(0)], {
        ...{ passwords: { all: trainingPassword }, isOverride: false },
      }),
    );
    expect(health.get(id)?.findings.map(({ code }) => code)).toEqual(['other-device']);
    expect(logins.state(site.record(0))).toBeNull();
    expect(vault.offers).toEqual([]);
  });

  test('ours is proven where it answers itself', async () => {
    const { site, ask, logins, left } = await siteSwapped();
    await ask(wrong);
    const { session, answer } = await ask(trainingPassword);
    expect(answer).toMatchObject({ kind: 'ok', isProven: true });
    expect(session.login).toBe('proven');
    expect(logins.state(site.record(0))).toBe('proven');
    expect(left()).toBeNull();
  });
});

test('a device that is forgotten takes the certificate along that logins kept of it', async () => {
  const { site, id, logins } = await siteSwapped();
  const { book } = site.core;
  book.addFound({ ids: [id], userName: 'admin' });
  logins.setPin(id, 'a'.repeat(64));
  expect(logins.target(site.record(0))?.pin).toBe('a'.repeat(64));
  book.forget([id]);
  expect(logins.target(site.record(0))?.pin).toBeNull();
});

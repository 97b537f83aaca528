import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Job } from '../../main/contract/job.ts';
import { trainingPassword } from '../../main/simulator/account.ts';
import type { DeviceSpec } from '../../main/simulator/types.ts';
import { actsLate, keepingVault, killed as killedIn } from '../helpers/killed-site.ts';
import { type LoginSite, losesAnswer, swallows } from '../helpers/login-site.ts';

const camera: DeviceSpec = { model: 'DS-2CD2143G2-I', address: '192.168.1.70' };
const newPassword = 'Korb.72xQ';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'untether-login-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Killing extends Omit<Parameters<typeof killedIn>[1], 'folder' | 'specs'> {
  readonly spec?: DeviceSpec;
}

function killed(start: (site: LoginSite) => Promise<Job>, { spec = camera, ...more }: Killing) {
  return killedIn(start, { ...more, folder, specs: [spec] });
}

describe('killed right after a change left, and started again', () => {
  test('a password that arrived is proven by one login with the pending one', async () => {
    const vault = keepingVault();
    const { site, job } = await killed((one) => one.setPassword(one.id(0), newPassword), {
      ...{ part: 'Security/users', twist: losesAnswer, vault },
    });
    expect(job.items[0]).toMatchObject({ verdict: 'verified', reason: 'password-saved' });
    expect(vault).toMatchObject({ current: newPassword, waiting: null });
    expect(site.sent.filter(({ method }) => method === 'PUT')).toEqual([]);
    // It is asked who it is first: the session's one login, with two requests.
    const signed = site.sent.filter(({ isSigned }) => isSigned);
    expect(signed.map(({ path: where }) => where)).toEqual([
      ...['/ISAPI/System/deviceInfo', '/ISAPI/Security/userCheck'],
    ]);
  });

  test('a password that did not arrive is told, and the pending one is set aside', async () => {
    const vault = keepingVault();
    const { site, job } = await killed((one) => one.setPassword(one.id(0), newPassword), {
      ...{ part: 'Security/users', twist: swallows, vault },
    });
    expect(job.items[0]).toMatchObject({ verdict: 'failed', reason: 'not-applied' });
    expect(vault).toMatchObject({ current: trainingPassword, waiting: null });
    expect(site.sent.filter(({ isSigned }) => isSigned)).toHaveLength(1);
  });

  test('without a vault nobody knows, and nobody guesses', async () => {
    const { site, job } = await killed((one) => one.setPassword(one.id(0), newPassword), {
      ...{ part: 'Security/users', twist: losesAnswer },
    });
    expect(job.items[0]).toMatchObject({ verdict: 'unknown', reason: 'no-password' });
    expect(site.sent.filter(({ isSigned }) => isSigned)).toEqual([]);
  });

  test('a reset opens its case, once', async () => {
    const { site, job } = await killed((one) => one.reset(one.id(0), 'default'), {
      ...{ part: 'factoryReset', twist: losesAnswer, vault: keepingVault() },
      // Longer than anybody waits for it.
      spec: { ...camera, bootMs: 700_000 },
    });
    // It is still away: nobody knows, but somebody is looking for it.
    expect(job.items[0]).toMatchObject({ verdict: 'unknown', reason: 'reset-not-seen' });
    const { cases } = site.core.recovery;
    const only = cases.list({ limit: 100 });
    expect(only).toHaveLength(1);
    expect(only[0]).toMatchObject({ kind: 'software-reset', variant: 'default', jobId: job.id });
    expect(only[0]?.watch.state).not.toBe('off');
    await site.clock.advance(120_000);
    const again = await site.wait(site.core.acts.jobs.recheck(job.id));
    expect(again.items[0]).toMatchObject({ verdict: 'verified', reason: 'reset-seen' });
    expect(cases.list({ limit: 100 })).toMatchObject([
      { state: 'done', outcome: 'reset-verified' },
    ]);
  });

  test('a restart is read, not repeated', async () => {
    const { site, before, job } = await killed((one) => one.reboot(one.id(0)), {
      ...{ part: 'System/reboot', twist: losesAnswer, vault: keepingVault() },
      spec: { ...camera, bootMs: 40_000 },
    });
    expect(job.items[0]).toMatchObject({ verdict: 'verified', reason: 'restarted' });
    expect(before.puts('System/reboot') + site.puts('System/reboot')).toBe(1);
  });

  test.each([
    ['restore', 'factoryReset', 'reset-seen'],
    ['reboot', 'System/reboot', 'restarted'],
  ] as const)(
    'a device that begins with its %s seconds later is no failure',
    async (what, part, reason) => {
      const start = (one: LoginSite): Promise<Job> =>
        what === 'reboot' ? one.reboot(one.id(0)) : one.reset(one.id(0), what);
      const { site, before, job } = await killed(start, {
        ...{ part, twist: losesAnswer, vault: keepingVault() },
        prepare: (one) => actsLate(one, 12_000),
      });
      expect(job.items[0]).toMatchObject({ verdict: 'verified', reason });
      expect(before.puts(part) + site.puts(part)).toBe(1);
    },
  );

  test.each([
    ['restore', 'factoryReset'],
    ['reboot', 'System/reboot'],
  ] as const)('a %s that reached nobody is a failure, after a while', async (what, part) => {
    const start = (one: LoginSite): Promise<Job> =>
      what === 'reboot' ? one.reboot(one.id(0)) : one.reset(one.id(0), what);
    const { site, job } = await killed(start, { part, twist: swallows, vault: keepingVault() });
    expect(job.items[0]).toMatchObject({ verdict: 'failed', reason: 'not-applied' });
    expect(site.core.recovery.cases.list({ limit: 100 })).toEqual([]);
  });

  test('an address is looked for at both places', async () => {
    const { site, before, job } = await killed(
      (one) => one.setNetwork(one.byAddress('192.168.1.70'), { ipv4Address: '192.168.1.90' }),
      {
        ...{ part: 'Network/interfaces', twist: losesAnswer, vault: keepingVault() },
        spec: { ...camera, sadp: 'off' },
      },
    );
    expect(job.items[0]).toMatchObject({ verdict: 'verified', reason: 'read-back' });
    expect(job.canUndo).toBe(true);
    expect(before.puts('interfaces') + site.puts('interfaces')).toBe(1);
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Job } from '../../main/contract/job.ts';
import { trainingPassword } from '../../main/simulator/account.ts';
import type { DeviceSpec } from '../../main/simulator/types.ts';
import { backupOf } from '../helpers/device-backup.ts';
import { createFakeClock, createLaptopClock } from '../helpers/fake-clock.ts';
import { actsLate, keepingVault, killed } from '../helpers/killed-site.ts';
import {
  createLoginSite,
  type LoginSite,
  lies,
  losesAnswer,
  swallows,
} from '../helpers/login-site.ts';
import { createMemoryVault } from '../helpers/memory-vault.ts';

/** Verdicts that a clock which is set, a device that is slow, or time between two lives could make untrue. */

const hourMs = 3_600_000;
const camera: DeviceSpec = { model: 'DS-2CD2143G2-I', address: '192.168.1.70', uptimeMs: hourMs };
const restartPath = 'System/reboot';
const resetPath = 'System/factoryReset';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'untether-time-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function jumpingSite(specs: readonly DeviceSpec[] = [camera]) {
  const clock = createFakeClock();
  const laptop = createLaptopClock(clock);
  const site = await createLoginSite(specs, { clock, laptop });
  return { site, laptop };
}

/** Starts, lets the change leave, sets the laptop's clock, and waits for the end. */
async function jumpDuring(
  start: (site: LoginSite) => Promise<Job>,
  { byMs, prepare }: { byMs: number; prepare?: (site: LoginSite) => void },
) {
  const { site, laptop } = await jumpingSite();
  prepare?.(site);
  const job = await start(site);
  await site.clock.advance(12_000);
  expect(site.core.acts.jobs.get(job.id).endedAt).toBeNull();
  const beganAt = site.clock.elapsed();
  laptop.jump(byMs);
  const item = await site.item(job);
  return { item, site, tookMs: site.clock.elapsed() - beganAt };
}

describe('the laptop’s clock is set while a device restarts', () => {
  test.each([3 * hourMs, -3 * hourMs])(
    'by %d ms: one that only promises is not believed',
    async (byMs) => {
      const { item, tookMs } = await jumpDuring((one) => one.reboot(one.id(0)), {
        byMs,
        prepare: (one) => {
          one.wire.twist = lies(restartPath);
        },
      });
      expect(item).toMatchObject({ verdict: 'accepted', reason: 'not-applied' });
      expect(tookMs).toBeGreaterThan(180_000);
      expect(tookMs).toBeLessThan(300_000);
    },
  );

  test.each([3 * hourMs, -3 * hourMs])('by %d ms: one that did is verified', async (byMs) => {
    const { item, tookMs } = await jumpDuring((one) => one.reboot(one.id(0)), { byMs });
    expect(item).toMatchObject({ verdict: 'verified', reason: 'restarted' });
    expect(tookMs).toBeLessThan(240_000);
  });

  test.each([3 * hourMs, -3 * hourMs])(
    'by %d ms: a restore that did nothing is not seen',
    async (byMs) => {
      const { item } = await jumpDuring((one) => one.reset(one.id(0), 'restore'), {
        byMs,
        prepare: (one) => {
          one.wire.twist = lies(resetPath);
        },
      });
      expect(item).toMatchObject({ verdict: 'accepted', reason: 'reset-not-seen' });
    },
  );
});

describe('the laptop’s clock is set between two lives of the program', () => {
  const jumps = [3 * hourMs, -3 * hourMs] as const;
  const reboot = (one: LoginSite): Promise<Job> => one.reboot(one.id(0));
  const restore = (one: LoginSite): Promise<Job> => one.reset(one.id(0), 'restore');

  test.each(
    jumps.flatMap((byMs) => [
      [byMs, 'reboot', restartPath, 'verified'] as const,
      [byMs, 'restore', resetPath, 'verified'] as const,
      [byMs, 'reboot', restartPath, 'failed'] as const,
      [byMs, 'restore', resetPath, 'failed'] as const,
    ]),
  )('by %d ms, a %s over %s: %s', async (byMs, what, part, verdict) => {
    const laptops: ReturnType<typeof createLaptopClock>[] = [];
    const { job } = await killed(what === 'reboot' ? reboot : restore, {
      ...{ folder, part, vault: keepingVault(), specs: [camera] },
      twist: verdict === 'verified' ? losesAnswer : swallows,
      laptop: (clock) => {
        const made = createLaptopClock(clock);
        laptops.push(made);
        return made;
      },
      meanwhile: async ({ clock, fleet }) => {
        await clock.advance(120_000);
        fleet.settle(clock.now());
        laptops[0]?.jump(byMs);
      },
    });
    expect(job.items[0]?.verdict).toBe(verdict);
  });
});

test('a device that acts seconds later is no failure, whatever the clock says of how long ago that was', async () => {
  let laptop: ReturnType<typeof createLaptopClock> | null = null;
  const { job } = await killed((one) => one.reboot(one.id(0)), {
    ...{ folder, part: restartPath, vault: keepingVault(), specs: [camera], twist: losesAnswer },
    prepare: (one) => actsLate(one, 12_000),
    laptop: (clock) => {
      laptop ??= createLaptopClock(clock);
      return laptop;
    },
    meanwhile: () => laptop?.jump(3 * hourMs),
  });
  expect(job.items[0]).toMatchObject({ verdict: 'unknown', reason: 'no-read-back' });
});

describe('looked at again much later', () => {
  test('a default reset that was followed by the same password again is no failure', async () => {
    const { job } = await killed((one) => one.reset(one.id(0), 'default'), {
      ...{ folder, part: resetPath, vault: keepingVault(), specs: [camera] },
      twist: losesAnswer,
      meanwhile: async ({ clock, device, fleet }) => {
        await clock.advance(600_000);
        fleet.settle(clock.now());
        expect(device(0).state.isActivated).toBe(false);
        device(0).setPassword(trainingPassword);
      },
    });
    expect(job.items[0]).toMatchObject({ verdict: 'unknown', reason: 'reset-not-seen' });
  });

  test('one that was given another password is not called refused', async () => {
    const { site, job } = await killed((one) => one.reset(one.id(0), 'default'), {
      ...{ folder, part: resetPath, vault: keepingVault(), specs: [camera] },
      twist: losesAnswer,
      meanwhile: async ({ clock, device, fleet }) => {
        await clock.advance(600_000);
        fleet.settle(clock.now());
        device(0).setPassword('Other.pass9');
      },
    });
    expect(job.items[0]).toMatchObject({ verdict: 'unknown' });
    const [only] = site.core.recovery.cases.list({ limit: 10 });
    expect(only).toMatchObject({ kind: 'software-reset', outcome: null });
  });

  test.each([
    ['reboot', restartPath],
    ['restore', resetPath],
  ] as const)(
    'a %s that nobody can log in to look at is unknown, and not skipped',
    async (what, part) => {
      const start = (one: LoginSite): Promise<Job> =>
        what === 'reboot' ? one.reboot(one.id(0)) : one.reset(one.id(0), what);
      const { site, job } = await killed(start, {
        ...{ folder, part, specs: [camera], twist: losesAnswer },
        meanwhile: async ({ clock, fleet }) => {
          await clock.advance(120_000);
          fleet.settle(clock.now());
        },
      });
      expect(job.items[0]).toMatchObject({ verdict: 'unknown', reason: 'no-login' });
      const outcomes = site.core.recovery.cases.list({ limit: 10 }).map(({ outcome }) => outcome);
      expect(outcomes).toEqual(what === 'reboot' ? [] : [null]);
    },
  );
});

describe('a case and the time', () => {
  test('is not ended by what becomes of an older job', async () => {
    const site = await createLoginSite([camera], { vault: keepingVault() });
    const { cases } = site.core.recovery;
    site.wire.twist = swallows(resetPath);
    const older = await site.reset(site.id(0), 'restore');
    await site.item(older);
    site.device(0).boot(site.clock.now());
    await site.clock.advance(120_000);
    site.fleet.settle(site.clock.now());
    const newer = await site.reset(site.id(0), 'default');
    await site.clock.advance(12_000);
    const again = await site.wait(site.core.acts.jobs.recheck(older.id));
    expect(again.items[0]?.verdict).toBe('verified');
    const followed = cases.list({ limit: 10 }).find(({ jobId }) => jobId === newer.id);
    expect(followed).toMatchObject({ variant: 'default', closedAt: null });
  });

  test('a login from before a clock was set back proves no new password', async () => {
    const { site, laptop } = await jumpingSite();
    const { logins } = site.core.acts;
    const { cases } = site.core.recovery;
    const logIn = async (): Promise<void> => {
      const session = await logins.session(site.record(0), { password: trainingPassword });
      if ('kind' in session) throw new Error(session.reason);
      await site.wait(session.request({ method: 'GET', path: '/ISAPI/System/status' }));
    };
    await logIn();
    laptop.jump(-3 * hourMs);
    const device = site.id(0);
    const { id } = cases.open({ device, kind: 'portal-reset', reason: '', authorisedBy: 'Owner' });
    await site.clock.advance(5000);
    expect(cases.get(id)).toMatchObject({ closedAt: null, outcome: null });
    await logIn();
    await site.clock.advance(5000);
    expect(cases.get(id)).toMatchObject({ outcome: 'password-proven' });
  });
});

describe('a device that takes a new password seconds after it was told', () => {
  test('proves it, and it is saved', async () => {
    const vault = keepingVault();
    const site = await createLoginSite([camera], { vault });
    actsLate(site, 12_000);
    const item = await site.item(await site.setPassword(site.id(0), 'Korb.72xQ'));
    expect(item).toMatchObject({ verdict: 'verified', reason: 'password-saved' });
    expect(vault).toMatchObject({ current: 'Korb.72xQ', waiting: null });
  });

  test('… also after a crash', async () => {
    const vault = keepingVault();
    const { job } = await killed((one) => one.setPassword(one.id(0), 'Korb.72xQ'), {
      ...{ folder, part: 'Security/users', vault, specs: [camera], twist: losesAnswer },
      prepare: (one) => actsLate(one, 12_000),
    });
    expect(job.items[0]).toMatchObject({ verdict: 'verified', reason: 'password-saved' });
    expect(vault).toMatchObject({ current: 'Korb.72xQ', waiting: null });
  });
});

describe('another device, never activated, at the address of one that was told to reset', () => {
  const sadp = 'off' as const;
  const specs: readonly DeviceSpec[] = [
    { ...camera, sadp },
    { ...camera, sadp, address: '192.168.1.71', isActivated: false },
  ];
  const swap = ({ device }: LoginSite): void => {
    device(0).state.power = 'off';
    device(1).state.net.address = '192.168.1.70';
  };

  test('is no proof of the reset', async () => {
    const site = await createLoginSite(specs);
    site.wire.twist = lies(resetPath);
    const id = site.byAddress('192.168.1.70');
    const secrets = { all: trainingPassword };
    const job = await site.core.acts.jobs.start({
      ...{
        kind: 'reset',
        items: [{ device: id, params: { mode: 'default' } }],
        passwords: secrets,
      },
    });
    await site.clock.advance(12_000);
    site.device(0).state.power = 'off';
    await site.clock.advance(10_000);
    swap(site);
    const item = await site.item(job);
    expect(item).toMatchObject({ verdict: 'accepted', reason: 'reset-not-seen' });
  });

  test('is no proof of it after a crash either', async () => {
    const { job } = await killed((one) => one.reset(one.id(0), 'default'), {
      ...{ folder, part: resetPath, twist: swallows, vault: keepingVault() },
      specs: specs.map((one) => ({ ...one, sadp: 'on' })),
      meanwhile: (one) => {
        for (const { state } of one.fleet.devices) state.sadp = 'off';
        swap(one);
      },
    });
    expect(job.items[0]).toMatchObject({ verdict: 'unknown', reason: 'other-device' });
  });
});

describe('a configuration, killed while it is given back', () => {
  const restore = async (one: LoginSite): Promise<Job> => {
    const params = await one.wait(backupOf(one.fleet, one.device(0), one.clock));
    const items = [{ device: one.id(0), params }];
    const passwords = { all: trainingPassword };
    return one.core.acts.jobs.start({ kind: 'restore-config', items, passwords });
  };
  const part = 'configurationData';

  test.each([
    ['took it', losesAnswer, 'verified', 'read-back'],
    ['never got it is not said to have accepted it', swallows, 'unknown', 'unverifiable'],
  ] as const)('a device that %s', async (_what, twist, verdict, reason) => {
    const { job } = await killed(restore, {
      ...{ folder, part, twist, vault: keepingVault(), specs: [camera] },
    });
    expect(job.items[0]).toMatchObject({ verdict, reason });
  });
});

test('an answer that is seconds late does not bring the old password back', async () => {
  const vault = createMemoryVault();
  const site = await createLoginSite([camera], { vault });
  const device = site.id(0);
  const session = await site.core.acts.logins.session(site.record(0), {
    password: trainingPassword,
  });
  if ('kind' in session) throw new Error(session.reason);
  site.wire.twist = (request, inner) => {
    site.wire.twist = null;
    return inner
      .request(request)
      .then((answer) => new Promise((resolve) => site.clock.after(6000, () => resolve(answer))));
  };
  const late = session.request({ method: 'GET', path: '/ISAPI/System/deviceInfo' });
  const item = await site.item(await site.setPassword(device, 'Korb.72xQ'));
  expect(item).toMatchObject({ verdict: 'verified', reason: 'password-saved' });
  expect(vault.saved.get(device)?.password).toBe('Korb.72xQ');
  await site.wait(late);
  expect(vault.saved.get(device)?.password).toBe('Korb.72xQ');
  expect(site.core.acts.logins.state(site.record(0))).toBe('proven');
});

import { describe, expect, test } from 'vitest';
import type { ResetNews } from '../../main/services/provisioning/options.ts';
import { trainingPassword } from '../../main/simulator/account.ts';
import type { DeviceSpec } from '../../main/simulator/types.ts';
import { createLoginSite, lies, losesAnswer, swallows } from '../helpers/login-site.ts';

const camera: DeviceSpec = {
  ...{ model: 'DS-2CD2143G2-I', address: '192.168.1.70', uptimeMs: 3_600_000 },
};
const restartPath = 'System/reboot';
const resetPath = 'System/factoryReset';

describe('a restart', () => {
  test.each(['DS-2CD2143G2-I', 'DS-7608NI-K2/8P'])(
    'of a %s is verified by how long it was up',
    async (model) => {
      const site = await createLoginSite([{ ...camera, model }]);
      const item = await site.item(await site.reboot(site.id(0)));
      expect(item).toMatchObject({ verdict: 'verified', reason: 'restarted' });
      expect(site.puts(restartPath)).toBe(1);
    },
  );

  test('is seen without SADP too', async () => {
    const site = await createLoginSite([{ ...camera, sadp: 'off' }]);
    const id = site.byAddress('192.168.1.70');
    expect(await site.item(await site.reboot(id))).toMatchObject({ verdict: 'verified' });
  });

  test('whose answer was lost is verified all the same', async () => {
    const site = await createLoginSite([camera]);
    site.wire.twist = losesAnswer(restartPath);
    expect(await site.item(await site.reboot(site.id(0)))).toMatchObject({ verdict: 'verified' });
    expect(site.puts(restartPath)).toBe(1);
  });

  test('that a device only promises is not believed, also when it has just been started', async () => {
    for (const uptimeMs of [3_600_000, 20_000]) {
      const site = await createLoginSite([{ ...camera, uptimeMs }]);
      site.wire.twist = lies(restartPath);
      const item = await site.item(await site.reboot(site.id(0)));
      expect(item).toMatchObject({ verdict: 'accepted', reason: 'not-applied' });
    }
  });

  test('that never arrived', async () => {
    const site = await createLoginSite([camera]);
    site.wire.twist = swallows(restartPath);
    const item = await site.item(await site.reboot(site.id(0)));
    expect(item).toMatchObject({ verdict: 'no-answer', reason: 'silent' });
  });

  test('from which it does not come back', async () => {
    const site = await createLoginSite([{ ...camera, sadp: 'off', bootMs: 3_600_000 }]);
    const item = await site.item(await site.reboot(site.byAddress('192.168.1.70')));
    expect(item).toMatchObject({ verdict: 'accepted', reason: 'no-read-back' });
  });
});

test('an operator may not restart it, and is told so', async () => {
  const users = [{ name: 'guard', password: trainingPassword, level: 'Operator' }] as const;
  const site = await createLoginSite([{ ...camera, users }]);
  const at = site.clock.now();
  site.core.registry.setBook(
    site.id(0),
    {
      ...{ host: '192.168.1.70', httpPort: 80, isTls: false, commandPort: 8000, userName: 'guard' },
      ...{ origin: 'typed', addedAt: at, pin: null, isBasicAllowed: false, test: null },
    },
    at,
  );
  const item = await site.item(await site.reboot(site.id(0)));
  expect(item).toMatchObject({ verdict: 'refused', reason: 'low-privilege' });
});

describe('a reset', () => {
  test.each([
    ['default', {}, false],
    ['restore', {}, true],
  ] as const)('to %s is seen, with %j', async (mode, more, hasOldPassword) => {
    const site = await createLoginSite([{ ...camera, ...more }]);
    const news: string[] = [];
    const note = ({ variant, jobId }: ResetNews) => `${variant} ${jobId.length > 0}`;
    site.core.acts.hooks.onResetStarted = (reset) => news.push(`started ${note(reset)}`);
    site.core.acts.hooks.onResetEnded = (reset) =>
      news.push(`ended ${note(reset)} ${reset.verdict}`);
    const item = await site.item(await site.reset(site.id(0), mode));
    expect(item).toMatchObject({ verdict: 'verified', reason: 'reset-seen' });
    expect(site.device(0).hasPassword(trainingPassword)).toBe(hasOldPassword);
    expect(item.evidence.some(({ text }) => text.includes('cloud binding is unknown'))).toBe(true);
    expect(news).toEqual([`started ${mode} true`, `ended ${mode} true verified`]);
  });

  test('that a device only promises is not seen', async () => {
    const site = await createLoginSite([camera]);
    site.wire.twist = lies(resetPath);
    const item = await site.item(await site.reset(site.id(0), 'default'));
    expect(item).toMatchObject({ verdict: 'accepted', reason: 'reset-not-seen' });
  });

  test('to default that was only a restart is no reset', async () => {
    const site = await createLoginSite([camera]);
    site.wire.twist = (request, inner) =>
      request.path.includes(resetPath)
        ? inner.request({ ...request, path: '/ISAPI/System/reboot' })
        : null;
    const item = await site.item(await site.reset(site.id(0), 'default'));
    expect(item).toMatchObject({ verdict: 'accepted', reason: 'not-applied' });
  });

  test('that never arrived', async () => {
    const site = await createLoginSite([camera]);
    site.wire.twist = swallows(resetPath);
    const item = await site.item(await site.reset(site.id(0), 'default'));
    expect(item).toMatchObject({ verdict: 'no-answer', reason: 'silent' });
  });

  test('needs the end of the serial', async () => {
    const site = await createLoginSite([camera]);
    const input = { id: site.id(0), mode: 'default', confirmSerial: '0000' } as const;
    const secrets = { all: trainingPassword };
    expect(() => site.core.acts.provisioning.reset(input, secrets)).toThrow('job.serial-mismatch');
  });
});

test('restore to inactive tells the case too', async () => {
  const site = await createLoginSite([{ ...camera, model: 'DS-2CD2385G1-I' }]);
  const news: string[] = [];
  site.core.acts.hooks.onResetStarted = ({ variant }) => news.push(variant);
  site.core.acts.hooks.onResetEnded = ({ verdict }) => news.push(verdict);
  const confirmSerial = site.device(0).serial.slice(-4);
  const job = await site.wait(
    site.core.acts.provisioning.restoreInactive(
      { id: site.id(0), confirmSerial, secrets: {} },
      { all: trainingPassword },
    ),
  );
  await site.item(job);
  expect(news).toEqual(['restore-inactive', 'verified']);
});

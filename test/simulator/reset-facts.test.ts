import { describe, expect, test } from 'vitest';
import type { Core } from '../../main/app/core.ts';
import type { DeviceId } from '../../main/contract/device.ts';
import type { DeviceSpec } from '../../main/simulator/types.ts';
import { createLoginSite, type LoginSite, lies } from '../helpers/login-site.ts';

const camera: DeviceSpec = {
  ...{ model: 'DS-2CD2143G2-I', address: '192.168.1.70', sadp: 'on', cloud: 'bound', bootMs: 2000 },
};
const resetPath = 'factoryReset';

/** As a row shows it, and as the device JSON does. */
function shown({ registry }: Core, id: DeviceId) {
  return [registry.row(id)?.cloudBound, registry.device(id, '')?.cloud.bound];
}

/** A login told it, before anything was reset. */
function tellBound({ core, clock }: LoginSite, id: DeviceId): void {
  const { serial } = core.registry.record(id) ?? {};
  core.registry.learn(id, {
    ...{ source: 'book', adapter: null, at: clock.now(), fromAddress: null },
    facts: { serial: serial ?? null, cloudBound: true },
  });
}

describe('the cloud binding that was read before a reset', () => {
  test('is unknown once the device is seen without a password, whoever reset it', async () => {
    const site = await createLoginSite([camera]);
    const id = site.id(0);
    tellBound(site, id);
    expect(shown(site.core, id)).toEqual([true, true]);
    site.core.registry.see(
      {
        ...{ source: 'sadp', adapter: 'eth0', at: site.clock.now() + 60_000 },
        ...{
          fromAddress: '192.168.1.64',
          facts: { serial: site.record(0).serial, activated: false },
        },
      },
      site.core.sites.currentId,
    );
    expect(shown(site.core, id)).toEqual([null, null]);
  });

  test('is unknown after a factory default that was only promised', async () => {
    const site = await createLoginSite([camera]);
    const id = site.id(0);
    tellBound(site, id);
    site.wire.twist = lies(resetPath);
    const item = await site.item(await site.reset(id, 'default'));
    expect(item).toMatchObject({ verdict: 'accepted', reason: 'reset-not-seen' });
    expect(shown(site.core, id)).toEqual([null, null]);
    tellBound(site, id);
    expect(shown(site.core, id)).toEqual([true, true]);
  });

  test('stays after a reset that was refused', async () => {
    const site = await createLoginSite([camera]);
    const id = site.id(0);
    tellBound(site, id);
    const item = await site.item(
      await site.wait(
        site.core.acts.provisioning.reset(
          { id, mode: 'default', confirmSerial: (site.record(0).serial ?? '').slice(-4) },
          { all: 'Not.right1' },
        ),
      ),
    );
    expect(item).toMatchObject({ verdict: 'wrong-password' });
    expect(shown(site.core, id)).toEqual([true, true]);
  });
});

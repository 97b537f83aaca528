import { describe, expect, test } from 'vitest';
import type { DeviceId } from '../../main/contract/device.ts';
import { trainingPassword } from '../../main/simulator/account.ts';
import type { DeviceSpec } from '../../main/simulator/types.ts';
import { type AppRig, createAppRig } from '../helpers/app-rig.ts';
import { testCrypto, warmUp } from '../helpers/test-crypto.ts';

const recorder: DeviceSpec = { model: 'DS-7732NXI-K4', address: '192.168.1.22', cloud: 'bound' };
const other: DeviceSpec = { ...recorder, address: '192.168.1.23' };

async function heard(devices: readonly DeviceSpec[]): Promise<{ rig: AppRig; ids: DeviceId[] }> {
  await warmUp();
  const rig = createAppRig({ devices, config: { crypto: testCrypto } });
  await rig.ask('discovery.probe', {});
  await rig.clock.advance(3000);
  const { rows } = await rig.ask('devices.snapshot', {});
  return { rig, ids: rows.map(({ id }) => id) };
}

async function unbind(rig: AppRig, ids: DeviceId[]): Promise<void> {
  const job = await rig.ask('devices.unbind', { ids, secrets: { all: trainingPassword } });
  for (let round = 0; round < 600; round += 1) {
    if ((await rig.ask('jobs.get', { id: job.id })).endedAt !== null) break;
    await rig.clock.advance(200);
  }
}

async function unbound(devices: readonly DeviceSpec[]): Promise<{ rig: AppRig; ids: DeviceId[] }> {
  const { rig, ids } = await heard(devices);
  await unbind(rig, ids);
  return { rig, ids };
}

describe('after an unbind', () => {
  test('a closing list is offered for each device, and its reading ticks itself', async () => {
    const { rig, ids } = await unbound([recorder, other]);
    const { offers } = await rig.ask('cases.offers', {});
    expect(offers.map(({ verdict }) => verdict)).toEqual(['verified', 'verified']);
    expect(offers.map(({ device }) => device.id).sort()).toEqual([...ids].sort());
    const device = offers[0]?.device.id ?? ids[0];
    if (device === undefined) throw new Error('no device');
    const opened = await rig.ask('cases.open', { device, kind: 'after-unbind' });
    const left = await rig.ask('cases.offers', {});
    expect(left.offers.map((one) => one.device.id)).not.toContain(device);
    for (let round = 0; round < 4; round += 1) {
      await rig.ask('discovery.probe', {});
      await rig.clock.advance(6000);
    }
    const view = await rig.ask('cases.get', { id: opened.id });
    expect(view.steps[0]).toMatchObject({ id: 'bind-read', state: 'done', by: 'app' });
    expect(view.state).toBe('open');
    for (const step of [
      'owner-list-refreshed',
      'shared-users-removed',
      'two-step-login',
      'passwords-changed',
    ] as const) {
      await rig.ask('cases.step', { id: opened.id, step, state: 'done', note: 'by phone' });
    }
    const done = await rig.ask('cases.get', { id: opened.id });
    expect([done.state, done.outcome]).toEqual(['done', 'unbound-verified']);
    expect((await rig.ask('cases.offers', {})).offers).toHaveLength(1);
    await rig.api.close();
  });

  test.each([
    ['done', recorder],
    // The job could not free it, so there is nothing to tick.
    ['todo', { ...recorder, isCloudOnline: false }],
  ])('a list that was open before is %s by what the job itself read', async (state, device) => {
    const { rig, ids } = await heard([device]);
    const [id] = ids;
    if (id === undefined) throw new Error('no device');
    const list = await rig.ask('cases.open', { device: id, kind: 'after-unbind' });
    await unbind(rig, ids);
    const { steps } = await rig.ask('cases.get', { id: list.id });
    expect(steps.find((step) => step.id === 'bind-read')).toMatchObject({ state });
    await rig.api.close();
  });

  test('what could not be unbound is not offered', async () => {
    const { rig } = await unbound([{ ...recorder, isCloudOnline: false }]);
    expect((await rig.ask('cases.offers', {})).offers).toEqual([]);
    await rig.api.close();
  });
});

import { describe, expect, test } from 'vitest';
import type { DeviceId } from '../../main/contract/device.ts';
import { createTrainingHands } from '../../main/host/training-controls.ts';
import { createFleet } from '../../main/simulator/fleet.ts';
import { createMemoryNetwork } from '../../main/simulator/net.ts';
import type { DeviceSpec } from '../../main/simulator/types.ts';
import { type AppRig, createAppRig } from '../helpers/app-rig.ts';
import { createFakeClock } from '../helpers/fake-clock.ts';

const dome: DeviceSpec = {
  ...{ model: 'DS-2CD2143G2-I', address: '192.168.1.20', cloud: 'bound', bootMs: 50_000 },
};
const recorder: DeviceSpec = { model: 'DS-7732NXI-K4', address: '192.168.1.21' };

const quickTotalMs = 10_000;

function hands(specs: readonly DeviceSpec[]) {
  const clock = createFakeClock();
  const fleet = createFleet({ scenario: specs, seed: 7, startedAt: clock.now() });
  const network = createMemoryNetwork({ fleet, clock });
  const hand = createTrainingHands(fleet, clock);
  const [device] = fleet.devices;
  if (device === undefined) throw new Error('no device');
  const target = { serial: device.serial, mac: null };
  const act = (
    act: 'press-reset-button' | 'power-cycle' | 'unplug' | 'plug-in',
    isQuick = false,
    isOffFirst = true,
  ) => hand.act(target, { act, isQuick, press: { holdMs: 20_000, isOffFirst } });
  return { clock, fleet, network, hand, device, act };
}

describe('the hands of the training site', () => {
  test('press the button as long as the card says; it comes back as from the factory', async () => {
    const { clock, device, act } = hands([dome]);
    const boots = device.state.bootCount;
    expect(act('press-reset-button')).toEqual({ isChanged: true, backAt: clock.now() + 75_000 });
    expect(device.state.power).toBe('off');
    await clock.advance(24_999);
    expect([device.state.power, device.state.isActivated]).toEqual(['off', true]);
    await clock.advance(1);
    expect([device.state.power, device.state.isActivated]).toEqual(['booting', false]);
    await clock.advance(50_000);
    expect([device.isUp, device.address, device.state.bootCount]).toEqual([
      ...[true, '192.168.1.64', boots + 1],
    ]);
    // A button at the device takes nothing away from the account.
    expect([device.state.cloud, device.isBound]).toEqual(['off', true]);
  });

  test('a device that is pressed while it runs stays up until the hold ends', async () => {
    const { clock, device, act } = hands([dome]);
    act('press-reset-button', false, false);
    await clock.advance(19_999);
    expect(device.isUp).toBe(true);
    await clock.advance(1);
    expect(device.isUp).toBe(false);
  });

  test('short times are short, and a restart keeps everything', async () => {
    const { clock, device, act } = hands([dome]);
    const before = device.state.bootedAt;
    act('power-cycle', true);
    expect(device.state.power).toBe('off');
    await clock.advance(quickTotalMs);
    expect([device.isUp, device.state.isActivated, device.address]).toEqual([
      ...[true, true, '192.168.1.20'],
    ]);
    expect(device.state.bootedAt).toBeGreaterThan(before);
  });

  test('the last hand counts, and what is so already is said', async () => {
    const { clock, device, act } = hands([dome]);
    expect(act('plug-in')).toEqual({ isChanged: false, backAt: null });
    act('press-reset-button');
    expect(act('unplug')).toEqual({ isChanged: true, backAt: null });
    expect(act('unplug')).toEqual({ isChanged: false, backAt: null });
    await clock.advance(300_000);
    expect([device.state.power, device.state.isActivated]).toEqual(['off', true]);
    expect(act('plug-in')).toEqual({ isChanged: true, backAt: clock.now() + 50_000 });
    await clock.advance(50_000);
    expect(device.isUp).toBe(true);
  });

  test('close lets go of what is held', async () => {
    const { clock, device, hand, act } = hands([dome]);
    act('press-reset-button');
    hand.close();
    await clock.advance(300_000);
    expect([device.state.power, device.state.isActivated]).toEqual(['off', true]);
  });

  test('a serial nobody has is nobody', () => {
    const { hand } = hands([dome]);
    const press = { holdMs: 1, isOffFirst: true };
    const nobody = { serial: 'NOBODY', mac: '00:00:00:00:00:01' };
    expect(hand.act(nobody, { act: 'unplug', isQuick: false, press })).toBeNull();
  });
});

/** An app over a site; the hands get the site of the rig only when it is there. */
async function trained(devices: readonly DeviceSpec[]): Promise<AppRig> {
  let real: ReturnType<typeof createTrainingHands> | null = null;
  const now = () => {
    if (real === null) throw new Error('the site is not there yet');
    return real;
  };
  const rig = createAppRig({
    devices,
    config: {
      isDemo: true,
      training: {
        isInternetUp: () => now().isInternetUp(),
        setInternet: (isUp) => now().setInternet(isUp),
        act: (target, act) => now().act(target, act),
      },
    },
  });
  real = createTrainingHands(rig.fleet, rig.clock);
  await rig.ask('discovery.probe', {});
  await rig.clock.advance(5000);
  return rig;
}

async function idOf(rig: AppRig, model: string): Promise<DeviceId> {
  const { rows } = await rig.ask('devices.snapshot', {});
  const row = rows.find((one) => one.model === model);
  if (row === undefined) throw new Error(`no ${model}`);
  return row.id;
}

describe('training acts of the core', () => {
  test('outside of the training site there are none, and an act says so', async () => {
    const rig = createAppRig({ devices: [dome] });
    expect(await rig.ask('training.acts', {})).toEqual({
      ...{ deviceActs: [], siteActs: [], isInternetUp: null },
    });
    await expect(rig.ask('training.act', { act: 'internet-off' })).rejects.toThrow('training.off');
  });

  test('the button of a dome, by its row', async () => {
    const rig = await trained([dome, recorder]);
    const device = await idOf(rig, 'DS-2CD2143G2-I');
    const { backAt } = await rig.ask('training.act', { device, act: 'press-reset-button' });
    // Off for 5 s, 20 s as a dome's card says, and its boot.
    expect((backAt ?? 0) - rig.clock.now()).toBeGreaterThan(70_000);
    expect((backAt ?? 0) - rig.clock.now()).toBeLessThanOrEqual(75_000);
    await rig.clock.advance(80_000);
    await rig.ask('discovery.probe', {});
    await rig.clock.advance(5000);
    const { rows } = await rig.ask('devices.snapshot', {});
    const row = rows.find(({ id }) => id === device);
    expect([row?.activated, row?.ipv4Address]).toEqual([false, '192.168.1.64']);
  });

  test('a recorder without a button, a row of nobody, and the router', async () => {
    const rig = await trained([dome, recorder]);
    const device = await idOf(rig, 'DS-7732NXI-K4');
    const act = 'press-reset-button';
    await expect(rig.ask('training.act', { device, act })).rejects.toThrow('training.no-button');
    await rig.ask('book.add', { host: '192.168.1.99', isTested: false });
    const { rows } = await rig.ask('devices.snapshot', {});
    const nobody = rows.find(({ bookHost }) => bookHost !== null);
    if (nobody === undefined) throw new Error('not in the book');
    await expect(rig.ask('training.act', { device: nobody.id, act: 'unplug' })).rejects.toThrow(
      'training.not-simulated',
    );
    expect(await rig.ask('training.act', { act: 'internet-off' })).toEqual({
      ...{ isChanged: true, backAt: null },
    });
    expect((await rig.ask('training.acts', {})).isInternetUp).toBe(false);
    expect((await rig.ask('training.act', { act: 'internet-off' })).isChanged).toBe(false);
  });
});

import { describe, expect, test } from 'vitest';
import type { Job } from '../../main/contract/job.ts';
import type { JobRequest } from '../../main/services/jobs/types.ts';
import { trainingPassword } from '../../main/simulator/account.ts';
import type { SimDevice } from '../../main/simulator/device.ts';
import type { DeviceSpec } from '../../main/simulator/types.ts';
import { type ActRig, createActRig } from '../helpers/act-rig.ts';

const recorder = 'DS-7608NI-K2/8P';
const camera = 'DS-2CD2143G2-I';

function many(count: number, spec: Partial<DeviceSpec> = {}, from = 20): DeviceSpec[] {
  return Array.from({ length: count }, (_, index) => ({
    ...{ model: index % 2 === 0 ? camera : recorder, cloud: 'bound' as const },
    address: `192.168.1.${from + index}`,
    ...spec,
  }));
}

async function unbind(rig: ActRig, patch: Partial<JobRequest> = {}): Promise<string> {
  const items = rig.fleet.devices.map((_, index) => ({
    device: rig.id(index),
    params: { includeUnknown: false },
  }));
  const passwords = { all: trainingPassword };
  const request = { kind: 'unbind' as const, items, passwords, waitForInternet: true, ...patch };
  return (await rig.wait(rig.core.acts.jobs.start(request))).id;
}

function unbinds(device: SimDevice): number {
  return device.commandsHeard.filter(({ types }) => types.startsWith('ezvizUnbind')).length;
}

/** What the word says is what the device is. */
function expectTrue(rig: ActRig, job: Job): void {
  for (const [index, item] of job.items.entries()) {
    const device = rig.device(index);
    if (item.verdict === 'verified' || item.verdict === 'already') {
      expect(device.isBound, item.device.model ?? '').toBe(false);
    }
    expect(unbinds(device)).toBeLessThanOrEqual(1);
  }
}

describe('a bulk unbind', () => {
  test('30 devices of two generations end verified', async () => {
    const rig = await createActRig({ devices: many(30) });
    const job = await rig.ended(await unbind(rig));
    expect(job.counts).toEqual({ verified: 30 });
    expectTrue(rig, job);
  });

  test('a wrong saved password on 30 devices stops after the first answer; none is near a lock', async () => {
    const rig = await createActRig({ devices: many(30) });
    const job = await rig.ended(await unbind(rig, { passwords: { all: 'Saved-wrong-1' } }));
    expect(job.counts).toEqual({ 'wrong-password': 1, skipped: 29 });
    const left = rig.fleet.devices.map(({ attemptsLeft }) => attemptsLeft);
    expect(Math.min(...left)).toBeGreaterThanOrEqual(2);
    const tried = rig.fleet.devices.flatMap((device, at) => (unbinds(device) > 0 ? [at] : []));
    expect(tried).toHaveLength(1);
    const [at = -1] = tried;
    expect(rig.fleet.devices.some((device) => device.isLocked(rig.clock.now()))).toBe(false);
    const row = rig.core.registry.row(rig.id(at));
    expect(row?.attemptsLeft).toBe(rig.device(at).attemptsLeft);
  });

  test('the same wrong password again, run after run, locks nobody either', async () => {
    const rig = await createActRig({ devices: many(6) });
    for (let run = 0; run < 12; run += 1) {
      await rig.ended(await unbind(rig, { passwords: { all: 'Saved-wrong-1' } }));
    }
    for (const device of rig.fleet.devices) expect(device.attemptsLeft).toBeGreaterThanOrEqual(2);
    expect(rig.fleet.devices.map(unbinds)).toEqual([1, 1, 1, 1, 1, 1]);
  });

  test('those without internet wait and go on by themselves when the router arrives', async () => {
    const rig = await createActRig({ devices: many(6) });
    for (const index of [0, 2, 4]) rig.fleet.setCloudOnline(rig.device(index), false);
    const id = await unbind(rig);
    await rig.clock.advance(60_000);
    const waiting = rig.core.acts.jobs.get(id);
    expect(waiting.counts).toEqual({ verified: 3, 'waiting-internet': 3 });
    for (const index of [0, 2, 4]) rig.fleet.setCloudOnline(rig.device(index), true);
    await rig.clock.advance(60_000);
    const job = rig.core.acts.jobs.get(id);
    expect(job).toMatchObject({ state: 'done', counts: { verified: 6 } });
    expectTrue(rig, job);
  });

  test('garbled, echoed and old answers never make good news', async () => {
    const acts = ['garbled', 'echo', 'echo-match', 'older-uuid', 'lies', 'other-mac'] as const;
    const devices = acts.map((act, index) => ({
      ...{ model: recorder, cloud: 'bound' as const, address: `192.168.1.${40 + index}` },
      acts: [{ act, on: ['ezvizUnbind'], isDone: false }],
    }));
    const rig = await createActRig({ devices });
    const job = await rig.ended(await unbind(rig));
    for (const item of job.items) expect(item.verdict).not.toBe('verified');
    expectTrue(rig, job);
  });

  test('no secret is in the database, the log, the events or the audit', async () => {
    const rig = await createActRig({ devices: many(3) });
    const job = await rig.ended(await unbind(rig, { passwords: { all: 'Wrong-S3cret-77' } }));
    await rig.ended(await unbind(rig));
    const { jobs, audit, lockouts } = rig.store.acts;
    const all = JSON.stringify([
      ...[rig.events, rig.log.lines, jobs.get(job.id), audit.list({ limit: 1000 })],
      lockouts.changedSince(0).map((row) => ({ ...row, salt: null })),
    ]);
    expect(all).not.toContain('Wrong-S3cret-77');
    expect(all).not.toContain(trainingPassword);
    expect(audit.verify().isIntact).toBe(true);
  });
});

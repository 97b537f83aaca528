import { describe, expect, test } from 'vitest';
import { createAppRig } from '../../helpers/app-rig.ts';
import { createMemoryStore } from '../../helpers/memory-store.ts';
import { testCrypto, warmUp } from '../../helpers/test-crypto.ts';

const device = { model: 'DS-7608NI-K2/8P', address: '192.168.1.70', cloud: 'bound' } as const;

async function rigOf() {
  await warmUp();
  const store = createMemoryStore();
  const config = { crypto: testCrypto, operator: { user: 'ann', machine: 'laptop' } };
  const rig = createAppRig({ devices: [device], store, config });
  await rig.ask('discovery.probe', {});
  await rig.clock.advance(2000);
  const [found] = (await rig.ask('devices.list', {})).devices;
  if (found === undefined) throw new Error('the device was not found');
  return { ...rig, id: found.id };
}

describe('the audit', () => {
  test('has a line before and one after each call that goes on the wire, and none for reading', async () => {
    const rig = await rigOf();
    await rig.ask('settings.get', {});
    const { lines } = await rig.ask('audit.list', {});
    expect(lines.map(({ what }) => what)).toEqual([
      'discovery.probe finished',
      'discovery.probe begun',
    ]);
    expect(lines[0]).toMatchObject({ user: 'ann', machine: 'laptop', host: 'test' });
    expect(await rig.ask('audit.verify', {})).toEqual({ isIntact: true, lines: 2, brokenAt: null });
  });

  test('of a job holds no secret, and the job is told as it goes', async () => {
    const rig = await rigOf();
    const secrets = { all: 'Wrong-S3cret-77' };
    const started = await rig.ask('devices.unbind', { ids: [rig.id], secrets });
    await rig.clock.advance(60_000);
    const job = await rig.ask('jobs.get', { id: started.id });
    expect(job).toMatchObject({ state: 'done', counts: { 'wrong-password': 1 } });
    const told = rig.events.filter(({ name }) => name === 'jobs.changed');
    expect(told.at(-1)?.payload).toMatchObject({ id: job.id, state: 'done' });
    const { lines } = await rig.ask('audit.list', { jobId: job.id });
    expect(lines.map(({ what }) => what)).toEqual([
      ...['job.unbind finished', 'item.unbind finished', 'item.unbind begun', 'job.unbind begun'],
    ]);
    const all = JSON.stringify([rig.events, rig.log.lines, job, await rig.ask('audit.list', {})]);
    expect(all).not.toContain(secrets.all);
    const { row } = await rig.ask('devices.get', { id: rig.id });
    expect(row.attemptsLeft).toBe(4);
  });

  test('that cannot be written keeps changes back, and lets look', async () => {
    const rig = await rigOf();
    const { audit } = rig.store.acts;
    const append = audit.append.bind(audit);
    audit.append = () => {
      throw new Error('disk full');
    };
    const secrets = { all: 'Untether2026!' };
    const refused = await rig.api.call('devices.unbind', { ids: [rig.id], secrets });
    expect(refused.ok).toBe(false);
    await rig.clock.advance(20_000);
    expect(rig.fleet.devices[0]?.commandsHeard).toEqual([]);
    expect(await rig.ask('discovery.probe', {})).toMatchObject({ isRunning: true });
    audit.append = append;
    expect((await rig.ask('jobs.list', {})).jobs).toEqual([]);
  });
});

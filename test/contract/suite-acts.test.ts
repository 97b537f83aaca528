import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { DeviceRow } from '../../main/contract/device.ts';
import { events } from '../../main/contract/events.ts';
import type { Job } from '../../main/contract/job.ts';
import { type MethodName, type MethodOutput, methods } from '../../main/contract/methods.ts';
import { trainingPassword } from '../../main/simulator/account.ts';
import { type Carrier, carriers } from './hosts.ts';

// Whole processes are started here, on whatever else the machine is doing.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** Runs on devices, the same over every wire; the small shop's devices are at the other end. */
describe.each(carriers)('acts: %s', (_name, start) => {
  let carrier: Carrier;
  let rows: readonly DeviceRow[] = [];
  const heard: Job[] = [];

  async function ask<M extends MethodName>(method: M, input: unknown = {}) {
    const envelope = await carrier.call(method, input);
    if (!envelope.ok) throw new Error(`${method}: ${JSON.stringify(envelope.error)}`);
    return methods[method].output.parse(envelope.data) as MethodOutput<M>;
  }

  async function refused(method: MethodName, input: unknown) {
    const envelope = await carrier.call(method, input);
    if (envelope.ok) throw new Error(`${method} was not refused`);
    return envelope.error;
  }

  function device(model: string): DeviceRow {
    const found = rows.find((row) => row.model === model);
    if (found === undefined) throw new Error(`${model} is not in the list`);
    return found;
  }

  async function ended(id: string): Promise<Job> {
    const isEnded = async () => (await ask('jobs.get', { id })).endedAt !== null;
    await expect.poll(isEnded, { timeout: 50_000, interval: 200 }).toBe(true);
    return await ask('jobs.get', { id });
  }

  const secrets = { all: trainingPassword };

  beforeAll(async () => {
    carrier = await start();
    carrier.subscribe((event) => {
      if (event.name !== 'jobs.changed') return;
      events[event.name].parse(event.payload);
      heard.push(event.payload);
    });
    await ask('discovery.probe');
    const allListed = async () => {
      ({ rows } = await ask('devices.snapshot'));
      expect(rows.length).toBeGreaterThanOrEqual(6);
    };
    await vi.waitFor(allListed, { timeout: 10_000, interval: 100 });
  });
  afterAll(() => carrier?.close());

  test('a pre-flight shows a light for every device and sends no password', async () => {
    const ids = rows.map(({ id }) => id);
    const { lines } = await ask('jobs.preflight', { kind: 'unbind', ids });
    expect(lines.map((line) => line.device.id)).toEqual(ids);
    for (const line of lines) expect(line.light === 'ready').toBe(line.verdict === null);
    expect((await ask('jobs.list')).jobs).toEqual([]);
  });

  test('an address is changed, seen again on the wire, told by events, and put back', async () => {
    const camera = device('DS-2CD2385G1-I');
    const { row } = await ask('network.check', {
      id: camera.id,
      edit: { ipv4Address: '192.168.1.150' },
    });
    expect(row.problems.filter(({ level }) => level === 'stop')).toEqual([]);
    const changes = [{ id: camera.id, edit: { ipv4Address: '192.168.1.150' } }];
    const begun = await ask('network.set', { changes, secrets });
    expect(begun.items.map((item) => item.device.id)).toEqual([camera.id]);
    const job = await ended(begun.id);
    expect(job.items[0]).toMatchObject({
      verdict: 'verified',
      after: { ipv4Address: '192.168.1.150' },
    });
    expect(job.canUndo).toBe(true);
    await expect
      .poll(() => heard.some(({ id, state }) => id === job.id && state === 'done'))
      .toBe(true);
    const undone = await ended((await ask('jobs.undo', { id: job.id, secrets })).id);
    expect(undone.items[0]).toMatchObject({
      verdict: 'verified',
      after: { ipv4Address: '192.168.1.101' },
    });
    expect(undone.undoOf).toBe(job.id);
    expect((await refused('jobs.undo', { id: job.id, secrets })).code).toBe('job.nothing-to-undo');
  });

  test('a wrong password is told with the tries that are left, and is not sent twice', async () => {
    const { id } = device('DS-2CD2345FWD-I');
    const changes = [{ id, edit: { httpPort: 8080 } }];
    const wrong = { all: 'Wrong1234' };
    const [first] = (await ended((await ask('network.set', { changes, secrets: wrong })).id)).items;
    expect(first).toMatchObject({ verdict: 'wrong-password', attemptsLeft: expect.any(Number) });
    const [second] = (await ended((await ask('network.set', { changes, secrets: wrong })).id))
      .items;
    expect(second).toMatchObject({ verdict: 'skipped', reason: 'same-password' });
    expect(second?.attemptsLeft).toBe(first?.attemptsLeft);
  });

  test('a recorder is unbound and verified; a second run finds nothing to do', async () => {
    const { id } = device('DS-7608NI-K2/8P');
    const job = await ended((await ask('devices.unbind', { ids: [id], secrets })).id);
    expect(job.items[0]).toMatchObject({ verdict: 'verified' });
    const again = await ended((await ask('devices.unbind', { ids: [id], secrets })).id);
    expect(again.items[0]).toMatchObject({ verdict: 'already', reason: 'not-bound' });
  });

  test('a run is paused, seen so, and cancelled', async () => {
    const ids = [device('DS-2CD2345FWD-I').id, device('I81EM').id];
    const begun = await ask('devices.locate', { ids });
    const paused = await carrier.call('jobs.pause', { id: begun.id });
    // A lamp is quick: the run may be over before the pause comes, and that is said.
    if (!paused.ok) expect(paused.error.code).toBe('job.not-resumable');
    else await carrier.call('jobs.cancel', { id: begun.id });
    const job = await ended(begun.id);
    expect(['done', 'cancelled']).toContain(job.state);
    for (const item of job.items) expect(item.verdict).not.toBeNull();
    expect((await refused('jobs.resume', { id: job.id })).code).toBe('job.not-resumable');
  });

  test('no password and nothing made from it is in a run, an event or the audit', async () => {
    const { jobs } = await ask('jobs.list');
    const whole = await Promise.all(jobs.map(({ id }) => ask('jobs.get', { id })));
    const { lines } = await ask('audit.list');
    const text = JSON.stringify([jobs, whole, heard, lines]);
    for (const secret of [trainingPassword, 'Wrong1234']) expect(text).not.toContain(secret);
    expect(lines.length).toBeGreaterThan(jobs.length);
  });

  test('the audit is intact, and a run prints as a page without script', async () => {
    expect(await ask('audit.verify')).toMatchObject({ isIntact: true, brokenAt: null });
    const [newest] = (await ask('jobs.list')).jobs;
    const { html } = await ask('jobs.print', { id: newest?.id, locale: 'it' });
    expect(html).toContain('<html');
    expect(html).not.toMatch(/<script|onload=|javascript:/i);
  });

  test('a dismissed run stays in the list, marked', async () => {
    const [newest] = (await ask('jobs.list')).jobs;
    await ask('jobs.dismiss', { id: newest?.id });
    expect((await ask('jobs.get', { id: newest?.id })).isDismissed).toBe(true);
  });

  test.each([
    ['jobs.get', { id: 'nobody' }, 'job.not-found'],
    ['jobs.resume', { id: 'nobody' }, 'job.not-found'],
    ['network.readPlan', { csv: 'a,b\n1,2\n' }, 'job.bad-plan'],
    ['devices.unbind', { ids: ['nobody'], secrets: {} }, 'device.not-found'],
    ['devices.locate', { ids: ['nobody'] }, 'device.not-found'],
    ['devices.unbind', { ids: ['x'], secrets: {}, override: 'yes' }, 'input.invalid'],
    ['network.set', { changes: [], secrets: {} }, 'input.invalid'],
  ] as const)('%s with %j answers %s', async (method, input, code) => {
    expect((await refused(method, input)).code).toBe(code);
  });

  test('without a password nothing is begun', async () => {
    const before = (await ask('jobs.list')).jobs.length;
    const error = await refused('devices.unbind', { ids: [device('I81EM').id], secrets: {} });
    expect([error.code, error.params]).toEqual(['job.needs-password', { devices: 1 }]);
    expect((await ask('jobs.list')).jobs.length).toBe(before);
  });

  test('a refused input never repeats a password', async () => {
    const error = await refused('devices.activate', {
      ids: [device('DS-2CD2143G2-I').id],
      secrets: { all: 'Untether2026!', other: 'Secret-in-a-key' },
    });
    expect(error.code).toBe('input.invalid');
    expect(JSON.stringify(error)).not.toMatch(/Untether2026!|Secret-in-a-key/);
  });
});

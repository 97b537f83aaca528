import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { errorCodes } from '../../main/contract/errors.ts';
import { type AppEvent, events } from '../../main/contract/events.ts';
import { type MethodName, type MethodOutput, methods } from '../../main/contract/methods.ts';
import type { Envelope } from '../../main/contract/result.ts';
import { type Carrier, carriers } from './hosts.ts';

// Whole processes are started here, on whatever else the machine is doing.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const readers = [
  'app.info',
  'devices.snapshot',
  'devices.list',
  'devices.events',
  'discovery.status',
  'sweep.status',
  'sites.list',
  'settings.get',
  'layout.get',
] as const satisfies readonly MethodName[];

describe.each(carriers)('%s', (_name, start) => {
  let carrier: Carrier;
  const heard: AppEvent[] = [];

  beforeAll(async () => {
    carrier = await start();
    carrier.subscribe((event) => heard.push(event));
  }, 30_000);
  afterAll(() => carrier?.close());

  async function ask<M extends MethodName>(method: M, input: unknown = {}) {
    const envelope = await carrier.call(method, input);
    if (!envelope.ok) throw new Error(`${method}: ${JSON.stringify(envelope.error)}`);
    return methods[method].output.parse(envelope.data) as MethodOutput<M>;
  }

  async function refused(method: unknown, input?: unknown) {
    const envelope: Envelope<unknown> = await carrier.call(method, input);
    if (envelope.ok) throw new Error(`${String(method)} was not refused`);
    return envelope.error;
  }

  /** The first event, heard already or to come, that fits. */
  async function event(fits: (event: AppEvent) => boolean): Promise<AppEvent> {
    const found = heard.find(fits);
    if (found !== undefined) return found;
    return new Promise((done) => {
      const stop = carrier.subscribe((next) => {
        if (!fits(next)) return;
        stop();
        done(next);
      });
    });
  }

  const named = (name: string) => (each: AppEvent) =>
    each.name === 'devices.changed' && each.payload.upserts.some((row) => row.name === name);

  test.each(readers)('%s answers what the contract says', async (method) => {
    await ask(method);
  });

  test('says which host it is', async () => {
    const info = await ask('app.info');
    expect(info.host).toBe(carrier.host);
    expect(info.bytesOutsideLan).toBe(0);
  });

  test('finds devices, and tells of them by events without a gap', async () => {
    await ask('discovery.probe');
    await event((each) => each.name === 'devices.changed' && each.payload.upserts.length > 0);
    await expect
      .poll(async () => (await ask('devices.list')).devices.length, { timeout: 8000 })
      .toBeGreaterThanOrEqual(5);
    const snapshot = await ask('devices.snapshot');
    expect(snapshot.rows.length).toBeGreaterThanOrEqual(5);
    const numbers = heard.map((each) => each.seq);
    expect(numbers.length).toBeGreaterThan(0);
    expect(numbers).toEqual(numbers.map((_each, index) => (numbers[0] ?? 0) + index));
    for (const each of heard) events[each.name].parse(each.payload);
  });

  test('a device is edited, found by its name, removed and restored', async () => {
    const { devices } = await ask('devices.list');
    const id = devices[0]?.id;
    await ask('devices.edit', { id, name: 'Gate, north' });
    await event(named('Gate, north'));
    expect((await ask('devices.find', { wanted: 'Gate, north' })).device.id).toBe(id);
    expect((await ask('devices.get', { id })).row.name).toBe('Gate, north');
    await ask('devices.remove', { ids: [id] });
    await event(
      (each) => each.name === 'devices.changed' && each.payload.removed.includes(id as never),
    );
    expect((await ask('devices.list')).devices.map((each) => each.id)).not.toContain(id);
    await ask('devices.restore', { ids: [id] });
    expect((await ask('devices.list')).devices.map((each) => each.id)).toContain(id);
  });

  test('sites: made, used, named, refused twice', async () => {
    const made = await ask('sites.create', { name: 'Hotel Aurora' });
    expect((await refused('sites.create', { name: 'Hotel Aurora' })).code).toBe('site.name-taken');
    const before = (await ask('sites.list')).sites.find((site) => site.isCurrent);
    expect((await ask('sites.use', { id: made.id })).isCurrent).toBe(true);
    await event((each) => each.name === 'site.changed' && each.payload.id === made.id);
    await ask('sites.use', { id: before?.id });
    expect((await ask('sites.rename', { id: made.id, name: 'Aurora' })).name).toBe('Aurora');
    // One that was never in use: devices may have been heard while the other was.
    const empty = await ask('sites.create', { name: 'Store room' });
    await ask('sites.delete', { id: empty.id });
    expect((await refused('sites.use', { id: empty.id })).code).toBe('site.not-found');
  });

  test('a setting is kept and told', async () => {
    await ask('settings.set', { theme: 'contrast' });
    await event((each) => each.name === 'settings.changed' && each.payload.theme === 'contrast');
    expect((await ask('settings.get')).theme).toBe('contrast');
  });

  test('a list comes out as a file', async () => {
    const file = await ask('devices.export', { format: 'csv', locale: 'en' });
    expect(Buffer.from(file.base64, 'base64').toString('utf8').split('\n').length).toBeGreaterThan(
      3,
    );
  });

  test('a table file of several megabytes goes in, as a workbook too', async () => {
    const big = Buffer.from(`serial,ip\n${'x,192.168.1.9\n'.repeat(200_000)}`);
    const read = await ask('table.read', { base64: big.toString('base64') });
    expect([read.text.length, read.encoding, read.sheet]).toEqual([big.length, 'utf-8', null]);
    const file = await ask('devices.export', { format: 'xlsx', locale: 'en' });
    const own = await ask('table.read', { base64: file.base64 });
    expect([own.encoding, own.otherSheets]).toEqual([null, []]);
    expect(own.text).toContain('Subnet Mask');
    expect((await refused('table.read', { base64: 'UEsDBA==' })).code).toBe('table.damaged');
    expect((await refused('table.read', { base64: '!' })).code).toBe('input.invalid');
  });

  test.each([
    ['devices.nothing', {}],
    ['', {}],
    ['__proto__', {}],
    ['constructor', {}],
    ['toString', {}],
    ['../devices.list', {}],
  ])('method %j is unknown', async (method, input) => {
    expect((await refused(method, input)).code).toBe('input.unknown-method');
  });

  test.each([
    ['devices.get', {}],
    ['devices.get', { id: '' }],
    ['devices.get', { id: 7 }],
    ['devices.list', { more: 1 }],
    ['devices.list', []],
    ['devices.list', 'text'],
    ['devices.remove', { ids: [] }],
    ['sites.create', { name: '   ' }],
    ['settings.set', { theme: 'pink' }],
    ['layout.set', { order: [] }],
  ])('%s with %j is refused', async (method, input) => {
    const error = await refused(method, input);
    expect(error.code).toBe('input.invalid');
    expect(error.params['fields']).toBeTypeOf('string');
  });

  test.each([
    ['devices.get', { id: 'nobody' }, 'device.not-found'],
    ['devices.find', { wanted: 'nobody-at-all' }, 'device.not-found'],
    ['sites.use', { id: 'nowhere' }, 'site.not-found'],
    ['sweep.start', { cidr: 'rubbish' }, 'input.bad-cidr'],
    ['sweep.start', { cidr: '8.8.8.0/24' }, 'input.public-range'],
    ['sweep.cancel', {}, 'sweep.not-found'],
  ])('%s with %j answers %s', async (method, input, code) => {
    const error = await refused(method, input);
    expect(error).toMatchObject({ code, message: expect.any(String) });
    expect(errorCodes).toContain(error.code);
    expect(error.ref).toMatch(/^\w{4,}$/);
    expect(JSON.stringify(error)).not.toMatch(/\n\s+at |\.ts:\d|node_modules/);
  });

  test('many calls at once are all answered', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_each, index) =>
        carrier.call(index % 2 === 0 ? 'settings.get' : 'devices.list', {}),
      ),
    );
    expect(answers.every((envelope) => envelope.ok)).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { methods } from '../../../main/contract/methods.ts';
import { createAppRig, inTime } from '../../helpers/app-rig.ts';
import { createMemoryStore } from '../../helpers/memory-store.ts';

const long = 'x'.repeat(5000);
const layout = { order: [], hidden: [], widths: {}, sort: [], savedFilters: [] };

/** What a wire may bring: method, input, code, and what the person must read of the field. */
const bad: readonly (readonly [unknown, unknown, string, string])[] = [
  [undefined, {}, 'input.unknown-method', 'undefined'],
  [null, {}, 'input.unknown-method', 'object'],
  [42, {}, 'input.unknown-method', 'number'],
  ['', {}, 'input.unknown-method', ''],
  ['devices', {}, 'input.unknown-method', 'devices'],
  ['toString', {}, 'input.unknown-method', 'toString'],
  ['__proto__', {}, 'input.unknown-method', '__proto__'],
  ['constructor', {}, 'input.unknown-method', 'constructor'],
  ['devices.get', null, 'input.invalid', 'input (must be an object)'],
  ['devices.get', 'id', 'input.invalid', 'input (must be an object)'],
  ['devices.get', [], 'input.invalid', 'input (must be an object)'],
  ['devices.get', {}, 'input.invalid', 'id (is missing)'],
  ['devices.get', { id: 7 }, 'input.invalid', 'id (must be text)'],
  ['devices.get', { id: '' }, 'input.invalid', 'id (must not be empty)'],
  ['devices.get', { id: long }, 'input.invalid', 'id (must have at most 80 characters)'],
  ['devices.get', { id: 'a', extra: 1 }, 'input.invalid', 'extra (is not known)'],
  ['devices.snapshot', { all: true }, 'input.invalid', 'all (is not known)'],
  ['devices.list', { includeRemoved: 'yes' }, 'input.invalid', 'includeRemoved (must be true or false)'],
  ['devices.find', { wanted: '   ' }, 'input.invalid', 'wanted (must not be empty)'],
  ['devices.edit', { id: 'a', kind: 'drone' }, 'input.invalid', 'kind (must be one of camera, recorder'],
  ['devices.edit', { id: 'a', note: long }, 'input.invalid', 'note (must have at most 4000 characters)'],
  ['devices.remove', { ids: [] }, 'input.invalid', 'ids (must not be empty)'],
  ['devices.remove', { ids: ['a', 3] }, 'input.invalid', 'ids.1 (must be text)'],
  ['devices.events', { limit: 0 }, 'input.invalid', 'limit (must be at least 1)'],
  ['devices.events', { limit: 1e9 }, 'input.invalid', 'limit (must be at most 1000)'],
  ['devices.events', { limit: 1.5 }, 'input.invalid', 'limit (must be a whole number)'],
  ['devices.export', { format: 'pdf', locale: 'en' }, 'input.invalid', 'format (must be one of csv, xlsx, json)'],
  ['devices.export', { format: 'csv', locale: 'de' }, 'input.invalid', 'locale (must be one of en, it, es)'],
  ['discovery.setAdapter', { id: 'eth0', enabled: 1 }, 'input.invalid', 'enabled (must be true or false)'],
  ['sweep.start', { cidr: '192.168.1.0/99' }, 'input.bad-cidr', '192.168.1.0/99'],
  ['sweep.start', { cidr: '8.8.8.0/24' }, 'input.public-range', '8.8.8.0/24'],
  ['sweep.start', { cidr: '10.0.0.0/8' }, 'input.cidr-too-large', '10.0.0.0/8'],
  ['sweep.cancel', {}, 'sweep.not-found', ''],
  ['sites.create', { name: long }, 'input.invalid', 'name (must have at most 120 characters)'],
  ['sites.use', { id: 'nowhere' }, 'site.not-found', 'nowhere'],
  ['settings.set', { theme: 'pink', adapters: {} }, 'input.invalid', 'adapters (is not known)'],
  ['layout.set', { ...layout, widths: { model: 9999 } }, 'input.invalid', 'widths.model (must be at most 800)'],
  ['layout.set', { ...layout, order: [7] }, 'input.invalid', 'order.0 (must be text)'],
  ['devices.get', { id: 'a' }, 'device.not-found', 'a'],
]; // biome-ignore format: one case a line

describe('bad input at the door', () => {
  it.each(bad)('%j %j is %s', async (method, input, code, shown) => {
    const rig = createAppRig();
    const envelope = await inTime(rig.clock, rig.api.callUnknown(method, input));
    if (envelope.ok) throw new Error('it was accepted');
    const { error } = envelope;
    expect(error.code).toBe(code);
    expect(error.ref).toMatch(/^[0-9a-f]{8}$/);
    expect(error.message).not.toContain('{{');
    expect(Object.values(error.params).join(' ')).toContain(shown);
    expect(JSON.stringify(envelope).length).toBeLessThan(1500);
    expect(rig.log.lines.some(({ fields }) => fields['ref'] === error.ref)).toBe(true);
    expect(rig.network.sent).toEqual([]);
  });

  it('lists many faults shortly', async () => {
    const rig = createAppRig();
    const input = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`k${index}`, 1]));
    const envelope = await rig.api.callUnknown('app.info', input);
    expect(envelope).toMatchObject({
      error: { params: { fields: expect.stringMatching(/k4 .*and 35 more/) } },
    });
  });

  it('takes no input for the empty input', async () => {
    const rig = createAppRig();
    expect(await rig.api.callUnknown('settings.get', undefined)).toMatchObject({ ok: true });
  });
});

describe('every method', () => {
  it('answers with an envelope to nonsense and never rejects', async () => {
    const nonsense = [null, 0, 'x', [], { a: { b: 1 } }, Symbol.iterator, () => 1];
    for (const method of Object.keys(methods)) {
      for (const input of nonsense) {
        const rig = createAppRig();
        const envelope = await inTime(rig.clock, rig.api.callUnknown(method, input));
        expect(envelope).toMatchObject({ ok: false, error: { code: 'input.invalid' } });
      }
    }
  });
});

describe('what goes wrong behind the door', () => {
  it('becomes internal.unexpected with a reference that is in the log, with the stack', async () => {
    const store = createMemoryStore();
    const rig = createAppRig({ store });
    store.settings.layout = () => {
      throw new TypeError('cannot read /home/mario/untether.db');
    };
    const envelope = await rig.api.callUnknown('layout.get', {});
    if (envelope.ok) throw new Error('it worked');
    expect(envelope.error).toMatchObject({
      ...{ code: 'internal.unexpected', params: {} },
      detail: 'TypeError: cannot read ~/untether.db',
    });
    const line = rig.log.lines.find(({ fields }) => fields['ref'] === envelope.error.ref);
    expect(line).toMatchObject({ level: 'error', fields: { method: 'layout.get' } });
    expect(line?.fields['stack']).toContain('dispatch');
  });

  it('an answer outside the contract is an error in tests and a log line in production', async () => {
    for (const isStrict of [true, false]) {
      const store = createMemoryStore();
      const rig = createAppRig({ store, config: { isStrict } });
      const { layout: read } = store.settings;
      store.settings.layout = (id) => ({ ...read(id), order: [7 as unknown as string] });
      expect((await rig.api.callUnknown('layout.get', {})).ok).toBe(!isStrict);
      expect(rig.log.lines.some(({ level }) => level === 'error')).toBe(true);
    }
  });
});

describe('calls that put packets on the wire', () => {
  it('leave a line before and one after, with one reference and the outcome', async () => {
    const rig = createAppRig();
    await rig.ask('discovery.probe', {});
    await rig.api.callUnknown('sweep.start', { cidr: 'x' });
    await rig.ask('devices.list', {});
    const lines = rig.log.lines.filter(({ message }) => / (begins|ends)$/.test(message));
    expect(lines.map(({ message, fields }) => [message, fields['outcome']])).toEqual([
      ['discovery.probe begins', undefined],
      ['discovery.probe ends', 'ok'],
      ['sweep.start begins', undefined],
      ['sweep.start ends', 'input.bad-cidr'],
    ]);
    expect(new Set(lines.map(({ fields }) => fields['ref'])).size).toBe(2);
  });
});

describe('closing', () => {
  it('refuses calls, closes once, and leaves no timer running', async () => {
    const rig = createAppRig({ config: { discovery: 'continuous' } });
    await rig.clock.advance(5000);
    await rig.api.call('sweep.start', { cidr: '192.168.1.0/24' });
    await Promise.all([rig.api.close(), rig.api.close()]);
    expect(await rig.api.callUnknown('devices.list', {})).toMatchObject({
      error: { code: 'host.closing' },
    });
    await rig.clock.advance(5000);
    expect(rig.clock.pending).toBe(0);
    expect(rig.store.isClosed).toBe(true);
    const sent = rig.network.sent.length;
    await rig.clock.advance(60_000);
    expect(rig.network.sent.length).toBe(sent);
  });
});

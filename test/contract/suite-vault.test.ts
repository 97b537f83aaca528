import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { DeviceRow } from '../../main/contract/device.ts';
import { events } from '../../main/contract/events.ts';
import { type MethodName, type MethodOutput, methods } from '../../main/contract/methods.ts';
import type { VaultState } from '../../main/contract/methods-vault.ts';
import { type Carrier, carriers } from './hosts.ts';

// Whole processes are started here, on whatever else the machine is doing.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const passphrase = 'seven blue ladders';
const next = 'eight green ladders';
const password = 'Saved.72xQ-secret';

/** The vault, the same over every wire. */
describe.each(carriers)('vault: %s', (_name, start) => {
  let carrier: Carrier;
  let rows: readonly DeviceRow[] = [];
  const heard: VaultState[] = [];
  const answers: string[] = [];

  async function call(method: MethodName, input: unknown) {
    const envelope = await carrier.call(method, input);
    answers.push(JSON.stringify(envelope));
    return envelope;
  }

  async function ask<M extends MethodName>(method: M, input: unknown = {}) {
    const envelope = await call(method, input);
    if (!envelope.ok) throw new Error(`${method}: ${JSON.stringify(envelope.error)}`);
    return methods[method].output.parse(envelope.data) as MethodOutput<M>;
  }

  async function refused(method: MethodName, input: unknown = {}): Promise<string> {
    const envelope = await call(method, input);
    return envelope.ok ? 'not refused' : envelope.error.code;
  }

  function first(): DeviceRow {
    const [row] = rows;
    if (row === undefined) throw new Error('no device');
    return row;
  }

  beforeAll(async () => {
    carrier = await start();
    carrier.subscribe((event) => {
      if (event.name !== 'vault.changed') return;
      heard.push(events[event.name].parse(event.payload));
    });
    await ask('discovery.probe');
    const allListed = async () => {
      ({ rows } = await ask('devices.snapshot'));
      expect(rows.length).toBeGreaterThanOrEqual(6);
    };
    await vi.waitFor(allListed, { timeout: 10_000, interval: 100 });
  });
  afterAll(() => carrier?.close());

  test('without one, everything says so', async () => {
    expect(await ask('vault.status')).toMatchObject({ exists: false, isLocked: true });
    expect(await refused('vault.list')).toBe('vault.none');
    expect(await refused('vault.unlock', { passphrase })).toBe('vault.none');
    const target = { scope: 'device', device: first().id };
    expect(await refused('vault.save', { target, password })).toBe('vault.none');
    const { known } = await ask('vault.knows', { ids: [first().id] });
    expect(known).toEqual([{ id: first().id, scope: null, userName: null, provenAt: null }]);
  });

  test('is set up once, with a passphrase that is long enough', async () => {
    expect(await refused('vault.init', {})).toBe('input.invalid');
    expect(await refused('vault.init', { passphrase: 'short' })).toBe('vault.passphrase-short');
    expect(await ask('vault.init', { passphrase })).toMatchObject({
      ...{ exists: true, isLocked: false, idleMinutes: 15 },
      boxes: [{ id: 'passphrase', kind: 'passphrase' }],
    });
    expect(await refused('vault.init', { passphrase })).toBe('vault.exists');
    await expect.poll(() => heard.at(-1)?.isLocked, { timeout: 5000 }).toBe(false);
  });

  test('keeps logins of devices, sites and groups and shows no password', async () => {
    const { id } = first();
    const { site } = await ask('devices.snapshot');
    await ask('vault.save', { target: { scope: 'device', device: id }, password, label: 'Gate' });
    await ask('vault.save', { target: { scope: 'site', id: site.id }, password });
    await ask('vault.save', { target: { scope: 'group', id: 'lobby' }, password });
    await ask('vault.setGroup', { ids: [id], group: 'lobby' });
    const missing = { scope: 'site', id: 'no-such-site' };
    expect(await refused('vault.save', { target: missing, password })).toBe('site.not-found');
    const stranger = { scope: 'device', device: 'nobody' };
    expect(await refused('vault.save', { target: stranger, password })).toBe('device.not-found');
    const nobody = { ids: [id, 'nobody'], group: 'lobby' };
    expect(await refused('vault.setGroup', nobody)).toBe('device.not-found');
    const { credentials, damaged } = await ask('vault.list');
    expect(credentials.map(({ scope, device }) => [scope, device]).sort()).toEqual([
      ['device', id],
      ['group', null],
      ['site', null],
    ]);
    expect(damaged).toEqual([]);
    const status = await ask('vault.status');
    expect(status.credentials).toMatchObject({ devices: 1, sites: 1, groups: 1 });
    const { known } = await ask('vault.knows', { ids: rows.map((row) => row.id) });
    const scopes = known.map(({ scope }) => scope);
    expect(scopes[0]).toBe('device');
    expect(new Set(scopes.slice(1))).toEqual(new Set(['site']));
    const { rows: shown } = await ask('devices.snapshot');
    expect(shown.find((row) => row.id === id)?.login).toBe('untested');
  });

  test('locked it still tells for which devices something is saved', async () => {
    expect(await ask('vault.lock')).toMatchObject({ isLocked: true });
    expect(await refused('vault.list')).toBe('vault.locked');
    const { known } = await ask('vault.knows', { ids: [first().id] });
    expect(known).toMatchObject([{ scope: 'device', userName: null }]);
    expect(await refused('vault.unlock', { passphrase: 'wrong ladders' })).toBe('vault.not-opened');
    // Electron has a keystore, but this vault was not locked with it.
    const noWord = carrier.host === 'electron' ? 'vault.box-not-found' : 'vault.box-unavailable';
    expect(await refused('vault.unlock', {})).toBe(noWord);
    expect(await ask('vault.unlock', { passphrase })).toMatchObject({ isLocked: false });
  });

  test('another passphrase opens it, the old one no more', async () => {
    const change = { passphrase: 'wrong ladders', newPassphrase: next };
    expect(await refused('vault.changePassphrase', change)).toBe('vault.not-opened');
    await ask('vault.changePassphrase', { passphrase, newPassphrase: next });
    await ask('vault.lock');
    expect(await refused('vault.unlock', { passphrase })).toBe('vault.not-opened');
    await ask('vault.unlock', { passphrase: next });
    expect(await refused('vault.removeBox', { id: 'passphrase' })).toBe('vault.last-box');
    expect(await refused('vault.addBox', { kind: 'passphrase', passphrase: next })).toBe(
      'vault.box-exists',
    );
  });

  test('a sealed file brings it to another laptop; a wrong passphrase brings nothing', async () => {
    const file = await ask('vault.export', { passphrase });
    expect(file).toMatchObject({ entries: 4, leftOut: 0 });
    const { base64 } = file;
    const wrong = { base64, passphrase: 'wrong ladders' };
    expect(await refused('vault.import', wrong)).toBe('vault.file-not-opened');
    const rubbish = { base64: 'AAAA', passphrase };
    expect(await refused('vault.import', rubbish)).toBe('vault.file-damaged');
    expect(await ask('vault.import', { base64, passphrase })).toMatchObject({ added: 0, same: 4 });
    await ask('vault.startOver', { passphrase: next, confirm: 'START OVER' });
    const after = await ask('vault.list');
    expect(after.credentials).toEqual([]);
    expect(after.damaged).toHaveLength(4);
    expect(await ask('vault.import', { base64, passphrase })).toMatchObject({ added: 4 });
    const { known } = await ask('vault.knows', { ids: [first().id] });
    expect(known).toMatchObject([{ scope: 'device', userName: 'admin' }]);
  });

  test('who changed or carried it away is in the audit', async () => {
    const { lines } = await ask('audit.list', { limit: 500 });
    const exported = lines.filter(({ what }) => what.startsWith('vault.export'));
    expect(exported.map(({ what, params }) => [what, params['outcome'] ?? null])).toEqual([
      ['vault.export finished', 'ok'],
      ['vault.export begun', null],
    ]);
    const outcomes = lines
      .filter(({ what }) => what === 'vault.import finished')
      .map(({ params }) => params['outcome']);
    expect(outcomes).toEqual(['ok', 'ok', 'vault.file-damaged', 'vault.file-not-opened']);
  });

  test('its times are kept', async () => {
    const set = { idleMinutes: null, remindDays: 90 };
    expect(await ask('vault.configure', set)).toMatchObject(set);
    expect(await ask('vault.configure', { idleMinutes: 5 })).toMatchObject({
      ...{ idleMinutes: 5, remindDays: 90, due: 0 },
    });
    expect(await ask('settings.get')).toMatchObject({ vaultIdleMinutes: 5, vaultRemindDays: 90 });
  });

  test('forgets what it is told to forget, and no answer ever held a secret', async () => {
    const { credentials } = await ask('vault.list');
    for (const { id } of credentials) await ask('vault.forget', { id });
    expect((await ask('vault.list')).credentials).toEqual([]);
    expect(await refused('vault.forget', { id: 'nothing' })).toBe('vault.credential-not-found');
    // The search itself would find it.
    expect([...answers, `"${password}"`].filter((text) => text.includes(password))).toHaveLength(1);
    const secrets = [password, passphrase, next, 'wrong ladders'];
    const told = [...answers, ...heard.map((state) => JSON.stringify(state))];
    for (const secret of secrets) expect(told.some((text) => text.includes(secret))).toBe(false);
  });
});

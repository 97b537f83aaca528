import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { DeviceId, DeviceRow } from '../../main/contract/device.ts';
import { type MethodName, type MethodOutput, methods } from '../../main/contract/methods.ts';
import { type Carrier, carriers } from './hosts.ts';

// Whole processes are started here, on whatever else the machine is doing.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const passphrase = 'seven blue ladders';
const password = 'Saved.72xQ-secret';
/** Nobody is there on any of these sites. */
const place = { host: '127.0.66.1', httpPort: 8081 };

/** What can be done with a device that was added by its address, the same over every wire. */
describe.each(carriers)('device book: %s', (_name, start) => {
  let carrier: Carrier;
  let id = '' as DeviceId;
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

  async function row(): Promise<DeviceRow | undefined> {
    return (await ask('devices.snapshot')).rows.find((each) => each.id === id);
  }

  beforeAll(async () => {
    carrier = await start();
  });
  afterAll(() => carrier?.close());

  test('adding: by address or name, and a password only where it can be kept', async () => {
    const gate = { ...place, name: 'Gate', isTested: false };
    expect(await refused('book.add', { host: 'http://user@@', isTested: false })).toBe(
      'book.bad-host',
    );
    expect(await refused('book.add', { ...gate, password })).toBe('vault.none');
    const added = await ask('book.add', { ...gate, password, leaveOutPassword: true });
    expect(added).toMatchObject({ password: 'left-out', question: null, entry: { test: null } });
    id = added.id;
    expect(await row()).toMatchObject({ name: 'Gate', bookHost: '127.0.66.1', login: null });
    expect(await refused('book.add', gate)).toBe('book.already-there');
    const named = await ask('book.add', { host: 'cam.example.lan', isTested: false });
    expect(named.entry).toMatchObject({ host: 'cam.example.lan', commandPort: 8000 });
  });

  test('editing: name, address, ports, user and password', async () => {
    await ask('vault.init', { passphrase });
    const edit = { host: '127.0.66.2', httpPort: 8082, commandPort: 8001, userName: 'installer' };
    const edited = await ask('book.edit', { id, ...edit, name: 'Back gate', password });
    expect(edited).toMatchObject({ password: 'saved', entry: edit });
    expect(await ask('book.get', { id })).toMatchObject({ entry: edit, hasPassword: true });
    expect(await row()).toMatchObject({ name: 'Back gate', login: 'untested' });
    const { known } = await ask('vault.knows', { ids: [id] });
    expect(known[0]).toMatchObject({ userName: 'installer', provenAt: null });
  });

  test('testing: who is not there is not called a wrong password, and costs no try', async () => {
    const { entry } = await ask('book.test', { id });
    expect(entry.test).toMatchObject({ login: 'not-tested', identity: null, attemptsLeft: null });
    expect(['refused', 'no-route', 'timeout']).toContain(entry.test?.reach);
  });

  test('QR code: sealed unless a person says otherwise in so many words', async () => {
    expect(await refused('qr.make', { ids: [id] })).toBe('qr.needs-consent');
    expect(await refused('qr.make', { ids: [id], hasLogin: true })).toBe('qr.needs-consent');
    const { codes } = await ask('qr.make', { ids: [id], hasLogin: true, passphrase });
    const text = codes[0]?.text ?? '';
    expect(text).not.toContain('127.0.66.2');
    expect(await refused('qr.read', { text, passphrase: 'other blue ladders' })).toBe(
      'qr.not-opened',
    );
    const { devices } = await ask('qr.read', { text, passphrase });
    expect(devices[0]).toMatchObject({ host: '127.0.66.2', hasPassword: true });
  });

  test('type: set for what is unknown, set again, and left to the model again', async () => {
    expect(await row()).toMatchObject({ kind: 'unknown' });
    for (const kind of ['camera', 'recorder'] as const) {
      await ask('devices.edit', { id, kind });
      expect(await row()).toMatchObject({ kind });
    }
    await ask('devices.edit', { id, kind: null });
    expect(await row()).toMatchObject({ kind: 'unknown' });
  });

  test('health: asked by itself only with a proven login, and as a person says', async () => {
    expect(await ask('health.get', { id })).toMatchObject({ isOn: false, health: null });
    await ask('health.setOn', { ids: [id], isOn: true });
    expect(await ask('health.get', { id })).toMatchObject({ isOn: true });
    await ask('health.setOn', { ids: [id], isOn: false });
    expect(await ask('health.get', { id })).toMatchObject({ isOn: false, nextAt: null });
    // What is off is the schedule: by hand it is asked all the same.
    const { lines } = await ask('health.check', { ids: [id] });
    expect(lines[0]?.health).toMatchObject({ level: null });
  });

  test('deleting: allowed for devices by address also in an authorised site, and undone', async () => {
    const { sites } = await ask('sites.list');
    const here = sites.find(({ isCurrent }) => isCurrent);
    await ask('sites.setAuthorised', { id: here?.id, isAuthorised: true });
    await ask('devices.remove', { ids: [id] });
    expect(await row()).toBeUndefined();
    await ask('devices.restore', { ids: [id] });
    expect(await row()).toMatchObject({ name: 'Back gate', bookHost: '127.0.66.2' });
    expect((await ask('book.get', { id })).entry).toMatchObject({ userName: 'installer' });
  });

  test('no answer ever held the password', () => {
    expect(answers.length).toBeGreaterThan(20);
    expect(answers.filter((text) => text.includes(password))).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import type { BookTest } from '../../../main/contract/book.ts';
import type { MethodInput } from '../../../main/contract/methods.ts';
import { trainingPassword } from '../../../main/simulator/account.ts';
import { deviceCertificates } from '../../../main/simulator/certificates.ts';
import type { DeviceSpec } from '../../../main/simulator/types.ts';
import { camera, createBookRig, discover, refusal, signed } from './rig.ts';

const password = trainingPassword;

interface Case {
  readonly spec?: Partial<DeviceSpec>;
  readonly input?: Partial<MethodInput<'book.add'>>;
  readonly is: Partial<BookTest>;
  /** Requests that carried a login. */
  readonly tries: number;
  readonly lookups?: number;
}

const cases: readonly (readonly [string, Case])[] = [
  ['the right password', { is: { name: 'not-needed', reach: 'open', activated: true, login: 'proven' }, tries: 1 }],
  ['a wrong password', { input: { password: 'no' }, is: { login: 'wrong-password', identity: null }, tries: 1 }],
  ['no password', { input: { password: undefined }, is: { reach: 'open', login: 'no-password' }, tries: 0 }],
  ['a locked device', { spec: { lockedForMs: 600_000 }, is: { login: 'locked' }, tries: 0 }],
  ['an inactive device', { spec: { isActivated: false }, is: { activated: false, login: 'not-activated' }, tries: 0 }],
  ['nobody there', { input: { host: '192.168.1.9' }, is: { reach: 'no-route', login: 'not-tested' }, tries: 0 }],
  ['a closed port', { input: { httpPort: 81 }, is: { reach: 'refused', login: 'not-tested' }, tries: 0 }],
  ['a deaf device', { spec: { webFaults: ['deaf'] }, is: { reach: 'timeout', login: 'not-tested' }, tries: 0 }],
  ['a redirect to its HTTPS side', { spec: { webFaults: ['redirects'] }, is: { reach: 'redirect', login: 'not-tested' }, tries: 0 }],
  ['Basic alone, no consent', { spec: { model: 'DS-2CD2132-I' }, is: { login: 'needs-consent-basic' }, tries: 0 }],
  ['Basic alone, consent', { spec: { model: 'DS-2CD2132-I' }, input: { isBasicAllowed: true }, is: { login: 'proven' }, tries: 1 }],
  ['an address of the Internet', { input: { host: '8.8.8.8' }, is: { name: 'not-lan', reach: 'not-tested', login: 'not-tested' }, tries: 0 }],
  ['a name', { input: { host: 'cam1.training.lan' }, is: { name: 'resolved', address: '192.168.1.20', login: 'proven' }, tries: 1, lookups: 1 }],
  ['a name nobody has', { input: { host: 'cam9.training.lan' }, is: { name: 'not-resolved', reach: 'not-tested', login: 'not-tested' }, tries: 0, lookups: 1 }],
]; // biome-ignore format: a table

describe('a test of an entry', () => {
  it.each(cases)('%s', async (_name, { spec, input, is, tries, lookups = 0 }) => {
    const rig = createBookRig([{ ...camera, ...spec }]);
    const answer = await rig.add({ host: '192.168.1.20', password, ...input });
    expect(answer.entry.test).toMatchObject(is);
    expect(answer.entry.host).toBe(input?.host ?? '192.168.1.20');
    expect(signed(rig)).toHaveLength(tries);
    expect(rig.lookups).toHaveLength(lookups);
    // The entry is kept whatever was found.
    const { rows } = await rig.ask('devices.snapshot', {});
    expect(rows).toMatchObject([{ id: answer.id, bookHost: answer.entry.host, presence: 'never' }]);
  });

  it('tells who it is, and the row takes it over from the book', async () => {
    const rig = createBookRig();
    const { id, question } = await rig.add({ host: '192.168.1.20', password });
    expect(question).toBeNull();
    const { row } = await rig.ask('devices.get', { id });
    expect(row).toMatchObject({
      ...{ serial: camera.serial, mac: camera.mac, model: camera.model, login: 'proven' },
      ...{ ipv4Address: '192.168.1.20', kind: 'camera' },
    });
    expect(row.via.map(({ source }) => source)).toEqual(['book']);
  });

  it('pins the first certificate and sends nothing to another one', async () => {
    const rig = createBookRig();
    const { id, entry } = await rig.add({ host: '192.168.1.20', isTls: true, password });
    const usual = deviceCertificates.usual.fingerprint;
    expect(entry).toMatchObject({ httpPort: 443, pin: usual });
    expect(entry.test?.certificate).toMatchObject({ state: 'first-use', fingerprint: usual });
    rig.fleet.devices[0]?.swapCertificate();
    const before = rig.http.sent.length;
    const again = await rig.ask('book.test', { id });
    const swapped = deviceCertificates.swapped.fingerprint;
    expect(again.entry).toMatchObject({ pin: usual });
    expect(again.entry.test).toMatchObject({
      ...{ reach: 'certificate-changed', login: 'not-tested' },
      certificate: { state: 'changed', fingerprint: swapped, pinned: usual },
    });
    expect(rig.http.sent).toHaveLength(before);
    await rig.ask('book.edit', { id, acceptCertificate: swapped });
    const accepted = await rig.ask('book.test', { id });
    expect(accepted.entry.test).toMatchObject({ login: 'proven', certificate: { state: 'same' } });
  });

  it('shows a redirect, and goes there only after it was taken over', async () => {
    const rig = createBookRig([{ ...camera, webFaults: ['redirects'] }]);
    const { id, entry } = await rig.add({ host: '192.168.1.20', password });
    expect(entry.test?.redirect).toMatch(/^https:\/\/192\.168\.1\.20/);
    expect(rig.http.sent.map(({ port }) => port)).toEqual([80]);
    await rig.ask('book.edit', { id, isTls: true });
    const again = await rig.ask('book.test', { id });
    expect(again.entry).toMatchObject({ isTls: true, httpPort: 443 });
    expect(rig.http.sent.map(({ port }) => port)).toEqual([80, 443]);
  });

  it('shares the lock of the device that was heard at its address', async () => {
    const rig = createBookRig([{ ...camera, maxAttempts: 5 }]);
    await discover(rig);
    const first = await rig.add({ host: '192.168.1.20', password: 'no-1' });
    expect(first.entry.test).toMatchObject({ login: 'wrong-password', attemptsLeft: 4 });
    const { rows } = await rig.ask('devices.snapshot', {});
    expect(rows.find(({ serial }) => serial === camera.serial)?.attemptsLeft).toBe(4);
  });

  it('never tries one wrong password twice', async () => {
    const rig = createBookRig();
    const { id } = await rig.add({ host: '192.168.1.20', password: 'no' });
    const again = await rig.ask('book.test', { id });
    expect(again.entry.test?.login).toBe('held-back');
    expect(signed(rig)).toHaveLength(1);
  });

  it('belongs to the way that was tested: an edit takes it away', async () => {
    const rig = createBookRig();
    const { id } = await rig.add({ host: '192.168.1.20', password });
    const named = await rig.ask('book.edit', { id, name: 'Gate' });
    expect(named.entry.test?.login).toBe('proven');
    const moved = await rig.ask('book.edit', { id, host: '192.168.1.21' });
    expect(moved.entry.test).toBeNull();
  });
});

describe('scenario 24: a domain, offline', () => {
  it('is not resolved, is kept, and is tested again on demand with the saved password', async () => {
    const rig = createBookRig();
    const { resolve } = rig.fleet;
    rig.fleet.resolve = () => Promise.reject(new Error('no name server'));
    const added = await rig.add({ host: 'cam1.training.lan', commandPort: 8000, password });
    expect(added).toMatchObject({ password: 'saved', question: null });
    expect(added.entry.test).toMatchObject({ name: 'not-resolved', login: 'not-tested' });
    expect(rig.http.sent).toEqual([]);
    rig.fleet.resolve = resolve;
    const again = await rig.ask('book.test', { id: added.id });
    expect(again.entry.test).toMatchObject({ name: 'resolved', login: 'proven' });
  });
});

describe('the password', () => {
  it('is refused with a locked vault, unless it may be left out', async () => {
    const rig = createBookRig();
    rig.vault.isLocked = true;
    const input = { host: '192.168.1.20', password };
    expect(await refusal(rig, rig.api.call('book.add', input))).toMatchObject({
      code: 'vault.locked',
    });
    expect((await rig.ask('devices.snapshot', {})).rows).toEqual([]);
    const added = await rig.add({ ...input, leaveOutPassword: true });
    expect(added).toMatchObject({ password: 'left-out', entry: { test: { login: 'proven' } } });
    expect(await rig.ask('book.get', { id: added.id })).toMatchObject({ hasPassword: null });
  });

  it('is nowhere in entries, rows, logs or exports', async () => {
    const rig = createBookRig();
    const { id } = await rig.add({ host: '192.168.1.20', password, name: 'Gate' });
    const all = [
      await rig.ask('book.get', { id }),
      await rig.ask('devices.get', { id }),
      await rig.ask('devices.export', { format: 'json', locale: 'en' }),
      rig.log.lines,
      rig.events,
    ];
    expect(JSON.stringify(all)).not.toContain(password);
  });
});

describe('what cannot be an entry', () => {
  it.each(['999.1.1.1', 'fe80::1', 'a b', 'http://u:p@cam/', '1.2.3'])('%s', async (host) => {
    const rig = createBookRig();
    const error = await refusal(rig, rig.api.call('book.add', { host }));
    expect(error).toMatchObject({ code: 'book.bad-host' });
    expect(rig.lookups).toEqual([]);
  });

  it('is a way that has one already', async () => {
    const rig = createBookRig();
    await rig.add({ host: 'cam1.training.lan', isTested: false, name: 'Gate' });
    const error = await refusal(rig, rig.api.call('book.add', { host: 'CAM1.training.lan' }));
    expect(error).toMatchObject({ code: 'book.already-there', params: { device: 'Gate' } });
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createFileLog } from '../../main/adapters/node/log-file.ts';
import { createApp } from '../../main/app/create-app.ts';
import type { DeviceId } from '../../main/contract/device.ts';
import type { Job } from '../../main/contract/job.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../main/contract/methods.ts';
import { createFleet } from '../../main/simulator/fleet.ts';
import { createMemoryNetwork } from '../../main/simulator/net.ts';
import type { DeviceSpec } from '../../main/simulator/types.ts';
import { inTime } from '../helpers/app-rig.ts';
import { createFakeClock } from '../helpers/fake-clock.ts';
import { createFakeRandom } from '../helpers/fake-random.ts';
import { filesBelow, findSecrets, type Place, shapesOf } from '../helpers/find-secrets.ts';
import { vaultConfig } from '../helpers/test-boxes.ts';
import { testCrypto, warmUp } from '../helpers/test-crypto.ts';
import { readZipEntry } from '../helpers/zip.ts';

const devices = 40;
const inactiveFrom = 32;
const passphrases = ['sieben blaue Leitern & Höfe', 'file <seven> ladders'];
const passwordOf = (index: number): string =>
  `Vq${index.toString(36)}#x&${index * 7919}Ty`.slice(0, 16);
const labelOf = (index: number): string => `Übergabe Tor ${index * 31} = Bar`;
const wrong = ['Never.right-1', 'Never.right-2'];

function fleetSpec(): DeviceSpec[] {
  return Array.from({ length: devices }, (_, index) => ({
    model: index % 2 === 0 ? 'DS-2CD2143G2-I' : 'DS-7608NI-K2/8P',
    address: `192.168.1.${20 + index}`,
    cloud: 'bound' as const,
    ...(index < inactiveFrom ? { password: passwordOf(index) } : { isActivated: false }),
  }));
}

/** A laptop with a real data folder and a real log, over a simulated site. */
async function startDay(dataDir: string) {
  await warmUp();
  const clock = createFakeClock();
  const fleet = createFleet({ scenario: fleetSpec(), seed: 7, startedAt: clock.now() });
  const log = createFileLog({ dir: join(dataDir, 'log'), level: 'debug', clock });
  const api = await createApp({
    ...{ host: 'test', version: '0.0.0', dataDir, clock, log, crypto: testCrypto },
    ...{ network: createMemoryNetwork({ fleet, clock }), random: createFakeRandom() },
    ...{ isDemo: false, discovery: 'manual', operator: { user: 'ann', machine: 'laptop' } },
    ...vaultConfig,
  });
  const told: Place[] = [];
  const keep = (name: string, value: unknown): void => {
    told.push({ name, bytes: Buffer.from(JSON.stringify(value) ?? '') });
  };
  api.subscribe((event) => keep(`event ${event.name}`, event));
  const call = async <M extends MethodName>(method: M, input: MethodInput<M>) => {
    const envelope = await inTime(clock, api.call(method, input));
    keep(`answer of ${method}`, envelope);
    return envelope;
  };
  const ask = async <M extends MethodName>(
    method: M,
    input: MethodInput<M>,
  ): Promise<MethodOutput<M>> => {
    const envelope = await call(method, input);
    if (!envelope.ok) throw new Error(`${envelope.error.code}: ${envelope.error.message}`);
    return envelope.data;
  };
  const ended = async ({ id }: Job): Promise<Job> => {
    for (let waited = 0; waited < 900; waited += 1) {
      const job = await ask('jobs.get', { id });
      if (job.endedAt !== null) return job;
      await clock.advance(1000);
    }
    throw new Error('the job did not end');
  };
  const close = async (): Promise<void> => {
    await api.close();
    log.flush();
    log.close();
  };
  return { api, clock, fleet, log, told, call, ask, ended, close };
}

type Day = Awaited<ReturnType<typeof startDay>>;

/** Ids in the order of the fleet. */
async function idsOf({ ask, fleet }: Day): Promise<DeviceId[]> {
  const { rows } = await ask('devices.snapshot', {});
  return fleet.devices.map(({ serial }) => {
    const row = rows.find((each) => each.serial === serial);
    if (row === undefined) throw new Error(`${serial} is not in the list`);
    return row.id;
  });
}

function own(ids: readonly DeviceId[], from: number, to: number): Record<string, string> {
  const some = ids.slice(from, to);
  return Object.fromEntries(some.map((id, at) => [id, passwordOf(from + at)]));
}

/** Sets up, types passwords, uses them, and gets some wrong. */
async function work(day: Day, dataDir: string): Promise<Place[]> {
  const { ask, call, ended, clock, log } = day;
  const [passphrase = '', filePassphrase = ''] = passphrases;
  await ask('discovery.probe', {});
  await clock.advance(3000);
  const ids = await idsOf(day);
  await ask('vault.init', { passphrase });
  for (const [index, device] of ids.slice(0, 20).entries()) {
    const target = { scope: 'device', device } as const;
    await ask('vault.save', { target, password: passwordOf(index), label: labelOf(index) });
  }
  const secrets = { byDevice: own(ids, 20, inactiveFrom) };
  const change = (id: DeviceId, at: number) => ({
    ...{ id, edit: { ipv4Address: `192.168.1.${120 + at}` } },
  });
  const edited = await ended(
    await ask('network.set', { changes: ids.slice(0, inactiveFrom).map(change), secrets }),
  );
  expect(edited.counts).toEqual({ verified: inactiveFrom });
  const fresh = { byDevice: own(ids, inactiveFrom, devices) };
  const activated = await ended(
    await ask('devices.activate', { ids: ids.slice(inactiveFrom), secrets: fresh }),
  );
  expect(activated.counts).toEqual({ verified: devices - inactiveFrom });
  // All forty out of the vault now, but one that somebody knew better.
  const [first, ...others] = ids;
  if (first === undefined) throw new Error('no device');
  const failed = await ended(
    await ask('devices.unbind', { ids: [first], secrets: { all: wrong[0] ?? '' } }),
  );
  expect(failed.counts).toEqual({ 'wrong-password': 1 });
  const running = await ask('devices.unbind', { ids: others, secrets: {} });
  await clock.advance(700);
  log.flush();
  const midway = filesBelow(dataDir).map((file) => ({ ...file, name: `midway ${file.name}` }));
  expect((await ended(running)).counts).toEqual({ verified: devices - 1 });
  await call('vault.unlock', { passphrase: wrong[1] ?? '' });
  await call('vault.save', {
    target: { scope: 'device', device: first },
    ...{ password: passwordOf(3).repeat(20), label: labelOf(2) },
  });
  await call('devices.unbind', { ids: [first], secrets: { all: passwordOf(1).repeat(30) } });
  const file = await ask('vault.export', { passphrase: filePassphrase });
  expect(file.entries).toBe(devices);
  const exported = await exports(day, [edited.id, activated.id, failed.id, running.id]);
  const bytes = Buffer.from(file.base64, 'base64');
  return [...midway, ...exported, { name: file.fileName, bytes }];
}

/** Everything a person can carry away. */
async function exports({ ask }: Day, jobs: readonly string[]): Promise<Place[]> {
  const places: Place[] = [];
  for (const format of ['csv', 'xlsx', 'json'] as const) {
    const { base64, fileName } = await ask('devices.export', { format, locale: 'en' });
    const bytes = Buffer.from(base64, 'base64');
    places.push({ name: fileName, bytes });
    if (format !== 'xlsx') continue;
    const sheet = readZipEntry(bytes, 'xl/worksheets/sheet1.xml');
    const strings = bytes.includes('xl/sharedStrings.xml')
      ? readZipEntry(bytes, 'xl/sharedStrings.xml')
      : '';
    places.push({ name: 'inside the sheet', bytes: Buffer.from(sheet + strings) });
  }
  for (const id of jobs) {
    const page = await ask('jobs.print', { id, locale: 'en' });
    places.push({ name: `printed run ${id}`, bytes: Buffer.from(JSON.stringify(page)) });
  }
  await ask('audit.list', { limit: 500 });
  return places;
}

test('after a working day with 40 credentials none of them is in any file, log or export', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'untether-day-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  const day = await startDay(dataDir);
  const carried = await work(day, dataDir);
  expect(await day.ask('vault.list', {})).toMatchObject({ damaged: [] });
  const shown = day.told.splice(0);
  day.log.flush();
  const atWork = filesBelow(dataDir).map((file) => ({ ...file, name: `at work ${file.name}` }));
  await day.close();
  const after = filesBelow(dataDir);
  const names = after.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['/untether.db', '/log/untether.log']));
  expect(atWork.some(({ name, bytes }) => name.endsWith('-wal') && bytes.length > 0)).toBe(true);

  const passwords = Array.from({ length: devices }, (_, index) => passwordOf(index));
  const secrets = [...passwords, ...passphrases, ...wrong];
  expect(new Set(secrets).size).toBe(devices + 4);
  const places = [...carried, ...atWork, ...after, ...shown];
  expect(findSecrets(places, secrets)).toEqual([]);
  // The list of saved logins shows a person's own words; no file may.
  const labels = Array.from({ length: 20 }, (_, index) => labelOf(index));
  expect(findSecrets([...carried, ...atWork, ...after], labels)).toEqual([]);
  const seen = new Set(findSecrets(shown, labels).map((hit) => hit.split(':', 1)[0]));
  expect([...seen]).toEqual(['answer of vault.list']);

  // The search finds what is there: device names in the clear, and each shape of a secret put into a file.
  const serial = day.fleet.devices[0]?.serial ?? 'none';
  expect(findSecrets(after, [serial])).not.toEqual([]);
  const [database] = after.filter(({ name }) => name === '/untether.db');
  for (const [shape, bytes] of shapesOf(passwordOf(5))) {
    const spoilt = Buffer.concat([database?.bytes ?? Buffer.alloc(0), bytes]);
    expect([shape, findSecrets([{ name: 'spoilt', bytes: spoilt }], secrets).length]).toEqual([
      shape,
      1,
    ]);
  }
}, 120_000);

/**
 * 254 devices are given new addresses from a plan file: wall time of N at once beside one at a time in the
 * same run, and how many verdicts were not the truth.
 * Run: node test/bench/readdress.ts [devices] [--virtual]   (Node 24; with --virtual time does not pass by
 * itself, so the arithmetic is seen in seconds instead of minutes)
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../main/adapters/node/clock.ts';
import { systemCrypto } from '../../main/adapters/node/crypto.ts';
import { systemRandom } from '../../main/adapters/node/random.ts';
import { createApp } from '../../main/app/create-app.ts';
import type { Api } from '../../main/contract/api.ts';
import type { Job } from '../../main/contract/job.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../main/contract/methods.ts';
import { silentLog } from '../../main/ports/log.ts';
import { trainingPassword } from '../../main/simulator/account.ts';
import { createFleet, type Fleet } from '../../main/simulator/fleet.ts';
import { createMemoryNetwork, memoryAdapter } from '../../main/simulator/net.ts';
import type { ActName, DeviceSpec } from '../../main/simulator/types.ts';
import { createFakeClock } from '../helpers/fake-clock.ts';
import { testCrypto, warmUp } from '../helpers/test-crypto.ts';

const args = process.argv.slice(2);
const isVirtual = args.includes('--virtual');
const count = Number(args.find((arg) => /^\d+$/.test(arg)) ?? 254);
/** The laptop's subnet has room for the devices, and for their new addresses. */
const adapter = memoryAdapter({ id: 'eth0', address: '10.40.0.2', prefix: 22 });
const secrets = { all: trainingPassword };
const models = ['DS-2CD2385G1-I', 'DS-2CD2143G2-I', 'DS-7608NI-K2/8P', 'DS-2CD2347G2-LU'];
/** What a device does with the edit, and whether a run may then call it verified. */
const tricks: readonly (ActName | null)[] = [
  ...[null, null, 'lies', 'silent-done', 'silent-undone', 'applies-late'],
  ...['garbled', 'refuses', 'dhcp-instead', 'twice', 'contradicts', 'unknown-text'],
] as const;

const fake = isVirtual ? createFakeClock() : null;
const clock = fake ?? systemClock;
const say = (text: string): void => void process.stdout.write(`${text}\n`);

function pass(ms: number): Promise<void> {
  if (fake !== null) return fake.advance(ms);
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

const addressAt = (block: number, index: number): string =>
  `10.40.${block + Math.floor(index / 250)}.${(index % 250) + 4}`;

interface Site {
  readonly api: Api;
  readonly fleet: Fleet;
  ask<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>>;
  close(): Promise<void>;
}

async function open(specs: readonly DeviceSpec[]): Promise<Site> {
  const dir = mkdtempSync(join(tmpdir(), 'untether-bench-'));
  const fleet = createFleet({ scenario: specs, seed: 3, startedAt: clock.now() });
  const network = createMemoryNetwork({ fleet, clock, adapters: [adapter] });
  const api = await createApp({
    ...{ host: 'test', version: 'bench', dataDir: dir, network, clock, log: silentLog },
    ...{ random: systemRandom, crypto: isVirtual ? testCrypto : systemCrypto },
    ...{ isDemo: false, discovery: 'continuous' },
  });
  const ask: Site['ask'] = async (method, input) => {
    const call = api.call(method, input);
    let isOver = false;
    const end = (): void => {
      isOver = true;
    };
    void call.then(end, end);
    // Only made-up time has to be pushed on while a call waits for it.
    for (let turns = 0; fake !== null && !isOver && turns < 100_000; turns += 1) await pass(20);
    const envelope = await call;
    if (!envelope.ok) throw new Error(`${method}: ${envelope.error.message}`);
    return envelope.data;
  };
  await pass(4000);
  const close = async (): Promise<void> => {
    await api.close();
    rmSync(dir, { recursive: true, force: true });
  };
  return { api, fleet, ask, close };
}

interface Result {
  readonly job: Job;
  readonly planMs: number;
  readonly wallMs: number;
}

/** Reads the plan, carries it out, and waits for the last verdict. */
async function readdress(site: Site, block: number, isOneByOne: boolean): Promise<Result> {
  const lines = site.fleet.devices.map(
    ({ serial }, index) => `${serial},${addressAt(block, index)}`,
  );
  const planned = clock.now();
  const { rows } = await site.ask('network.readPlan', { csv: ['serial,ip', ...lines].join('\n') });
  const planMs = clock.now() - planned;
  const stopped = rows.filter(({ problems }) => problems.some(({ level }) => level === 'stop'));
  if (stopped.length > 0) throw new Error(`plan: ${JSON.stringify(stopped[0])}`);
  const changes = rows.flatMap(({ device, to }) =>
    device === null ? [] : [{ id: device.id, edit: to }],
  );
  const began = clock.now();
  const { id } = await site.ask('network.set', { changes, secrets, isOneByOne });
  for (;;) {
    const job = await site.ask('jobs.get', { id });
    if (job.endedAt !== null) return { job, planMs, wallMs: job.endedAt - began };
    await pass(100);
  }
}

/** "Verified" must be so, and a device that is there with its new values must not be called failed. */
function wrong({ fleet }: Site, { job }: Result, block: number): number {
  const bySerial = new Map(job.items.map((item) => [item.device.serial, item]));
  const untrue = new Set(['failed', 'refused', 'no-answer']);
  return fleet.devices.filter((device, index) => {
    const { verdict, reason } = bySerial.get(device.serial) ?? {};
    const isThere = device.address === addressAt(block, index);
    if (verdict === 'verified' || verdict === 'already') return !isThere;
    return isThere && (untrue.has(verdict ?? '') || reason === 'not-applied');
  }).length;
}

function report(name: string, result: Result, wrongs: number): void {
  const { job, wallMs, planMs } = result;
  const times = job.items.map(({ startedAt, endedAt }) => (endedAt ?? 0) - (startedAt ?? 0));
  const slowest = Math.max(...times);
  const bound = (slowest * job.items.length) / job.parallel;
  const counts = Object.entries(job.counts).map(([word, number]) => `${word} ${number}`);
  say(`${name}: ${job.items.length} devices, N = ${job.parallel}`);
  say(`  plan read and checked in ${seconds(planMs)}, carried out in ${seconds(wallMs)}`);
  say(
    `  slowest device ${seconds(slowest)}; ${seconds(slowest)} x ${job.items.length}/${job.parallel} = ${seconds(bound)}; ${wallMs <= bound ? 'within' : 'ABOVE'} that`,
  );
  say(`  verdicts: ${counts.join(', ')}; wrong: ${wrongs}`);
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

function specs(number: number, act: (index: number) => ActName | null): DeviceSpec[] {
  return Array.from({ length: number }, (_, index) => {
    const trick = act(index);
    return {
      ...{ model: models[index % models.length] ?? '', address: addressAt(0, index) },
      ...{ mask: '255.255.252.0', gateway: '10.40.0.1' },
      acts: trick === null ? [] : [{ act: trick, on: ['update'] }],
    };
  });
}

await warmUp();
say(`${isVirtual ? 'made-up time' : 'real time'}, in-memory wire, data file on disk`);
const site = await open(specs(count, () => null));
const many = await readdress(site, 2, false);
const wrongMany = wrong(site, many, 2);
report('N at once', many, wrongMany);
const single = await readdress(site, 0, true);
const wrongSingle = wrong(site, single, 0);
report('one at a time', single, wrongSingle);
say(`N at once is ${(single.wallMs / many.wallMs).toFixed(1)} times faster`);
await site.close();

const mixed = await open(
  specs(Math.min(count, 48), (index) => tricks[index % tricks.length] ?? null),
);
const tried = await readdress(mixed, 2, false);
const wrongMixed = wrong(mixed, tried, 2);
report('devices that lie, are late or say nothing', tried, wrongMixed);
await mixed.close();
process.exitCode = wrongMany + wrongSingle + wrongMixed === 0 ? 0 : 1;

import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { shortSerialOf } from '../../main/contract/columns.ts';
import type { Device } from '../../main/contract/device.ts';
import type { Job, PlanRow, PreflightLine } from '../../main/contract/job.ts';
import { trainingPassword } from '../../main/simulator/account.ts';
import { type CliBox, type CliOptions, type CliRun, createCliBox } from '../helpers/cli.ts';

// Whole processes are started here, on whatever else the machine is doing.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 });

const demo = ['--demo', '--scenario', 'small-shop'];
const wrongPassword = 'Wrong#9182';
let box: CliBox;
let devices: readonly Device[];
let passwordFile: string;

/** A run as `--json` prints it: like the contract's, with ISO times. */
type JsonJob = Omit<Job, 'startedAt' | 'endedAt'> & {
  readonly startedAt: string;
  readonly endedAt: string | null;
};

interface Data {
  readonly job?: JsonJob;
  readonly jobs?: readonly JsonJob[];
  readonly preflight?: readonly PreflightLine[];
  readonly plan?: readonly PlanRow[];
  readonly result?: { readonly verdict?: string; readonly cloud?: Device['cloud'] };
  readonly audit?: { readonly isIntact: boolean };
}

const cli = (args: readonly string[], options?: CliOptions) => box.run([...args, ...demo], options);

function dataOf(run: CliRun): Data {
  const document = run.json() as unknown as { readonly ok: boolean; readonly data: Data };
  if (!document.ok) throw new Error(run.stdout);
  return document.data;
}

function errorOf(run: CliRun): { code: string; params: Record<string, string>; detail?: string } {
  return (run.json() as unknown as { error: never }).error;
}

function serialOf(model: string): string {
  const found = devices.find((device) => device.model === model)?.serial;
  if (found == null) throw new Error(`${model} was not found`);
  return found;
}

async function runs(): Promise<readonly JsonJob[]> {
  return dataOf(await cli(['jobs', '--json'])).jobs ?? [];
}

const recorder = () => serialOf('DS-7608NI-K2/8P');
const camera = () => serialOf('DS-2CD2385G1-I');
const fresh = () => serialOf('DS-2CD2143G2-I');

beforeAll(async () => {
  box = createCliBox();
  const run = await cli(['scan', '--wait', '2', '--json']);
  ({ devices } = (run.json() as unknown as { data: { devices: Device[] } }).data);
  passwordFile = join(box.dataDir, 'passwords.txt');
  writeFileSync(passwordFile, `${trainingPassword}\n`, { mode: 0o600 });
});
afterAll(() => box.remove());

describe('nothing is sent without a person', () => {
  test('--check only looks: one document, no run, no question', async () => {
    const run = await cli(['unbind', recorder(), camera(), '--check', '--json']);
    const { preflight, job } = dataOf(run);
    expect([run.code, run.stderr, job]).toEqual([1, '', undefined]);
    expect(preflight?.map(({ light }) => light)).toEqual(['ready', 'stop']);
    expect((await cli(['unbind', recorder(), '--check'])).code).toBe(0);
    expect(await runs()).toEqual([]);
  });

  test.each([
    ['unbind', () => [recorder()]],
    ['activate', () => [fresh()]],
    ['network', () => ['set', camera(), '--ip', '192.168.1.77']],
    ['cloud', () => [recorder(), '--disable']],
  ] as const)('%s without consent and without a terminal ends with 4', async (name, args) => {
    const run = await cli([name, ...args(), '--password-file', passwordFile, '--json']);
    expect([run.code, errorOf(run).code]).toEqual([4, 'input.undecided']);
    expect(errorOf(run).params['problem']).toContain('--yes');
    expect(await runs()).toEqual([]);
  });

  test('consent without a password that anybody could give ends with 4', async () => {
    const run = await cli(['unbind', recorder(), '--yes', '--json']);
    expect([run.code, errorOf(run).code]).toEqual([4, 'job.needs-password']);
  });

  test('restore-inactive wants the end of the serial, and --yes is not enough', async () => {
    const args = ['reset', 'restore-inactive', camera(), '--password-file', passwordFile, '--json'];
    const run = await cli([...args, '--yes']);
    expect([run.code, errorOf(run).code]).toEqual([4, 'input.undecided']);
    expect(errorOf(run).params['problem']).toContain('--confirm-serial');
    const other = await cli([...args, '--confirm-serial', '0000']);
    expect([other.code, errorOf(other).code]).toEqual([2, 'job.serial-mismatch']);
    const done = await cli([...args, '--confirm-serial', camera().slice(-4)]);
    expect([done.code, dataOf(done).job?.items[0]?.verdict]).toEqual([0, 'verified']);
  });

  test('a device that cannot do it is told why and where else', async () => {
    const run = await cli(['reset', 'restore-inactive', fresh().slice(-8), '--json']);
    expect([run.code, dataOf(run).job]).toEqual([0, undefined]);
    expect(dataOf(run).preflight?.[0]).toMatchObject({ verdict: 'already' });
  });

  test('an address names no device; who has it is told', async () => {
    const run = await cli(['unbind', '192.168.1.64', '--yes', '--json']);
    expect([run.code, errorOf(run).code]).toEqual([2, 'input.usage']);
    expect(errorOf(run).params['problem']).toContain(shortSerialOf(fresh()));
  });

  test('a name that fits nobody comes with those that are known', async () => {
    const run = await cli(['locate', 'nobody-here', '--json']);
    expect([run.code, errorOf(run).code]).toEqual([2, 'device.not-found']);
    expect(errorOf(run).detail).toContain(shortSerialOf(recorder()));
  });
});

describe('secrets', () => {
  test.each([
    ['--password', 'Top-secret-1'],
    ['--password=Top-secret-1', ''],
    ['--pass', 'Top-secret-1'],
    ['--code', 'Top-secret-1'],
    ['--pasword=Top-secret-1', ''],
  ])('%s %s is refused and not repeated', async (option, value) => {
    const args = ['unbind', '1234', option, ...(value === '' ? [] : [value])];
    for (const more of [[], ['--json']]) {
      const run = await cli([...args, ...more]);
      expect(run.code).toBe(2);
      expect(run.stdout + run.stderr).not.toContain('Top-secret');
    }
  });

  test('a line for one device goes before the line for all', async () => {
    const file = join(box.dataDir, 'mixed.txt');
    writeFileSync(file, `${wrongPassword}\n${shortSerialOf(camera())}\t${trainingPassword}\n`);
    const run = await cli([
      ...['network', 'set', camera(), '--http-port', '8081'],
      ...['--password-file', file, '--yes'],
    ]);
    expect([run.code, run.stdout]).toEqual([0, expect.stringContaining('Verified')]);
    if (process.platform !== 'win32') expect(run.stderr).toContain('chmod 600');
  });

  test.each([
    ['one\ntwo\n', 'line 2'],
    ['\t', 'line 1'],
    ['', 'no password'],
  ])('a file of %j is refused with its line, not with its content', async (content, words) => {
    const file = join(box.dataDir, 'bad.txt');
    writeFileSync(file, content);
    const run = await cli(['activate', fresh(), '--password-file', file, '--yes']);
    expect([run.code, run.stderr.includes(words)]).toEqual([2, true]);
    expect(run.stderr).not.toMatch(/\btwo\b/);
  });

  test('standard input brings one line', async () => {
    const args = ['activate', fresh(), '--password-stdin', '--yes', '--json'];
    expect((await cli(args, { input: 'a\nb\n' })).code).toBe(2);
    expect((await cli(args, { input: '' })).code).toBe(2);
    const weak = await cli(args, { input: '12345678\n' });
    expect([weak.code, errorOf(weak).code]).toEqual([2, 'job.bad-password']);
    const run = await cli(args, { input: `${trainingPassword}\r\n` });
    expect([run.code, dataOf(run).job?.items[0]?.verdict]).toEqual([0, 'verified']);
  });
});

describe('runs', () => {
  test('unbind: pre-flight and run in one document, verdict words for people', async () => {
    const args = ['unbind', recorder(), '--password-file', passwordFile, '--yes'];
    const run = await cli([...args, '--json']);
    const { job, preflight } = dataOf(run);
    expect([run.code, run.stderr, preflight?.length]).toEqual([0, '', 1]);
    expect(run.stdout.trimEnd().split('\n')).toHaveLength(1);
    expect(job).toMatchObject({ kind: 'unbind', state: 'done', counts: { verified: 1 } });
    expect(job?.startedAt).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    const human = await cli(args);
    expect([human.code, human.stdout]).toEqual([0, expect.stringContaining('Verified')]);
    expect(human.stderr).toContain('Before anything is sent');
    expect(human.stdout).not.toContain('\u001b');
  });

  test('a wrong password: its verdict, the tries left, 1; the same one is not sent again', async () => {
    const target = serialOf('DS-2CD2345FWD-I');
    const args = [
      'network',
      'set',
      target,
      '--http-port',
      '8082',
      '--password-stdin',
      '--yes',
      '--json',
    ];
    const run = await cli(args, { input: wrongPassword });
    const item = dataOf(run).job?.items[0];
    expect([run.code, item?.verdict]).toEqual([1, 'wrong-password']);
    expect(item?.attemptsLeft).toBeGreaterThan(0);
    const again = dataOf(await cli(args, { input: wrongPassword })).job?.items[0];
    expect(again).toMatchObject({ verdict: 'skipped', reason: 'same-password' });
  });

  test('several devices count up from --from and skip what is used', async () => {
    const targets = [camera(), serialOf('I81EM')];
    const ip = await cli(['network', 'set', ...targets, '--ip', '192.168.1.80', '--yes']);
    expect([ip.code, ip.stderr]).toEqual([2, expect.stringContaining('--from')]);
    const run = await cli([
      ...['network', 'set', ...targets, '--from', '192.168.1.20', '--yes', '--json'],
      ...['--password-file', passwordFile],
    ]);
    const after = dataOf(run).job?.items.map((item) => item.after?.ipv4Address);
    expect([run.code, after]).toEqual([0, ['192.168.1.21', '192.168.1.22']]);
  });

  test('a plan is shown before it is done, and --dry-run does nothing', async () => {
    const before = (await runs()).length;
    const file = join(box.dataDir, 'plan.csv');
    writeFileSync(file, `serial;ip;name\n${camera()};192.168.1.90;Gate\nNOBODY99;192.168.1.91;x\n`);
    const dry = await cli(['network', 'plan', file, '--dry-run', '--wait-scan', '2', '--json']);
    const { plan, job } = dataOf(dry);
    expect([dry.code, job, plan?.length]).toEqual([1, undefined, 2]);
    expect(plan?.[0]).toMatchObject({ to: { ipv4Address: '192.168.1.90' }, problems: [] });
    expect(plan?.[1]?.problems[0]?.code).toBe('unknown-device');
    expect((await runs()).length).toBe(before);
    const human = await cli(['network', 'plan', file, '--dry-run', '--wait-scan', '2']);
    expect(human.stdout).toContain('→ 192.168.1.90');
    const run = await cli([
      ...['network', 'plan', file, '--wait-scan', '2', '--yes', '--json'],
      ...['--password-file', passwordFile],
    ]);
    // The row that cannot be done makes it 1, and the other one is done all the same.
    expect([run.code, dataOf(run).job?.counts]).toEqual([1, { verified: 1 }]);
  });

  test('devices that share an address get their own', async () => {
    const dry = await cli(['network', 'resolve', '--dry-run', '--wait-scan', '2', '--json']);
    const { groups } = dataOf(dry) as unknown as { groups: { address: string; rows: PlanRow[] }[] };
    expect(groups.map(({ address }) => address)).toEqual(['192.168.1.64']);
    expect(groups[0]?.rows.length).toBeGreaterThanOrEqual(1);
  });

  test('locate and cloud answer with one result', async () => {
    const lamp = await cli(['locate', camera(), '--json']);
    expect([lamp.code, dataOf(lamp).result?.verdict]).toEqual([0, 'accepted']);
    const told = await cli(['cloud', recorder(), '--json']);
    expect([told.code, dataOf(told).result?.cloud]).toMatchObject([
      0,
      { enabled: true, bound: true },
    ]);
    const off = await cli([
      ...['cloud', recorder(), '--disable', '--yes', '--json', '--password-file', passwordFile],
    ]);
    expect([off.code, dataOf(off).result]).toMatchObject([
      0,
      { verdict: 'verified', cloud: { enabled: false } },
    ]);
  });

  test('cloud and devices verify tell what a login reads, each with its source', async () => {
    const given = ['--json', '--password-file', passwordFile];
    const without = await cli(['cloud', camera(), '--json']);
    expect([without.code, dataOf(without).result]).toMatchObject([
      0,
      { http: null, httpError: { code: 'login.failed', params: { problem: 'no-login' } } },
    ]);
    const both = await cli(['cloud', camera(), ...given]);
    expect([both.code, dataOf(both).result]).toMatchObject([
      0,
      { cloud: { supported: true }, http: { server: 'litedev.hik-connect.com' } },
    ]);
    const read = await cli(['devices', 'verify', camera(), ...given]);
    expect([read.code, read.stderr]).toEqual([0, '']);
    expect(dataOf(read)).toMatchObject({
      ...{ isHeard: true, device: { model: 'DS-2CD2385G1-I' } },
      health: { at: expect.stringMatching(/^\d{4}-.*Z$/), identity: { type: 'IPCamera' } },
    });
    const wrong = join(box.dataDir, 'wrong.txt');
    writeFileSync(wrong, `${wrongPassword}\n`, { mode: 0o600 });
    const refused = await cli(['devices', 'verify', camera(), '--json', '--password-file', wrong]);
    expect([refused.code, dataOf(refused)]).toMatchObject([
      1,
      { isHeard: true, health: { findings: [{ code: 'login-refused' }] } },
    ]);
    expect(read.stdout + refused.stdout).not.toContain(trainingPassword);
    expect(refused.stdout).not.toContain(wrongPassword);
  });

  test('a run can be listed, shown, printed and put back', async () => {
    const set = ['network', 'set', camera(), '--ip', '192.168.1.95', '--yes', '--json'];
    const { job } = dataOf(await cli([...set, '--password-file', passwordFile]));
    const id = job?.id ?? '';
    const shown = await cli(['jobs', 'show', id.slice(-6), '--evidence']);
    expect([shown.code, shown.stdout]).toEqual([0, expect.stringContaining('192.168.1.95')]);
    const page = join(box.dataDir, 'run.html');
    const printed = await cli(['jobs', 'print', id, '--out', page, '--lang', 'es']);
    expect([printed.code, readFileSync(page, 'utf8').includes('<html')]).toEqual([0, true]);
    expect((await cli(['jobs', 'print', id, '--out', page])).code).toBe(4);
    expect((await cli(['jobs', 'show', 'nobody', '--json'])).code).toBe(2);
    // The training site begins anew with each command: the values are back already, and that is said.
    const undone = await cli([
      'network',
      'undo',
      id,
      '--yes',
      '--json',
      '--password-file',
      passwordFile,
    ]);
    expect([0, 1]).toContain(undone.code);
    for (const item of dataOf(undone).job?.items ?? []) expect(item.verdict).not.toBeNull();
  });

  test('the audit is intact after all of it, and no file holds a password', async () => {
    const run = await cli(['jobs', 'verify', '--json']);
    expect([run.code, dataOf(run).audit?.isIntact]).toEqual([0, true]);
    const own = new Set(['passwords.txt', 'mixed.txt', 'bad.txt', 'wrong.txt']);
    const files = readdirSync(box.dataDir, { recursive: true, encoding: 'utf8' })
      .filter((name) => !own.has(name))
      .map((name) => join(box.dataDir, name))
      .filter((path) => statSync(path).isFile());
    expect(files.length).toBeGreaterThan(2);
    for (const path of files) {
      const bytes = readFileSync(path);
      for (const secret of [trainingPassword, wrongPassword, 'Top-secret-1']) {
        expect([path, bytes.includes(secret)]).toEqual([path, false]);
      }
    }
  });
});

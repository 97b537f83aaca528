import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Device } from '../../main/contract/device.ts';
import type { VaultState } from '../../main/contract/methods-vault.ts';
import { trainingPassword } from '../../main/simulator/account.ts';
import { type CliBox, type CliOptions, type CliRun, createCliBox } from '../helpers/cli.ts';

// Whole processes are started here, on whatever else the machine is doing.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 });

const passphrase = 'seven blue ladders';
const next = 'eight green ladders';
const demo = ['--demo', '--scenario', 'small-shop'];
let box: CliBox;
let serial = '';

interface Data {
  readonly vault?: VaultState;
  readonly devices?: readonly Device[];
  readonly credentials?: readonly {
    readonly id: string;
    readonly scope: string;
    readonly provenAt: number | null;
  }[];
  readonly job?: { readonly counts: Readonly<Record<string, number>> };
  readonly entries?: number;
  readonly added?: number;
  readonly same?: number;
}

const file = (name: string): string => join(box.dataDir, name);
const open = (): string[] => ['--passphrase-file', file('own')];

const cli = (args: readonly string[], options?: CliOptions): Promise<CliRun> =>
  box.run([...args, '--json', ...demo], options);

async function data(args: readonly string[], options?: CliOptions): Promise<Data> {
  const run = await cli(args, options);
  expect([run.code, run.stdout]).toEqual([0, expect.stringContaining('"ok":true')]);
  return (run.json() as unknown as { data: Data }).data;
}

async function refused(args: readonly string[]): Promise<readonly [number | null, string]> {
  const run = await cli(args);
  const { error } = run.json() as unknown as { error: { code: string } };
  return [run.code, error.code];
}

beforeAll(async () => {
  box = createCliBox();
  const write = (name: string, text: string) => writeFileSync(file(name), text, { mode: 0o600 });
  write('own', `${passphrase}\n`);
  write('next', `${next}\n`);
  write('short', 'short\n');
  write('two', 'one line\nand another\n');
  write('password', `${trainingPassword}\n`);
  const { devices } = await data(['scan', '--wait', '2']);
  serial = devices?.find(({ model }) => model === 'DS-2CD2385G1-I')?.serial ?? '';
});
afterAll(() => box.remove());

test('without a vault its commands say so and what to do', async () => {
  expect((await data(['vault'])).vault).toMatchObject({ exists: false });
  expect(await refused(['vault', 'list'])).toEqual([3, 'vault.none']);
  expect(await refused(['vault', 'unlock'])).toEqual([3, 'vault.none']);
  expect(await refused(['vault', 'init'])).toEqual([4, 'input.undecided']);
  const short = ['--passphrase-file', file('short')];
  expect(await refused(['vault', 'init', ...short])).toEqual([2, 'vault.passphrase-short']);
  const two = ['--passphrase-file', file('two')];
  expect(await refused(['vault', 'init', ...two])).toEqual([2, 'input.usage']);
  expect(await refused(['vault', 'init', '--passphrase', passphrase])).toEqual([2, 'input.usage']);
});

test('a vault is set up, filled and used by a run; locked it needs a person', async () => {
  expect((await data(['vault', 'init', ...open()])).vault).toMatchObject({
    ...{ exists: true, isLocked: false },
  });
  const env = { UNTETHER_PASSPHRASE_FILE: file('own') };
  const save = ['vault', 'save', serial, '--password-file', file('password')];
  expect(await refused(save)).toEqual([4, 'vault.locked']);
  await data([...save, '--label', 'Gate'], { env });
  const before = (await data(['vault', 'list'], { env })).credentials;
  expect(before).toMatchObject([{ scope: 'device', provenAt: null }]);
  const run = ['network', 'set', serial, '--ip', '192.168.1.151', '--yes'];
  expect(await refused(run)).toEqual([4, 'vault.locked']);
  expect((await data(run, { env })).job?.counts).toEqual({ verified: 1 });
  const after = (await data(['vault', 'list', ...open()])).credentials;
  expect(after?.[0]?.provenAt).not.toBeNull();
});

test('the passphrase changes, a wrong one opens nothing', async () => {
  const change = ['vault', 'passwd', '--new-passphrase-file', file('next')];
  const wrong = ['--passphrase-file', file('next')];
  expect(await refused([...change, ...wrong])).toEqual([2, 'vault.not-opened']);
  await data([...change, ...open()]);
  expect(await refused(['vault', 'unlock', ...open()])).toEqual([2, 'vault.not-opened']);
  writeFileSync(file('own'), `${next}\n`);
  expect((await data(['vault', 'unlock', ...open()])).vault).toMatchObject({ isLocked: false });
  expect((await data(['vault', 'status'])).vault).toMatchObject({ isLocked: true });
});

test('wrong passphrases cost a pause also where each is a process of its own', async () => {
  const wrong = ['vault', 'unlock', '--passphrase-file', file('password')];
  const answers = [];
  for (let times = 0; times < 3; times += 1) answers.push(await refused(wrong));
  // The machine may be slow: by the sixth the pause is longer than a start of the program.
  while (answers.length < 12 && answers.at(-1)?.[1] !== 'vault.wait') {
    answers.push(await refused(wrong));
  }
  expect(answers.at(-1)).toEqual([3, 'vault.wait']);
  expect(await refused(['vault', 'unlock', ...open()])).toEqual([3, 'vault.wait']);
  await vi.waitFor(async () => expect((await cli(['vault', 'unlock', ...open()])).code).toBe(0), {
    ...{ timeout: 70_000, interval: 500 },
  });
});

test('a sealed file goes out and comes back', async () => {
  const out = file('laptop.utvault');
  const sealed = ['--file-passphrase-file', file('next')];
  expect(await refused(['vault', 'export', out, ...open()])).toEqual([4, 'input.undecided']);
  expect((await data(['vault', 'export', out, ...sealed, ...open()])).entries).toBe(1);
  expect(await refused(['vault', 'export', out, ...sealed, ...open()])).toEqual([
    ...[4, 'input.undecided'],
  ]);
  expect(readFileSync(out).toString('latin1')).not.toContain(trainingPassword);
  const [credential] = (await data(['vault', 'list', ...open()])).credentials ?? [];
  const forget = ['vault', 'forget', credential?.id ?? '', ...open()];
  expect(await refused(forget)).toEqual([4, 'input.undecided']);
  await data([...forget, '--yes']);
  expect((await data(['vault', 'list', ...open()])).credentials).toEqual([]);
  expect(await data(['vault', 'import', out, ...sealed, ...open()])).toMatchObject({ added: 1 });
  expect(await data(['vault', 'import', out, ...sealed, ...open()])).toMatchObject({ same: 1 });
});

test('groups share a password', async () => {
  const save = ['vault', 'save', '--group', 'lobby', '--password-file', file('password')];
  await data([...save, ...open()]);
  await data(['vault', 'group', 'lobby', serial, ...open()]);
  expect((await data(['vault', 'status'])).vault?.credentials).toMatchObject({ groups: 1 });
  expect(await refused(['vault', 'save', ...open()])).toEqual([2, 'input.usage']);
});

test('no passphrase and no password is in the log', () => {
  const log = join(box.dataDir, 'training', 'log');
  const text = readdirSync(log)
    .map((name) => readFileSync(join(log, name), 'utf8'))
    .join('\n');
  expect(text.length).toBeGreaterThan(0);
  for (const secret of [passphrase, next, trainingPassword]) expect(text).not.toContain(secret);
});

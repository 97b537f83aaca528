import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Device } from '../../main/contract/device.ts';
import type { Job } from '../../main/contract/job.ts';
import { trainingPassword } from '../../main/simulator/account.ts';
import { type CliBox, type CliOptions, type CliRun, createCliBox } from '../helpers/cli.ts';

// Whole processes are started here, on whatever else the machine is doing.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 });

const demo = ['--scenario', 'unbind-thirty'];
let box: CliBox;
let devices: readonly Device[];
const file = (name: string): string => join(box.dataDir, name);
const cli = (args: readonly string[], options?: CliOptions): Promise<CliRun> =>
  box.run([...args, ...demo], options);

function codeOf(run: CliRun): string {
  return (run.json() as unknown as { error: { code: string } }).error.code;
}

beforeAll(async () => {
  box = createCliBox();
  const run = await cli(['scan', '--wait', '2', '--json']);
  ({ devices } = (run.json() as unknown as { data: { devices: Device[] } }).data);
  writeFileSync(file('good'), trainingPassword, { mode: 0o600 });
  writeFileSync(file('wrong'), 'Wrong#9182', { mode: 0o600 });
});
afterAll(() => box.remove());

const serials = (): readonly string[] =>
  devices.filter(({ kind }) => kind !== 'panel').flatMap(({ serial }) => serial ?? []);
const one = (): string => serials()[0] ?? '';
/** Bound to an account, and unbound over the LAN. */
const bound = (): string =>
  devices.find(({ cloud }) => cloud.bound === true && cloud.unbindSupported === true)?.serial ?? '';

describe('how a command says that nothing happened', () => {
  test('when the time of --timeout is over before it begins', async () => {
    const args = ['locate', one(), '--timeout', '0.1'];
    const run = await cli([...args, '--json']);
    expect([run.code, codeOf(run)]).toEqual([1, 'host.time-up']);
    const told = await cli([...args, '--lang', 'it']);
    expect([told.code, told.stderr]).toEqual([1, expect.stringContaining('--timeout')]);
    const help = await cli(['locate', '--help']);
    expect(help.stdout.replace(/\s+/g, ' ')).toContain(
      'as Ctrl+C does: what is at work is finished',
    );
  });

  test.each([
    ['en', 'untether vault save'],
    ['it', 'untether vault save'],
    ['es', 'untether vault save'],
  ])('when no password was given, with where it can come from (%s)', async (lang, words) => {
    const run = await cli(['cloud', bound(), '--disable', '--yes', '--lang', lang]);
    expect([run.code, run.stderr]).toEqual([4, expect.stringContaining('--password-file')]);
    expect(run.stderr).toContain(words);
  });
});

test('a run that one wrong password stopped is not told as done', async () => {
  const args = ['unbind', ...serials(), '--no-wait', '--yes', '--password-file', file('wrong')];
  const run = await cli(args);
  const end = run.stdout.slice(run.stdout.lastIndexOf('Stopped early'));
  expect(run.code).toBe(1);
  expect(end).toMatch(/refused it: 1\. Devices not tried: \d{2}\./);
  expect(end).toContain('Find out the right password of that device first.');
  const last = await cli(['jobs', 'show', 'last', '--json']);
  const { job } = (last.json() as unknown as { data: { job: Job } }).data;
  expect(job.counts['wrong-password']).toBe(1);
  expect(end).toContain(`Devices not tried: ${job.counts['skipped']}.`);
});

test('a name with escape codes repaints no terminal and stays what it was', async () => {
  const name = 'Gate\u001b[2J\u009b31m';
  const edited = await cli(['devices', 'edit', one(), '--name', name]);
  expect(edited.code).toBe(0);
  const shown = await cli(['devices', 'show', one(), '--json']);
  const { device } = (shown.json() as unknown as { data: { device: Device } }).data;
  expect(device.name).toBe(name);
  const listed = await cli(['devices', 'list']);
  for (const { stdout, stderr } of [edited, shown, listed]) {
    expect((stdout + stderr).replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  }
  await cli(['devices', 'edit', one(), '--name', '']);
});

describe('a password that is none costs no device a try', () => {
  const runs = async (): Promise<number> => {
    const run = await cli(['jobs', '--json']);
    return (run.json() as unknown as { data: { jobs: unknown[] } }).data.jobs.length;
  };

  test.each([
    ['bytes that are no text', Buffer.from([0x70, 0xff, 0xfe, 0x71]), 'UTF-8'],
    ['UTF-16 without its mark', Buffer.from('Untether2026!', 'utf16le'), 'UTF-8'],
    ['more than a password has', Buffer.alloc(3000, 0x61), '128'],
  ])('%s, from standard input and from a file', async (_what, bytes, words) => {
    const before = await runs();
    const change = ['network', 'set', one(), '--http-port', '8081', '--yes'];
    writeFileSync(file('odd'), bytes, { mode: 0o600 });
    const given = await cli([...change, '--password-stdin'], { input: bytes });
    const filed = await cli([...change, '--password-file', file('odd')]);
    for (const { code, stderr } of [given, filed]) {
      expect([code, stderr]).toEqual([2, expect.stringContaining(words)]);
    }
    expect(await runs()).toBe(before);
  });

  test('a new one that is missing is asked for by its own option', async () => {
    const run = await cli(['password', one(), '--yes', '--password-file', file('good')]);
    expect([run.code, run.stderr]).toEqual([4, expect.stringContaining('--new-password-file')]);
  });
});

test.skipIf(!existsSync('/dev/full'))('what could not be written out is no success', async () => {
  const run = await cli(['devices', '--json'], { outFile: '/dev/full' });
  expect([run.code, run.stderr]).toEqual([3, expect.stringContaining('the disk is full')]);
});

import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { shortSerialOf } from '../../main/contract/columns.ts';
import type { Device } from '../../main/contract/device.ts';
import { trainingPassword } from '../../main/simulator/account.ts';
import { type CliBox, type CliRun, createCliBox } from '../helpers/cli.ts';

// Whole processes are started here, on whatever else the machine is doing.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 });

const demo = ['--scenario', 'unbind-thirty'];
let box: CliBox;
let offline: string;
let passwordFile: string;

interface Item {
  readonly state: string;
  readonly verdict: string | null;
}
interface JsonJob {
  readonly id: string;
  readonly state: string;
  readonly items: readonly Item[];
}

function jobOf(run: CliRun): JsonJob {
  return (run.json() as unknown as { data: { job: JsonJob } }).data.job;
}

beforeAll(async () => {
  box = createCliBox();
  const run = await box.run(['scan', '--wait', '2', '--json', ...demo]);
  const { devices } = (run.json() as unknown as { data: { devices: Device[] } }).data;
  offline = devices.find(({ model }) => model === 'DS-2DE2A404IW-DE3')?.serial ?? '';
  passwordFile = join(box.dataDir, 'passwords.txt');
  writeFileSync(passwordFile, trainingPassword, { mode: 0o600 });
});
afterAll(() => box.remove());

const unbind = () => ['unbind', offline, '--password-file', passwordFile, '--yes', ...demo];

describe.skipIf(process.platform === 'win32')('a run that waits for Internet', () => {
  test('is left by Ctrl+C to be resumed, told so, and ended by cancel', async () => {
    const stopped = await box.run(unbind(), {
      whileRunning: (child) => {
        child.stderr?.on('data', (chunk) => {
          if (String(chunk).includes('Ctrl+C leaves the run')) child.kill('SIGINT');
        });
      },
    });
    expect(stopped.code).toBe(130);
    expect(stopped.stdout).toContain('Waiting for Internet');
    const id = /untether jobs resume (\w+)/.exec(stopped.stderr)?.[1] ?? '';
    const shown = jobOf(await box.run(['jobs', 'show', id, '--json', ...demo]));
    expect([shown.state, shown.items[0]?.state]).toEqual(['paused', 'waiting-internet']);

    const password = ['--password-file', passwordFile];
    const resumed = await box.run([
      'jobs',
      'resume',
      'last',
      '--no-wait',
      '--json',
      ...password,
      ...demo,
    ]);
    expect([resumed.code, jobOf(resumed).id]).toEqual([1, id]);
    const byUnbind = await box.run([
      'unbind',
      '--resume',
      id,
      '--no-wait',
      '--json',
      ...password,
      ...demo,
    ]);
    expect(jobOf(byUnbind).id).toBe(id);

    const cancelled = await box.run(['jobs', 'cancel', id, '--json', ...demo]);
    expect([cancelled.code, jobOf(cancelled).state]).toEqual([0, 'cancelled']);
    const again = await box.run(['jobs', 'resume', id, '--json', ...demo]);
    expect([again.code, again.stdout.includes('job.not-resumable')]).toEqual([2, true]);
  });

  test('ends by itself with --no-wait, without a password being asked for', async () => {
    const run = await box.run(['unbind', offline, '--no-wait', '--json', ...demo]);
    const { data } = run.json() as unknown as { data: { preflight: Item[]; job?: JsonJob } };
    expect([run.code, data.job, data.preflight[0]?.verdict]).toEqual([
      1,
      undefined,
      'needs-internet',
    ]);
  });

  test('--timeout leaves it as Ctrl+C does, with 1', async () => {
    const run = await box.run([...unbind(), '--timeout', '12', '--json']);
    expect([run.code, jobOf(run).state]).toEqual([1, 'paused']);
  });
});

const script = '/usr/bin/script';

/** Types on a terminal of its own; gives back everything that was shown there. */
function atTerminal(args: readonly string[], answers: readonly (readonly [RegExp, string])[]) {
  const entry = resolve(import.meta.dirname, '../../out/main/cli.js');
  const quoted = [process.execPath, entry, ...args].map((each) => `'${each}'`).join(' ');
  return new Promise<{ code: number | null; shown: string }>((done) => {
    const child = spawn(script, ['-qefc', quoted, '/dev/null'], {
      env: { ...process.env, LANG: 'C', LC_ALL: '', UNTETHER_DATA_DIR: box.dataDir },
    });
    let shown = '';
    const left = [...answers];
    child.stdout.on('data', (chunk) => {
      shown += String(chunk);
      const [next] = left;
      if (next === undefined || !next[0].test(shown)) return;
      left.shift();
      child.stdin.write(next[1]);
    });
    child.once('close', (code) => done({ code, shown }));
  });
}

describe.skipIf(!existsSync(script))('at a terminal', () => {
  const shop = ['--demo', '--scenario', 'small-shop', '--data-dir'];
  const start = (name: string) => [...shop, join(box.dataDir, name)];

  async function someSerial(name: string, model: string): Promise<string> {
    const run = await box.run(['scan', '--wait', '2', '--json', ...start(name)]);
    const { devices } = (run.json() as unknown as { data: { devices: Device[] } }).data;
    return devices.find((device) => device.model === model)?.serial ?? '';
  }

  test('names the device, asks, and takes a password that nobody sees', async () => {
    const serial = await someSerial('yes', 'DS-7608NI-K2/8P');
    const run = await atTerminal(
      ['unbind', serial, ...start('yes')],
      [
        [/Go on\? \(y\/n\)/, 'y\n'],
        [/Admin password: /, `${trainingPassword}\r`],
      ],
    );
    expect(run.shown).toContain(`DS-7608NI-K2/8P · ${shortSerialOf(serial)} · 192.168.1.20`);
    expect(run.shown).not.toContain(trainingPassword);
    expect([run.code, run.shown.includes('Verified')]).toEqual([0, true]);
  });

  test('a no is a no: nothing is begun, 4', async () => {
    const serial = await someSerial('no', 'DS-7608NI-K2/8P');
    const run = await atTerminal(['unbind', serial, ...start('no')], [[/Go on\? \(y\/n\)/, 'n\n']]);
    const shown = run.shown.replace(/\s+/g, ' ');
    expect([run.code, shown.includes('nothing was sent')]).toEqual([4, true]);
    expect((await box.run(['jobs', ...start('no')])).stdout).toContain('no runs');
  });

  test('Ctrl+C at a question is 130, and nothing is begun', async () => {
    const serial = await someSerial('cut', 'DS-2CD2143G2-I');
    const asked = await atTerminal(['activate', serial, ...start('cut')], [[/\(y\/n\)/, '\u0003']]);
    expect(asked.code).toBe(130);
    const typed = await atTerminal(
      ['activate', serial, ...start('cut'), '--yes'],
      [[/New password/, 'half\u0003']],
    );
    expect(typed.code).toBe(130);
    expect((await box.run(['jobs', ...start('cut')])).stdout).toContain('no runs');
  });

  test('a new password is typed twice, because nobody could correct a slip', async () => {
    const serial = await someSerial('new', 'DS-2CD2143G2-I');
    const run = await atTerminal(
      ['activate', serial, ...start('new'), '--yes'],
      [
        [/New password.*: $/, `${trainingPassword}\r`],
        [/Once more: $/, 'Another#77\r'],
        [/not the same[\s\S]*New password.*: $/, `${trainingPassword}\r`],
        [/not the same[\s\S]*Once more: $/, `${trainingPassword}\r`],
      ],
    );
    expect([run.code, run.shown.includes('Verified')]).toEqual([0, true]);
    expect(run.shown).not.toContain('Another#77');
  });
});

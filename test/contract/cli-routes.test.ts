import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Device } from '../../main/contract/device.ts';
import type { ChooserState, RecoveryCase } from '../../main/contract/recovery.ts';
import { type CliBox, type CliRun, createCliBox } from '../helpers/cli.ts';

// Whole processes are started here, on whatever else the machine is doing.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 });

const demo = ['--demo', '--scenario', 'small-shop'];
let box: CliBox;
let serial: string;

interface Data {
  readonly chooser?: Omit<ChooserState, 'answers'> & { answers: readonly { at: string }[] };
  readonly case?: RecoveryCase;
  readonly text?: string;
  readonly files?: readonly string[];
  readonly offers?: readonly unknown[];
}

const cli = (...args: readonly string[]) => box.run([...args, '--json', ...demo]);

function dataOf(run: CliRun): Data {
  const document = run.json() as unknown as { readonly ok: boolean; readonly data: Data };
  if (!document.ok) throw new Error(run.stdout);
  return document.data;
}

function codeOf(run: CliRun): string {
  return (run.json() as unknown as { error: { code: string } }).error.code;
}

beforeAll(async () => {
  box = createCliBox();
  const run = await cli('scan', '--wait', '2');
  const { devices } = (run.json() as unknown as { data: { devices: Device[] } }).data;
  serial = devices.find(({ model }) => model === 'DS-2CD2385G1-I')?.serial ?? '';
});
afterAll(() => box.remove());

describe('choose', () => {
  test('answers are kept, shown in words, and taken back', async () => {
    const answered = await cli(
      'choose',
      serial,
      '--answer',
      'goal=unbind',
      '--answer',
      'has-router=no',
    );
    const state = dataOf(answered).chooser;
    expect(state?.answers).toHaveLength(2);
    expect(state?.answers[0]?.at).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
    const shown = await box.run(['choose', serial, '--lang', 'it', ...demo]);
    expect(shown.stdout).toContain('Con questo strumento, in rete locale');
    expect(shown.stdout).toContain('Liberarlo da un account');
    const back = await cli('choose', serial, '--forget', 'goal', '--forget', 'has-router');
    expect(dataOf(back).chooser?.answers).toEqual([]);
    expect(dataOf(back).chooser?.question?.id).toBe('goal');
    const wrong = await cli('choose', serial, '--answer', 'goal');
    expect(wrong.code).toBe(2);
    const other = await cli('choose', serial, '--answer', 'goal=gui-4');
    expect([other.code, codeOf(other)]).toEqual([2, 'chooser.no-such-answer']);
  });
});

describe('message', () => {
  test('is told in the language, with its codes in files', async () => {
    const out = join(box.dataDir, 'owner.svg');
    const made = await cli('message', 'agree-portal-reset', serial, '--lang', 'es', '--out', out);
    const { text = '', files = [] } = dataOf(made);
    expect(text).toContain('Solo usted puede aceptar');
    expect(text).not.toContain(serial);
    expect(files[0]).toMatch(/owner\.txt$/);
    for (const file of files) expect(existsSync(file)).toBe(true);
    expect(readFileSync(files[1] ?? '', 'utf8')).toMatch(/^<svg /);
  });
});

describe('the request and the answer of a case', () => {
  test('the request is written, and an answer needs its secrets from elsewhere', async () => {
    expect(dataOf(await cli('cases', 'offers')).offers).toEqual([]);
    await cli(
      'cases',
      'open',
      serial,
      '--kind',
      'reset-file',
      '--authorised-by',
      'Owner, in writing',
    );
    const out = join(box.dataDir, 'request.txt');
    const exported = await cli('cases', 'export', 'last', '--out', out);
    expect(dataOf(exported).case?.steps.find(({ id }) => id === 'file-exported')?.state).toBe(
      'done',
    );
    expect(readFileSync(out, 'utf8')).toContain(serial);
    const answer = join(box.dataDir, 'answer.xml');
    writeFileSync(answer, 'NOT-THE-ANSWER');
    const unasked = await cli('cases', 'apply', 'last', '--file', answer);
    expect([unasked.code, codeOf(unasked)]).toEqual([4, 'input.undecided']);
    const secret = join(box.dataDir, 'new.txt');
    writeFileSync(secret, 'short');
    const weak = await cli('cases', 'apply', 'last', '--file', answer, '--password-file', secret);
    expect([weak.code, codeOf(weak)]).toEqual([2, 'recovery.weak-password']);
    writeFileSync(secret, 'Neues-Wort7');
    const args = ['--file', answer, '--password-file', secret, '--override-lockout', 'TRY ANYWAY'];
    const refused = await cli('cases', 'apply', 'last', ...args);
    // Each process has a training site of its own, in which nobody has asked for a request yet.
    expect([refused.code, codeOf(refused)]).toEqual([1, 'recovery.answer-void']);
    expect(refused.stdout + refused.stderr).not.toContain('Neues-Wort7');
  });
});

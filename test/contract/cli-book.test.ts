import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type CliBox, createCliBox } from '../helpers/cli.ts';

// Whole processes are started here, on whatever else the machine is doing.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let box: CliBox;
const demo = ['--demo', '--scenario', 'small-shop'];

function file(name: string, text: string): string {
  const path = join(box.dataDir, name);
  writeFileSync(path, `${text}\n`, { mode: 0o600 });
  return path;
}

async function data(args: readonly string[]): Promise<Record<string, unknown>> {
  const run = await box.run([...args, '--json', ...demo]);
  return (run.json() as unknown as { data: Record<string, unknown> }).data;
}

beforeAll(async () => {
  box = createCliBox();
  await box.run(['devices', 'add', '--host', 'cam9.training.lan', '--name', 'Yard', ...demo]);
}, 30_000);
afterAll(() => box.remove());

describe('a device added by its name', () => {
  test('is kept although the name is not resolved, and no password is blamed', async () => {
    const run = await box.run(['devices', 'test', 'Yard', ...demo]);
    expect(run.code).toBe(1);
    expect(run.stdout).toContain('cam9.training.lan was not resolved');
    const entry = (await data(['devices', 'show', 'Yard']))['entry'];
    expect(entry).toMatchObject({
      addedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      test: { name: 'not-resolved', login: 'not-tested', at: expect.stringMatching(/Z$/) },
    });
  });

  test('may be changed by name, and only this list knows', async () => {
    expect(await data(['devices', 'type', 'Yard', 'recorder'])).toMatchObject({
      device: { kind: 'recorder' },
    });
    expect((await data(['devices', 'type', 'Yard', 'auto']))['device']).toMatchObject({
      kind: 'unknown',
    });
  });

  test('a name that fits nothing is answered with those that are known', async () => {
    const run = await box.run(['devices', 'show', 'Gate', ...demo]);
    expect([run.code, run.stderr]).toEqual([2, expect.stringContaining('Known: Yard')]);
  });
});

describe('its password', () => {
  test('is judged; a weak one is told in three languages and used', async () => {
    const words = { en: 'This password is weak', it: 'password è debole', es: 'es débil' };
    const weak = file('weak.txt', 'abcd1234');
    for (const [lang, expected] of Object.entries(words)) {
      const edit = ['devices', 'edit', 'Yard', '--user', lang, '--no-test', '--yes'];
      const run = await box.run([...edit, '--password-file', weak, '--lang', lang, ...demo]);
      expect(run.stdout).toContain(expected);
      expect(`${run.stdout}${run.stderr}`).not.toContain('abcd1234');
    }
    const strong = file('strong.txt', 'Untether2026!');
    const edit = ['devices', 'edit', 'Yard', '--user', 'x', '--no-test', '--yes'];
    const told = await data([...edit, '--password-file', strong]);
    expect(told['passwordProblems']).toEqual([]);
  });

  test('without an open vault waits for a person, and the device is kept', async () => {
    const given = ['--password-file', file('pw.txt', 'Untether2026!'), ...demo];
    const run = await box.run(['devices', 'add', '--host', 'cam1.training.lan', ...given]);
    expect(run.code).toBe(4);
    expect(run.stdout).toContain('The device is in the book.');
    const list = await data(['devices']);
    expect(list['devices']).toHaveLength(2);
  });
});

test('health is read by itself or not, as it was said', async () => {
  expect(await data(['devices', 'health', 'Yard', 'on'])).toMatchObject({ isOn: true });
  expect(await data(['devices', 'health', 'Yard'])).toMatchObject({ isOn: true, health: null });
  const off = await box.run(['devices', 'health', 'Yard', 'off', ...demo]);
  expect(off.stdout).toContain('not read by itself');
  const wrong = await box.run(['devices', 'health', 'Yard', 'maybe', ...demo]);
  expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('none of on, off')]);
});

test('a code file that is not there is no code', async () => {
  const run = await box.run(['qr', 'read', 'nowhere.txt', ...demo]);
  expect([run.code, run.stderr]).toEqual([2, expect.stringContaining('there is no file')]);
});

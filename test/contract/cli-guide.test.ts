import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type CliBox, createCliBox } from '../helpers/cli.ts';

// Whole processes are started here, on whatever else the machine is doing.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let box: CliBox;
beforeAll(() => {
  box = createCliBox();
});
afterAll(() => box.remove());

const loopback = ['--iface', '127.0.0.1'];
const idsIn = (data: unknown) =>
  (data as { guides: { id: string; excerpt?: string }[] }).guides.map(({ id }) => id);

describe('guide', () => {
  test('lists the guides that the build carries, by group', async () => {
    const json = await box.run(['guide', '--json', ...loopback]);
    const ids = idsIn(json.json().data);
    expect(json.code).toBe(0);
    expect(ids.length).toBeGreaterThanOrEqual(30);
    const human = await box.run(['guide', 'list', ...loopback]);
    expect(human.stdout).toContain('UNBINDING');
    for (const id of ids) expect(human.stdout).toContain(`${id}\n`);
  });

  test('searches by words, also in several arguments, and by a number', async () => {
    const words = await box.run(['guide', 'search', 'different', 'areas', '--json', ...loopback]);
    expect(idsIn(words.json().data)[0]).toBe('area-rule');
    const number = await box.run(['guide', 'search', '2024', ...loopback]);
    expect(number.stdout.split('\n')[0]).toBe('lockout');
    expect(number.stdout).not.toContain('\u001b');
  });

  test('nothing found is 1 and says where all of them are', async () => {
    const run = await box.run(['guide', 'search', 'xyzzyx', ...loopback]);
    expect([run.code, run.stdout.includes('untether guide')]).toEqual([1, true]);
  });

  test('shows one within 80 columns, with its sources and where they disagree', async () => {
    const run = await box.run(['guide', 'show', 'reset-button', ...loopback]);
    expect(run.code).toBe(0);
    expect(run.stdout).toContain('Where sources disagree');
    expect(run.stdout).toContain('Sources');
    expect(run.stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
    const json = await box.run(['guide', 'show', 'reset-button', '--json', ...loopback]);
    expect(json.json().data).toMatchObject({ guide: { id: 'reset-button', group: 'reset' } });
  });

  test('an unknown id is 2 and names near ones', async () => {
    const run = await box.run(['guide', 'show', 'lockot', '--json', ...loopback]);
    expect(run.code).toBe(2);
    expect(run.json().error).toMatchObject({
      code: 'guide.not-found',
      params: { wanted: 'lockot', similar: expect.stringContaining('lockout') },
    });
  });

  test('without an id it says that one is missing', async () => {
    expect((await box.run(['guide', 'show', ...loopback])).code).toBe(2);
  });
});

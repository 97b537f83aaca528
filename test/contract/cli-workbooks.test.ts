import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { ImportRow } from '../../main/contract/book.ts';
import type { Device } from '../../main/contract/device.ts';
import type { PlanRow } from '../../main/contract/job.ts';
import { type CliBox, type CliRun, createCliBox } from '../helpers/cli.ts';
import { workbook } from '../helpers/workbooks.ts';

// Whole processes are started here, on whatever else the machine is doing.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 });

let box: CliBox;
let devices: readonly Device[];

interface Data {
  readonly devices?: readonly Device[];
  readonly plan?: readonly PlanRow[];
  readonly rows?: readonly ImportRow[];
  readonly jobs?: readonly unknown[];
  readonly added?: number;
  readonly sheet?: string;
  readonly otherSheets?: readonly string[];
}

const cli = (...args: readonly string[]) =>
  box.run([...args, '--demo', '--scenario', 'small-shop']);

function dataOf(run: CliRun): Data {
  const document = run.json() as unknown as { readonly ok: boolean; readonly data: Data };
  if (!document.ok) throw new Error(run.stdout);
  return document.data;
}

function serialOf(model: string): string {
  const found = devices.find((device) => device.model === model)?.serial;
  if (found == null) throw new Error(`${model} was not found`);
  return found;
}

const cells = (...row: readonly string[]) => row.map((value) => ({ value, type: String }));

function fileOf(name: string, bytes: Uint8Array): string {
  const file = join(box.dataDir, name);
  writeFileSync(file, bytes);
  return file;
}

beforeAll(async () => {
  box = createCliBox();
  devices = dataOf(await cli('scan', '--wait', '3', '--json')).devices ?? [];
}, 60_000);
afterAll(() => box.remove());

describe('a plan as a workbook', () => {
  test('shows the differences; unknown serials and doubled addresses are errors on their rows', async () => {
    const plan = [
      cells('Serial', 'Name', 'IP'),
      cells(serialOf('DS-2CD2385G1-I'), 'Gate', '192.168.1.90'),
      [],
      cells('NOBODY99', 'Hall', '192.168.1.91'),
      cells(serialOf('I81EM'), 'Yard', '192.168.1.93'),
      cells(serialOf('DS-7608NI-K2/8P'), 'Rack', '192.168.1.93'),
    ];
    const sheets = { Cover: [], Cameras: plan, Notes: [cells('ask at the desk')] };
    const file = fileOf('plan.xlsx', await workbook(sheets));
    const args = ['network', 'plan', file, '--dry-run', '--wait-scan', '2'];
    const dry = await cli(...args, '--json');
    const data = dataOf(dry);
    expect([dry.code, data.sheet, data.otherSheets]).toEqual([1, 'Cameras', ['Notes']]);
    expect(data.plan?.[0]).toMatchObject({
      ...{ line: 2, name: 'Gate', to: { ipv4Address: '192.168.1.90' }, problems: [] },
    });
    const told = data.plan?.map(({ line, problems }) => [line, problems.map(({ code }) => code)]);
    expect(told?.slice(1)).toEqual([
      [4, ['unknown-device']],
      [5, expect.arrayContaining(['doubled-in-plan'])],
      [6, expect.arrayContaining(['doubled-in-plan'])],
    ]);
    const human = await cli(...args);
    expect(human.stdout).toContain('→ 192.168.1.90');
    expect(human.stderr).toContain('Sheet "Cameras" was read; the file also has: Notes.');
    expect(dataOf(await cli('jobs', '--json')).jobs).toEqual([]);
  });

  test('our own export is one that changes nothing, and reads as the one in CSV does', async () => {
    const planOf = async (ending: string) => {
      const file = join(box.dataDir, `own.${ending}`);
      expect((await cli('devices', 'export', '--out', file)).code).toBe(0);
      const dry = await cli('network', 'plan', file, '--dry-run', '--wait-scan', '2', '--json');
      return dataOf(dry).plan ?? [];
    };
    const plan = await planOf('xlsx');
    expect(plan.length).toBeGreaterThan(3);
    expect(plan.filter(({ to }) => Object.keys(to).length > 0)).toEqual([]);
    expect(plan).toEqual(await planOf('csv'));
  });

  test.each([
    ['with a password', 'EncryptedPackage', 'table.protected'],
    ['of the old format', 'Workbook', 'table.other-format'],
  ])('%s is refused with what to do', async (_what, stream, code) => {
    const head = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
    const file = fileOf('old.xlsx', Buffer.concat([head, Buffer.from(stream, 'utf16le')]));
    const run = await cli('network', 'plan', file, '--dry-run', '--json');
    const { error } = run.json() as unknown as { error: { code: string } };
    expect([run.code, error.code]).toEqual([2, code]);
  });
});

describe('devices from a workbook', () => {
  test('are shown first, then added; a password in it is told by nobody', async () => {
    const list = [
      cells('Address', 'Name', 'Port', 'Password'),
      cells('cam1.training.lan', 'Gate', '8000', ''),
      cells('not an address', 'Hall', '8000', 'Geheim#4711'),
    ];
    const file = fileOf('list.xlsx', await workbook({ Devices: list }));
    const dry = await cli('devices', 'import', file, '--dry-run', '--json');
    const { rows, sheet } = dataOf(dry);
    expect([dry.code, sheet]).toEqual([1, 'Devices']);
    expect(rows).toMatchObject([
      { line: 2, host: 'cam1.training.lan', commandPort: 8000, hasPassword: false, problems: [] },
      { line: 3, hasPassword: true, problems: [{ code: 'bad-host', level: 'stop' }] },
    ]);
    const run = await cli('devices', 'import', file, '--json');
    expect([run.code, dataOf(run).added]).toEqual([1, 1]);
    expect(`${dry.stdout}${dry.stderr}${run.stdout}${run.stderr}`).not.toContain('Geheim');
  });
});

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type CliBox, createCliBox } from '../helpers/cli.ts';

// Whole processes are started here, on whatever else the machine is doing.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 });

const demo = ['--demo', '--scenario', 'small-shop', '--json'];
let box: CliBox;
const file = (name: string): string => join(box.dataDir, name);

async function data(args: readonly string[]) {
  const run = await box.run([...args, ...demo]);
  expect([run.code, run.stdout]).toEqual([0, expect.stringContaining('"ok":true')]);
  return JSON.parse(run.stdout).data;
}

beforeAll(async () => {
  box = createCliBox();
  writeFileSync(file('phrase'), 'four loud tractors', { mode: 0o600 });
  writeFileSync(file('wrong'), 'another long phrase', { mode: 0o600 });
  await data(['scan', '--wait', '3']);
});
afterAll(() => box?.remove());

test('a report for the client, and the sealed one of the office that opens again', async () => {
  const made = await data([
    'report',
    'handover-client',
    '--client',
    'Hotel',
    '--out',
    file('h.html'),
  ]);
  expect(made.mediaType).toContain('text/html');
  expect(readFileSync(file('h.html'), 'utf8')).toContain('Hotel');
  const sealed = ['--file-passphrase-file', file('phrase')];
  await data(['report', 'handover-office', '--out', file('o.utreport'), ...sealed]);
  await data(['report', 'open', file('o.utreport'), '--out', file('o.html'), ...sealed]);
  expect(readFileSync(file('o.html'), 'utf8')).toContain('<!doctype html>');
  const wrong = await box.run([
    ...['report', 'open', file('o.utreport'), '--file-passphrase-file', file('wrong')],
    ...['--out', file('x.html'), ...demo],
  ]);
  expect(wrong.code).not.toBe(0);
  expect(wrong.stdout).toContain('sealed.not-opened');
});

test('a report takes its form from the end of the file name', async () => {
  await data(['report', 'inventory', '--out', file('list.xlsx')]);
  expect(readFileSync(file('list.xlsx')).subarray(0, 2).toString()).toBe('PK');
  await data(['report', 'inventory', '--out', file('list.csv')]);
  expect(readFileSync(file('list.csv'), 'utf8')).not.toContain('<html');
  const nowhere = await box.run([
    'report',
    'inventory',
    '--out',
    '/nowhere/x.csv',
    '--lang',
    'it',
    ...demo,
  ]);
  expect([nowhere.code, nowhere.stdout]).toEqual([3, expect.stringContaining('cartella')]);
  const nobody = await box.run(['report', 'inventory', 'nobody-here', ...demo]);
  expect([nobody.code, nobody.stdout]).toEqual([2, expect.stringContaining('known: ')]);
});

test('the site out and in again changes nothing', async () => {
  const sealed = ['--file-passphrase-file', file('phrase')];
  await data(['site', 'export', file('s.utsite'), ...sealed]);
  const { preview } = await data(['site', 'import', file('s.utsite'), '--preview', ...sealed]);
  expect(preview).toMatchObject({ newDevices: 0, conflicts: [] });
  const { result } = await data(['site', 'import', file('s.utsite'), ...sealed]);
  expect(result).toMatchObject({ added: 0, merged: 0, cases: 0, auditLines: 0, credentials: 0 });
});

test('the codes of the whole site, without naming its devices', async () => {
  const sealed = ['--file-passphrase-file', file('phrase')];
  const made = await data(['qr', '--site', '--out', file('site.html'), ...sealed]);
  const { devices } = await data(['devices']);
  expect(made.devices).toHaveLength(devices.length);
  expect(readFileSync(file('site.html'), 'utf8')).toContain('<svg');
  const nobody = await box.run(['qr', '--out', file('none.html'), ...demo]);
  expect([nobody.code, nobody.stdout]).toEqual([2, expect.stringContaining('--site')]);
  await data(['site', 'new', 'Empty']);
  const empty = await box.run(['qr', '--site', '--out', file('none.html'), '--plain', ...demo]);
  expect([empty.code, empty.stdout]).toEqual([2, expect.stringContaining('Empty')]);
  await data(['site', 'use', 'This site']);
});

test('the package for support', async () => {
  await data(['support', '--story', 'It would not unbind.', '--out', file('s.zip')]);
  expect(readFileSync(file('s.zip')).subarray(0, 2).toString()).toBe('PK');
});

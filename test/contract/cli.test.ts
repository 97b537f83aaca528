import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { type Device, device as deviceSchema } from '../../main/contract/device.ts';
import { adapterView, doctorCheck } from '../../main/contract/network.ts';
import { site as siteSchema } from '../../main/contract/site.ts';
import { type CliBox, createCliBox } from '../helpers/cli.ts';

// Whole processes are started here, on whatever else the machine is doing.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let box: CliBox;
let devices: readonly Device[];
const demo = ['--demo', '--scenario', 'small-shop'];
// The contract counts milliseconds; the command line prints times as ISO 8601.
const adapterJson = adapterView.extend({ lastReplyAt: z.iso.datetime().nullable() });
const siteJson = siteSchema.extend({ createdAt: z.iso.datetime() });

beforeAll(async () => {
  box = createCliBox();
  const run = await box.run(['scan', '--wait', '3', '--json', ...demo]);
  const { data } = run.json() as unknown as { data: { devices: Device[] } };
  devices = data.devices;
}, 30_000);
afterAll(() => box.remove());

function first(): Device {
  const found = devices[0];
  if (found === undefined) throw new Error('the scan found nothing');
  return found;
}

describe('scan', () => {
  test('prints one document: devices, adapters, counters', async () => {
    const run = await box.run(['scan', '--wait', '2', ...demo, '--json']);
    const { ok, data } = run.json() as unknown as { ok: boolean; data: Record<string, unknown[]> };
    expect([run.code, ok, run.stderr]).toEqual([0, true, '']);
    expect(Object.keys(data).sort()).toEqual(['adapters', 'counters', 'devices']);
    expect(data['devices']?.length).toBeGreaterThanOrEqual(5);
    for (const each of data['devices'] ?? []) deviceSchema.parse(each);
    for (const each of data['adapters'] ?? []) adapterJson.parse(each);
    expect(Object.keys(data['counters'] ?? {}).sort()).toEqual([
      'datagrams',
      'decoded',
      'dropped',
      'probes',
      'rejected',
    ]);
    expect(run.stdout.trimEnd().split('\n')).toHaveLength(1);
  });

  test('prints a table for people, without colour where nobody sees it', async () => {
    const run = await box.run(['scan', '--wait', '2', ...demo]);
    expect(run.code).toBe(0);
    expect(run.stdout).toContain('IPv4 address');
    expect(run.stdout).toContain(first().serial);
    expect(run.stdout).toContain('Same IP (2)');
    expect(run.stdout).not.toContain('\u001b');
    expect(run.stderr).toContain('Listening on');
  });

  test('speaks three languages', async () => {
    const run = await box.run(['scan', '--wait', '1', ...demo, '--lang', 'it']);
    expect(run.stdout).toContain('Dispositivi che hanno risposto');
    const system = await box.run(['scan', '--wait', '1', ...demo], {
      env: { LANG: 'es_ES.UTF-8' },
    });
    expect(system.stdout).toContain('Dispositivos que respondieron');
  });

  test('--watch prints one document per line until it is ended', async () => {
    const run = await box.run(['scan', '--watch', '--timeout', '3', '--json', ...demo]);
    const documents = run.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(run.code).toBe(0);
    expect(documents.length).toBeGreaterThanOrEqual(2);
    for (const each of documents) {
      expect(each.ok).toBe(true);
      for (const found of each.data.devices) deviceSchema.parse(found);
    }
  });

  test('Ctrl+C gives what was found until then, and 130', async () => {
    const run = await box.run(['scan', '--wait', '60', '--json', ...demo], {
      whileRunning: (child) => setTimeout(() => child.kill('SIGINT'), 2500),
    });
    const { ok, data } = run.json() as unknown as { ok: boolean; data: Record<string, unknown> };
    expect([run.code, ok, data['interrupted']]).toEqual([130, true, true]);
    expect((data['devices'] as unknown[]).length).toBeGreaterThanOrEqual(5);
  });

  test('--timeout ends it with what was found, and 1', async () => {
    const run = await box.run(['scan', '--wait', '60', '--timeout', '2', ...demo]);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('Time is up');
    expect(run.stdout).toContain('Devices that answered');
  });

  test('an adapter that is not there is an environment problem', async () => {
    const run = await box.run(['scan', '--wait', '0', '--iface', 'eth77', '--json']);
    expect([run.code, run.json()]).toMatchObject([
      3,
      { ok: false, error: { code: 'network.adapter-not-found' } },
    ]);
  });

  test('a public range is refused before anything is sent', async () => {
    const run = await box.run(['scan', '--wait', '0', '--sweep', '8.8.8.0/24', '--json', ...demo]);
    expect([run.code, run.json()]).toMatchObject([
      2,
      { ok: false, error: { code: 'input.public-range' } },
    ]);
  });
});

describe('devices', () => {
  test('are kept from one command to the next', async () => {
    const run = await box.run(['devices', '--json', ...demo]);
    const { data } = run.json() as unknown as { data: { devices: Device[] } };
    expect(data.devices.map((each) => each.id).sort()).toEqual(
      expect.arrayContaining(devices.map((each) => each.id).sort()),
    );
  });

  test('one is named by its serial, the end of it, or its MAC in any spelling', async () => {
    const { serial, mac, id } = first();
    const spellings = [serial, serial?.slice(-6), mac, mac?.replaceAll(':', '-').toUpperCase()];
    for (const wanted of spellings) {
      const run = await box.run(['devices', 'show', wanted ?? '', '--json', ...demo]);
      expect(run.json()).toMatchObject({ ok: true, data: { device: { id } } });
    }
  });

  test('an address is no name: two devices may share it', async () => {
    const address = first().ipv4.address ?? '';
    const run = await box.run(['devices', 'show', address, '--json', ...demo]);
    expect([run.code, run.json()]).toMatchObject([2, { error: { code: 'device.not-found' } }]);
  });

  test('one is edited, shown, removed and put back', async () => {
    const { serial, id } = first();
    const tail = serial?.slice(-8) ?? '';
    const edited = await box.run([
      'devices',
      'edit',
      tail,
      '--name',
      'Gate',
      '--note',
      'ladder',
      '--type',
      'camera',
      '--json',
      ...demo,
    ]);
    expect(edited.json()).toMatchObject({
      ok: true,
      data: { device: { id, name: 'Gate', note: 'ladder', kind: 'camera' } },
    });
    const shown = await box.run(['devices', 'show', 'gate', ...demo]);
    expect(shown.stdout).toContain('Gate');
    expect(shown.stdout).toContain(serial);
    const removed = await box.run(['devices', 'remove', 'Gate', ...demo]);
    expect(removed.stdout).toContain('stays bound to its account');
    const list = await box.run(['devices', '--json', ...demo]);
    expect(list.stdout).not.toContain(serial);
    const all = await box.run(['devices', 'list', '--removed', '--json', ...demo]);
    expect(all.stdout).toContain(serial);
    const restored = await box.run(['devices', 'restore', 'Gate', '--json', ...demo]);
    expect(restored.json()).toMatchObject({ ok: true, data: { devices: [{ id }] } });
    const cleared = await box.run(['devices', 'edit', tail, '--name', '', '--json', ...demo]);
    expect(cleared.json()).toMatchObject({ ok: true, data: { device: { name: null } } });
  });

  test('the list becomes a file, whole or not at all', async () => {
    const file = join(box.dataDir, 'list.csv');
    const run = await box.run(['devices', 'export', '--out', file, '--json', ...demo]);
    expect(run.json()).toMatchObject({ ok: true, data: { file } });
    expect(readFileSync(file, 'utf8').includes(first().serial ?? '-')).toBe(true);
    const again = await box.run(['devices', 'export', '--out', file, ...demo]);
    expect(again.code).toBe(4);
    expect(again.stderr).toContain('--yes');
    expect((await box.run(['devices', 'export', '--out', file, '--yes', ...demo])).code).toBe(0);
    expect(existsSync(`${file}.part`)).toBe(false);
    const nowhere = await box.run([
      'devices',
      'export',
      '--out',
      '/nowhere/x.csv',
      '--json',
      ...demo,
    ]);
    expect([nowhere.code, nowhere.json()]).toMatchObject([
      3,
      { error: { code: 'file.unwritable' } },
    ]);
    const stdout = await box.run(['devices', 'export', '--out', '-', '--format', 'json', ...demo]);
    expect(JSON.parse(stdout.stdout)).toBeTruthy();
    const xlsx = join(box.dataDir, 'list.xlsx');
    await box.run(['devices', 'export', '--out', xlsx, ...demo]);
    expect(readFileSync(xlsx).subarray(0, 2).toString()).toBe('PK');
  });
});

describe('the other commands', () => {
  test('doctor: every check with evidence', async () => {
    const run = await box.run(['doctor', '--json', ...demo]);
    const { data } = run.json() as unknown as { data: { checks: unknown[] } };
    for (const check of data.checks) doctorCheck.parse(check);
    expect(data.checks.length).toBeGreaterThanOrEqual(10);
    expect([0, 1]).toContain(run.code);
  });

  test('site: list, new, use, rename', async () => {
    const made = await box.run(['site', 'new', 'Hotel Aurora', '--json', ...demo]);
    const { data } = made.json() as unknown as { data: { site: unknown } };
    expect(siteJson.parse(data.site)).toMatchObject({ name: 'Hotel Aurora', isCurrent: true });
    const renamed = await box.run(['site', 'rename', 'hotel aurora', 'Aurora', '--json', ...demo]);
    expect(renamed.json()).toMatchObject({ ok: true, data: { site: { name: 'Aurora' } } });
    const list = await box.run(['site', ...demo]);
    expect(list.stdout).toMatch(/Aurora.*in use/);
    const nobody = await box.run(['site', 'use', 'Nowhere', '--json', ...demo]);
    expect([nobody.code, nobody.json()]).toMatchObject([2, { error: { code: 'site.not-found' } }]);
  });

  test.each([
    ['simulate', '--json', '--devices', '4'],
    ['serve', '--json', ...demo],
  ])('%s runs until Ctrl+C, says one document and ends well', async (...args) => {
    const run = await box.run(args, {
      whileRunning: (child) => child.stdout?.once('data', () => child.kill('SIGINT')),
    });
    expect([run.code, run.json()]).toMatchObject([0, { ok: true }]);
  });

  test.skipIf(process.platform === 'win32')(
    'serve keeps its link where only this user reads it, and takes it away',
    async () => {
      const file = join(box.dataDir, 'training', 'web-link');
      let mode = 0;
      let link = '';
      const run = await box.run(['serve', '--json', ...demo], {
        whileRunning: (child) =>
          child.stdout?.once('data', () => {
            mode = statSync(file).mode & 0o777;
            link = readFileSync(file, 'utf8').trim();
            child.kill('SIGINT');
          }),
      });
      expect(mode).toBe(0o600);
      expect(run.json()).toMatchObject({ data: { url: link } });
      expect(existsSync(file)).toBe(false);
    },
  );
});

import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { columns } from '../../../../main/contract/columns.ts';
import type { DeviceId } from '../../../../main/contract/device.ts';
import { decodeSadp } from '../../../../main/protocol/sadp/decode.ts';
import { encodeInquiry } from '../../../../main/protocol/sadp/encode.ts';
import { createFleet } from '../../../../main/simulator/fleet.ts';
import { type AppRig, createAppRig } from '../../../helpers/app-rig.ts';
import { readZipEntry } from '../../../helpers/zip.ts';

async function listed(): Promise<{ rig: AppRig; ids: DeviceId[] }> {
  const rig = createAppRig({
    devices: [
      { model: 'DS-2CD2385G1-I', address: '192.168.1.20', isActivated: true },
      { model: 'DS-2CD2132-I', address: '192.168.1.21' },
      { model: 'DS-2CD2143G2-I', address: '192.168.1.64', isActivated: false },
    ],
  });
  await rig.ask('discovery.probe', {});
  await rig.clock.advance(3000);
  const { rows } = await rig.ask('devices.snapshot', {});
  const ids = rows
    .toSorted((a, b) => String(a.ipv4Address).localeCompare(String(b.ipv4Address)))
    .map(({ id }) => id);
  return { rig, ids };
}

const inquiryId = '11111111-2222-4333-8444-555555555555';

const bytesOf = (base64: string): Buffer => Buffer.from(base64, 'base64');
const tableOf = (base64: string, delimiter: string): string[][] =>
  Papa.parse<string[]>(bytesOf(base64).toString('utf8').slice(1).trimEnd(), { delimiter }).data;

describe('CSV', () => {
  it('has a BOM, CRLF, the separator of the language and its words', async () => {
    const { rig, ids } = await listed();
    const wanted = ['activated', 'kind', 'vendor', 'via', 'commandPort', 'state'];
    const file = await rig.ask('devices.export', {
      ...{ format: 'csv', columns: wanted, ids: ids.slice(2), locale: 'en' },
    });
    expect([...bytesOf(file.base64).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bytesOf(file.base64).toString('utf8').split('\r\n')).toHaveLength(3);
    expect(tableOf(file.base64, ',')[1]).toEqual([
      'No',
      'Camera',
      'Hikvision',
      'SADP (eth0)',
      '8000',
      'Online, Inactive, Factory IP',
    ]);
    expect(file).toMatchObject({
      fileName: expect.stringMatching(/^untether-this-site-2026-01-01-\d{4}z\.csv$/),
      mediaType: 'text/csv;charset=utf-8',
    });
    for (const locale of ['it', 'es'] as const) {
      const other = await rig.ask('devices.export', { format: 'csv', ids, locale });
      expect(tableOf(other.base64, ';')[0]).toHaveLength(columns.length);
    }
  });

  it('keeps the chosen rows and columns in the given order', async () => {
    const { rig, ids } = await listed();
    const file = await rig.ask('devices.export', {
      ...{ format: 'csv', columns: ['ipv4Address', 'model'], locale: 'en' },
      ids: ids.toReversed(),
    });
    expect(tableOf(file.base64, ',').slice(1)).toEqual([
      ['192.168.1.64', 'DS-2CD2143G2-I'],
      ['192.168.1.21', 'DS-2CD2132-I'],
      ['192.168.1.20', 'DS-2CD2385G1-I'],
    ]);
  });

  it('writes unknown as nothing, never as no', async () => {
    const { rig, ids } = await listed();
    const file = await rig.ask('devices.export', {
      ...{ format: 'csv', columns: ['model', 'cloudBound', 'oemInfo', 'name'], locale: 'en' },
      ids: ids.slice(1, 2),
    });
    expect(tableOf(file.base64, ',')[1]).toEqual(['DS-2CD2132-I', '', '', '']);
  });

  it.each([
    ['=cmd|"/c calc"!A0', `'=cmd|"/c calc"!A0`],
    ['+1', "'+1"],
    ['-1+2', "'-1+2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    [' =1+1', "' =1+1"],
    ['＝1+1', "'＝1+1"],
    ['\t=1', "'\t=1"],
    ['123456789012', "'123456789012"],
    ['00123', "'00123"],
    ['12E45', "'12E45"],
    ['Gate, north; "left"', 'Gate, north; "left"'],
    ['two\nlines', 'two\nlines'],
    ['Çanakkale 入口', 'Çanakkale 入口'],
  ])('turns the note %j into %j', async (note, cell) => {
    const { rig, ids } = await listed();
    const [id] = ids;
    if (id === undefined) throw new Error('no device');
    await rig.ask('devices.edit', { id, note });
    const file = await rig.ask('devices.export', {
      ...{ format: 'csv', columns: ['note'], ids: [id], locale: 'it' },
    });
    expect(tableOf(file.base64, ';')[1]).toEqual([cell]);
  });
});

describe('XLSX', () => {
  it('has text cells for all that names a device, numbers for ports, and no formula', async () => {
    const { rig, ids } = await listed();
    const [id] = ids;
    if (id === undefined) throw new Error('no device');
    await rig.ask('devices.edit', { id, name: '123456789012', note: '=1+1\u0000\u000b' });
    const file = await rig.ask('devices.export', {
      ...{ format: 'xlsx', ids: [id], locale: 'en' },
      columns: ['serial', 'name', 'mac', 'ipv4Address', 'commandPort', 'note', 'cloudBound'],
    });
    const bytes = bytesOf(file.base64);
    const sheet = readZipEntry(bytes, 'xl/worksheets/sheet1.xml');
    const strings = readZipEntry(bytes, 'xl/sharedStrings.xml');
    expect(sheet).not.toContain('<f>');
    const shared = [...strings.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map((match) => match[1]);
    const cells = [...sheet.matchAll(/<c r="([A-G])2"([^>]*?)(?:\/>|>(.*?)<\/c>)/g)].map(
      ([, name, attributes, inner]) => {
        const value = /<v>([^<]*)<\/v>/.exec(inner ?? '')?.[1] ?? '';
        return attributes?.includes('t="s"')
          ? [name, 'text', shared[Number(value)]]
          : [name, 'number', value];
      },
    );
    const byName = new Map(cells.map(([name, kind, value]) => [name, [kind, value]]));
    expect(byName.get('A')?.[0]).toBe('text');
    expect(byName.get('B')).toEqual(['text', '123456789012']);
    expect(byName.get('C')?.[0]).toBe('text');
    expect(byName.get('D')).toEqual(['text', '192.168.1.20']);
    expect(byName.get('E')).toEqual(['number', '8000']);
    expect(byName.get('F')).toEqual(['text', '=1+1']);
    expect(shared).toContain('Device Serial No.');
  });
});

describe('JSON', () => {
  it('has the devices in the shape of the command line, without salts', async () => {
    const { rig } = await listed();
    const file = await rig.ask('devices.export', { format: 'json', locale: 'en' });
    const text = bytesOf(file.base64).toString('utf8');
    const { devices } = JSON.parse(text);
    expect(devices).toHaveLength(3);
    expect(devices[0]).toMatchObject({
      site: 'This site',
      seen: { first: expect.stringMatching(/Z$/) },
    });
    expect(text.toLowerCase()).not.toContain('salt');
  });

  it('no format ever holds a salt, on a whole campus', async () => {
    const campus = createFleet({ scenario: 'campus', devices: 60, seed: 3 });
    const rig = createAppRig({ devices: campus.devices.map(({ spec }) => spec) });
    await rig.ask('discovery.probe', {});
    await rig.clock.advance(5000);
    const { rows } = await rig.ask('devices.snapshot', {});
    const salts = campus.devices.flatMap((device) => {
      const context = {
        to: 'multicast',
        fromAddress: '192.168.1.10',
        now: rig.clock.now(),
      } as const;
      return device.receive(encodeInquiry(inquiryId), context).flatMap(({ data }) => {
        const result = decodeSadp(data);
        return result.ok && result.message.fields.salt ? [result.message.fields.salt] : [];
      });
    });
    expect(rows.length).toBeGreaterThan(40);
    expect(salts.length).toBeGreaterThan(5);
    for (const format of ['csv', 'json'] as const) {
      const file = await rig.ask('devices.export', { format, locale: 'en' });
      const text = bytesOf(file.base64).toString('utf8');
      expect(text.length).toBeGreaterThan(1000);
      for (const salt of salts) expect(text.includes(salt)).toBe(false);
    }
  });
});

describe('a wrong request', () => {
  it('names the column or the device that does not exist', async () => {
    const { rig } = await listed();
    const ask = (part: object) =>
      rig.ask('devices.export', { format: 'csv', locale: 'en', ...part });
    await expect(ask({ columns: ['model', 'password'] })).rejects.toThrow(
      'columns (there is no column "password")',
    );
    await expect(ask({ ids: ['nobody'] })).rejects.toThrow('device.not-found');
  });
});

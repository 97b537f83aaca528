import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deviceKinds } from '../../../main/contract/device.ts';
import { type Locale, locales } from '../../../main/contract/settings.ts';
import { formatWay, parseWay } from '../../../main/services/book/way.ts';
import { type BookRig, createBookRig, discover, refusal } from './rig.ts';

async function exportOf(rig: BookRig, locale: Locale, format: 'csv' | 'xlsx'): Promise<string> {
  const { base64 } = await rig.ask('devices.export', { format, locale });
  return (await rig.ask('table.read', { base64 })).text;
}

/** What a file can carry: no pins, consents, tests and times, which are of one laptop. */
async function bookOf(rig: BookRig) {
  const { rows } = await rig.ask('devices.snapshot', {});
  const entries = await Promise.all(
    rows.map(async ({ id, name, note, kind, serial, mac }) => {
      const { entry } = await rig.ask('book.get', { id });
      if (entry === null) return null;
      const { host, httpPort, isTls, commandPort, userName } = entry;
      return { host, httpPort, isTls, commandPort, userName, name, note, kind, serial, mac };
    }),
  );
  return entries
    .filter((entry) => entry !== null)
    .toSorted((a, b) => `${a.host}:${a.httpPort}`.localeCompare(`${b.host}:${b.httpPort}`));
}

async function importAll(rig: BookRig, csv: string) {
  const { rows } = await rig.ask('book.readImport', { csv });
  const lines = rows
    .filter(({ problems }) => problems.every(({ level }) => level !== 'stop'))
    .map(({ line }) => line);
  return lines.length === 0 ? null : rig.ask('book.import', { csv, lines });
}

const text = (max: number) =>
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: max })
    .filter((value) => value.trim() === value && value !== '' && !/\p{C}/u.test(value));

const entry = fc.record({
  host: fc.oneof(
    fc.ipV4().filter((ip) => !ip.startsWith('0.')),
    fc.domain().filter((name) => parseWay(name) !== null),
  ),
  httpPort: fc.integer({ min: 1, max: 65_535 }),
  isTls: fc.boolean(),
  commandPort: fc.integer({ min: 1, max: 65_535 }),
  userName: fc.stringMatching(/^[a-z][\w.@ -]{0,20}[a-z0-9]$/),
  name: fc.option(fc.oneof(text(40), fc.constantFrom('constructor', '__proto__', '_x0041_')), {
    nil: undefined,
  }),
  note: fc.option(
    fc.oneof(text(80), fc.constantFrom('=1+1', "'quoted", "'=1", "''x", 'a\r\nb', '0012', '1;2,3')),
    {
      nil: null,
    },
  ),
  kind: fc.option(fc.constantFrom(...deviceKinds.filter((kind) => kind !== 'unknown')), {
    nil: null,
  }),
});

describe('our own export', () => {
  const ways = locales.flatMap((locale) => [[locale, 'csv'] as const, [locale, 'xlsx'] as const]);
  it.each(ways)('reads back as the same book in %s as %s', async (locale, format) => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(entry, {
          maxLength: 6,
          selector: ({ host, httpPort }) => `${host.toLowerCase()}:${httpPort}`,
        }),
        async (entries) => {
          const rig = createBookRig();
          // A device that was only heard is in the export, and stays out of the book.
          await discover(rig);
          for (const { note, kind, ...input } of entries) {
            const { id } = await rig.add({ ...input, isTested: false });
            await rig.ask('devices.edit', { id, note, kind });
          }
          const csv = await exportOf(rig, locale, format);
          const other = createBookRig([]);
          const done = await importAll(other, csv);
          expect(done?.added ?? 0).toBe(entries.length);
          expect(await bookOf(other)).toEqual(await bookOf(rig));
          expect(await importAll(other, csv)).toEqual(
            done === null ? null : { ...done, added: 0, updated: entries.length, ids: [] },
          );
          expect(await bookOf(other)).toEqual(await bookOf(rig));
          await Promise.all([rig.api.close(), other.api.close()]);
        },
      ),
      { numRuns: 12 },
    );
  });

  it('says any way in one text', () => {
    fc.assert(
      fc.property(entry, ({ host, httpPort, isTls, commandPort, userName }) => {
        const way = { host: host.toLowerCase(), httpPort, isTls, commandPort, userName };
        const usual = { httpPort: 80, isTls: false, commandPort: 8000, userName: 'admin' };
        expect({ ...usual, ...parseWay(formatWay(way)) }).toEqual(way);
      }),
    );
  });
});

describe('a device file', () => {
  it('is read by iVMS-4200’s own headers', async () => {
    const rig = createBookRig([]);
    const csv = [
      'Nickname,Adding Mode,Address,Port,Device Information,User Name,Password,Add Offline Device',
      'Gate,0,192.168.1.64,8000,,admin,secret-12,1',
      'Door,0,door.example.lan,8001,,operator,,1',
    ].join('\r\n');
    const read = await rig.ask('book.readImport', { csv });
    expect(read.unknownColumns).toEqual([
      'Adding Mode',
      'Device Information',
      'Add Offline Device',
    ]);
    expect(read.rows).toMatchObject([
      {
        line: 2,
        host: '192.168.1.64',
        commandPort: 8000,
        name: 'Gate',
        hasPassword: true,
        problems: [],
      },
      {
        line: 3,
        host: 'door.example.lan',
        commandPort: 8001,
        userName: 'operator',
        hasPassword: false,
      },
    ]);
    expect(JSON.stringify(read)).not.toContain('secret-12');
    const done = await rig.ask('book.import', { csv, lines: [2, 3] });
    expect(done).toMatchObject({ added: 2, updated: 0, passwords: 1, skipped: [] });
    const [gate] = done.ids;
    expect([...rig.vault.saved.values()]).toEqual([{ userName: 'admin', password: 'secret-12' }]);
    expect(rig.http.sent).toEqual([]);
    expect(rig.lookups).toEqual([]);
    // Undo takes away what came, and nothing else.
    await rig.ask('book.forget', { ids: done.ids });
    expect((await rig.ask('devices.snapshot', {})).rows).toEqual([]);
    expect(gate).toBeDefined();
  });

  it('tells the problems of each line and imports only what is ticked and sound', async () => {
    const rig = createBookRig([]);
    await rig.add({ host: '192.168.1.70', isTested: false });
    const csv = [
      'indirizzo;porta http;https;nome;utente;tipo;seriale',
      '192.168.1.64;80;no;A;admin;telecamera;',
      '192.168.1.64;80;no;B;admin;;',
      ';80;no;C;admin;;',
      '300.1.1.1;80;no;D;admin;;',
      '192.168.1.65;99999;no;E;admin;;',
      '192.168.1.66;443;sì;F;admin;frullatore;',
      `192.168.1.67;;no;${'n'.repeat(121)};admin;;`,
      '192.168.1.70;;no;G;admin;;',
      '192.168.1.71;;no;H;admin;;;too;many',
    ].join('\n');
    const { rows } = await rig.ask('book.readImport', { csv });
    expect(rows.map(({ line, problems }) => [line, ...problems.map(({ code }) => code)])).toEqual([
      [2],
      [3, 'doubled-in-file'],
      [4, 'missing-host'],
      [5, 'bad-host'],
      [6, 'bad-port'],
      [7, 'bad-kind'],
      [8, 'name-too-long'],
      [9, 'already-in-book'],
      [10, 'too-many-cells'],
    ]);
    const done = await rig.ask('book.import', { csv, lines: [2, 3, 6, 7, 9] });
    expect(done).toMatchObject({ added: 2, updated: 1 });
    expect(done.skipped).toEqual([
      { line: 3, why: 'doubled-in-file' },
      { line: 6, why: 'bad-port' },
    ]);
    expect(await bookOf(rig)).toMatchObject([
      { host: '192.168.1.64', name: 'A', kind: 'camera' },
      { host: '192.168.1.66', isTls: true, httpPort: 443, kind: 'unknown' },
      { host: '192.168.1.70', name: 'G' },
    ]);
  });

  it('keeps out of the book when the vault is locked and nobody agreed to leave passwords out', async () => {
    const rig = createBookRig([]);
    rig.vault.isLocked = true;
    const csv = 'host,password\n192.168.1.64,abc\n';
    const error = await refusal(rig, rig.api.call('book.import', { csv, lines: [2] }));
    expect(error).toMatchObject({ code: 'vault.locked' });
    expect((await rig.ask('devices.snapshot', {})).rows).toEqual([]);
    const input = { csv, lines: [2], leaveOutPassword: true };
    expect(await rig.ask('book.import', input)).toMatchObject({ added: 1, passwords: 0 });
  });

  it.each([
    ['', 'empty'],
    ['host,name', 'no-rows'],
    ['name,user\nA,b', 'missing-column: host'],
  ])('%j is refused', async (csv, problem) => {
    const rig = createBookRig([]);
    const error = await refusal(rig, rig.api.call('book.readImport', { csv }));
    expect(error).toMatchObject({ code: 'book.bad-file', params: { problem } });
  });

  it('of ten thousand lines is read in a moment, beside as many known devices', async () => {
    const rig = createBookRig([]);
    const serial = (index: number) =>
      `DS-2CD2143G2-I20230101AAWRK${String(index).padStart(8, '0')}`;
    const lines = Array.from({ length: 10_000 }, (_, index) => {
      return `cam${index}.lan,${serial(index)}`;
    });
    const csv = ['host,serial', ...lines].join('\n');
    await importAll(rig, csv);
    const startedAt = performance.now();
    const { rows } = await rig.ask('book.readImport', { csv });
    expect(performance.now() - startedAt).toBeLessThan(5000);
    expect(rows.every(({ existing }) => existing !== null)).toBe(true);
  });

  it('enters a device by its serial, so that the scan finds it there', async () => {
    const rig = createBookRig();
    const csv = 'address,serial,name\ncam1.training.lan,DS-2CD2143G2-I20230101AAWRK00000001,Gate\n';
    const done = await importAll(rig, csv);
    await discover(rig);
    const { rows } = await rig.ask('devices.snapshot', {});
    expect(rows).toMatchObject([{ id: done?.ids[0], name: 'Gate', presence: 'online' }]);
  });
});

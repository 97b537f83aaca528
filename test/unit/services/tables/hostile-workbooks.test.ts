import { strFromU8, strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../main/contract/errors.ts';
import { readTableBytes } from '../../../../main/services/lib/table-bytes.ts';
import { createRng } from '../../../../main/simulator/rng.ts';
import {
  rawParts,
  rawWorkbook,
  refusalOf,
  textCell,
  workbook,
} from '../../../helpers/workbooks.ts';

const sheetName = 'xl/worksheets/sheet1.xml';
const good = `<row r="1">${textCell('A1', 'serial')}</row>`;

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Where the list at the end of an archive tells of this part. */
function listedAt(zip: Uint8Array, name: string): number {
  const mark = Buffer.from(zip).lastIndexOf(name);
  expect(viewOf(zip).getUint32(mark - 46, true)).toBe(0x02014b50);
  return mark - 46;
}

describe('an archive that unpacks to more than it should', () => {
  it('is refused by what it tells, before it is unpacked', async () => {
    const bomb = rawParts({ sheets: [good] });
    // 120 MB of blanks in a tenth of a megabyte.
    bomb[sheetName] = new Uint8Array(120_000_000).fill(0x20);
    const zip = zipSync(bomb, { level: 6 });
    expect(zip.length).toBeLessThan(400_000);
    const before = performance.now();
    expect(await refusalOf(zip)).toEqual(['table.too-large', { limitMb: 50 }]);
    // Unpacking it takes a second; reading its list does not.
    expect(performance.now() - before).toBeLessThan(100);
  });

  it('is not unpacked further than the size it tells', async () => {
    const bomb = rawParts({ sheets: [good] });
    bomb[sheetName] = new Uint8Array(30_000_000).fill(0x20);
    const zip = zipSync(bomb, { level: 6 });
    viewOf(zip).setUint32(listedAt(zip, sheetName) + 24, 1000, true);
    expect(await refusalOf(zip)).toEqual(['table.damaged', {}]);
  });

  it('does not count parts that are not read', async () => {
    const parts = rawParts({ sheets: [good] });
    parts['xl/media/image1.png'] = new Uint8Array(60_000_000);
    expect(await readTableBytes(zipSync(parts, { level: 1 }))).toMatchObject({ text: 'serial\n' });
  });
});

describe('a sheet that makes its reader hold more than there is', () => {
  const cell = (address: string) =>
    `<row r="${/\d+$/.exec(address)?.[0]}">${textCell(address, 'x')}</row>`;

  it.each([
    ['rows and columns up to the last', cell('A1') + cell('XFD1048576'), 'table.too-large'],
    ['a row after the last', '<row r="1048577"></row>', 'table.damaged'],
    ['a row far away', '<row r="99999999999"></row>', 'table.damaged'],
    ['a column far away', `<row r="1">${textCell('ZZZZZZZ1', 'x')}</row>`, 'table.damaged'],
    ['a column after the last', `<row r="1">${textCell('XFE1', 'x')}</row>`, 'table.damaged'],
    ['a cell of another row', `<row r="1">${textCell('A99999999', 'x')}</row>`, 'table.damaged'],
    ['a row that comes again', cell('A2') + cell('A2'), 'table.damaged'],
    [
      'an address hidden behind a sign',
      '<row r="1"><c x=">" r="ZZZZZZ1"><v>1</v></c></row>',
      'table.damaged',
    ],
    [
      'an address hidden behind a tag',
      '<row r="1"><c x="<" r="ZZZZZZ1"><v>1</v></c></row>',
      'table.damaged',
    ],
    [
      'an address written otherwise',
      '<row r="1"><c r="&#90;ZZZZZ1"><v>1</v></c></row>',
      'table.damaged',
    ],
    ['two addresses', '<row r="1"><c r="A1" x:r="ZZZZZZ1"><v>1</v></c></row>', 'table.damaged'],
    [
      'a shared text that is not there',
      '<row r="1"><c r="A1" t="s"><v>5</v></c></row>',
      'table.damaged',
    ],
    ['a number that is none', '<row r="1"><c r="A1"><v>1e999</v></c></row>', 'table.damaged'],
    ['a tag that is not closed', '<row r="1"><c r="A1"><v>1</v></row>', 'table.damaged'],
  ])('%s', async (_what, sheet, code) => {
    expect((await refusalOf(rawWorkbook({ sheets: [sheet] })))[0]).toBe(code);
  });

  it('one long text in every cell is refused by the text it would make', async () => {
    const sharedStrings = `<si><t>${'x'.repeat(32_000)}</t></si>`;
    const rows = Array.from({ length: 5000 }, (_, index) => index + 1)
      .map((row) => `<row r="${row}"><c r="A${row}" t="s"><v>0</v></c></row>`)
      .join('');
    const bytes = rawWorkbook({ sheets: [rows], sharedStrings });
    expect(await refusalOf(bytes)).toEqual(['table.too-large', { limitMb: 4 }]);
  });

  it('empty rows of whole columns are no burden, in however many sheets', async () => {
    const far = `${good}<row r="1048576"></row>`;
    const few = await readTableBytes(rawWorkbook({ sheets: [far, far, far] }));
    expect(few).toMatchObject({ text: 'serial\n', otherSheets: ['S2', 'S3'] });
    const many = rawWorkbook({ sheets: Array.from({ length: 50 }, () => far) });
    expect((await refusalOf(many))[0]).toBe('table.too-large');
  });

  it('a format without end, and sheets without end, are refused', async () => {
    const parts = { 'xl/styles.xml': `<x formatCode="${'['.repeat(1_000_000)}"/>` };
    expect((await refusalOf(rawWorkbook({ sheets: [good], parts })))[0]).toBe('table.damaged');
    const sheets = Array.from({ length: 600 }, () => good);
    expect((await refusalOf(rawWorkbook({ sheets })))[0]).toBe('table.too-large');
  });
});

describe('a damaged archive', () => {
  const parts = rawParts({ sheets: [good] });
  const zip = zipSync(parts);

  it('is refused wherever it is cut off', async () => {
    for (let length = 4; length < zip.length; length += 7) {
      expect((await refusalOf(zip.subarray(0, length)))[0]).toMatch(
        /^table\.(damaged|not-a-table)$/,
      );
    }
  });

  it('is refused when a part was swapped, renamed, doubled or sealed', async () => {
    const swapped = zip.slice();
    viewOf(swapped).setUint32(listedAt(swapped, sheetName) + 16, 1, true);
    expect(await refusalOf(swapped)).toEqual(['table.damaged', {}]);
    const renamed = zip.slice();
    renamed.set(strToU8('xl/worksheets/sheet9.xml'), listedAt(renamed, sheetName) + 46);
    expect(await refusalOf(renamed)).toEqual(['table.damaged', {}]);
    const sealed = zip.slice();
    viewOf(sealed).setUint16(listedAt(sealed, sheetName) + 8, 1, true);
    expect(await refusalOf(sealed)).toEqual(['table.protected', {}]);
    const doubled = zipSync({ ...parts, 'xl/worksheets/sheetX.xml': strToU8('x') });
    const text = Buffer.from(doubled.buffer, doubled.byteOffset, doubled.length);
    for (let at = text.indexOf('sheetX'); at !== -1; at = text.indexOf('sheetX')) {
      doubled.set(strToU8('sheet1'), at);
    }
    expect(await refusalOf(doubled)).toEqual(['table.damaged', {}]);
  });

  it('says nothing of what is in it', async () => {
    const secret = 'Geheim-4711';
    const broken = `<row r="1">${textCell('A1', secret)}<c r="B1" t="${secret}"><v>${secret}</v></c></row>`;
    try {
      await readTableBytes(rawWorkbook({ sheets: [broken] }));
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(AppError);
      const told = error instanceof AppError ? [error.message, error.detail, error.cause] : [];
      expect(JSON.stringify(told)).not.toContain('Geheim');
    }
  });

  it('with a thousand flipped bytes is refused or read as it was', async () => {
    const random = createRng(20261120);
    const rows = Array.from({ length: 40 }, (_, row) =>
      ['serial', 'ip', 'name'].map((word) => ({ value: `${word} ${row}`, type: String })),
    );
    const whole = await workbook({ Plan: rows });
    const { text } = await readTableBytes(whole);
    expect(text.split('\n')).toHaveLength(41);
    let refused = 0;
    for (let round = 0; round < 1000; round += 1) {
      const bytes = whole.slice();
      const at = random.int(0, bytes.length - 1);
      bytes[at] = (bytes[at] ?? 0) ^ random.int(1, 255);
      try {
        const read = await readTableBytes(bytes);
        expect(read.text, `byte ${at}`).toBe(text);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        expect(error.code).toMatch(/^table\./);
        refused += 1;
      }
    }
    expect(refused).toBeGreaterThan(500);
  });

  it('of several thousand cells gives each one back', async () => {
    const rows = Array.from({ length: 3000 }, (_, row) =>
      Array.from({ length: 12 }, (_cell, column) => ({
        value: `r${row}c${column} ${'ä&<'.repeat((row + column) % 9)}`,
        type: String,
      })),
    );
    const { text } = await readTableBytes(await workbook({ Plan: rows }));
    const expected = rows.map((row) => row.map(({ value }) => value).join(',')).join('\n');
    expect(text).toBe(`${expected}\n`);
    expect(strFromU8(strToU8(text))).toBe(text);
  });
});

import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readTableBytes } from '../../../../main/services/lib/table-bytes.ts';
import { workbookText } from '../../../../main/services/lib/workbook-text.ts';
import { rawWorkbook, refusalOf, textCell, workbook } from '../../../helpers/workbooks.ts';

const encode = (text: string) => new TextEncoder().encode(text);

describe('a text file', () => {
  it('is read as UTF-8, with or without a mark', async () => {
    expect(await readTableBytes(encode('serial;ip\nà;1'))).toEqual({
      ...{ text: 'serial;ip\nà;1', encoding: 'utf-8', sheet: null, otherSheets: [] },
    });
    expect(await readTableBytes(encode('\uFEFFa'))).toMatchObject({ encoding: 'utf-8' });
  });

  it('is read as Windows text or UTF-16 where it is no UTF-8', async () => {
    expect(await readTableBytes(Uint8Array.of(0x6e, 0x0a, 0xe0))).toMatchObject({
      ...{ text: 'n\nà', encoding: 'windows-1252' },
    });
    const little = Uint8Array.of(0xff, 0xfe, 0x61, 0x00, 0x0a, 0x00);
    expect(await readTableBytes(little)).toMatchObject({ text: 'a\n', encoding: 'utf-16le' });
    const big = Uint8Array.of(0xfe, 0xff, 0x00, 0x61, 0x00, 0x0a);
    expect(await readTableBytes(big)).toMatchObject({ text: 'a\n', encoding: 'utf-16be' });
  });

  it.each([
    ['table.empty', encode(' \r\n'), {}],
    ['table.empty', new Uint8Array(), {}],
    ['table.not-a-table', Uint8Array.of(0x61, 0x00, 0x62), {}],
    ['table.not-a-table', encode('%PDF-1.7'), {}],
    ['table.too-large', new Uint8Array(16_000_001).fill(0x61), { limitMb: 4 }],
    ['table.too-large', new Uint8Array(4_000_001).fill(0x61), { limitMb: 4 }],
  ])('is refused: %s', async (code, bytes, params) => {
    expect(await refusalOf(bytes)).toEqual([code, params]);
  });
});

describe('another format', () => {
  const compound = (stream: string) => {
    const name = new Uint8Array(Buffer.from(stream, 'utf16le'));
    return Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0x45, 0, ...name, 0, 0);
  };

  it('is named where it is known', async () => {
    expect(await refusalOf(compound('EncryptedPackage'))).toEqual(['table.protected', {}]);
    expect(await refusalOf(compound('Workbook'))).toEqual([
      'table.other-format',
      { format: 'xls' },
    ]);
  });

  it.each([
    ['ods', 'content.xml'],
    ['xlsb', 'xl/workbook.bin'],
    ['numbers', 'Index/Document.iwa'],
    ['docx', 'word/document.xml'],
    ['zip', 'holiday.jpg'],
  ])('%s is told from its parts', async (format, part) => {
    const zip = zipSync({ mimetype: strToU8('x'), [part]: strToU8('<x/>') });
    expect(await refusalOf(zip)).toEqual(['table.other-format', { format }]);
  });
});

describe('a workbook', () => {
  it('gives its cells as a person would write them', async () => {
    const format = 'dd/mm/yyyy hh:mm';
    const bytes = await workbook({
      Plan: [
        ['Serial', 'Port', 'DHCP', 'Since', 'Note'].map((value) => ({ value, type: String })),
        [
          { value: 123456789012345, type: Number },
          { value: 8000, type: Number },
          { value: true, type: Boolean },
          { value: new Date(Date.UTC(2026, 10, 20)), type: Date, format },
          { value: ' a;b "c"\n, d ', type: String },
        ],
        [
          { value: 0.1 + 0.2, type: Number },
          { value: 1e21, type: Number },
          { value: false, type: Boolean },
          { value: new Date(Date.UTC(2026, 10, 20, 8, 40)), type: Date, format },
          { value: '0012', type: String },
        ],
        [
          { value: -0.0000001, type: Number },
          null,
          null,
          null,
          { value: "'t Hoekje", type: String },
        ],
      ],
    });
    expect(await readTableBytes(bytes)).toEqual({
      text: [
        'Serial,Port,DHCP,Since,Note',
        '"123456789012345","8000","yes","2026-11-20"," a;b ""c""\n, d "',
        '0.3,1000000000000000000000,no,2026-11-20T08:40:00,0012',
        "-0.0000001,,,,''t Hoekje",
        '',
      ].join('\n'),
      ...{ encoding: null, sheet: 'Plan', otherSheets: [] },
    });
  });

  it('is read from the first sheet with anything in it, and tells of the others', async () => {
    const bytes = await workbook({
      Cover: [[{ value: '  ', type: String }]],
      Cameras: [[{ value: 'serial', type: String }]],
      Blank: [],
      Recorders: [[{ value: 'serial', type: String }]],
    });
    expect(await readTableBytes(bytes)).toMatchObject({
      ...{ text: 'serial\n', sheet: 'Cameras', otherSheets: ['Recorders'] },
    });
    expect(await refusalOf(await workbook({ One: [], Two: [[]] }))).toEqual(['table.empty', {}]);
  });

  it('does not read what nobody sees', async () => {
    const sheets = ['a', 'b', 'c'].map((text) => `<row r="1">${textCell('A1', text)}</row>`);
    const attributes = [' state="hidden"', '', ' state="veryHidden"'];
    const read = await readTableBytes(rawWorkbook({ sheets, attributes }));
    expect(read).toMatchObject({ text: 'b\n', sheet: 'S2', otherSheets: [] });
  });

  it('keeps the row numbers of the sheet, and its columns', async () => {
    const sheet = [
      `<row r="3"><c r="A3" s="1"/>${textCell('C3', 'serial')}</row>`,
      `<row r="6">${textCell('B6', 'x')}</row>`,
      '<row r="1048576"><c r="A1048576"/></row>',
    ].join('');
    const { text } = await readTableBytes(rawWorkbook({ sheets: [sheet] }));
    expect(text).toBe('\n\n,,serial\n\n\n,x\n');
  });

  it('is not held up by what it carries of other files', async () => {
    const link = '<sheetData><row r="1"/></sheetData><sheetData><row r="1"/></sheetData>';
    const parts = { 'xl/externalLinks/externalLink1.xml': `<externalLink>${link}</externalLink>` };
    const sheet = `<row r="2"/><row>${textCell('A3', 'x')}</row>`;
    const read = await readTableBytes(rawWorkbook({ sheets: [sheet], parts }));
    expect(read.text).toBe('\n\nx\n');
  });

  it('of ours gives back every text, those that stand in each object of the language too', async () => {
    const names = [
      ...Object.getOwnPropertyNames(Object.prototype),
      '_x0041_',
      '_x005F_x0041_',
      '_x',
    ];
    const row = names.map((name) => ({ value: workbookText(name), type: String }));
    const { text } = await readTableBytes(await workbook({ Names: [row] }));
    expect(text).toBe(`${names.join(',')}\n`);
    expect(names).toContain('__proto__');
  });

  it('reads rows as Excel and as LibreOffice write them', async () => {
    const excel = [
      '<row r="1" spans="1:3" x14ac:dyDescent="0.3"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>',
      '<c r="C1" s="2"><v>46346</v></c><c r="D1" s="3"><v>46346.361111111109</v></c><c r="E1" s="2"/></row>',
    ].join('');
    const libre = [
      '<row r="2" customFormat="false" ht="12.8" hidden="false" outlineLevel="0" collapsed="false">',
      '<c r="A2" s="0" t="s"><v>2</v></c><c r="B2" s="0" t="n"><v>8000</v></c><c r="C2" s="0" t="b"><v>1</v></c>',
      '<c r="D2" s="4"><f aca="false">1/3</f><v>0.333333333333333</v></c></row>',
    ].join('');
    const sharedStrings =
      '<si><t>Serial</t></si><si><t xml:space="preserve"> IP </t></si><si><t>DS-1 &amp; &#233;</t></si>';
    const formats = [0, 0, 14, 164, 2].map((id) => `<xf numFmtId="${id}" fontId="0"/>`).join('');
    const styles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy\\ hh:mm;@"/></numFmts><cellXfs>${formats}</cellXfs></styleSheet>`;
    const parts = { 'xl/styles.xml': styles };
    const { text } = await readTableBytes(
      rawWorkbook({ sheets: [excel + libre], sharedStrings, parts }),
    );
    expect(text).toBe(
      'Serial, IP ,2026-11-20,2026-11-20T08:40:00\nDS-1 & é,8000,yes,0.333333333333333\n',
    );
  });

  it('reads what other programs leave out or write otherwise', async () => {
    const sheet = [
      '<x:row><x:c t="s"><x:v>1</x:v></x:c><x:c t="n"><x:v>8.0E3</x:v></x:c></x:row>',
      "<row ><c t='str'><f>A1&amp;\"x\"</f><v>Gate_x000D_</v></c><c t='e'><f>1/0</f><v>#DIV/0!</v></c></row>",
    ].join('');
    const sharedStrings =
      '<si><t>no</t></si><si><r><t>DS-</t></r><r><rPr><b/></rPr><t>2CD</t></r><rPh><t>no</t></rPh></si>';
    const { text } = await readTableBytes(rawWorkbook({ sheets: [sheet], sharedStrings }));
    expect(text).toBe('DS-2CD,8000\n"Gate\r","#DIV/0!"\n');
  });
});

import writeXlsxFile, { type Sheet } from 'write-excel-file/universal';
import { encodeCsv } from '../devices/export/csv.ts';
import { workbookText } from '../lib/workbook-text.ts';
import type { Cell, ReportDocument, Section, Table } from './document.ts';

const sheetNameLength = 31;
const widest = 60;

/** For a program: codes where the paper has words, times as ISO 8601, unknown as `null`. */
export function renderJson(document: ReportDocument): string {
  const { kind, locale, siteName, madeAt, facts, sections } = document;
  const data = {
    report: kind,
    ...{ locale, site: siteName, madeAt: new Date(madeAt).toISOString() },
    facts: Object.fromEntries(facts.map(({ id, cell }) => [id, cell.value])),
    sections: Object.fromEntries(
      sections.map(({ id, title, lines, table }) => [
        id,
        {
          title,
          ...(lines.length === 0 ? {} : { lines }),
          rows: table === null ? [] : plainRows(table),
        },
      ]),
    ),
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}

function plainRows({ columns, rows }: Table): Record<string, Cell['value']>[] {
  return rows.map((row) =>
    Object.fromEntries(columns.map(({ id }, index) => [id, row[index]?.value ?? null])),
  );
}

/** The one table that a spreadsheet without sheets can hold. */
export function renderCsv(document: ReportDocument, table: Table): Uint8Array {
  const headers = table.columns.map(({ title }) => title);
  const rows = table.rows.map((row) => row.map((cell) => plainCell(cell)));
  return encodeCsv({ headers, rows }, document.locale);
}

/** Facts on the first sheet, then a sheet for each section. Every cell is text: nothing turns into a date. */
export async function renderXlsx(document: ReportDocument): Promise<Uint8Array> {
  const taken = new Set<string>();
  const first = {
    sheet: sheetName(document.title, taken),
    data: [
      [bold(document.title)],
      ...document.facts.map(({ label, cell }) => [bold(label), text(plainCell(cell))]),
      ...document.closing.map((line) => [text(line)]),
    ],
    columns: [{ width: 28 }, { width: widest }],
  };
  const sheets = document.sections.map((section) =>
    sheetOf(section, sheetName(section.title, taken)),
  );
  const file = writeXlsxFile([first, ...sheets] as Sheet<Blob>[]);
  return new Uint8Array(await (await file.toBlob()).arrayBuffer());
}

function sheetOf({ lines, table, title }: Section, sheet: string) {
  const said = lines.map((line) => [text(line)]);
  if (table === null)
    return { sheet, data: [[bold(title)], ...said], columns: [{ width: widest }] };
  const rows = table.rows.map((row) => row.map((cell) => text(plainCell(cell))));
  return {
    sheet,
    data: [table.columns.map((column) => bold(column.title)), ...rows, ...said],
    stickyRowsCount: 1,
    columns: table.columns.map((_, index) => ({ width: widthOf(table, index) })),
  };
}

function widthOf({ columns, rows }: Table, index: number): number {
  const lengths = rows.map((row) => longestLine(row[index]?.text ?? ''));
  return Math.min(widest, Math.max(8, columns[index]?.title.length ?? 0, ...lengths) + 2);
}

function longestLine(value: string): number {
  return Math.max(...value.split('\n').map((line) => line.length));
}

function plainCell(cell: Cell): string {
  return cell.isTime === true ? String(cell.value) : cell.text;
}

function text(value: string) {
  return value === '' ? null : { value: workbookText(value), type: String };
}

function bold(value: string) {
  return { value: workbookText(value), type: String, fontWeight: 'bold' as const };
}

function sheetName(title: string, taken: Set<string>): string {
  const clean =
    title
      .replace(/[\\/?*[\]:']/g, ' ')
      .trim()
      .slice(0, sheetNameLength) || 'Untether';
  let name = clean;
  for (let count = 2; taken.has(name.toLowerCase()); count += 1) {
    name = `${clean.slice(0, sheetNameLength - 4)} (${count})`;
  }
  taken.add(name.toLowerCase());
  return name;
}

import { zipSync } from 'fflate';
import readSheets from 'read-excel-file/universal';
import { AppError } from '../../contract/errors.ts';
import { keepApostrophe } from './guarded-cell.ts';
import { plainParts } from './workbook-parts.ts';
import { listParts, unpackParts, type ZipPart } from './zip-parts.ts';

interface Sheet {
  readonly name: string;
  /** Text, numbers, booleans, dates and `null`; the reader's own types name the class of dates instead. */
  readonly rows: readonly (readonly unknown[])[];
}

export interface WorkbookTable {
  /** Comma separated; one row of the sheet is one line, so that lines have the sheet's numbers. */
  readonly text: string;
  readonly sheet: string;
  /** Names of the other sheets with anything in them. */
  readonly otherSheets: readonly string[];
}

const mebibyte = 1024 * 1024;
export const maxWorkbookBytes = 8 * mebibyte;
const maxUnpackedBytes = 50 * mebibyte;

/** By what part an archive is known for something else than a workbook. */
const otherFormats: readonly (readonly [part: RegExp, ending: string])[] = [
  [/^xl\/workbook\.bin$/, 'xlsb'],
  [/^content\.xml$/, 'ods'],
  [/^Index\/.*\.iwa$/, 'numbers'],
  [/^word\//, 'docx'],
];

/** What else a workbook carries: copies of other files' tables, diagrams, remarks. */
const beside =
  /^xl\/(?:externalLinks|pivotCache|pivotTables|drawings|charts|comments|tables|queryTables|revisions)/;

/**
 * The first sheet of an `.xlsx` workbook with anything in it, as text.
 *
 * @throws AppError `table.empty`, `table.other-format`, `table.protected`, `table.damaged`, `table.too-large`
 */
export async function readWorkbook(bytes: Uint8Array, maxChars: number): Promise<WorkbookTable> {
  if (bytes.length > maxWorkbookBytes) throw tooLarge(maxWorkbookBytes);
  const parts = listParts(bytes);
  refuseOthers(parts.map(({ name }) => name));
  const sheets = (await sheetsOf(bytes, parts)).filter(isFilled);
  const [first, ...others] = sheets;
  if (first === undefined) throw new AppError('table.empty', {});
  return {
    text: sheetText(first.rows, maxChars),
    sheet: first.name,
    otherSheets: others.map(({ name }) => name),
  };
}

function tooLarge(limitBytes: number): AppError<'table.too-large'> {
  return new AppError('table.too-large', { limitMb: Math.floor(limitBytes / 1_000_000) });
}

function refuseOthers(names: readonly string[]): void {
  if (names.includes('xl/workbook.xml')) return;
  const known = otherFormats.find(([part]) => names.some((name) => part.test(name)));
  throw new AppError('table.other-format', { format: known?.[1] ?? 'zip' });
}

async function sheetsOf(bytes: Uint8Array, parts: readonly ZipPart[]): Promise<readonly Sheet[]> {
  const wanted = parts.filter(({ name }) => /\.xml(?:\.rels)?$/.test(name) && !beside.test(name));
  const unpacked = unpackParts(bytes, wanted, maxUnpackedBytes);
  // Stored and not packed again: the reader unpacks by itself, and believes what an archive says of its sizes.
  const zip = zipSync(plainParts(unpacked), { level: 0 });
  try {
    const sheets = await readSheets(zip.slice().buffer, { trim: false });
    // A sheet that is a drawing has a name and no rows.
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: rowsOf(data) }));
  } catch (error) {
    // Whatever a broken part makes the reader throw. Its words may repeat what is in a cell, a password too.
    throw new AppError('table.damaged', {}, { detail: error instanceof Error ? error.name : '' });
  }
}

function rowsOf(data: Sheet['rows'] | undefined): Sheet['rows'] {
  return data ?? [];
}

function isFilled({ rows }: Sheet): boolean {
  return rows.some((row) => row.some((cell) => cellText(cell).trim() !== ''));
}

function sheetText(rows: Sheet['rows'], maxChars: number): string {
  const lines: string[] = [];
  let chars = 0;
  for (const row of rows) {
    const line = lineOf(row);
    chars += line.length + 1;
    if (chars > maxChars) throw tooLarge(maxChars);
    lines.push(line);
  }
  return `${lines.join('\n')}\n`;
}

/** Signs that a reader of the text could take for the separator; then it must find none outside of quotes. */
const otherSeparator = /[;\t"\r\n]/;

function lineOf(row: readonly unknown[]): string {
  const cells = row.map((cell) => keepApostrophe(cellText(cell)));
  while (cells.at(-1) === '') cells.pop();
  const isRisky = cells.some((cell) => otherSeparator.test(cell));
  return cells
    .map((cell) => (isRisky || cell.includes(',') ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',');
}

/** As a person would have written it into a text file. @throws AppError `table.damaged` for a date that is none */
function cellText(cell: unknown): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  if (typeof cell === 'number') return numberText(cell);
  if (cell instanceof Date) return dateText(cell);
  throw new AppError('table.damaged', {}, { detail: `a cell of type ${typeof cell}` });
}

/** Plain digits: a serial that a spreadsheet made a number must not come back as a power of ten. */
function numberText(value: number): string {
  if (!Number.isFinite(value)) throw new AppError('table.damaged', {}, { detail: 'a number' });
  if (Number.isInteger(value)) return BigInt(value).toString();
  // Fifteen digits are what a spreadsheet has; the rest is how it counts.
  const short = String(Number(value.toPrecision(15)));
  return short.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : short;
}

const minuteMs = 60_000;

/** ISO 8601 without a zone, since a cell has none: the day alone at midnight, the time alone without a day. */
function dateText(date: Date): string {
  const seconds = new Date(Math.round(date.getTime() / 1000) * 1000);
  if (Number.isNaN(seconds.getTime()))
    throw new AppError('table.damaged', {}, { detail: 'a date' });
  const [day = '', time = ''] = seconds.toISOString().slice(0, -5).split('T');
  if (seconds.getUTCFullYear() < 1900) return time;
  return seconds.getTime() % (24 * 60 * minuteMs) === 0 ? day : `${day}T${time}`;
}

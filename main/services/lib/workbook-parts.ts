import { AppError } from '../../contract/errors.ts';
import { fromUtf8, toUtf8 } from '../../ports/bytes.ts';

/** The last row and column that a spreadsheet program has. */
const lastRow = 1_048_576;
const lastColumn = 16_384;
/** Rows, and cells of the rectangles around what is filled, that one workbook may make us hold. */
const maxRows = 4 * lastRow;
const maxCells = 6_000_000;
const maxSheets = 500;
/** A spreadsheet program allows 255; the reader's own patterns take quadratic time on monsters. */
const monsterFormat = /formatCode\s*=\s*(?:"[^"]{2000}|'[^']{2000})/;

interface Budget {
  rows: number;
  cells: number;
}

/**
 * Makes the parts of a workbook safe and plain for the reader, which believes every cell address, fills all
 * gaps and stops at whatever it does not expect:
 *
 * - addresses are checked and completed, and what lies between them is counted before it is filled;
 * - an error value (`#N/A`) becomes its text, so that nobody takes it for an empty cell;
 * - cells and rows without content go, and so do sheets that nobody sees.
 *
 * @throws AppError `table.damaged`, `table.too-large`
 */
export function plainParts(parts: ReadonlyMap<string, Uint8Array>): Record<string, Uint8Array> {
  const budget: Budget = { rows: 0, cells: 0 };
  const entries = [...parts].map(([name, bytes]) => {
    const text = fromUtf8(bytes);
    if (text === null) throw damaged(`${name} is no UTF-8`);
    return [name, toUtf8(plainPart(name, text, budget))] as const;
  });
  return Object.fromEntries(entries);
}

function plainPart(name: string, text: string, budget: Budget): string {
  if (name === 'xl/workbook.xml') return withoutHidden(text);
  if (name.endsWith('.rels')) return fewRelations(text);
  if (monsterFormat.test(text)) throw damaged(`${name} has a format that is none`);
  return text.includes('sheetData') ? plainSheet(name, text, budget) : text;
}

function damaged(detail: string): AppError<'table.damaged'> {
  return new AppError('table.damaged', {}, { detail });
}

function tooManyCells(): AppError<'table.too-large'> {
  return new AppError('table.too-large', { limitMb: 50 });
}

function fewRelations(text: string): string {
  if (text.split('Relationship ').length > 20 * maxSheets) throw tooManyCells();
  return text;
}

const sheetTag = /<(?:[^\s<>/:]*:)?sheet\s[^<>]*\/>/g;
const isHidden = /\sstate\s*=\s*["'](?:hidden|veryHidden)["']/;

/** What a person does not see in the spreadsheet program is not what they want to import. */
function withoutHidden(text: string): string {
  const sheets = text.match(sheetTag) ?? [];
  if (sheets.length > maxSheets) throw tooManyCells();
  if (sheets.every((sheet) => isHidden.test(sheet))) return text;
  return text.replaceAll(sheetTag, (sheet) => (isHidden.test(sheet) ? '' : sheet));
}

const cellOrRow = /<((?:[^\s<>/:]*:)?)(row|c)((?:[\s/][^<>]*)?)>/g;
const cellOrRowStart = /<(?:[^\s<>/:]*:)?(?:row|c)(?=[\s/>])/g;
const emptyDimension = /<(?:[^\s<>/:]*:)?dimension\b[^<>]*\/>/g;

/** Where in the sheet the tags are, while they go by. */
interface Cursor {
  row: number;
  /** The last one that stays. */
  heldRow: number;
  column: number;
  filledRow: number;
  filledColumn: number;
}

function plainSheet(name: string, text: string, budget: Budget): string {
  const cursor: Cursor = { row: 0, heldRow: 0, column: 0, filledRow: 0, filledColumn: 0 };
  let seen = 0;
  const plain = text
    .replaceAll(emptyDimension, '')
    .replaceAll(cellOrRow, (_tag, prefix: string, tag: 'row' | 'c', rest: string) => {
      seen += 1;
      return tag === 'row' ? plainRow(prefix, rest, cursor) : plainCell(prefix, rest, cursor);
    });
  // A tag that this pattern does not see whole, the reader may.
  if (seen !== (text.match(cellOrRowStart) ?? []).length) throw damaged(`${name} is no good XML`);
  budget.rows += cursor.heldRow;
  budget.cells += cursor.filledRow * cursor.filledColumn;
  if (budget.rows > maxRows || budget.cells > maxCells) throw tooManyCells();
  return plain;
}

function plainRow(prefix: string, rest: string, cursor: Cursor): string {
  const { r: told } = attributesOf(rest);
  const row = told === undefined ? cursor.row + 1 : Number(/^\d{1,7}$/.exec(told)?.[0] ?? 0);
  if (row <= cursor.row || row > lastRow) throw damaged(`a row is numbered ${told ?? row}`);
  cursor.row = row;
  cursor.column = 0;
  if (rest.endsWith('/')) return '';
  cursor.heldRow = row;
  return `<${prefix}row r="${row}">`;
}

function plainCell(prefix: string, rest: string, cursor: Cursor): string {
  const { r: told, s: style, t: type } = attributesOf(rest);
  const address = told === undefined ? null : /^([A-Z]{1,3})(\d{1,7})$/.exec(told);
  const column = told === undefined ? cursor.column + 1 : columnOf(address?.[1] ?? '');
  const isHere = told === undefined || Number(address?.[2]) === cursor.row;
  if (!isHere || column <= cursor.column || column > lastColumn) {
    throw damaged(`a cell is at ${told ?? column}`);
  }
  cursor.column = column;
  if (rest.endsWith('/')) return '';
  cursor.filledRow = cursor.row;
  cursor.filledColumn = Math.max(cursor.filledColumn, column);
  const shownType = type === 'e' ? 'str' : type;
  const styled = style === undefined ? '' : ` s="${style}"`;
  const typed = shownType === undefined ? '' : ` t="${shownType}"`;
  return `<${prefix}c r="${lettersOf(column)}${cursor.row}"${styled}${typed}>`;
}

const noAttributes = 'a cell or row has attributes that are none';
/** How most programs write them; the way below takes several times as long. */
const usualAttributes = /^ r="([A-Z]{0,3}[1-9]\d{0,6})"(?: s="(\d+)")?(?: t="([A-Za-z]+)")?\/?$/;
const attribute = /\s+([^\s=<>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

interface Attributes {
  readonly r?: string | undefined;
  readonly s?: string | undefined;
  readonly t?: string | undefined;
}

/** @throws AppError `table.damaged` for what is no list of attributes */
function attributesOf(rest: string): Attributes {
  const usual = usualAttributes.exec(rest);
  return usual === null ? anyAttributes(rest) : { r: usual[1], s: usual[2], t: usual[3] };
}

function anyAttributes(rest: string): Attributes {
  const found: { r?: string; s?: string; t?: string } = {};
  const left = rest.replaceAll(
    attribute,
    (_all, name: string, double?: string, single?: string) => {
      const local = name.slice(name.indexOf(':') + 1);
      if (local !== 'r' && local !== 's' && local !== 't') return '';
      const value = double ?? single ?? '';
      if (found[local] !== undefined || !/^\w*$/.test(value)) throw damaged(noAttributes);
      found[local] = value;
      return '';
    },
  );
  if (left.replace(/\/$/, '').trim() !== '') throw damaged(noAttributes);
  return found;
}

/** A is 1, Z 26, AA 27. */
function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

function lettersOf(column: number): string {
  let letters = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return letters;
}

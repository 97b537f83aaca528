import Papa from 'papaparse';
import type { Locale } from '../../../contract/settings.ts';
import type { Cell } from './cells.ts';

/** Where the comma is the decimal sign, spreadsheets expect the semicolon between cells. */
const separators: Readonly<Record<Locale, string>> = { en: ',', it: ';', es: ';' };

const byteOrderMark = '\uFEFF';

/** Characters that begin a formula, in their full-width forms too, also after blanks. */
const formulaStart = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/;
/** Digits a spreadsheet would round, strip of zeros or read as a power of ten. */
const numberLike = /^(?:\d{12,}|0\d+|\d+[eE]\d+)$/;

/** CSV for a spreadsheet: UTF-8 with BOM, CRLF, the locale's separator, every text quoted. */
export function encodeCsv(
  table: { readonly headers: readonly string[]; readonly rows: readonly (readonly Cell[])[] },
  locale: Locale,
): Uint8Array {
  const guarded = [table.headers, ...table.rows].map((row) => row.map(guard));
  const text = Papa.unparse(guarded, {
    delimiter: separators[locale],
    newline: '\r\n',
    quotes: (value: unknown) => typeof value === 'string' && value !== '',
  });
  return new TextEncoder().encode(`${byteOrderMark}${text}\r\n`);
}

/** A leading apostrophe makes a spreadsheet take the cell as text; a device must not run formulas. */
function guard(cell: Cell): string | number {
  if (cell === null) return '';
  if (typeof cell === 'number') return cell;
  return formulaStart.test(cell) || numberLike.test(cell) ? `'${cell}` : cell;
}

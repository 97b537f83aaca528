import Papa from 'papaparse';
import type { Locale } from '../../../contract/settings.ts';
import { guardCell } from '../../lib/guarded-cell.ts';
import type { Cell } from './cells.ts';

/** Where the comma is the decimal sign, spreadsheets expect the semicolon between cells. */
const separators: Readonly<Record<Locale, string>> = { en: ',', it: ';', es: ';' };

const byteOrderMark = '\uFEFF';

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

function guard(cell: Cell): string | number {
  if (cell === null) return '';
  return typeof cell === 'number' ? cell : guardCell(cell);
}

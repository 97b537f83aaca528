import writeXlsxFile, { type SheetData } from 'write-excel-file/universal';
import type { ColumnSpec } from '../../../contract/columns.ts';
import { unguardCell } from '../../lib/guarded-cell.ts';
import { workbookText } from '../../lib/workbook-text.ts';
import type { Cell } from './cells.ts';

const sheetNameLength = 31;

/**
 * A workbook with one sheet. Serials, MACs and addresses are text cells, so nothing turns into a
 * number or a date, and no cell is ever a formula.
 */
export async function encodeXlsx(table: {
  readonly columns: readonly ColumnSpec[];
  readonly headers: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly sheet: string;
}): Promise<Uint8Array> {
  const head = table.headers.map((header) => ({
    value: header,
    type: String,
    fontWeight: 'bold' as const,
  }));
  const body: SheetData = table.rows.map((row) => row.map(cell));
  const file = writeXlsxFile([head, ...body], {
    sheet: sheetName(table.sheet),
    stickyRowsCount: 1,
    // The screen's pixels, in the characters a spreadsheet counts in.
    columns: table.columns.map(({ width }) => ({ width: Math.max(8, Math.round(width / 7)) })),
  });
  return new Uint8Array(await (await file.toBlob()).arrayBuffer());
}

function cell(value: Cell) {
  if (value === null) return null;
  if (typeof value === 'number') return { value, type: Number };
  // Text cells need no guard; only what would be taken for one gets another, so that it is read back as it was.
  const text = unguardCell(value) === value ? value : `'${value}`;
  return { value: workbookText(text), type: String };
}

function sheetName(name: string): string {
  const clean = name
    .replace(/[\\/?*[\]:']/g, ' ')
    .trim()
    .slice(0, sheetNameLength);
  return clean === '' ? 'Untether' : clean;
}

import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Api } from '../../../contract/api.ts';
import type { TableRead } from '../../../contract/methods-table.ts';
import { texts } from '../../../contract/text/index.ts';
import { ask, CliFailure, type Context, tell } from '../context.ts';
import { unreadable } from '../read-problem.ts';
import { printable } from '../width.ts';

/** What `table.read` takes. */
const maxBytes = 16_000_000;

export interface TableSource {
  readonly file: string;
  /** `-` is standard input and not a file of that name. */
  readonly mayBeInput: boolean;
  /** What the reader of the text takes. */
  readonly maxChars: number;
  readonly tooLarge: () => CliFailure;
}

/** The bytes of a table file, before anything is started for it. @throws CliFailure when it cannot be read */
export function tableBytes(context: Context, source: TableSource): Buffer {
  const { file, mayBeInput, tooLarge } = source;
  try {
    const path = mayBeInput && file === '-' ? 0 : resolve(file);
    if (path !== 0 && statSync(path).size > maxBytes) throw tooLarge();
    const bytes = readFileSync(path);
    if (bytes.length > maxBytes) throw tooLarge();
    return bytes;
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) throw unreadable(context, file, error);
    throw error;
  }
}

/**
 * The table as text; tells the person when a workbook has more sheets than the one that was read.
 * @throws CliFailure `table.…` for what is no table
 */
export async function readTable(
  context: Context,
  api: Api,
  { bytes, source }: { readonly bytes: Buffer; readonly source: TableSource },
): Promise<TableRead> {
  const table = await openTable(api, bytes, source);
  if (table.text.length > source.maxChars) throw source.tooLarge();
  if (table.sheet !== null && table.otherSheets.length > 0) {
    tell(context, texts[context.locale].table.otherSheets, {
      sheet: printable(table.sheet),
      others: printable(table.otherSheets.join(', ')),
    });
  }
  return table;
}

async function openTable(api: Api, bytes: Buffer, source: TableSource): Promise<TableRead> {
  try {
    return await ask(api, 'table.read', { base64: bytes.toString('base64') });
  } catch (error) {
    // The words here name the file.
    const isTooLarge = error instanceof CliFailure && error.error.code === 'table.too-large';
    throw isTooLarge ? source.tooLarge() : error;
  }
}

/** Which sheet of a workbook it was, for `--json`. */
export function sheetData({ sheet, otherSheets }: TableRead): object {
  return sheet === null ? {} : { sheet, otherSheets };
}

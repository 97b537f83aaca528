import type { Api } from '../../../contract/api.ts';
import type { ImportRow } from '../../../contract/book.ts';
import { fillKnown, texts } from '../../../contract/text/index.ts';
import { interpolate } from '../../../contract/text/interpolate.ts';
import { openVault } from '../acts/open-vault.ts';
import { askYes, canAsk } from '../acts/prompt.ts';
import { readTable, sheetData, type TableSource, tableBytes } from '../acts/table-file.ts';
import { importTable } from '../book-text.ts';
import { ask, badInput, type Context, failure, type Outcome, tell, withCore } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { printable } from '../width.ts';

export interface ImportFlags {
  readonly dryRun?: boolean;
  /** `false` with `--no-password`. */
  readonly password: boolean;
}

/** What `book.readImport` takes. */
const maxChars = 4_000_000;

function sourceOf(context: Context, file: string): TableSource {
  const { tooLarge } = context.text.book;
  return {
    ...{ file, mayBeInput: true, maxChars },
    tooLarge: () => badInput(interpolate(tooLarge, { file, limit: maxChars })),
  };
}

/** In our own export most devices may be known from the scan alone; leaving them out is what one wants. */
function isNotInBook(columns: readonly string[], { problems }: ImportRow): boolean {
  return columns.includes('way') && problems.every(({ code }) => code === 'missing-host');
}

function isSound({ problems }: ImportRow): boolean {
  return problems.every(({ level }) => level !== 'stop');
}

/** Whether passwords of the file stay out of the vault. @throws CliFailure exit code 4 when nobody says so */
async function isLeftOut(
  context: Context,
  api: Api,
  rows: readonly ImportRow[],
  flags: ImportFlags,
): Promise<boolean> {
  if (!rows.some(({ hasPassword }) => hasPassword)) return false;
  if (!flags.password) return true;
  if (await openVault(context, api, { devices: null, mayAsk: true })) return false;
  if (context.options.isYes) return true;
  const { importWithout } = context.text.book;
  if (canAsk(context) && (await askYes(context, importWithout))) return true;
  const { exists } = await ask(api, 'vault.status', {});
  throw exists ? failure('vault.locked') : failure('input.undecided', { problem: importWithout });
}

/** `devices import`: every line is shown; those with a problem that stops them stay out. */
export function importDevices(
  context: Context,
  file: string,
  flags: ImportFlags,
): Promise<Outcome> {
  const source = sourceOf(context, file);
  const bytes = tableBytes(context, source);
  const words = context.text.book;
  return withCore(context, 'manual', async ({ api }) => {
    const table = await readTable(context, api, { bytes, source });
    const { text: csv } = table;
    const read = await ask(api, 'book.readImport', { csv });
    const { unknownColumns, problems } = read;
    const rows = read.rows.filter((row) => isSound(row) || !isNotInBook(read.columns, row));
    const { quotes } = texts[context.locale].planFileProblems;
    for (const problem of problems) {
      tell(context, fillKnown(quotes, { line: /:(\d+)$/.exec(problem)?.[1] }));
    }
    if (unknownColumns.length > 0) {
      tell(context, words.unknownColumns, { columns: printable(unknownColumns.join(', ')) });
    }
    const sound = rows.filter(isSound);
    const code = sound.length === rows.length ? exitCodes.well : exitCodes.itemFailed;
    const preview = importTable(context, rows);
    if (flags.dryRun === true) {
      return { data: { rows, unknownColumns, ...sheetData(table) }, human: preview, code };
    }
    tell(context, '{{preview}}\n', { preview });
    if (sound.length === 0) {
      return { data: { rows, devices: [] }, human: words.noLines, code: exitCodes.itemFailed };
    }
    const leaveOutPassword = await isLeftOut(context, api, sound, flags);
    const lines = sound.map(({ line }) => line);
    const result = await ask(api, 'book.import', { csv, lines, leaveOutPassword });
    const { devices } = await ask(api, 'devices.list', {});
    const ids = new Set(result.ids);
    const { added, updated, passwords, skipped } = result;
    const data = { rows, added, updated, passwords, skipped };
    return {
      data: { ...data, devices: devices.filter(({ id }) => ids.has(id)) },
      human: interpolate(words.imported, { added, updated, passwords }),
      code,
    };
  });
}

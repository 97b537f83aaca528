import { fillKnown, texts } from '../../../contract/text/index.ts';
import { interpolate } from '../../../contract/text/interpolate.ts';
import { applyRows } from '../acts/apply-rows.ts';
import { listenToAll } from '../acts/find-devices.ts';
import { isStopped, planJson, planTable } from '../acts/plan-text.ts';
import { overrideOf, type RunFlags } from '../acts/run.ts';
import { checkSources } from '../acts/secrets.ts';
import { readTable, sheetData, type TableSource, tableBytes } from '../acts/table-file.ts';
import { ask, badInput, type Context, type Outcome, tell, withCore } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';

export interface PlanFlags extends RunFlags {
  readonly dryRun?: boolean;
  readonly waitScan: number;
}

/** What `network.readPlan` takes. */
const maxChars = 1_000_000;

function sourceOf(context: Context, file: string): TableSource {
  const { tooLarge } = context.text.acts.network;
  return {
    ...{ file, mayBeInput: false, maxChars },
    tooLarge: () => badInput(interpolate(tooLarge, { file })),
  };
}

/** `MissingQuotes:3`: the reader's code and the line. */
function tellProblem(context: Context, problem: string): void {
  const { quotes } = texts[context.locale].planFileProblems;
  const line = /:(\d+)$/.exec(problem)?.[1];
  tell(context, fillKnown(quotes, { line }));
}

/** `network plan`: the difference is shown before anything is sent; with `--dry-run` nothing is. */
export async function planNetwork(
  context: Context,
  file: string,
  flags: PlanFlags,
): Promise<Outcome> {
  checkSources(context, flags);
  overrideOf(context, flags);
  const source = sourceOf(context, file);
  const bytes = tableBytes(context, source);
  return await withCore(context, 'manual', async ({ api }) => {
    const table = await readTable(context, api, { bytes, source });
    await listenToAll(context, api, flags.waitScan);
    const { rows, problems } = await ask(api, 'network.readPlan', { csv: table.text });
    const words = context.text.acts.network;
    for (const problem of problems) tellProblem(context, problem);
    const stopped = rows.filter(isStopped).length;
    const changes = rows.filter((row) => row.device !== null && !isStopped(row)).length;
    const found = problems.length === 0 ? {} : { problems };
    const data = { plan: rows.map(planJson), ...sheetData(table), ...found };
    const summary = interpolate(words.planSummary, { rows: rows.length, changes, stopped });
    const isBad = stopped > 0 || problems.length > 0;
    if (flags.dryRun === true || changes === 0) {
      const human = rows.length === 0 ? words.noRows : `${planTable(context, rows)}\n\n${summary}`;
      return { data, human, code: isBad ? exitCodes.itemFailed : exitCodes.well };
    }
    return await applyRows(context, api, { rows, flags, isOneByOne: false, data });
  });
}

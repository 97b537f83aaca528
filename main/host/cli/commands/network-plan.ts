import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { fillKnown, texts } from '../../../contract/text/index.ts';
import { interpolate } from '../../../contract/text/interpolate.ts';
import { applyRows } from '../acts/apply-rows.ts';
import { decodeTable } from '../acts/decode-table.ts';
import { listenToAll } from '../acts/find-devices.ts';
import { isStopped, planJson, planTable } from '../acts/plan-text.ts';
import { overrideOf, type RunFlags } from '../acts/run.ts';
import { checkSources } from '../acts/secrets.ts';
import { ask, badInput, type Context, type Outcome, tell, withCore } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { unreadable } from '../read-problem.ts';

export interface PlanFlags extends RunFlags {
  readonly dryRun?: boolean;
  readonly waitScan: number;
}

/** What `network.readPlan` takes. */
const maxChars = 1_000_000;

/** @throws CliFailure when it cannot be read or is no table in text */
function readTable(context: Context, file: string): string {
  const words = context.text.acts.network;
  let text: string | null;
  try {
    const path = resolve(file);
    if (statSync(path).size > 4 * maxChars) throw badInput(interpolate(words.tooLarge, { file }));
    text = decodeTable(readFileSync(path));
  } catch (error) {
    const isSystem = error instanceof Error && 'syscall' in error;
    if (isSystem) throw unreadable(context, file, error);
    throw error;
  }
  if (text === null) throw badInput(interpolate(words.notCsv, { file }));
  if (text.length > maxChars) throw badInput(interpolate(words.tooLarge, { file }));
  return text;
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
  const csv = readTable(context, file);
  return await withCore(context, 'manual', async ({ api }) => {
    await listenToAll(context, api, flags.waitScan);
    const { rows, problems } = await ask(api, 'network.readPlan', { csv });
    const words = context.text.acts.network;
    for (const problem of problems) tellProblem(context, problem);
    const stopped = rows.filter(isStopped).length;
    const changes = rows.filter((row) => row.device !== null && !isStopped(row)).length;
    const data = { plan: rows.map(planJson), ...(problems.length === 0 ? {} : { problems }) };
    const summary = interpolate(words.planSummary, { rows: rows.length, changes, stopped });
    const isBad = stopped > 0 || problems.length > 0;
    if (flags.dryRun === true || changes === 0) {
      const human = rows.length === 0 ? words.noRows : `${planTable(context, rows)}\n\n${summary}`;
      return { data, human, code: isBad ? exitCodes.itemFailed : exitCodes.well };
    }
    return await applyRows(context, api, { rows, flags, isOneByOne: false, data });
  });
}

import { interpolate } from '../../../contract/text/interpolate.ts';
import { listenUntilHeard } from '../acts/find-devices.ts';
import { jobExitCode } from '../acts/job-exit.ts';
import { actJson } from '../acts/job-json.ts';
import { needJob, resumeJob } from '../acts/job-ref.ts';
import { jobTable, jobText } from '../acts/job-text.ts';
import { overrideOf, type RunFlags } from '../acts/run.ts';
import { checkSources } from '../acts/secrets.ts';
import { ask, type Context, type Outcome, withCore } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { printBytes } from '../output.ts';
import { writeChecked } from '../write-file.ts';

/** `jobs list` */
export function listJobs(
  context: Context,
  { limit }: { readonly limit: number },
): Promise<Outcome> {
  return withCore(context, 'manual', async ({ api }) => {
    const { jobs } = await ask(api, 'jobs.list', { limit });
    const { none } = context.text.acts.jobs;
    return {
      data: { jobs: jobs.map(actJson) },
      human: jobs.length === 0 ? none : jobTable(context, jobs),
    };
  });
}

/** `jobs show`: a run that ended badly was still shown well, so this is no failure. */
export function showJob(
  context: Context,
  wanted: string,
  { evidence }: { readonly evidence?: boolean },
): Promise<Outcome> {
  return withCore(context, 'manual', async ({ api }) => {
    const { id } = await needJob(context, api, wanted);
    const job = await ask(api, 'jobs.get', { id });
    const options = { now: Date.now(), hasEvidence: evidence === true };
    return { data: { job: actJson(job) }, human: jobText(context, job, options) };
  });
}

export interface ResumeFlags extends RunFlags {
  /** Commander's `--no-wait`. */
  readonly wait: boolean;
}

/** `jobs resume` */
export async function resume(
  context: Context,
  wanted: string,
  flags: ResumeFlags,
): Promise<Outcome> {
  checkSources(context, flags);
  overrideOf(context, flags);
  return await withCore(context, 'manual', async ({ api }) => {
    const { id } = await needJob(context, api, wanted);
    return await resumeJob(context, api, { id, flags, isWaiting: flags.wait });
  });
}

/** `jobs cancel` */
export function cancelJob(context: Context, wanted: string): Promise<Outcome> {
  return withCore(context, 'manual', async ({ api }) => {
    const { id } = await needJob(context, api, wanted);
    const job = await ask(api, 'jobs.cancel', { id });
    const options = { now: Date.now(), hasEvidence: false };
    return { data: { job: actJson(job) }, human: jobText(context, job, options) };
  });
}

/** `jobs recheck`: reads, and corrects verdicts that were open. */
export function recheckJob(context: Context, wanted: string): Promise<Outcome> {
  return withCore(context, 'manual', async ({ api }) => {
    const { id } = await needJob(context, api, wanted);
    const before = await ask(api, 'jobs.get', { id });
    await listenUntilHeard(
      context,
      api,
      before.items.map(({ device }) => device),
    );
    const job = await ask(api, 'jobs.recheck', { id });
    const options = { now: Date.now(), hasEvidence: false };
    const human = jobText(context, job, options);
    return { data: { job: actJson(job) }, human, code: jobExitCode(job) };
  });
}

/** `jobs verify`: whether the audit log is as it was written. */
export function verifyAudit(context: Context): Promise<Outcome> {
  return withCore(context, 'manual', async ({ api }) => {
    const audit = await ask(api, 'audit.verify', {});
    const { intact, broken } = context.text.acts.jobs;
    const params = { lines: audit.lines, line: audit.brokenAt ?? '?' };
    return {
      data: { audit },
      human: interpolate(audit.isIntact ? intact : broken, params),
      code: audit.isIntact ? exitCodes.well : exitCodes.itemFailed,
    };
  });
}

/** `jobs print`. With `--out -` the page itself is standard output. */
export async function printJob(
  context: Context,
  wanted: string,
  { out }: { readonly out: string },
): Promise<Outcome | null> {
  const html = await withCore(context, 'manual', async ({ api }) => {
    const { id } = await needJob(context, api, wanted);
    return (await ask(api, 'jobs.print', { id, locale: context.locale })).html;
  });
  const bytes = Buffer.from(html, 'utf8');
  if (out === '-') {
    printBytes(bytes);
    return null;
  }
  const data = { file: await writeChecked(context, out, bytes), bytes: bytes.length };
  return { data, human: interpolate(context.text.acts.jobs.printed, data) };
}

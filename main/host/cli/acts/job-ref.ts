import type { Api } from '../../../contract/api.ts';
import type { Job, JobKind, JobSummary } from '../../../contract/job.ts';
import { interpolate } from '../../../contract/text/interpolate.ts';
import { ask, badInput, type Context, failure, type Outcome } from '../context.ts';
import { listenUntilHeard } from './find-devices.ts';
import { jobOutcome, overrideOf, type RunFlags, startAndFollow } from './run.ts';
import { readSecrets } from './secrets.ts';

const newest = 'last';
const shortestTail = 4;
const maxJobs = 500;

/** Kinds that send no password. */
const withoutPassword: readonly JobKind[] = ['locate'];

/**
 * The run that is named by its id, by the end of it, or as the newest.
 * @throws CliFailure `job.not-found`, or a list of candidates
 */
export async function needJob(context: Context, api: Api, wanted: string): Promise<JobSummary> {
  const { jobs } = await ask(api, 'jobs.list', { limit: maxJobs });
  const text = wanted.trim().toLowerCase();
  const exact = text === newest ? jobs[0] : jobs.find(({ id }) => id.toLowerCase() === text);
  if (exact !== undefined) return exact;
  const fits =
    text.length < shortestTail ? [] : jobs.filter(({ id }) => id.toLowerCase().endsWith(text));
  const [job, second] = fits;
  if (job === undefined) throw failure('job.not-found', { wanted });
  if (second === undefined) return job;
  const candidates = fits.map(({ id }) => id).join(', ');
  throw badInput(interpolate(context.text.acts.jobs.ambiguous, { wanted, candidates }));
}

/** Devices of a run that have not ended. */
function openOf({ items }: Job) {
  return items.filter(({ state, verdict }) => state !== 'done' || verdict === 'unknown');
}

/**
 * Goes on with a run. Its devices are heard first, because they are sent to by the adapter by which they
 * are heard; passwords are asked for again, because none is kept on the disk.
 */
export async function resumeJob(
  context: Context,
  api: Api,
  {
    id,
    flags,
    isWaiting,
  }: { readonly id: string; readonly flags: RunFlags; readonly isWaiting: boolean },
): Promise<Outcome> {
  const override = overrideOf(context, flags);
  const before = await ask(api, 'jobs.get', { id });
  if (before.state !== 'interrupted' && before.state !== 'paused') {
    throw failure('job.not-resumable', { state: before.state });
  }
  const open = openOf(before).map(({ device }) => device);
  await listenUntilHeard(context, api, open);
  const needsPassword = !withoutPassword.includes(before.kind);
  const isNew = before.kind === 'activate';
  const secrets = needsPassword
    ? await readSecrets(context, flags, { api, devices: open, isNew })
    : {};
  const job = await startAndFollow(
    context,
    api,
    () => ask(api, 'jobs.resume', { id, secrets, ...override }),
    { isWaiting },
  );
  return jobOutcome(context, job);
}

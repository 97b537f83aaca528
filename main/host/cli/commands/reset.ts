import type { Api } from '../../../contract/api.ts';
import type { Job } from '../../../contract/job.ts';
import { requireSerial } from '../acts/consent.ts';
import { findOne } from '../acts/find-devices.ts';
import { actJson } from '../acts/job-json.ts';
import {
  jobOutcome,
  overrideOf,
  preflight,
  preflightOutcome,
  type RunFlags,
  startAndFollow,
} from '../acts/run.ts';
import { checkSources, readSecrets } from '../acts/secrets.ts';
import { ask, type Context, type Outcome, withCore } from '../context.ts';

export interface RestoreFlags extends RunFlags {
  readonly confirmSerial?: string;
}

/** `reset restore-inactive`: the end of the serial is the consent, for this one device. */
export async function restoreInactive(
  context: Context,
  wanted: string,
  flags: RestoreFlags,
): Promise<Outcome> {
  checkSources(context, flags);
  const override = overrideOf(context, flags);
  return await withCore(context, 'manual', async ({ api }) => {
    const { id } = await findOne(context, api, wanted);
    const isRun = ({ light }: { readonly light: string }) => light !== 'stop';
    const act = { kind: 'restore-inactive', ids: [id], isRun } as const;
    const { lines, going } = await preflight(context, api, act);
    const [line] = going;
    if (line === undefined) return preflightOutcome(context, 'restore-inactive', lines);
    const confirmSerial = await requireSerial(context, line.device, flags.confirmSerial);
    const secrets = await readSecrets(context, flags, { api, devices: [line.device] });
    const job = await startAndFollow(context, api, () =>
      ask(api, 'devices.restoreInactive', { id, confirmSerial, secrets, ...override }),
    );
    return await withCase(context, api, job);
  });
}

/** `reset restore` and `reset default`: the end of the serial is the consent, for this one device. */
export async function softwareReset(
  context: Context,
  { wanted, mode }: { readonly wanted: string; readonly mode: 'restore' | 'default' },
  flags: RestoreFlags,
): Promise<Outcome> {
  checkSources(context, flags);
  const override = overrideOf(context, flags);
  const words = context.text.changes.reset;
  const lines =
    mode === 'restore' ? [words.restore, words.restoreKeeps] : [words.default, words.defaultLoses];
  return await withCore(context, 'manual', async ({ api }) => {
    const { id } = await findOne(context, api, wanted);
    const isRun = ({ light }: { readonly light: string }) => light !== 'stop';
    const seen = await preflight(context, api, { kind: 'reset', ids: [id], isRun });
    const [line] = seen.going;
    if (line === undefined) return preflightOutcome(context, 'reset', seen.lines);
    const { device } = line;
    const typed = { lines, question: words.serial };
    const confirmSerial = await requireSerial(context, device, flags.confirmSerial, typed);
    const secrets = await readSecrets(context, flags, { api, devices: [device] });
    const input = { id, mode, confirmSerial, secrets, ...override };
    const job = await startAndFollow(context, api, () => ask(api, 'devices.reset', input));
    return await withCase(context, api, job);
  });
}

/** The run, and the case that it opened; `null` when nothing was sent, so that there is nothing to follow. */
async function withCase(context: Context, api: Api, job: Job): Promise<Outcome> {
  const [item] = job.items;
  const device = item === undefined ? {} : { device: item.device.id };
  const { cases } = await ask(api, 'cases.list', device);
  const own = cases.find(({ jobId }) => jobId === job.id) ?? null;
  return jobOutcome(context, job, { data: { case: own === null ? null : actJson(own) } });
}

import type { Api } from '../../../contract/api.ts';
import type { Device } from '../../../contract/device.ts';
import type { Job } from '../../../contract/job.ts';
import { requireConsent, undecided } from '../acts/consent.ts';
import { findOne } from '../acts/find-devices.ts';
import { actJson } from '../acts/job-json.ts';
import { refOf } from '../acts/named.ts';
import { jobOutcome, overrideOf, type RunFlags, runActs, startAndFollow } from '../acts/run.ts';
import { type CodeFlags, checkSources, readCode, readSecrets } from '../acts/secrets.ts';
import { ask, badInput, type Context, failure, type Outcome, withCore } from '../context.ts';
import { deviceLabel, triText } from '../device-text.ts';
import { exitCodes } from '../exit-codes.ts';
import { pairs } from '../table.ts';

/** The one item of a run on one device, as a command's `result`. */
function resultOf(job: Job): object {
  const [item] = job.items;
  return { jobId: job.id, ...(item === undefined ? {} : (actJson(item) as object)) };
}

/** A run's outcome with its one item as `result`. */
function oneOutcome(context: Context, job: Job): Outcome {
  const { human, code } = jobOutcome(context, job);
  return { data: { result: resultOf(job) }, human, code: code ?? exitCodes.well };
}

async function freshDevice(api: Api, device: Device): Promise<Device> {
  const { devices } = await ask(api, 'devices.list', {});
  return devices.find(({ id }) => id === device.id) ?? device;
}

function stateOutcome(context: Context, device: Device): Outcome {
  const words = context.text.acts.cloud;
  const { cloud } = device;
  const tri = (value: boolean | null) => triText(value, context.locale) || '?';
  const rows = [
    [words.supported, tri(cloud.supported)],
    [words.enabled, tri(cloud.enabled)],
    [words.bound, tri(cloud.bound)],
    [words.unbind, tri(cloud.unbindSupported)],
  ] as const;
  return {
    data: { result: { device: refOf(device), cloud } },
    human: `${deviceLabel(device)}\n${pairs(rows)}`,
  };
}

export interface CloudFlags extends RunFlags {
  readonly enable?: boolean;
  readonly disable?: boolean;
}

/** `cloud`: without a wish it only tells what the device says of itself. */
export async function cloud(context: Context, wanted: string, flags: CloudFlags): Promise<Outcome> {
  checkSources(context, flags);
  overrideOf(context, flags);
  if (flags.enable === true && flags.disable === true) throw badInput(context.text.acts.cloud.both);
  return await withCore(context, 'manual', async ({ api }) => {
    const device = await findOne(context, api, wanted);
    if (flags.enable !== true && flags.disable !== true) return stateOutcome(context, device);
    const outcome = await runActs(context, api, {
      ...{ kind: 'cloud', flags, ids: [device.id] },
      isRun: ({ light }) => light !== 'stop',
      start: ({ ids, secrets, override }) => {
        const isEnabled = flags.enable === true;
        return ask(api, 'devices.setCloud', { ids, isEnabled, secrets, ...override });
      },
    });
    return await withCloud(api, device, outcome);
  });
}

interface RunData {
  readonly preflight: readonly object[];
  readonly job?: { readonly id: string; readonly items: readonly object[] };
}

/** The state of the cloud service after the run, beside the verdict. */
async function withCloud(api: Api, device: Device, outcome: Outcome): Promise<Outcome> {
  const { cloud: now } = await freshDevice(api, device);
  const { job, preflight } = outcome.data as RunData;
  const [line] = job?.items ?? preflight;
  const jobId = job === undefined ? {} : { jobId: job.id };
  return { ...outcome, data: { result: { ...jobId, ...line, cloud: now } } };
}

/** `verification-code` */
export async function verificationCode(
  context: Context,
  wanted: string,
  flags: RunFlags & CodeFlags,
): Promise<Outcome> {
  checkSources(context, flags);
  const override = overrideOf(context, flags);
  return await withCore(context, 'manual', async ({ api }) => {
    const device = refOf(await findOne(context, api, wanted));
    const { id } = device;
    await requireConsent(context, { kind: 'verification-code', devices: [device] });
    const words = context.text.acts.secrets;
    const code = await readCode(context, flags, words.verificationCode);
    if (code === null) throw undecided(words.codeNeeded);
    if (code === '') throw failure('job.bad-verification-code');
    const secrets = await readSecrets(context, flags, { api, devices: [device] });
    const job = await startAndFollow(context, api, () =>
      ask(api, 'devices.setVerificationCode', { id, code, secrets, ...override }),
    );
    return oneOutcome(context, job);
  });
}

/** `locate`: changes nothing, so nobody is asked. */
export function locate(
  context: Context,
  wanted: string,
  flags: { readonly off?: boolean },
): Promise<Outcome> {
  return withCore(context, 'manual', async ({ api }) => {
    const { id } = await findOne(context, api, wanted);
    const isOn = flags.off !== true;
    const job = await startAndFollow(context, api, () =>
      ask(api, 'devices.locate', { ids: [id], isOn }),
    );
    return oneOutcome(context, job);
  });
}

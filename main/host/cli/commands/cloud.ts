import type { Api } from '../../../contract/api.ts';
import type { Device } from '../../../contract/device.ts';
import type { AppErrorShape } from '../../../contract/errors.ts';
import type { Job } from '../../../contract/job.ts';
import type { CloudState } from '../../../contract/login.ts';
import { errorWords, texts } from '../../../contract/text/index.ts';
import { interpolate } from '../../../contract/text/interpolate.ts';
import { requireConsent, undecided } from '../acts/consent.ts';
import { findOne } from '../acts/find-devices.ts';
import { actJson } from '../acts/job-json.ts';
import { refOf } from '../acts/named.ts';
import { readLogin } from '../acts/read-login.ts';
import { jobOutcome, overrideOf, type RunFlags, runActs, startAndFollow } from '../acts/run.ts';
import { type CodeFlags, checkSources, readCode, readSecrets } from '../acts/secrets.ts';
import {
  ask,
  badInput,
  CliFailure,
  type Context,
  failure,
  type Outcome,
  withCore,
} from '../context.ts';
import { deviceLabel, triText } from '../device-text.ts';
import { exitCodes } from '../exit-codes.ts';
import { pairs } from '../table.ts';
import { printable } from '../width.ts';

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

interface HttpRead {
  readonly cloud: CloudState | null;
  /** Why not; without a password at hand that is no failure. */
  readonly error: AppErrorShape | null;
}

const noLoginAtHand = ['no-login', 'vault-locked'];

async function readOverHttp(
  context: Context,
  api: Api,
  { device, flags }: { readonly device: Device; readonly flags: RunFlags },
): Promise<HttpRead> {
  const ref = refOf(device);
  const login = await readLogin(context, flags, { api, devices: [ref] });
  const override = overrideOf(context, flags);
  const answer = await api.call('cloud.read', { id: ref.id, ...login, ...override });
  if (answer.ok) return { cloud: answer.data.cloud, error: null };
  if (answer.error.code !== 'login.failed') throw new CliFailure(answer.error);
  return { cloud: null, error: answer.error };
}

/** What the device says by SADP, and over HTTP where a login is at hand. Neither is made out of the other. */
function stateOutcome(context: Context, device: Device, http: HttpRead): Outcome {
  const words = context.text.acts.cloud;
  const more = context.text.health;
  const { cloud } = device;
  const tri = (value: boolean | null) => triText(value, context.locale) || '?';
  const rows = [
    [words.supported, tri(cloud.supported)],
    [words.enabled, tri(cloud.enabled)],
    [words.bound, tri(cloud.bound)],
    [words.unbind, tri(cloud.unbindSupported)],
  ] as const;
  const read = http.cloud;
  const lines =
    read === null
      ? interpolate(more.notRead, { why: http.error === null ? '?' : whyNot(context, http.error) })
      : pairs([
          [words.enabled, tri(read.isEnabled)],
          [words.bound, tri(read.isBound)],
          [more.registered, tri(read.isRegistered)],
          [more.server, read.server ?? '?'],
          [more.code, tri(read.hasVerificationCode)],
          [more.announces, tri(read.announcesUnbind)],
        ]);
  const json = read === null ? null : actJson(read);
  const problem = String(http.error?.params['problem'] ?? '');
  const isWell = http.error === null || noLoginAtHand.includes(problem);
  return {
    data: { result: { device: refOf(device), cloud, http: json, httpError: http.error } },
    human: `${deviceLabel(device)}\n${more.bySadp}\n${pairs(rows)}\n${more.byHttp}\n${lines}`,
    code: isWell ? exitCodes.well : exitCodes.itemFailed,
  };
}

function whyNot({ locale }: Context, error: AppErrorShape): string {
  return printable(errorWords(texts[locale], error).what);
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
    if (flags.enable !== true && flags.disable !== true) {
      return stateOutcome(context, device, await readOverHttp(context, api, { device, flags }));
    }
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

import type { Api } from '../../../contract/api.ts';
import type { DeviceId } from '../../../contract/device.ts';
import type {
  DeviceRef,
  Job,
  JobKind,
  PreflightLine,
  Reason,
  Secrets,
} from '../../../contract/job.ts';
import type { MethodInput } from '../../../contract/methods.ts';
import { ask, badInput, type Context, type Outcome, tell } from '../context.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { requireConsent } from './consent.ts';
import { followJob, tellLeft } from './follow-job.ts';
import { isWell, jobExitCode } from './job-exit.ts';
import { actJson } from './job-json.ts';
import { linesText } from './job-text.ts';
import { refOf } from './named.ts';
import { stopped } from './prompt.ts';
import { readSecrets, type SecretFlags } from './secrets.ts';

export interface RunFlags extends SecretFlags {
  readonly overrideLockout?: string;
}

const overrideWord = 'TRY ANYWAY';
type Override = typeof overrideWord;
const guardReasons: readonly Reason[] = ['attempts-low', 'same-password', 'locked'];

/** The operator's explicit word, or nothing. @throws CliFailure for any other word */
export function overrideOf(
  context: Context,
  { overrideLockout }: RunFlags,
): { readonly override?: Override } {
  if (overrideLockout === undefined) return {};
  if (overrideLockout !== overrideWord) throw badInput(context.text.acts.secrets.overrideWord);
  return { override: overrideWord };
}

/** Starts a run, follows it to its end and tells how to go on when it was left. */
export async function startAndFollow(
  context: Context,
  api: Api,
  start: () => Promise<Job>,
  options: { readonly isWaiting?: boolean } = {},
): Promise<Job> {
  if (context.signal.aborted) throw stopped(context);
  const isWaiting = options.isWaiting !== false;
  const job = await followJob(context, api, start, { isWaiting });
  tellLeft(context, job);
  return job;
}

/** What a command prints for a run. */
export function jobOutcome(
  context: Context,
  job: Job,
  more: {
    readonly data?: object;
    readonly lines?: readonly PreflightLine[];
    readonly code?: ExitCode;
  } = {},
): Outcome {
  const lines = [...job.items, ...(more.lines ?? [])];
  return {
    data: { ...more.data, job: actJson(job) },
    human: linesText(context, lines, Date.now()),
    code: Math.max(jobExitCode(job), more.code ?? exitCodes.well) as ExitCode,
  };
}

/** What the lockout guard holds back, and the explicit word lets go. */
function isGuarded({ light, reason }: PreflightLine): boolean {
  return light === 'stop' && guardReasons.includes(reason);
}

type PreflightKind = MethodInput<'jobs.preflight'>['kind'];

export interface Act {
  readonly kind: JobKind & PreflightKind;
  readonly flags: RunFlags;
  /** First password of a device: typed twice and judged before it is sent. */
  readonly isNewPassword?: boolean;
  /** Whether a device that is on amber is run too. */
  readonly isRun: (line: PreflightLine) => boolean;
  readonly isWaiting?: boolean;
  readonly start: (input: {
    readonly ids: DeviceId[];
    readonly secrets: Secrets;
    readonly override: { readonly override?: Override };
  }) => Promise<Job>;
}

interface Flown {
  readonly lines: readonly PreflightLine[];
  readonly going: readonly PreflightLine[];
}

/** Asks how each device stands; no password is asked for or sent. */
export async function preflight(
  context: Context,
  api: Api,
  act: Pick<Act, 'kind' | 'isRun'> & { readonly ids: readonly DeviceId[] },
): Promise<Flown> {
  if (context.signal.aborted) throw stopped(context);
  const { lines } = await ask(api, 'jobs.preflight', { kind: act.kind, ids: [...act.ids] });
  return { lines, going: lines.filter(act.isRun) };
}

function idsOf(lines: readonly PreflightLine[]): DeviceId[] {
  return lines.map(({ device }) => device.id);
}

/** For devices that stay as they are: 0 when they are as they should be. */
function endCode(kind: JobKind, lines: readonly PreflightLine[]): ExitCode {
  const isAllWell = lines.every(({ verdict }) => isWell(kind, verdict));
  return isAllWell ? exitCodes.well : exitCodes.itemFailed;
}

/** 0 when every device is as it should be already or is ready. */
export function preflightCode(kind: JobKind, lines: readonly PreflightLine[]): ExitCode {
  const isAllWell = lines.every(({ light, verdict }) => light === 'ready' || isWell(kind, verdict));
  return isAllWell ? exitCodes.well : exitCodes.itemFailed;
}

export function preflightOutcome(
  context: Context,
  kind: JobKind,
  lines: readonly PreflightLine[],
): Outcome {
  return {
    data: { preflight: lines.map(actJson) },
    human: linesText(context, lines, Date.now()),
    code: preflightCode(kind, lines),
  };
}

/**
 * A run in the order that keeps everybody safe: look, show, ask a person, take the password, run, verify.
 * Devices that cannot go are no part of the run: a wrong password on another one would turn what is known
 * of them into "skipped". They are listed with it, as they were found.
 */
export async function runActs(
  context: Context,
  api: Api,
  act: Act & { readonly ids: readonly DeviceId[] },
): Promise<Outcome> {
  const override = overrideOf(context, act.flags);
  const isForced = override.override !== undefined;
  const isRun = (line: PreflightLine) => act.isRun(line) || (isForced && isGuarded(line));
  const { lines, going } = await preflight(context, api, { ...act, isRun });
  if (going.length === 0) {
    tell(context, context.text.acts.run.nothing);
    const human = linesText(context, lines, Date.now());
    return { data: { preflight: lines.map(actJson) }, human, code: endCode(act.kind, lines) };
  }
  tell(context, context.text.acts.run.preflight);
  tell(context, '{{table}}\n', { table: linesText(context, lines, Date.now()) });
  const devices: readonly DeviceRef[] = going.map(({ device }) => device);
  await requireConsent(context, { kind: act.kind, devices });
  const isNew = act.isNewPassword === true;
  const secrets = await readSecrets(context, act.flags, { api, devices, isNew });
  const options = act.isWaiting === undefined ? {} : { isWaiting: act.isWaiting };
  const start = () => act.start({ ids: idsOf(going), secrets, override });
  const job = await startAndFollow(context, api, start, options);
  const left = lines.filter((line) => !going.includes(line));
  const data = { preflight: lines.map(actJson) };
  return jobOutcome(context, job, { data, lines: left, code: endCode(act.kind, left) });
}

/** Ids of devices that were found. */
export function idsOfDevices(devices: readonly Parameters<typeof refOf>[0][]): DeviceId[] {
  return devices.map((device) => refOf(device).id);
}

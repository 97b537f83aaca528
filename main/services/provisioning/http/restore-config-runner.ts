import { fromBase64 } from '../../../protocol/base64.ts';
import { type DeviceInfo, decodeDeviceInfo } from '../../../protocol/isapi/device-info.ts';
import { configurationPath, paths } from '../../../protocol/isapi/paths.ts';
import type { ItemContext, ItemOutcome, ItemRunner } from '../../jobs/types.ts';
import type { LoginTarget } from '../../login/logins.ts';
import { partsOf, type RunnerOptions, type RunnerParts } from '../options.ts';
import { type Done, done } from '../outcomes.ts';
import { readPatiently } from '../patience.ts';
import { type Changed, type ItemHttp, openHttp } from './item-http.ts';
import { watchDevice } from './look.ts';
import { endBeforeHttp, preflightHttp } from './preflight-http.ts';
import { type Boot, bootBefore, bootNow, restartedBy, upSinceItsTurn } from './reboot-runner.ts';

/** A device's own file and what the device showed when it was made. Keys and file never reach the disk. */
export interface RestoreConfigParams {
  readonly secretKey: string;
  /** Base64. */
  readonly secretFile: string;
  readonly model: string | null;
  readonly firmware: string | null;
  readonly bytes: number;
  readonly sha256: string;
  readonly madeAt: number;
  /** Serial of the device it was made on. */
  readonly madeOn: string | null;
  /** Sum of each document that the device has to show again, by its name. */
  readonly marks: Readonly<Record<string, string>>;
}

export interface RestoreConfigOptions extends RunnerOptions {
  /** Sums of what the device shows now, of the documents that the marks name. */
  readonly readMarks: (
    http: ItemHttp,
    marks: Readonly<Record<string, string>>,
  ) => Promise<Readonly<Record<string, string>>>;
}

type Context = ItemContext<RestoreConfigParams>;
type Parts = RunnerParts & Pick<RestoreConfigOptions, 'readMarks'>;

/** A device reads the whole file before it answers. */
const importTimeoutMs = 120_000;

/** Gives a device its configuration back. It restarts; address and passwords are then those of the file. */
export function createRestoreConfigRunner(
  options: RestoreConfigOptions,
): ItemRunner<RestoreConfigParams> {
  const parts: Parts = { ...options, ...partsOf(options) };
  return {
    kind: 'restore-config',
    needsPassword: true,
    preflight: (device, commands) => preflightHttp(parts, { device, commands }),
    run: (context) => run(parts, context),
    reread: (context) => reread(parts, context),
  };
}

async function run(parts: Parts, context: Context): Promise<ItemOutcome> {
  const { params } = context;
  const early = endBeforeHttp(parts, context.device);
  if (early !== null) return early;
  const path = configurationPath(params.secretKey);
  context.protect(params.secretKey);
  context.protect(encodeURIComponent(params.secretKey));
  const body = fromBase64(params.secretFile);
  if (body === null) return done('failed', 'not-sent');
  const opened = await openHttp(parts, context);
  if (opened.kind === 'closed') return opened.outcome;
  const { http, target } = opened;
  context.step('reading');
  const stop = await checkFits(context, http);
  if (stop !== null) return stop;
  const before = await bootBefore(parts, context, opened);
  if ('outcome' in before) return before.outcome;
  context.step('sending');
  const boot = bootNow(parts, before);
  const sent = await send(http, path, body);
  if (sent.kind === 'ended') return sent.outcome;
  if (sent.kind === 'refused') return refusal(sent, params);
  return await prove(parts, context, { http, target, boot, isSaid: sent.kind === 'success' });
}

interface Proof {
  readonly http: ItemHttp;
  readonly target: LoginTarget;
  readonly boot: Boot;
  /** The device said that it took the file. */
  readonly isSaid: boolean;
}

/** It restarted, and shows what it showed when the file was made. Its address and passwords may be others now. */
async function prove(
  parts: Parts,
  context: Context,
  { http, target, boot, isSaid }: Proof,
): Promise<Done> {
  context.step('restarting');
  const watched = await watchDevice(parts, context, {
    ...{ target, timeoutMs: parts.timings.restartMs },
    judge: (look) => (look.isHttpUp ? restartedBy(http, boot, look) : null),
  });
  context.note(`was away: ${watched.wasGone}, there again: ${watched.isThere}`);
  const verdict = isSaid ? 'accepted' : 'unknown';
  if (watched.found !== 'restarted') {
    return isSaid
      ? done(verdict, watched.wasGone ? 'no-read-back' : 'not-applied')
      : done(verdict, 'silent');
  }
  context.step('verifying');
  const shown = await compare(parts, context, http);
  if (shown === 'same') return done('verified', 'read-back');
  return done(verdict, shown === 'other' ? 'not-applied' : 'unverifiable');
}

/** The same model and firmware, asked at the device itself. */
async function checkFits({ params, note }: Context, http: ItemHttp): Promise<Done | null> {
  const info = await http.read(paths.deviceInfo, decodeDeviceInfo);
  if (!info.ok) return info.outcome;
  const { model } = info.value;
  const firmware = firmwareText(info.value);
  note(
    `the device: ${model ?? '?'}, ${firmware ?? '?'}; the file: ${params.model ?? '?'}, ${params.firmware ?? '?'}`,
  );
  if (params.madeOn !== info.value.serial) note(`the file was made on ${params.madeOn ?? '?'}`);
  const isSame = (one: string | null, two: string | null): boolean =>
    one !== null && two !== null && one.trim().toUpperCase() === two.trim().toUpperCase();
  if (isSame(model, params.model) && isSame(firmware, params.firmware)) return null;
  return wrongFile('skipped', params);
}

function wrongFile(verdict: 'skipped' | 'refused', params: RestoreConfigParams): Done {
  const { model, firmware } = params;
  return done(verdict, 'wrong-file', { params: { model, firmware } });
}

/** Cameras and recorders take PUT; terminals were documented with POST, and refuse the other word. */
async function send(http: ItemHttp, path: string, body: Uint8Array): Promise<Changed> {
  const request = {
    ...{ path, body, contentType: 'application/octet-stream', timeoutMs: importTimeoutMs },
  };
  const first = await http.change({ ...request, method: 'PUT' });
  const isOtherWord = first.kind === 'refused' && first.cause === 'not-supported';
  return isOtherWord ? await http.change({ ...request, method: 'POST' }) : first;
}

function refusal({ cause, outcome }: Changed, params: RestoreConfigParams): Done {
  if (cause !== 'bad-config-file') return outcome;
  // The file is as it was written, so a device that cannot read it was given another key.
  const isUnread = /importErrorData/i.test(outcome.rawResult ?? '');
  return isUnread ? done('refused', 'wrong-key') : wrongFile('refused', params);
}

async function compare(
  { readMarks }: Parts,
  { params, note }: Context,
  http: ItemHttp,
): Promise<'same' | 'other' | 'unread'> {
  const names = Object.keys(params.marks);
  const shown = await readMarks(http, params.marks);
  const read = names.filter((name) => shown[name] !== undefined);
  const others = read.filter((name) => shown[name] !== params.marks[name]);
  note(
    `read back: ${read.join(', ') || 'nothing'}; not as in the file: ${others.join(', ') || 'none'}`,
  );
  if (others.length > 0) return 'other';
  return read.length > 0 && read.length === names.length ? 'same' : 'unread';
}

/**
 * Without the restart nobody knows whether it shows the file or what was there before. Nor is one that did not
 * restart so far a failure: it may still be reading the file.
 */
async function reread(parts: Parts, context: Context): Promise<ItemOutcome> {
  context.step('reading');
  const opened = await openHttp(parts, context);
  if (opened.kind === 'closed') return done('unknown', opened.outcome.reason, opened.outcome);
  const { http } = opened;
  const read = async (): Promise<Done> => {
    const since = await upSinceItsTurn(parts, context, http);
    if (since === 'before') return done('failed', 'not-applied');
    return since === 'later' ? done('accepted', 'restarted') : since;
  };
  const { verdict } = await readPatiently(parts, context, read, parts.timings.restartMs);
  if (verdict === 'no-answer') return done('unknown', 'no-read-back');
  context.step('verifying');
  const shown = await compare(parts, context, http);
  if (shown === 'other') return done('unknown', 'not-applied');
  if (shown === 'unread') return done('unknown', 'no-read-back');
  return verdict === 'accepted' ? done('verified', 'read-back') : done('unknown', 'unverifiable');
}

/** `V5.7.17 build 240606`, as far as the device tells. */
export function firmwareText({
  firmware,
  firmwareBuild,
}: Pick<DeviceInfo, 'firmware' | 'firmwareBuild'>): string | null {
  if (firmware === null) return null;
  return firmwareBuild === null ? firmware : `${firmware} build ${firmwareBuild}`;
}

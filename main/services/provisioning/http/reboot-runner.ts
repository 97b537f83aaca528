import { type BootSeen, isStartedAnew, judgeBoot } from '../../../domain/restart.ts';
import { paths } from '../../../protocol/isapi/paths.ts';
import { decodeSystemStatus } from '../../../protocol/isapi/system-status.ts';
import type { ItemContext, ItemOutcome, ItemRunner } from '../../jobs/types.ts';
import type { LoginTarget } from '../../login/logins.ts';
import { partsOf, type RunnerOptions, type RunnerParts } from '../options.ts';
import { type Done, done, type Sent } from '../outcomes.ts';
import { readPatiently } from '../patience.ts';
import { type ItemHttp, openHttp } from './item-http.ts';
import { type Look, lookOnce, watchDevice } from './look.ts';
import { endBeforeHttp, preflightHttp } from './preflight-http.ts';

/** Restarts a device, and says so only when it tells that it was up for a short time. */
export function createRebootRunner(options: RunnerOptions): ItemRunner<unknown> {
  const parts = partsOf(options);
  return {
    kind: 'reboot',
    needsPassword: true,
    preflight: (device, commands) => preflightHttp(parts, { device, commands }),
    run: (context) => run(parts, context),
    reread: (context) => reread(parts, context),
  };
}

async function run(parts: RunnerParts, context: ItemContext<unknown>): Promise<ItemOutcome> {
  const opened = await openBeforeRestart(parts, context);
  if ('outcome' in opened) return opened.outcome;
  const { http, target, before } = opened;
  context.step('sending');
  const boot = bootNow(parts, before);
  const sent = await http.change({ method: 'PUT', path: paths.reboot });
  if (sent.kind === 'ended' || sent.kind === 'refused') return sent.outcome;
  context.step('restarting');
  const watched = await watchDevice(parts, context, {
    ...{ target, timeoutMs: parts.timings.restartMs },
    judge: (look) => (look.isHttpUp ? restartedBy(http, boot, look) : null),
  });
  context.note(`was away: ${watched.wasGone}, there again: ${watched.isThere}`);
  if (watched.found === 'restarted') return done('verified', 'restarted');
  return unprovenRestart(sent, watched);
}

export interface BootBefore {
  /** Seconds it had been up; `null`: it does not tell. */
  readonly upSeconds: number | null;
  /** By SADP, in the device's own time. */
  readonly bootTime: string | null;
}

export interface Boot extends BootBefore {
  /** Epoch ms. */
  readonly sentAt: number;
  /** The same by the clock that nobody sets. */
  readonly elapsedAt: number;
}

/** Right before the command leaves. */
export function bootNow({ clock }: RunnerParts, before: BootBefore): Boot {
  return { ...before, sentAt: clock.now(), elapsedAt: clock.elapsed() };
}

/** How an item begins that restarts a device: the session, and what a new start is told by. */
export async function openBeforeRestart<P>(
  parts: RunnerParts,
  context: ItemContext<P>,
): Promise<
  | { readonly http: ItemHttp; readonly target: LoginTarget; readonly before: BootBefore }
  | { readonly outcome: Done }
> {
  const early = endBeforeHttp(parts, context.device);
  if (early !== null) return { outcome: early };
  const opened = await openHttp(parts, context);
  if (opened.kind === 'closed') return opened;
  const before = await bootBefore(parts, context, opened);
  return 'outcome' in before ? before : { ...opened, before };
}

/** Also the first login of the item, so one that is refused ends it before anything is changed. */
export async function bootBefore(
  parts: RunnerParts,
  context: ItemContext<unknown>,
  { http, target }: { readonly http: ItemHttp; readonly target: LoginTarget },
): Promise<BootBefore | { readonly outcome: Done }> {
  const look = await lookOnce(parts, context, target);
  const status = await http.read(paths.status, decodeSystemStatus);
  if (!status.ok && !status.isMissing) return { outcome: status.outcome };
  const upSeconds = status.ok ? status.value.upSeconds : null;
  const deviceTimeAt = status.ok ? status.value.deviceTimeAt : null;
  context.setBoot({ at: parts.clock.now(), upSeconds, deviceTimeAt });
  context.note(`before: up ${upSeconds ?? '?'} s, boot time ${look.bootTime ?? 'not told'}`);
  return { upSeconds, bootTime: look.bootTime };
}

/**
 * Up for less time than has passed since the command, or a boot time that only a restart explains. `null`
 * while it shows neither.
 */
export async function restartedBy(
  http: ItemHttp,
  boot: Boot,
  look: Pick<Look, 'at' | 'elapsedAt' | 'bootTime'>,
): Promise<'restarted' | null> {
  if (isNewBoot(boot, look)) return 'restarted';
  const status = await http.read(paths.status, decodeSystemStatus);
  const up = status.ok ? status.value.upSeconds : null;
  if (up === null) return null;
  const passed = [look.elapsedAt - boot.elapsedAt, look.at - boot.sentAt].map((ms) => ms / 1000);
  return isStartedAnew({ before: boot.upSeconds, up, passed }) === true ? 'restarted' : null;
}

/** A clock that was set moves the boot time too; that is told apart as for every device of the list. */
export function isNewBoot(
  { bootTime: before, upSeconds, sentAt, elapsedAt }: Boot,
  { elapsedAt: seenAt, bootTime: after }: Pick<Look, 'elapsedAt' | 'bootTime'>,
): boolean {
  if (before === null || after === null) return false;
  const mark = { bootTime: before, since: sentAt - (upSeconds ?? 0) * 1000 };
  const at = sentAt + seenAt - elapsedAt;
  return judgeBoot(mark, after, { at, lastSeenAt: sentAt }) === 'restart';
}

/** It was seen going and coming, perhaps; that alone may have been a cable. */
function unprovenRestart(
  { kind, outcome }: Sent,
  { wasGone, isThere }: { readonly wasGone: boolean; readonly isThere: boolean },
): Done {
  const isSaid = kind === 'success';
  if (!isThere) return isSaid ? done('accepted', 'no-read-back') : done('unknown', 'no-read-back');
  if (wasGone) return isSaid ? done('accepted', 'unverifiable') : done('unknown', 'unverifiable');
  if (isSaid) return done('accepted', 'not-applied');
  return outcome.reason === 'silent' ? done('no-answer', 'silent') : outcome;
}

async function reread(parts: RunnerParts, context: ItemContext<unknown>): Promise<ItemOutcome> {
  context.step('reading');
  const opened = await openHttp(parts, context);
  if (opened.kind === 'closed') return done('unknown', opened.outcome.reason, opened.outcome);
  const read = async (): Promise<Done> => {
    const since = await upSinceItsTurn(parts, context, opened.http);
    if (typeof since !== 'string') return since;
    return since === 'later' ? done('verified', 'restarted') : done('failed', 'not-applied');
  };
  const outcome = await readPatiently(parts, context, read, parts.timings.restartMs);
  return outcome.verdict === 'no-answer' ? done('unknown', 'no-read-back') : outcome;
}

/**
 * Whether it was started after the command was about to leave. It may be unknown; `no-answer` when nobody
 * answers.
 */
export async function upSinceItsTurn(
  { clock }: RunnerParts,
  { startedAt, boot, note }: ItemContext<unknown>,
  http: ItemHttp,
): Promise<'later' | 'before' | Done> {
  const status = await http.read(paths.status, decodeSystemStatus);
  const isAway = !status.ok && status.outcome.verdict === 'no-answer';
  if (isAway) return done('no-answer', 'silent');
  const up = status.ok ? status.value.upSeconds : null;
  const since = boot?.at ?? startedAt;
  if (!status.ok || up === null || since === null) return done('unknown', 'no-read-back');
  note(`up ${up} s`);
  const passed = [clock.now() - since, ...passedByIts(boot, status.value)].map((ms) => ms / 1000);
  const isAnew = isStartedAnew({ before: boot?.upSeconds ?? null, up, passed });
  if (isAnew === null) return done('unknown', 'unverifiable');
  return isAnew ? 'later' : 'before';
}

/** Milliseconds by the device's own clock, where it told the time both times. */
function passedByIts(
  boot: BootSeen | null,
  { deviceTimeAt }: Pick<BootSeen, 'deviceTimeAt'>,
): number[] {
  const before = boot?.deviceTimeAt ?? null;
  return before === null || deviceTimeAt === null ? [] : [deviceTimeAt - before];
}

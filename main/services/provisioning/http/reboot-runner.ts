import { judgeBoot } from '../../../domain/restart.ts';
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
  const sentAt = parts.clock.now();
  const sent = await http.change({ method: 'PUT', path: paths.reboot });
  if (sent.kind === 'ended' || sent.kind === 'refused') return sent.outcome;
  context.step('restarting');
  const boot = { ...before, sentAt };
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
  readonly sentAt: number;
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
  look: Pick<Look, 'at' | 'bootTime'>,
): Promise<'restarted' | null> {
  if (isNewBoot(boot, look)) return 'restarted';
  const status = await http.read(paths.status, decodeSystemStatus);
  const up = status.ok ? status.value.upSeconds : null;
  if (up === null) return null;
  const passed = (look.at - boot.sentAt) / 1000;
  const isLess = boot.upSeconds === null || up < boot.upSeconds + passed - slackSeconds;
  return up <= passed && isLess ? 'restarted' : null;
}

/** A clock that was set moves the boot time too; that is told apart as for every device of the list. */
export function isNewBoot(
  { bootTime: before, upSeconds, sentAt }: Boot,
  { at, bootTime: after }: Pick<Look, 'at' | 'bootTime'>,
): boolean {
  if (before === null || after === null) return false;
  const mark = { bootTime: before, since: sentAt - (upSeconds ?? 0) * 1000 };
  return judgeBoot(mark, after, { at, lastSeenAt: sentAt }) === 'restart';
}

/** Devices round to whole seconds, and an answer takes its time. */
const slackSeconds = 3;

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
 * Whether it was started later than its turn began. Whole seconds and the way of the answer blur that, so it
 * may be unknown; `no-answer` when nobody answers.
 */
export async function upSinceItsTurn(
  { clock }: RunnerParts,
  { startedAt, note }: ItemContext<unknown>,
  http: ItemHttp,
): Promise<'later' | 'before' | Done> {
  const status = await http.read(paths.status, decodeSystemStatus);
  const isAway = !status.ok && status.outcome.verdict === 'no-answer';
  if (isAway) return done('no-answer', 'silent');
  const up = status.ok ? status.value.upSeconds : null;
  if (up === null || startedAt === null) return done('unknown', 'no-read-back');
  note(`up ${up} s`);
  const sinceTurn = clock.now() - up * 1000 - startedAt;
  if (Math.abs(sinceTurn) <= slackSeconds * 1000) return done('unknown', 'unverifiable');
  return sinceTurn > 0 ? 'later' : 'before';
}

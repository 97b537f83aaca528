import type { EvidenceLine, PreflightLine } from '../../../contract/job.ts';
import type { DeviceRecord } from '../../../domain/record.ts';
import { factoryResetPath } from '../../../protocol/isapi/paths.ts';
import type { Commands } from '../../commands/commands.ts';
import type { ItemContext, ItemOutcome, ItemRunner } from '../../jobs/types.ts';
import { partsOf, type RunnerOptions, type RunnerParts } from '../options.ts';
import { type Done, done, type Sent } from '../outcomes.ts';
import { readPatiently } from '../patience.ts';
import { type ItemHttp, openHttp } from './item-http.ts';
import { type Look, lookOnce, watchDevice } from './look.ts';
import { macAt } from './network-confirm.ts';
import { preflightHttp } from './preflight-http.ts';
import {
  type Boot,
  bootNow,
  isNewBoot,
  openBeforeRestart,
  restartedBy,
  upSinceItsTurn,
} from './reboot-runner.ts';

export interface ResetParams {
  /** `default` loses everything; `restore` keeps the network, and the users where the firmware does. */
  readonly mode: 'restore' | 'default';
}

type Context = ItemContext<ResetParams>;

/** What was seen: without a password, or with a restart and the login as it was. */
type Seen = 'inactive' | 'as-it-was';

export function createResetRunner(options: RunnerOptions): ItemRunner<ResetParams> {
  const parts = partsOf(options);
  return {
    kind: 'reset',
    needsPassword: true,
    preflight: (device, commands) => preflight(parts, device, commands),
    run: (context) => run(parts, context),
    reread: (context) => reread(parts, context),
  };
}

/** Source: the vendor's public guide, and cameras' manuals, which keep the users in a restore. */
const consequences: readonly string[] = [
  'restore: network settings stay; cameras keep their users, other lines may not',
  'default: everything goes, the password and the address too',
  'both: the cloud binding lives on the vendor’s server and is not touched by a reset',
];

async function preflight(
  parts: RunnerParts,
  device: DeviceRecord,
  commands: Commands,
): Promise<PreflightLine> {
  const line = await preflightHttp(parts, { device, commands });
  const at = parts.clock.now();
  const told = consequences.map((text): EvidenceLine => ({ at, text }));
  return { ...line, evidence: [...line.evidence, ...told] };
}

async function run(parts: RunnerParts, context: Context): Promise<ItemOutcome> {
  const { device, jobId, params } = context;
  const opened = await openBeforeRestart(parts, context);
  if ('outcome' in opened) return opened.outcome;
  const { http, target, before } = opened;
  const seenMac = await macAt(parts, context, target.host);
  context.step('sending');
  const boot = bootNow(parts, before);
  const path = factoryResetPath(params.mode === 'default' ? 'full' : 'basic');
  const sent = await http.change({ method: 'PUT', path });
  if (sent.kind === 'ended' || sent.kind === 'refused') return sent.outcome;
  const news = { jobId, device, variant: params.mode };
  parts.onResetStarted?.(news);
  context.step('restarting');
  const watched = await watchDevice(parts, context, {
    ...{ target, timeoutMs: parts.timings.resetMs },
    judge: async (look, wasGone) => {
      const seen = await judge(http, boot, look, wasGone);
      const isTheirs = seen === 'inactive' && (await isAnothers(parts, context, look, seenMac));
      return isTheirs ? null : seen;
    },
  });
  context.note(`was away: ${watched.wasGone}, there again: ${watched.isThere}`);
  context.note('the cloud binding is unknown until it is read again');
  const outcome = outcomeOf(params, sent, watched);
  parts.onResetEnded?.({ ...news, verdict: outcome.verdict });
  return outcome;
}

/** Inactive counts only after it was away or started anew: an old answer may still be on its way. */
async function judge(
  http: ItemHttp,
  boot: Boot,
  look: Look,
  wasGone: boolean,
): Promise<Seen | null> {
  if (look.isActivated === false) return wasGone || isNewBoot(boot, look) ? 'inactive' : null;
  // Whether the old password still works is asked only of a device that is there and not inactive.
  if (!look.isHttpUp || look.isActivated !== true) return null;
  return (await restartedBy(http, boot, look)) === 'restarted' ? 'as-it-was' : null;
}

/** An inactive device tells no serial, and somebody else may have got the address: then the MAC is another one. */
async function isAnothers(
  parts: RunnerParts,
  context: Context,
  { isSurelyIt }: Look,
  seenMac: string | null,
): Promise<boolean> {
  const host = parts.logins.target(context.device)?.host ?? null;
  if (isSurelyIt || host === null) return false;
  const own = [
    ...context.device.nics.map((nic) => nic.mac),
    ...(seenMac === null ? [] : [seenMac]),
  ];
  const mac = own.length === 0 ? null : await macAt(parts, context, host);
  if (mac === null || own.includes(mac)) return false;
  context.note(`${host}: another device, ${mac}`);
  return true;
}

function outcomeOf(
  { mode }: ResetParams,
  { kind, outcome }: Sent,
  seen: { readonly found: Seen | null; readonly wasGone: boolean; readonly isThere: boolean },
): Done {
  const isSaid = kind === 'success';
  if (seen.found === 'inactive') return done('verified', 'reset-seen');
  if (seen.found === 'as-it-was') {
    if (mode === 'restore') return done('verified', 'reset-seen');
    return isSaid ? done('accepted', 'not-applied') : done('failed', 'not-applied');
  }
  if (isSaid) return done('accepted', 'reset-not-seen');
  const isUndone = !seen.wasGone && seen.isThere && outcome.reason === 'silent';
  return isUndone ? done('no-answer', 'silent') : done('unknown', 'reset-not-seen');
}

/** The process may have died before the case was opened, so whoever follows the device is told again. */
async function reread(parts: RunnerParts, context: Context): Promise<ItemOutcome> {
  const { jobId, device, params, wasSent } = context;
  context.step('reading');
  const news = { jobId, device, variant: params.mode, isReread: true } as const;
  let isFollowed = wasSent !== true;
  const read = async (): Promise<Done> => {
    const outcome = await readAgain(parts, context);
    // A reset that reached nobody needs no case; one that was opened for it is told all the same.
    if (!isFollowed && outcome.verdict !== 'failed') {
      isFollowed = true;
      parts.onResetStarted?.(news);
    }
    return outcome;
  };
  const seen = await readPatiently(parts, context, read, parts.timings.resetMs);
  const outcome = seen.verdict === 'no-answer' ? done('unknown', 'reset-not-seen') : seen;
  if (wasSent === true) parts.onResetEnded?.({ ...news, verdict: outcome.verdict });
  return outcome;
}

/** It was active when the command left, so inactive now says enough. */
async function readAgain(parts: RunnerParts, context: Context): Promise<Done> {
  const { device, params } = context;
  const target = parts.logins.target(device);
  if (target === null) return done('unknown', 'reset-not-seen');
  const look = await lookOnce(parts, context, target);
  context.note(`read back: activated ${look.isActivated ?? 'not told'}`);
  if (look.isActivated === false) {
    const isTheirs = await isAnothers(parts, context, look, null);
    return isTheirs ? done('unknown', 'other-device') : done('verified', 'reset-seen');
  }
  if (!look.isHttpUp) return done('no-answer', 'silent');
  const opened = await openHttp(parts, context);
  if (opened.kind === 'closed') return done('unknown', opened.outcome.reason, opened.outcome);
  const since = await upSinceItsTurn(parts, context, opened.http);
  if (typeof since !== 'string') {
    return since.verdict === 'no-answer' ? since : done('unknown', 'reset-not-seen');
  }
  if (since === 'before') return done('failed', 'not-applied');
  if (params.mode === 'restore') return done('verified', 'reset-seen');
  // It started anew, and somebody may have given it the same password again since.
  return done('unknown', 'reset-not-seen');
}

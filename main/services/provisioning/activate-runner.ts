import { checkPassword } from '../../domain/password-rules.ts';
import type { SadpFields } from '../../protocol/sadp/fields.ts';
import type { ItemContext, ItemOutcome, ItemRunner } from '../jobs/types.ts';
import { activateHttp, rereadActivateHttp } from './http/activate-http.ts';
import { hasHttpWay, type Look } from './http/look.ts';
import { preflightHttp } from './http/preflight-http.ts';
import { partsOf, type RunnerOptions, type RunnerParts } from './options.ts';
import { type Done, done, isStrangers, type Sent, send } from './outcomes.ts';
import { rereadMs } from './patience.ts';
import { preflightOf, watchActivated } from './preflight.ts';
import { type Light, lightBefore, readNow, readyLight, stopLight } from './reading.ts';

/** Sets the first password of an inactive device. */
export function createActivateRunner(options: RunnerOptions): ItemRunner<unknown> {
  const parts = partsOf(options);
  return {
    kind: 'activate',
    needsPassword: true,
    preflight: (device, commands) =>
      hasHttpWay(parts, device)
        ? preflightHttp(parts, { device, commands }, { lightOf: lightOfLook, isGuarded: false })
        : preflightOf(parts, { device, commands }, { lightOf, describe, isGuarded: false }),
    run: (context) =>
      hasHttpWay(parts, context.device) ? activateHttp(parts, context) : run(parts, context),
    reread: (context) =>
      hasHttpWay(parts, context.device)
        ? rereadActivateHttp(parts, context)
        : reread(parts, context),
  };
}

function lightOfLook({ isActivated }: Look): Light {
  if (isActivated === null) return stopLight('not-supported', 'function-unsupported');
  return isActivated ? stopLight('already', 'already-activated') : readyLight;
}

/**
 * Firmware from before 2015 does not tell `Activated` and has no activation: it works with a password from
 * the factory.
 */
function lightOf(fields: SadpFields | null): Light {
  if (fields === null) return stopLight('no-answer', 'offline');
  if (fields.activated === true) return stopLight('already', 'already-activated');
  return fields.activated === false
    ? readyLight
    : stopLight('not-supported', 'function-unsupported');
}

function describe(fields: SadpFields | null): string {
  if (fields === null) return 'inquiry: no answer';
  return `Activated: ${fields.activated ?? 'not told'}`;
}

async function run(parts: RunnerParts, context: ItemContext<unknown>): Promise<ItemOutcome> {
  const { commands, device } = context;
  context.step('reading');
  const early = lightBefore(device);
  const fields = early === null ? ((await readNow(commands, device, parts))?.fields ?? null) : null;
  if (early === null) context.note(describe(fields));
  const { verdict, reason } = early ?? lightOf(fields);
  if (verdict !== null) return done(verdict, reason);
  const password = context.password();
  // Checked when the job began; a resumed one may bring another.
  if (password !== null && !checkPassword(password, fields?.userName).willAccept) {
    return done('skipped', 'weak-password');
  }
  const now = parts.clock.now();
  const sent = await send(context, { kind: 'activate', command: 'activate', now });
  if (sent.kind === 'ended' || sent.kind === 'refused') return sent.outcome;
  context.step('verifying');
  return verdictOf(sent, await watchActivated(context, true, parts.timings.activateMs));
}

function verdictOf({ kind, outcome }: Sent, isActive: boolean | null): Done {
  if (kind === 'success') {
    if (isActive === true) return done('verified', 'read-back');
    return done('accepted', isActive === null ? 'no-read-back' : 'not-applied');
  }
  if (isStrangers(outcome)) return outcome;
  // Somebody else may have been faster, so that it is active does not prove whose password it has.
  if (isActive === true) return { ...outcome, verdict: 'accepted' };
  const isUndone = isActive === false && outcome.reason === 'silent';
  return isUndone ? done('no-answer', 'silent') : outcome;
}

async function reread(parts: RunnerParts, context: ItemContext<unknown>): Promise<ItemOutcome> {
  context.step('reading');
  const isActive = await watchActivated(context, true, rereadMs(parts, context));
  if (isActive === null) return done('unknown', 'no-read-back');
  // It was inactive when the command left; whose password it took, only a sign-in would show.
  return isActive ? done('accepted', 'device-said-so') : done('failed', 'not-applied');
}

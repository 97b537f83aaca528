import type { PreflightLine } from '../../contract/job.ts';
import type { DeviceRecord } from '../../domain/record.ts';
import { routesFor } from '../../domain/routes.ts';
import { panelLight, unbindLight } from '../../domain/unbind-rules.ts';
import type { Commands } from '../commands/commands.ts';
import type { ItemContext, ItemOutcome, ItemRunner } from '../jobs/types.ts';
import { partsOf, type RunnerOptions, type RunnerParts } from './options.ts';
import { type Done, done, type Sent, send, withRoutes } from './outcomes.ts';
import { readPatiently } from './patience.ts';
import { lineOf, viewOf } from './reading.ts';
import { provenReader, savedReader } from './unbind-http.ts';
import { type Examined, examine } from './unbind-state.ts';
import { type BindState, watchBinding } from './unbind-verify.ts';

export interface UnbindParams {
  /** Tries devices whose status is unknown as well. */
  readonly includeUnknown: boolean;
}

interface Variant {
  readonly kind: 'unbind' | 'unbind-panel';
  readonly command: 'ezvizUnbind' | 'ezvizUnbindDelUsers';
  readonly rule: typeof unbindLight;
}

const usual: Variant = { kind: 'unbind', command: 'ezvizUnbind', rule: unbindLight };
const panel: Variant = {
  kind: 'unbind-panel',
  command: 'ezvizUnbindDelUsers',
  rule: panelLight,
};

/** Unbinds with the device's own password. */
export function createUnbindRunner(options: RunnerOptions): ItemRunner<UnbindParams> {
  return createRunner(partsOf(options), usual);
}

/**
 * Alarm panels: deletes the cloud users, the installers' accounts too, with a code of the vendor that
 * stands where the password does elsewhere.
 */
export function createPanelRunner(options: RunnerOptions): ItemRunner<UnbindParams> {
  return createRunner(partsOf(options), panel);
}

function createRunner(parts: RunnerParts, variant: Variant): ItemRunner<UnbindParams> {
  return {
    kind: variant.kind,
    needsPassword: true,
    preflight: (device, commands) => preflight(parts, variant, { device, commands }),
    run: (context) => run(parts, variant, context),
    reread: (context) => reread(parts, context),
  };
}

async function preflight(
  parts: RunnerParts,
  { rule }: Variant,
  { device, commands }: { readonly device: DeviceRecord; readonly commands: Commands },
): Promise<PreflightLine> {
  const { light, evidence, status } = await examine(parts, { device, commands }, rule);
  const { kind } = viewOf(device);
  const { lockMinutes } = status;
  const locked =
    lockMinutes === null ? {} : { lockedUntil: parts.clock.now() + lockMinutes * 60_000 };
  const routes = routesFor({ verdict: light.verdict, reason: light.reason, kind });
  return lineOf(device, light, { evidence, commands, routes, ...locked });
}

async function run(
  parts: RunnerParts,
  variant: Variant,
  context: ItemContext<UnbindParams>,
): Promise<ItemOutcome> {
  const { device, params } = context;
  context.step('asking-status');
  const examined = await examine(parts, context, variant.rule);
  const early = withoutSending(examined, params.includeUnknown);
  // A device that waits is asked again and again: the same lines every time would bury the others.
  if (early?.kind !== 'wait-for-internet') {
    for (const { text } of examined.evidence) context.note(text);
  }
  if (early !== null) return early.kind === 'done' ? withRoutes(early, device) : early;
  const { kind, command } = variant;
  const sent = await send(context, { kind, command, now: parts.clock.now() });
  if (sent.kind === 'ended' || sent.kind === 'refused') return withRoutes(sent.outcome, device);
  context.step('verifying');
  // After a clear success the password is known to be right; before that only a proven saved login is used.
  const http = await (sent.kind === 'success' && variant.kind === 'unbind'
    ? provenReader(parts, context)
    : savedReader(parts, device));
  const state = await watchBinding(parts, context, { timeoutMs: parts.timings.unbindMs, http });
  const wasKnown = examined.status.word === 'can-unbind' || examined.httpBound === true;
  const outcome = verdictOf(sent, state, wasKnown);
  if (outcome.verdict === 'verified') parts.onUnbound?.(device);
  return withRoutes(outcome, device);
}

/** `null` when the command may go out. */
function withoutSending({ light }: Examined, includeUnknown: boolean): ItemOutcome | null {
  const { verdict, reason, params = {} } = light;
  if (reason === 'cloud-offline') return { kind: 'wait-for-internet', reason };
  if (verdict === null) return null;
  if (reason !== 'status-unknown') return done(verdict, reason, { params });
  return includeUnknown ? null : done('skipped', 'status-unknown', { params });
}

/**
 * "Verified" needs both: a clear success of the device, and reading it afterwards as not bound. Without a
 * clear answer the item stays "unknown" whatever is read, so that a garbled, old or echoed answer can never
 * make good news; reading it later (recheck) may. A device that did not tell its status before is at best
 * "accepted".
 */
function verdictOf({ kind, outcome }: Sent, state: BindState, wasKnown: boolean): Done {
  const params = { ...outcome.params, readBack: state };
  if (kind !== 'success') return { ...outcome, verdict: 'unknown', params };
  switch (state) {
    case 'not-bound':
      return wasKnown
        ? done('verified', 'not-bound', { params })
        : done('accepted', 'device-said-so', { params });
    case 'bound':
      return done('unknown', 'not-applied', { params });
    case 'contradictory':
      return done('unknown', 'bound-unknown', { params });
    case 'untold':
      return done('accepted', 'unverifiable', { params });
    case 'silent':
      return done('accepted', 'no-read-back', { params });
  }
}

/** What is true now. That it is not bound is enough here, whoever did it. */
async function reread(
  parts: RunnerParts,
  context: ItemContext<UnbindParams>,
): Promise<ItemOutcome> {
  context.step('reading');
  const http = await savedReader(parts, context.device);
  return await readPatiently(parts, context, () => readAgain(parts, context, http));
}

async function readAgain(
  parts: RunnerParts,
  context: ItemContext<UnbindParams>,
  http: Awaited<ReturnType<typeof savedReader>>,
): Promise<Done> {
  const state = await watchBinding(parts, context, { timeoutMs: 0, http });
  if (state === 'not-bound') parts.onUnbound?.(context.device);
  const params = { readBack: state };
  const outcomes: Readonly<Record<BindState, Done>> = {
    'not-bound': done('verified', 'not-bound', { params }),
    bound: done('failed', 'not-applied', { params }),
    contradictory: done('unknown', 'bound-unknown', { params }),
    untold: done('unknown', 'bound-unknown', { params }),
    silent: done('unknown', 'no-read-back', { params }),
  };
  return withRoutes(outcomes[state], context.device);
}

import { planCommand } from '../../protocol/sadp/commands.ts';
import type { SadpFields } from '../../protocol/sadp/fields.ts';
import { sadpGeneration } from '../../protocol/sadp/generation.ts';
import type { ItemContext, ItemOutcome, ItemRunner } from '../jobs/types.ts';
import { partsOf, type RunnerOptions, type RunnerParts } from './options.ts';
import { type Done, done, isStrangers, type Sent, send } from './outcomes.ts';
import { readPatiently } from './patience.ts';
import { preflightOf, watchActivated } from './preflight.ts';
import { lightBefore, readNow, type StopLight, stopLight } from './reading.ts';

/** Takes the administrator away and leaves the network as it is. Generation 3.0 only. */
export function createRestoreRunner(options: RunnerOptions): ItemRunner<unknown> {
  const parts = partsOf(options);
  return {
    kind: 'restore-inactive',
    needsPassword: true,
    preflight: (device, commands) => preflightOf(parts, { device, commands }, { lightOf }),
    run: (context) => run(parts, context),
    reread: (context) => reread(parts, context),
  };
}

function lightOf(fields: SadpFields | null): StopLight | null {
  if (fields === null) return stopLight('no-answer', 'offline');
  if (fields.activated === false) return stopLight('already', 'already-so');
  const generation = sadpGeneration(fields);
  if (!planCommand('restoreInactive', generation).isSupported) {
    return stopLight('not-supported', 'generation-unsupported', { generation });
  }
  return fields.restoreInactive === false
    ? stopLight('not-supported', 'function-unsupported')
    : null;
}

async function run(parts: RunnerParts, context: ItemContext<unknown>): Promise<ItemOutcome> {
  const { commands, device } = context;
  context.step('reading');
  const early = lightBefore(device);
  if (early !== null) return done(early.verdict, early.reason);
  const light = lightOf((await readNow(commands, device, parts))?.fields ?? null);
  if (light !== null) {
    return done(light.verdict, light.reason, { params: light.params });
  }
  const now = parts.clock.now();
  const sent = await send(context, { kind: 'restore-inactive', command: 'restoreInactive', now });
  if (sent.kind === 'ended' || sent.kind === 'refused') return sent.outcome;
  const news = { jobId: context.jobId, device, variant: 'restore-inactive' } as const;
  parts.onResetStarted?.(news);
  context.step('verifying');
  const isActive = await watchActivated(context, false, parts.timings.restoreMs);
  const outcome = outcomeOf(sent, isActive);
  parts.onResetEnded?.({ ...news, verdict: outcome.verdict });
  return outcome;
}

function outcomeOf(sent: Sent, isActive: boolean | null): Done {
  if (isStrangers(sent.outcome)) return sent.outcome;
  // Nobody else can take the administrator away meanwhile, so the state alone is proof enough.
  if (isActive === false) return done('verified', 'read-back');
  if (sent.kind === 'success') {
    return done('accepted', isActive === null ? 'no-read-back' : 'not-applied');
  }
  const isUndone = isActive === true && sent.outcome.reason === 'silent';
  return isUndone ? done('no-answer', 'silent') : sent.outcome;
}

/** The process may have died before the case was opened, so whoever follows the device is told again. */
async function reread(parts: RunnerParts, context: ItemContext<unknown>): Promise<ItemOutcome> {
  const { jobId, device, wasSent } = context;
  context.step('reading');
  if (wasSent !== true) return readAgain(parts, context);
  const news = { jobId, device, variant: 'restore-inactive', isReread: true } as const;
  const outcome = await readPatiently(parts, context, () => readAgain(parts, context));
  // A reset that reached nobody needs no case; one that was opened for it is told all the same.
  if (outcome.verdict !== 'failed') parts.onResetStarted?.(news);
  parts.onResetEnded?.({ ...news, verdict: outcome.verdict });
  return outcome;
}

async function readAgain(parts: RunnerParts, context: ItemContext<unknown>): Promise<Done> {
  const isActive = await watchActivated(context, false, parts.timings.readMs);
  if (isActive === null) return done('unknown', 'no-read-back');
  return isActive ? done('failed', 'not-applied') : done('verified', 'read-back');
}

import type { SadpFields } from '../../protocol/sadp/fields.ts';
import type { ItemContext, ItemOutcome, ItemRunner } from '../jobs/types.ts';
import { partsOf, type RunnerOptions, type RunnerParts } from './options.ts';
import { done, send } from './outcomes.ts';
import { preflightOf } from './preflight.ts';
import { lightBefore, readNow, type StopLight, stopLight } from './reading.ts';

export interface VerificationCodeParams {
  /** Kept out of every file: the name of the key says so to the engine. */
  readonly code: string;
}

/** Sets the code that the cloud asks for when the device is added. No firmware tells it back. */
export function createVerificationCodeRunner(
  options: RunnerOptions,
): ItemRunner<VerificationCodeParams> {
  const parts = partsOf(options);
  return {
    kind: 'verification-code',
    needsPassword: true,
    preflight: (device, commands) => preflightOf(parts, { device, commands }, { lightOf }),
    run: (context) => run(parts, context),
    reread: (context) => {
      context.step('reading');
      return Promise.resolve(done('unknown', 'unverifiable'));
    },
  };
}

function lightOf(fields: SadpFields | null): StopLight | null {
  if (fields === null) return stopLight('no-answer', 'offline');
  if (fields.activated === false) return stopLight('refused', 'not-activated');
  return fields.verificationCodeModifiable === false
    ? stopLight('not-supported', 'function-unsupported')
    : null;
}

async function run(
  parts: RunnerParts,
  context: ItemContext<VerificationCodeParams>,
): Promise<ItemOutcome> {
  const { commands, device, params } = context;
  context.step('reading');
  const early = lightBefore(device);
  if (early !== null) return done(early.verdict, early.reason);
  const light = lightOf((await readNow(commands, device, parts))?.fields ?? null);
  if (light !== null) return done(light.verdict, light.reason);
  const sent = await send(context, {
    ...{ kind: 'verification-code', command: 'SetVerificationCode', now: parts.clock.now() },
    elements: [['VerificationCode', params.code]],
  });
  return sent.kind === 'success' ? done('accepted', 'unverifiable') : sent.outcome;
}

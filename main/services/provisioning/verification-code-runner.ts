import type { PreflightLine } from '../../contract/job.ts';
import type { DeviceRecord } from '../../domain/record.ts';
import type { SadpFields } from '../../protocol/sadp/fields.ts';
import type { Commands } from '../commands/commands.ts';
import type { ItemContext, ItemOutcome, ItemRunner } from '../jobs/types.ts';
import { partsOf, type RunnerOptions, type RunnerParts } from './options.ts';
import { done, send } from './outcomes.ts';
import {
  lightBefore,
  lightOfGuard,
  lineOf,
  readNow,
  readyLight,
  type StopLight,
  stopLight,
} from './reading.ts';

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
    preflight: (device, commands) => preflight(parts, device, commands),
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

async function preflight(
  parts: RunnerParts,
  device: DeviceRecord,
  commands: Commands,
): Promise<PreflightLine> {
  const early = lightBefore(device);
  if (early !== null) return lineOf(device, early, { evidence: [], commands });
  const fields = (await readNow(commands, device, parts))?.fields ?? null;
  const light = lightOf(fields) ?? (await lightOfGuard(commands, device)) ?? readyLight;
  return lineOf(device, light, { evidence: [], commands });
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

import type { ItemContext, ItemOutcome, ItemRunner } from '../jobs/types.ts';
import { partsOf, type RunnerOptions, type RunnerParts } from './options.ts';
import { done, outcomeNotSent, outcomeOf, reasonOfStranger } from './outcomes.ts';
import { lightBefore, lineOf, readyLight } from './reading.ts';

export interface LocateParams {
  readonly isOn: boolean;
}

/** Blinks the device's lamp. No device tells whether it does, and many do not answer: silence is normal. */
export function createLocateRunner(options: RunnerOptions): ItemRunner<LocateParams> {
  const parts = partsOf(options);
  return {
    kind: 'locate',
    needsPassword: false,
    preflight: (device, commands) =>
      Promise.resolve(
        lineOf(device, lightBefore(device) ?? readyLight, { evidence: [], commands }),
      ),
    run: (context) => run(parts, context),
    reread: (context) => {
      context.step('reading');
      return Promise.resolve(done('accepted', 'unverifiable'));
    },
  };
}

async function run(parts: RunnerParts, context: ItemContext<LocateParams>): Promise<ItemOutcome> {
  const { commands, device, params } = context;
  const early = lightBefore(device);
  if (early !== null) return done(early.verdict, early.reason);
  context.step('sending');
  const answer = await commands.ask(device, {
    types: 'lamp',
    elements: [['Action', params.isOn ? 'open' : 'close']],
    order: 'types-mac',
    timeoutMs: parts.timings.lampMs,
  });
  switch (answer.kind) {
    case 'silent':
      return done('accepted', 'silent');
    case 'not-sent':
      return outcomeNotSent(answer.reason, { commands, device, now: parts.clock.now() });
    case 'reply':
      return outcomeOf('locate', answer.message) ?? done('accepted', 'device-said-so');
    default:
      return done('unknown', reasonOfStranger(answer.kind));
  }
}

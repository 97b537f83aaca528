import type { DeviceRecord } from '../../domain/record.ts';
import type { SadpFields } from '../../protocol/sadp/fields.ts';
import type { ItemContext, ItemOutcome, ItemRunner } from '../jobs/types.ts';
import { partsOf, type RunnerOptions, type RunnerParts } from './options.ts';
import { done, isStrangers, send } from './outcomes.ts';
import { rereadMs } from './patience.ts';
import { preflightOf } from './preflight.ts';
import { lightBefore, readNow, type StopLight, stopLight, viewOf } from './reading.ts';

export interface CloudParams {
  readonly isEnabled: boolean;
}

/** Switches Hik-Connect on or off. Switching it off does not unbind. */
export function createCloudRunner(options: RunnerOptions): ItemRunner<CloudParams> {
  const parts = partsOf(options);
  return {
    kind: 'cloud',
    needsPassword: true,
    preflight: (device, commands, params) =>
      preflightOf(
        parts,
        { device, commands },
        { lightOf: (fields) => lightOf(device, fields, params), describe },
      ),
    run: (context) => run(parts, context),
    reread: (context) => reread(parts, context),
  };
}

function lightOf(
  device: DeviceRecord,
  fields: SadpFields | null,
  params: CloudParams | null,
): StopLight | null {
  if (fields === null) return stopLight('no-answer', 'offline');
  const { facts } = viewOf(device);
  const isSupported = fields.cloudSupported ?? facts.cloudSupported;
  if (fields.activated === false) return stopLight('refused', 'not-activated');
  if (isSupported === false) return stopLight('not-supported', 'function-unsupported');
  const isSo = params !== null && fields.cloudEnabled === params.isEnabled;
  return isSo ? stopLight('already', 'already-so') : null;
}

function describe(fields: SadpFields | null): string {
  if (fields === null) return 'inquiry: no answer';
  return `Hik-Connect: ${word(fields.cloudEnabled)}`;
}

function word(isEnabled: boolean | null | undefined): string {
  if (isEnabled === null || isEnabled === undefined) return 'not told';
  return isEnabled ? 'on' : 'off';
}

async function run(parts: RunnerParts, context: ItemContext<CloudParams>): Promise<ItemOutcome> {
  const { commands, device, params } = context;
  context.step('reading');
  const early = lightBefore(device);
  if (early !== null) return done(early.verdict, early.reason);
  const fields = (await readNow(commands, device, parts))?.fields ?? null;
  context.note(describe(fields));
  const light = lightOf(device, fields, params);
  if (light !== null) return done(light.verdict, light.reason);
  const sent = await send(context, {
    ...{ kind: 'cloud', command: 'SetHCPlatform', now: parts.clock.now() },
    elements: [['HCPlatformEnable', String(params.isEnabled)]],
  });
  if (sent.kind === 'ended' || sent.kind === 'refused') return sent.outcome;
  context.step('verifying');
  const state = await watch(context, parts.timings.cloudMs);
  if (isStrangers(sent.outcome)) return sent.outcome;
  if (state === 'as-wanted') return done('verified', 'read-back');
  if (sent.kind === 'success') {
    const reasons = {
      other: 'not-applied',
      untold: 'unverifiable',
      silent: 'no-read-back',
    } as const;
    return done('accepted', reasons[state]);
  }
  const isUndone = state === 'other' && sent.outcome.reason === 'silent';
  return isUndone ? done('no-answer', 'silent') : sent.outcome;
}

async function watch(
  { commands, device, params, note }: ItemContext<CloudParams>,
  timeoutMs: number,
): Promise<'as-wanted' | 'other' | 'untold' | 'silent'> {
  let isHeard = false;
  let last: boolean | null = null;
  await commands.readUntil(
    device,
    ({ fields }) => {
      isHeard = true;
      last = fields.cloudEnabled ?? last;
      return fields.cloudEnabled === params.isEnabled;
    },
    timeoutMs,
  );
  note(`read back: Hik-Connect ${isHeard ? word(last) : 'silent'}`);
  if (!isHeard) return 'silent';
  if (last === null) return 'untold';
  return last === params.isEnabled ? 'as-wanted' : 'other';
}

async function reread(parts: RunnerParts, context: ItemContext<CloudParams>): Promise<ItemOutcome> {
  context.step('reading');
  const state = await watch(context, rereadMs(parts, context));
  if (state === 'as-wanted') return done('verified', 'read-back');
  if (state === 'other') return done('failed', 'not-applied');
  return done('unknown', state === 'untold' ? 'unverifiable' : 'no-read-back');
}

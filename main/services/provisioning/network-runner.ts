import type { NetworkValues } from '../../contract/job.ts';
import { changedKeys, completeEdit, mergeEdit } from '../../domain/address-rules.ts';
import { buildUpdateElements, missingForUpdate } from '../../protocol/sadp/commands.ts';
import type { SadpFields } from '../../protocol/sadp/fields.ts';
import { sadpGeneration } from '../../protocol/sadp/generation.ts';
import type { ItemContext, ItemOutcome, ItemRunner } from '../jobs/types.ts';
import { hasHttpWay, lookOnce } from './http/look.ts';
import { rereadNetworkHttp, runNetworkHttp } from './http/network-http.ts';
import { preflightHttp } from './http/preflight-http.ts';
import {
  changedValues,
  hasMoved,
  isTaken,
  type NetworkParams,
  paramsOf,
  takenBy,
  type Wanted,
  wantedFrom,
} from './network-values.ts';
import { partsOf, type RunnerOptions, type RunnerParts } from './options.ts';
import { type Done, done, isStrangers, send } from './outcomes.ts';
import { rereadMs } from './patience.ts';
import { preflightOf } from './preflight.ts';
import {
  describeValues,
  filledValues,
  lightBefore,
  readNow,
  stopLight,
  valuesOf,
} from './reading.ts';

type Context = ItemContext<NetworkParams>;

/** Edit IP: reads, sends all values with the edited ones changed, and reads back on the wire. */
export function createNetworkRunner(options: RunnerOptions): ItemRunner<NetworkParams> {
  const parts = partsOf(options);
  return {
    kind: 'network',
    needsPassword: true,
    preflight: (device, commands) =>
      hasHttpWay(parts, device)
        ? preflightHttp(parts, { device, commands })
        : preflightOf(
            parts,
            { device, commands },
            { lightOf: lightOfFields, describe: describeFields },
          ),
    run: (context) => run(parts, context),
    reread: (context) =>
      hasHttpWay(parts, context.device)
        ? rereadNetworkHttp(parts, context)
        : reread(parts, context),
  };
}

function describeFields(fields: SadpFields | null): string {
  return fields === null ? 'inquiry: no answer' : describeValues(valuesOf(fields));
}

function lightOfFields(fields: SadpFields | null) {
  if (fields === null) return stopLight('no-answer', 'offline');
  return fields.activated === false ? stopLight('refused', 'not-activated') : null;
}

async function run(parts: RunnerParts, context: Context): Promise<ItemOutcome> {
  const { commands, device, params } = context;
  context.step('reading');
  if (hasHttpWay(parts, device)) return await runNetworkHttp(parts, context);
  const early = lightBefore(device);
  if (early !== null) return done(early.verdict, early.reason);
  const fresh = await readNow(commands, device, parts);
  if (fresh === null) return await withoutSadp(parts, context);
  const { fields } = fresh;
  if (fields.activated === false) return done('refused', 'not-activated');
  const current = filledValues(valuesOf(fields), context.before);
  context.note(`before: ${describeValues(current)}`);
  const edit = completeEdit(params.edit, current);
  const keys = changedKeys(edit, current);
  if (keys.length === 0) return done('already', 'already-so', { after: current });
  const next = mergeEdit(current, edit);
  const obstacle = unsendable(next) ?? (await takenBy(parts, context, { keys, next }));
  if (obstacle !== null) return obstacle;
  const elements = buildUpdateElements(next, sadpGeneration(fields));
  context.note(`wanted: ${describeValues(next)}`);
  const now = parts.clock.now();
  const sent = await send(context, { kind: 'network', command: 'update', elements, now });
  if (sent.kind === 'ended' || sent.kind === 'refused') return sent.outcome;
  const wanted = { keys, values: next, before: current };
  return await verify(parts, context, { wanted, said: sent.outcome });
}

/** It was met by SADP before and is silent now: its web server may still be there. */
async function withoutSadp(parts: RunnerParts, context: Context): Promise<ItemOutcome> {
  const target = parts.logins.target(context.device);
  const look = target === null ? null : await lookOnce(parts, context, target);
  if (look === null || !look.isHttpUp) return done('no-answer', 'offline');
  context.note('SADP is silent, its web server answers: the edit goes over HTTP');
  return await runNetworkHttp(parts, context);
}

/** `update` sets everything, so what nobody told stops it. */
function unsendable(next: NetworkValues): Done | null {
  const missing = missingForUpdate(next);
  if (missing.length === 0) return null;
  return done('failed', 'invalid-values', { params: { problem: missing.join(', ') } });
}

/** Reads until the new values are seen. What the device said counts for little; what it shows counts. */
async function verify(
  parts: RunnerParts,
  context: Context,
  { wanted, said }: { readonly wanted: Wanted; readonly said: Done },
): Promise<Done> {
  context.step('verifying');
  const { seen, isApplied } = await watch(parts, context, wanted);
  if (seen !== null) context.note(`read back: ${describeValues(seen)}`);
  const params = paramsOf(wanted, seen);
  const after = changedValues(wanted, seen);
  if (isStrangers(said)) return { ...said, params, after };
  const { rawResult = null } = said;
  if (isApplied) return done('verified', 'read-back', { params, after: seen, rawResult });
  if (said.verdict === 'accepted') {
    const reason = seen === null ? 'no-read-back' : 'not-applied';
    return done('accepted', reason, { params, after });
  }
  if (said.reason === 'silent' && seen !== null) {
    return done('no-answer', 'silent', { params, after });
  }
  return { ...said, params: { ...said.params, ...params }, after };
}

async function watch(
  { timings }: RunnerParts,
  { commands, device }: Context,
  wanted: Wanted,
): Promise<{ seen: NetworkValues | null; isApplied: boolean }> {
  let seen: NetworkValues | null = null;
  const accept = (fields: SadpFields, isEnough: (values: NetworkValues) => boolean): boolean => {
    seen = valuesOf(fields);
    return isEnough(seen);
  };
  const isShown = (values: NetworkValues): boolean => isTaken(wanted, values);
  const shown = await commands.readUntil(
    device,
    ({ fields }) => accept(fields, isShown),
    timings.networkMs,
  );
  if (shown !== null && wanted.values.dhcpEnabled === true && !hasMoved(wanted, seen)) {
    // DHCP is on, and the lease may be on its way: a moment more shows the new address.
    await commands.readUntil(
      device,
      ({ fields }) => accept(fields, (values) => hasMoved(wanted, values)),
      timings.leaseMs,
    );
  }
  return { seen, isApplied: shown !== null };
}

/** After a crash or later: what the device shows now, without a word to it that changes anything. */
async function reread(parts: RunnerParts, context: Context): Promise<ItemOutcome> {
  const { params, before } = context;
  context.step('reading');
  const wanted = wantedFrom(params, before);
  const shortly = { ...parts, timings: { ...parts.timings, networkMs: rereadMs(parts, context) } };
  const { seen, isApplied } = await watch(shortly, context, wanted);
  if (seen === null) return done('unknown', 'no-read-back');
  context.note(`read back: ${describeValues(seen)}`);
  const outParams = paramsOf(wanted, seen);
  if (isApplied) return done('verified', 'read-back', { params: outParams, after: seen });
  const after = changedValues(wanted, seen);
  return done('failed', 'not-applied', { params: outParams, after });
}

import { type NetworkKey, networkKeys, parseIpv4 } from '../../contract/ip.ts';
import type { JobItem, NetworkEdit, NetworkValues } from '../../contract/job.ts';
import { changedKeys, completeEdit, isSameValue, mergeEdit } from '../../domain/address-rules.ts';
import { buildUpdateElements, missingForUpdate } from '../../protocol/sadp/commands.ts';
import type { SadpFields } from '../../protocol/sadp/fields.ts';
import { sadpGeneration } from '../../protocol/sadp/generation.ts';
import type { ItemContext, ItemOutcome, ItemRunner } from '../jobs/types.ts';
import { adaptersFor } from '../lib/subnets.ts';
import { partsOf, type RunnerOptions, type RunnerParts } from './options.ts';
import { type Done, done, isStrangers, send } from './outcomes.ts';
import { preflightOf } from './preflight.ts';
import {
  describeValues,
  filledValues,
  lightBefore,
  readNow,
  stopLight,
  valuesOf,
} from './reading.ts';

export interface NetworkParams {
  /** Only what is to differ. */
  readonly edit: NetworkEdit;
}

type Context = ItemContext<NetworkParams>;

/** What is waited for when the device is read back. */
interface Wanted {
  readonly keys: readonly NetworkKey[];
  readonly values: NetworkValues;
  /** With DHCP any other address than the one before shows that it was taken. */
  readonly before: NetworkValues;
}

/** Edit IP: reads, sends all values with the edited ones changed, and reads back on the wire. */
export function createNetworkRunner(options: RunnerOptions): ItemRunner<NetworkParams> {
  const parts = partsOf(options);
  return {
    kind: 'network',
    needsPassword: true,
    preflight: (device, commands) =>
      preflightOf(
        parts,
        { device, commands },
        { lightOf: lightOfFields, describe: describeFields },
      ),
    run: (context) => run(parts, context),
    reread: (context) => reread(parts, context),
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
  const early = lightBefore(device);
  if (early !== null) return done(early.verdict, early.reason);
  const fresh = await readNow(commands, device, parts);
  if (fresh === null) return done('no-answer', 'offline');
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

/** `update` sets everything, so what nobody told stops it. */
function unsendable(next: NetworkValues): Done | null {
  const missing = missingForUpdate(next);
  if (missing.length === 0) return null;
  return done('failed', 'invalid-values', { params: { problem: missing.join(', ') } });
}

/** Somebody else at the new address: by the list, and by asking the wire where that can be asked. */
async function takenBy(
  { holder, subnets }: RunnerParts,
  { commands, device, note, step }: Context,
  { keys, next }: { readonly keys: readonly NetworkKey[]; readonly next: NetworkValues },
): Promise<Done | null> {
  const address = next.ipv4Address;
  if (!keys.includes('ipv4Address') || next.dhcpEnabled === true || address === null) return null;
  const known = holder(address, device.id);
  if (known !== null) return taken(address, known);
  if (adaptersFor(address, subnets()).length === 0) return null;
  step('resolving');
  const mac = await commands.whoHas(address);
  if (mac === null || device.nics.some((nic) => nic.mac === mac)) return null;
  note(`${address} answers on the wire: ${mac}`);
  return taken(address, mac);
}

function taken(address: string, by: string): Done {
  return done('skipped', 'address-taken', { params: { address, by } });
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

/** What there is to put back: `null` while the device shows the values it had. */
function changedValues({ before }: Wanted, seen: NetworkValues | null): NetworkValues | null {
  if (seen === null) return null;
  const isChanged = networkKeys.some(
    (key) => seen[key] !== null && !isSameValue(key, seen[key], before[key]),
  );
  return isChanged ? seen : null;
}

function paramsOf({ before }: Wanted, seen: NetworkValues | null): JobItem['params'] {
  const from = before.ipv4Address;
  return seen === null ? { from } : { from, address: seen.ipv4Address };
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

function hasMoved({ before }: Wanted, values: NetworkValues | null): boolean {
  const address = values?.ipv4Address ?? null;
  return address !== null && address !== before.ipv4Address;
}

/** With DHCP the address is the server's choice: that it is on, or that the device moved, is enough. */
function isTaken(wanted: Wanted, values: NetworkValues): boolean {
  const { keys, values: next } = wanted;
  if (next.dhcpEnabled !== true) return keys.every((key) => isShownAs(key, next, values));
  const others = keys.filter((key) => !leased.has(key));
  const isOn = values.dhcpEnabled === true || hasMoved(wanted, values);
  return (
    (isOn || !keys.includes('dhcpEnabled')) && others.every((key) => isShownAs(key, next, values))
  );
}

/** What a DHCP server decides, or what DHCP is itself. */
const leased: ReadonlySet<NetworkKey> = new Set([
  'ipv4Address',
  'ipv4Mask',
  'ipv4Gateway',
  'dhcpEnabled',
]);

/** A value the answer leaves out proves nothing, unless it is a flag old firmware never tells. */
function isShownAs(key: NetworkKey, next: NetworkValues, values: NetworkValues): boolean {
  if (key === 'dhcpEnabled' && values.dhcpEnabled === null) {
    return parseIpv4(values.ipv4Address ?? '') !== null && values.ipv4Address === next.ipv4Address;
  }
  return isSameValue(key, next[key], values[key]);
}

/** After a crash or later: what the device shows now, without a word to it that changes anything. */
async function reread(parts: RunnerParts, context: Context): Promise<ItemOutcome> {
  const { params, before } = context;
  context.step('reading');
  const wanted = wantedFrom(params, before);
  const shortly = { ...parts, timings: { ...parts.timings, networkMs: parts.timings.readMs } };
  const { seen, isApplied } = await watch(shortly, context, wanted);
  if (seen === null) return done('unknown', 'no-read-back');
  context.note(`read back: ${describeValues(seen)}`);
  const outParams = paramsOf(wanted, seen);
  if (isApplied) return done('verified', 'read-back', { params: outParams, after: seen });
  const after = changedValues(wanted, seen);
  return done('failed', 'not-applied', { params: outParams, after });
}

function wantedFrom({ edit: given }: NetworkParams, before: NetworkValues): Wanted {
  const edit = completeEdit(given, before);
  const keys = changedKeys(edit, before);
  return { keys, values: mergeEdit(before, edit), before };
}

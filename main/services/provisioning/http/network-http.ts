import { parseIpv4 } from '../../../contract/ip.ts';
import type { NetworkEdit, NetworkValues } from '../../../contract/job.ts';
import { changedKeys, checkEdit, completeEdit, mergeEdit } from '../../../domain/address-rules.ts';
import { paths } from '../../../protocol/isapi/paths.ts';
import type { ItemContext, ItemOutcome } from '../../jobs/types.ts';
import { sleep } from '../../lib/sleep.ts';
import type { LoginTarget } from '../../login/logins.ts';
import {
  changedValues,
  type NetworkParams,
  paramsOf,
  takenBy,
  type Wanted,
  wantedFrom,
} from '../network-values.ts';
import type { RunnerParts } from '../options.ts';
import { type Done, done } from '../outcomes.ts';
import { rereadMs } from '../patience.ts';
import { describeValues } from '../reading.ts';
import { type Changed, type ItemHttp, openHttp } from './item-http.ts';
import { isUp } from './look.ts';
import { type Found, findAgain, macAt } from './network-confirm.ts';
import {
  type Identity,
  identityOf,
  isSameDevice,
  type NetworkPut,
  type NetworkPuts,
  type NetworkState,
  putsFor,
  readNetwork,
  wholeInterfacePut,
} from './network-documents.ts';

type Context = ItemContext<NetworkParams>;

/** What is to be done, once everything was read and nothing sent. */
interface Plan {
  readonly http: ItemHttp;
  readonly target: LoginTarget;
  readonly state: NetworkState;
  readonly wanted: Wanted;
  readonly edit: NetworkEdit;
  readonly puts: NetworkPuts;
}

/** Edit IP over HTTP: the device's own documents with new texts in them, and then finding it again. */
export async function runNetworkHttp(parts: RunnerParts, context: Context): Promise<ItemOutcome> {
  const plan = await planFor(parts, context);
  if (!('http' in plan)) return plan;
  context.note(`before: ${describeValues(plan.wanted.before)}`);
  context.note(`wanted: ${describeValues(plan.wanted.values)}`);
  context.setBefore(plan.wanted.before);
  const seenMac = await macAt(parts, context, plan.target.host);
  context.step('sending');
  const sent = await sendAll(parts, context, plan);
  if (sent.kind === 'ended') return sent.outcome;
  context.step('verifying');
  const { wanted, target, state } = plan;
  const identity = mergedIdentity(state.info, identityOf(context.device));
  const found = await findAgain(parts, context, { wanted, target, identity, seenMac });
  return verdictOf(parts, context, { wanted, sent, found });
}

async function planFor(parts: RunnerParts, context: Context): Promise<Plan | Done> {
  const { device, params } = context;
  const opened = await openHttp(parts, context);
  if (opened.kind === 'closed') return opened.outcome;
  const { http, target } = opened;
  const address = await addressOf(parts, target);
  const read = await readNetwork(http, { address, device });
  if (!read.ok) return read.outcome;
  const { value: state } = read;
  const { values: current, info } = state;
  if (isSameDevice(info, identityOf(device)) === false) {
    return done('skipped', 'other-device', { params: { serial: info.serial ?? info.mac } });
  }
  // Who it is must be known also to a run that goes on after a crash, to find it again.
  parts.onNetworkRead?.(device, current, info);
  const edit = completeEdit(params.edit, current);
  const keys = changedKeys(edit, current);
  if (keys.length === 0) return done('already', 'already-so', { after: current });
  const next = mergeEdit(current, edit);
  const obstacle = nonsense(edit, current) ?? (await takenBy(parts, context, { keys, next }));
  if (obstacle !== null) return obstacle;
  const puts = putsFor(state, keys, edit);
  if ('verdict' in puts) return puts;
  return { http, target, state, edit, puts, wanted: { keys, values: next, before: current } };
}

/** Judged when the job began too, but then without the mask and gateway that only the device told. */
function nonsense(edit: NetworkEdit, current: NetworkValues): Done | null {
  const rules = { current, activated: true, hasSadp: true, ipv6Modifiable: false };
  const problem = checkEdit(edit, rules).find(({ level }) => level === 'stop');
  if (problem === undefined) return null;
  return done('failed', 'invalid-values', { params: { problem: problem.code } });
}

/** The address of a name is where the name leads now. */
async function addressOf({ logins }: RunnerParts, target: LoginTarget): Promise<string> {
  if (parseIpv4(target.host) !== null) return target.host;
  return (await logins.plain(target, paths.activateStatus)).address ?? target.host;
}

/** Ports, address, restart: each only after a clear word to the one before. */
async function sendAll(parts: RunnerParts, context: Context, plan: Plan): Promise<Changed> {
  const { puts } = plan;
  const ports = puts.ports === null ? null : await put(plan.http, puts.ports);
  if (ports !== null && ports.kind !== 'success') return ports;
  if (!hasAddress(puts)) return ports === null ? nothingSent() : await settle(context, plan, ports);
  const http = ports === null ? plan.http : await afterPorts(parts, context, { plan, ports });
  if ('verdict' in http) return { kind: 'unclear', outcome: http, needsReboot: false, cause: null };
  const sent = await sendAddress(http, plan);
  // The ports are changed by now, so this is not an edit that never left.
  if (ports !== null && sent.kind === 'ended') return { ...sent, kind: 'unclear' };
  const needsReboot = sent.needsReboot || ports?.needsReboot === true;
  return await settle(context, { http }, { ...sent, needsReboot });
}

function nothingSent(): never {
  throw new Error('an edit without anything to send');
}

async function settle(
  context: Context,
  { http }: Pick<Plan, 'http'>,
  sent: Changed,
): Promise<Changed> {
  return sent.kind === 'success' && sent.needsReboot ? await restart(context, http, sent) : sent;
}

/** A port that was taken at once is where the address has to be sent. */
async function afterPorts(
  parts: RunnerParts,
  context: Context,
  { plan, ports }: { readonly plan: Plan; readonly ports: Changed },
): Promise<ItemHttp | Done> {
  const { wanted, target, http } = plan;
  const port = wanted.keys.includes('httpPort') ? wanted.values.httpPort : null;
  if (ports.needsReboot || port === null || target.isTls) return http;
  const place = { ...target, port };
  await waitFor(parts, context, place);
  const moved = await openHttp(parts, context, { target: place });
  return moved.kind === 'closed' ? moved.outcome : moved.http;
}

/** It takes a moment to open its new port. Nothing is decided here: the next request finds out. */
async function waitFor(
  { logins, clock, timings }: RunnerParts,
  { signal }: Context,
  target: LoginTarget,
): Promise<void> {
  const endAt = clock.elapsed() + timings.activateMs;
  while (clock.elapsed() < endAt && !signal.aborted) {
    if (isUp(await logins.plain(target, paths.activateStatus, timings.readMs))) return;
    await sleep(clock, timings.pauseMs, signal);
  }
}

function hasAddress({ address, needsInterface }: NetworkPuts): boolean {
  return address !== null || needsInterface;
}

function put(http: ItemHttp, { path, body }: NetworkPut): Promise<Changed> {
  return http.change({ method: 'PUT', path, body });
}

async function sendAddress(
  http: ItemHttp,
  { puts: { address }, state, edit, wanted }: Plan,
): Promise<Changed> {
  if (address !== null) {
    const sent = await put(http, address);
    if (sent.kind !== 'refused' || sent.cause !== 'not-supported') return sent;
  }
  const whole = await wholeInterfacePut(http, state, { keys: wanted.keys, edit });
  if ('verdict' in whole) {
    return { kind: 'ended', outcome: whole, needsReboot: false, cause: null };
  }
  return await put(http, whole);
}

/** Part of the edit: until then the device goes on with its old values. */
async function restart(context: Context, http: ItemHttp, sent: Changed): Promise<Changed> {
  context.note('the device takes the new values at a restart, so it is restarted');
  context.step('restarting');
  const { kind } = await http.change({ method: 'PUT', path: paths.reboot });
  if (kind !== 'refused' && kind !== 'ended') return sent;
  return { ...sent, outcome: done('accepted', 'needs-reboot') };
}

function mergedIdentity(told: Identity, known: Identity): Identity {
  return { serial: told.serial ?? known.serial, mac: told.mac ?? known.mac };
}

interface Confirmed {
  readonly wanted: Wanted;
  readonly sent: Changed;
  readonly found: Found;
}

/** What the device shows counts; the table is that of Edit IP over SADP. */
function verdictOf(
  parts: RunnerParts,
  { device, note }: Context,
  { wanted, sent, found }: Confirmed,
): Done {
  const { seen, isApplied, stranger } = found;
  const params = paramsOf(wanted, seen);
  const after = changedValues(wanted, seen);
  if (seen !== null) {
    note(`read back: ${describeValues(seen)}`);
    parts.onNetworkRead?.(device, seen);
  }
  if (isApplied) return done('verified', 'read-back', { params, after: seen });
  if (stranger !== null) {
    return done('unknown', 'other-device', { params: { ...params, serial: stranger } });
  }
  if (sent.kind === 'refused') return { ...sent.outcome, after };
  if (sent.kind === 'success') {
    if (sent.outcome.reason === 'needs-reboot') return { ...sent.outcome, params, after };
    const reason = seen === null ? 'no-read-back' : 'not-applied';
    return done('accepted', reason, { params, after });
  }
  if (seen !== null) return done('no-answer', 'silent', { params, after });
  return { ...sent.outcome, verdict: 'unknown', params: { ...sent.outcome.params, ...params } };
}

/** After a crash or later: looked for at both addresses, with nothing said that changes anything. */
export async function rereadNetworkHttp(
  parts: RunnerParts,
  context: Context,
): Promise<ItemOutcome> {
  const { params, before, device } = context;
  context.step('reading');
  const target = parts.logins.target(device);
  if (target === null) return done('unknown', 'no-read-back');
  const wanted = wantedFrom(params, before);
  const shortly = { ...parts, timings: { ...parts.timings, addressMs: rereadMs(parts, context) } };
  const identity = identityOf(device);
  const { seen, isApplied, stranger } = await findAgain(shortly, context, {
    // After a crash nobody knows which MAC answered for it.
    ...{ wanted, target, identity, seenMac: null },
  });
  if (stranger !== null) return done('unknown', 'other-device', { params: { serial: stranger } });
  if (seen === null) return done('unknown', 'no-read-back');
  context.note(`read back: ${describeValues(seen)}`);
  parts.onNetworkRead?.(device, seen);
  const outParams = paramsOf(wanted, seen);
  if (isApplied) return done('verified', 'read-back', { params: outParams, after: seen });
  return done('failed', 'not-applied', { params: outParams, after: changedValues(wanted, seen) });
}

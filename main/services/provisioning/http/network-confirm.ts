import { parseIpv4 } from '../../../contract/ip.ts';
import type { NetworkValues } from '../../../contract/job.ts';
import { paths } from '../../../protocol/isapi/paths.ts';
import type { ItemContext } from '../../jobs/types.ts';
import { sleep } from '../../lib/sleep.ts';
import { adaptersFor } from '../../lib/subnets.ts';
import type { LoginTarget } from '../../login/logins.ts';
import { isTaken, type NetworkParams, type Wanted } from '../network-values.ts';
import type { RunnerParts } from '../options.ts';
import { type Opened, openHttp } from './item-http.ts';
import { isUp } from './look.ts';
import { type Identity, isSameDevice, readNetwork } from './network-documents.ts';

export interface Found {
  /** What the device itself showed last; `null`: it was not met. */
  readonly seen: NetworkValues | null;
  readonly isApplied: boolean;
  /** Serial or MAC of another device that answers at the new address. */
  readonly stranger: string | null;
}

export interface Search {
  readonly wanted: Wanted;
  /** Where it was talked to before. */
  readonly target: LoginTarget;
  readonly identity: Identity;
  /**
   * The MAC that answered for the device at its old address: its own, or that of a bridge which answers for what
   * is behind it. `null`: it was not seen, so no MAC can tell a stranger.
   */
  readonly seenMac: string | null;
}

type Context = ItemContext<NetworkParams>;

const probeMs = 2500;

/** @see Search.seenMac */
export async function macAt(
  { subnets }: RunnerParts,
  { commands }: Context,
  host: string,
): Promise<string | null> {
  if (parseIpv4(host) === null || adaptersFor(host, subnets()).length === 0) return null;
  const mac = await commands.whoHas(host);
  return mac === 'unknown' ? null : mac;
}

/**
 * Looks for the device at its new address and at the old one, until it shows the new values or the time is
 * over. Who it is counts, not that something answers. A place where the login fails is not asked again.
 */
export async function findAgain(
  parts: RunnerParts,
  context: Context,
  search: Search,
): Promise<Found> {
  const { clock, timings } = parts;
  const endAt = clock.now() + timings.addressMs;
  const closed = new Set<string>();
  let found: Found = { seen: null, isApplied: false, stranger: null };
  do {
    found = await lookAround(parts, context, { search, closed, found });
    if (found.isApplied) return found;
    await sleep(clock, timings.pauseMs, context.signal);
  } while (clock.now() < endAt && !context.signal.aborted);
  return found;
}

/** One round over the places that are still worth asking. */
async function lookAround(
  parts: RunnerParts,
  context: Context,
  so: { readonly search: Search; readonly closed: Set<string>; readonly found: Found },
): Promise<Found> {
  let { found } = so;
  const known = parts.logins.target(context.device);
  const ownHosts = new Set([so.search.target.host, known?.host]);
  for (const target of placesFor(so.search, known)) {
    const isElsewhere = !ownHosts.has(target.host);
    // A host where another device may live gets one try, whatever the ports.
    const key = isElsewhere ? target.host : keyOf(target);
    const one = so.closed.has(key)
      ? 'closed'
      : await lookAt(parts, context, { ...so.search, target, isElsewhere });
    if (one === 'away') continue;
    if (one === 'closed') {
      so.closed.add(key);
      continue;
    }
    if (one.isApplied) return one;
    // Somebody else lives there: nothing will change that.
    if (one.stranger !== null) so.closed.add(key);
    found = { ...found, seen: one.seen ?? found.seen, stranger: one.stranger ?? found.stranger };
  }
  return found;
}

function keyOf({ host, port }: LoginTarget): string {
  return `${host}:${port}`;
}

/** The new place first; with DHCP wherever the list has met it meanwhile. */
function placesFor({ wanted, target }: Search, known: LoginTarget | null): LoginTarget[] {
  const { values, keys } = wanted;
  const isStatic = values.dhcpEnabled !== true && keys.includes('ipv4Address');
  const host = isStatic ? (values.ipv4Address ?? target.host) : target.host;
  const isMoved = keys.includes('httpPort') && !target.isTls;
  const port = isMoved ? (values.httpPort ?? target.port) : target.port;
  const places = [
    { ...target, host, port },
    { ...target, host },
    { ...target, port },
    target,
    ...(known === null ? [] : [known]),
  ];
  return [...new Map(places.map((place) => [keyOf(place), place])).values()];
}

/**
 * Who is known to be there, by the list or by the wire; `null`: nobody but ours can be told. Beyond the subnet
 * no MAC is seen, and a web server tells its serial only after a login: then the guard's one try has to find out.
 */
async function strangerAt(
  { holder, subnets }: RunnerParts,
  { commands, device }: Context,
  { host, identity, seenMac }: Pick<Search, 'identity' | 'seenMac'> & { readonly host: string },
): Promise<string | null> {
  const holding = holder(host, device.id);
  if (holding !== null) return holding;
  if (seenMac === null || adaptersFor(host, subnets()).length === 0) return null;
  const own = [...device.nics.map(({ mac }) => mac), identity.mac, seenMac];
  const mac = await commands.whoHas(host);
  return mac === null || mac === 'unknown' || own.includes(mac) ? null : mac;
}

/** Looked at every few seconds: only the last look is worth a line. */
function openQuietly(
  parts: RunnerParts,
  context: Context,
  { target, identity, isElsewhere }: Pick<Search, 'target' | 'identity'> & { isElsewhere: boolean },
): Promise<Opened> {
  // A stranger's "wrong" says nothing about the password of the group.
  const nothing = (): void => undefined;
  const door = { ...context.door, word: nothing, answered: nothing };
  const quiet = { ...context, door, note: nothing, step: nothing };
  const elsewhere = { key: `at:${target.host}:${context.jobId}`, identity };
  return openHttp(parts, quiet, {
    ...{ target, isAnyone: true },
    ...(isElsewhere ? { elsewhere } : {}),
  });
}

type OneLook = Found | 'away' | 'closed';

async function lookAt(
  parts: RunnerParts,
  context: Context,
  { target, wanted, identity, seenMac, isElsewhere }: Search & { readonly isElsewhere: boolean },
): Promise<OneLook> {
  const page = await parts.logins.plain(target, paths.activateStatus, probeMs);
  if (!isUp(page)) return 'away';
  const other = isElsewhere
    ? await strangerAt(parts, context, { host: target.host, identity, seenMac })
    : null;
  if (other !== null) {
    context.note(`${target.host}: another device, ${other}; no login was tried`);
    return { seen: null, isApplied: false, stranger: other };
  }
  const opened = await openQuietly(parts, context, { target, identity, isElsewhere });
  if (opened.kind === 'closed') return 'closed';
  const { device } = context;
  const read = await readNetwork(opened.http, { address: page.address ?? target.host, device });
  if (!read.ok) {
    const isAway = read.outcome.verdict === 'no-answer' || read.outcome.verdict === 'unknown';
    if (!isAway) context.note(`${target.host}: ${read.outcome.reason}`);
    return isAway ? 'away' : 'closed';
  }
  const { info, values } = read.value;
  const isSame = isSameDevice(info, identity);
  if (isSame === null) {
    context.note(`${target.host}: it does not tell who it is`);
    return 'closed';
  }
  if (!isSame) {
    context.note(`${target.host}: another device, ${info.serial ?? info.mac}`);
    return { seen: null, isApplied: false, stranger: info.serial ?? info.mac };
  }
  return { seen: values, isApplied: isTaken(wanted, values), stranger: null };
}

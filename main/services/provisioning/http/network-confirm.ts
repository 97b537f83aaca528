import { parseIpv4 } from '../../../contract/ip.ts';
import type { NetworkValues } from '../../../contract/job.ts';
import type { CancelSignal } from '../../../ports/cancel.ts';
import type { HttpClientResult } from '../../../ports/http-client.ts';
import { paths } from '../../../protocol/isapi/paths.ts';
import type { ItemContext } from '../../jobs/types.ts';
import { createCanceller } from '../../lib/canceller.ts';
import { sleep } from '../../lib/sleep.ts';
import { adaptersFor } from '../../lib/subnets.ts';
import type { LoginTarget } from '../../login/logins.ts';
import { isTaken, type NetworkParams, type Wanted } from '../network-values.ts';
import type { RunnerParts } from '../options.ts';
import type { Done } from '../outcomes.ts';
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
/** Each round waits longer for a word, as long as a login may take: a slow device is there too. */
const longestProbeMs = 8000;

/** @see Search.seenMac */
export async function macAt(
  { subnets }: RunnerParts,
  { commands }: Pick<Context, 'commands'>,
  host: string,
): Promise<string | null> {
  if (parseIpv4(host) === null || adaptersFor(host, subnets()).length === 0) return null;
  const mac = await commands.whoHas(host);
  return mac === 'unknown' ? null : mac;
}

const nothingFound: Found = { seen: null, isApplied: false, stranger: null };

/**
 * Looks for the device at its new address and at the old one, until it shows the new values or the time is
 * over. Who it is counts, not that something answers. A place where the login fails is not asked again. Both are
 * looked at by themselves: an old address where nobody is any more answers nothing for seconds, and must not
 * hold up the new one.
 */
export async function findAgain(
  parts: RunnerParts,
  context: Context,
  search: Search,
): Promise<Found> {
  const { signal } = context;
  const canceller = createCanceller();
  const cancel = (): void => canceller.cancel();
  signal.addEventListener('abort', cancel);
  if (signal.aborted) cancel();
  const along = async (isElsewhere: boolean): Promise<Found> => {
    const mine = { ...context, signal: canceller.signal };
    const found = await lookUntilFound(parts, mine, { search, isElsewhere, closed: new Set() });
    if (found.isApplied) cancel();
    return found;
  };
  const [there, here] = await Promise.all([along(true), along(false)]);
  signal.removeEventListener('abort', cancel);
  const applied = [there, here].find(({ isApplied }) => isApplied);
  if (applied !== undefined) return applied;
  const seen = here.seen ?? there.seen;
  return { seen, isApplied: false, stranger: here.stranger ?? there.stranger };
}

/** Places of one password: asked one after the other, since its tries are counted together. */
interface Lane {
  readonly search: Search;
  /** Where another device may live. */
  readonly isElsewhere: boolean;
  readonly closed: Set<string>;
}

async function lookUntilFound(parts: RunnerParts, context: Context, lane: Lane): Promise<Found> {
  const { clock, timings } = parts;
  const endAt = clock.elapsed() + timings.addressMs;
  let waitMs = probeMs;
  let found = nothingFound;
  do {
    const one = await lookAlong(parts, context, { ...lane, waitMs });
    if (one.isApplied) return one;
    found = laterOf(found, one);
    waitMs = Math.min(waitMs + probeMs, longestProbeMs);
    await sleep(clock, timings.pauseMs, context.signal);
  } while (clock.elapsed() < endAt && !context.signal.aborted);
  return found;
}

/** One round over the places that are still worth asking. */
async function lookAlong(
  parts: RunnerParts,
  context: Context,
  { search, isElsewhere, closed, waitMs }: Lane & Pick<HowToLook, 'waitMs'>,
): Promise<Found> {
  let found = nothingFound;
  for (const target of placesOf(parts, context, { search, isElsewhere })) {
    // A host where another device may live gets one try, whatever the ports.
    const key = isElsewhere ? target.host : keyOf(target);
    if (closed.has(key)) continue;
    const one = await lookAt(parts, context, { ...search, target, isElsewhere, waitMs });
    if (one === 'away') continue;
    // Somebody else lives there: nothing will change that.
    if (one === 'closed' || one.stranger !== null) closed.add(key);
    if (one === 'closed') continue;
    if (one.isApplied) return one;
    found = laterOf(found, one);
  }
  return found;
}

/** What was seen last, of each. */
function laterOf(before: Found, { seen, stranger }: Found): Found {
  return { ...before, seen: seen ?? before.seen, stranger: stranger ?? before.stranger };
}

function placesOf(
  { logins }: RunnerParts,
  { device }: Context,
  { search, isElsewhere }: Pick<Lane, 'search' | 'isElsewhere'>,
): LoginTarget[] {
  const known = logins.target(device);
  const own = new Set([search.target.host, known?.host]);
  return placesFor(search, known).filter(({ host }) => own.has(host) !== isElsewhere);
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

interface HowToLook {
  readonly isElsewhere: boolean;
  /** For its first word. */
  readonly waitMs: number;
}

/** `null` as soon as nobody wants to know any more; a question without a password may be left alone. */
function orAborted<T>(asked: Promise<T>, signal: CancelSignal): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const stop = (): void => resolve(null);
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
    asked.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

/** `null`: nobody is there, or nobody wants to know any more. */
async function firstWord(
  { logins }: RunnerParts,
  { signal }: Context,
  { target, waitMs }: Pick<Search, 'target'> & Pick<HowToLook, 'waitMs'>,
): Promise<HttpClientResult | null> {
  const page = await orAborted(logins.plain(target, paths.activateStatus, waitMs), signal);
  return page === null || signal.aborted || !isUp(page) ? null : page;
}

type OneLook = Found | 'away' | 'closed';

/** Silence may end; another no does not. */
function unread(context: Context, { host }: LoginTarget, { verdict, reason }: Done): OneLook {
  if (context.signal.aborted || verdict === 'no-answer' || verdict === 'unknown') return 'away';
  context.note(`${host}: ${reason}`);
  return 'closed';
}

async function lookAt(
  parts: RunnerParts,
  context: Context,
  { target, wanted, identity, seenMac, ...how }: Search & HowToLook,
): Promise<OneLook> {
  const { isElsewhere, waitMs } = how;
  const page = await firstWord(parts, context, { target, waitMs });
  if (page === null) return 'away';
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
  if (!read.ok) return unread(context, target, read.outcome);
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

import { defaultAddresses } from '../../contract/ip.ts';
import { isSameSerial } from '../identity.ts';
import { type BootOrder, bootOrder } from './boot.ts';
import { isForOneStart, requestStep } from './deadlines.ts';
import { isResetKind } from './kinds.ts';
import {
  closed,
  isClosed,
  isDone,
  type StepEvidence,
  seeStep,
  settle,
  stepOf,
  unwarn,
  warn,
  withStep,
} from './state.ts';
import type {
  Applied,
  CaseFile,
  CaseOwn,
  Seen,
  ToldStart,
  WatchMemory,
  WatchState,
} from './types.ts';

/** Asked every 5 s, four questions without an answer. */
export const goneAfterMs = 20_000;
/**
 * A state that no BootTime dates has to be told twice, this far apart and with nothing against it between.
 * Longer than any datagram stays on its way, so that late ones cannot make it up.
 */
export const confirmMs = 10_000;

type Who = 'own' | 'second' | 'twin' | 'other';

/**
 * Serial first, else MAC. Evidence comes from the main interface only. The same serial with a MAC that was
 * never this device's is somebody who claims to be it.
 */
export function whoIs(identity: CaseOwn['identity'], seen: Pick<Seen, 'serialKey' | 'mac'>): Who {
  const { serialKey, macs } = identity;
  const byMac = whoseMac(macs, seen.mac);
  if (serialKey === null || seen.serialKey === null) return byMac ?? 'other';
  if (serialKey === seen.serialKey) {
    const isUntold = seen.mac === null || macs.length === 0;
    return isUntold ? 'own' : (byMac ?? 'twin');
  }
  return byMac !== null && isSameSerial(serialKey, seen.serialKey) ? byMac : 'other';
}

function whoseMac(macs: readonly string[], mac: string | null): 'own' | 'second' | null {
  if (mac === null || !macs.includes(mac)) return null;
  return mac === macs[0] ? 'own' : 'second';
}

/** Lays one answer over a case. What it is given is not changed; the same file back means "nothing new". */
export function observe(before: Applied, seen: Seen): Applied {
  const { file, memory } = before;
  if (seen.order <= memory.armedOrder) return before;
  const who = whoIs(file.own.identity, seen);
  if (who === 'other') return before;
  if (who === 'twin') {
    return isClosed(file.view) ? before : { file: noteTwin(file, seen), memory };
  }
  const start = { order: seen.order, bootTime: seen.bootTime };
  if (who === 'second') return noteSecond(before, seen);
  const isSplit = areTwoStarts(memory.secondStart, start) && !isClosed(file.view);
  const heard: Applied = {
    file: learnIdentity(isSplit ? noteTwin(file, seen) : file, seen),
    memory: { ...noteRuns(memory, seen), heardOrder: seen.order, mainStart: start },
  };
  if (heard.file.own.isTwinSeen) return heard;
  if (isClosed(file.view)) return file.view.state === 'done' ? afterwards(heard, seen) : heard;
  return isResetKind(file.view.kind) ? watchReset(heard, seen) : watchOthers(heard, seen);
}

/** Answers of both interfaces that belong to one round of questions. */
const sameRoundMs = 12_000;

/** Told in one round, two starts are two devices, however long their MACs have been listed as one. */
function areTwoStarts(a: ToldStart | null, b: ToldStart | null): boolean {
  if (a === null || b === null || Math.abs(a.order - b.order) > sameRoundMs) return false;
  const boot = bootOrder(a.bootTime, b.bootTime);
  return boot === 'newer' || boot === 'other';
}

function noteSecond({ file, memory }: Applied, seen: Seen): Applied {
  const start = { order: seen.order, bootTime: seen.bootTime };
  const isSplit = areTwoStarts(memory.mainStart, start) && !isClosed(file.view);
  return {
    file: isSplit ? noteTwin(file, seen) : file,
    memory: { ...memory, secondStart: start },
  };
}

function noteTwin(file: CaseFile, seen: Seen): CaseFile {
  const params = { mac: seen.mac, address: seen.address };
  const next = warn(file, { code: 'same-identity-twice', at: seen.at, params });
  return next.own.isTwinSeen ? next : { ...next, own: { ...next.own, isTwinSeen: true } };
}

/** Without a MAC nobody can say whose state was known, so the first answer is what later ones are held against. */
function learnIdentity(file: CaseFile, seen: Seen): CaseFile {
  const { identity, baseline } = file.own;
  const isSerialNew = identity.serialKey === null && seen.serialKey !== null;
  const isMacNew = identity.macs.length === 0 && seen.mac !== null;
  if (!isSerialNew && !isMacNew) return file;
  const learned = {
    serialKey: identity.serialKey ?? seen.serialKey,
    macs: isMacNew && seen.mac !== null ? [seen.mac] : identity.macs,
  };
  const { bootTime, activated, address } = seen;
  const own = {
    ...{ ...file.own, identity: learned },
    baseline: isMacNew ? { bootTime, activated, address } : baseline,
  };
  return { ...file, own };
}

/** How long each state has been told without a word against it. */
function noteRuns(memory: WatchMemory, seen: Seen): WatchMemory {
  const run = (since: number | null, isTold: boolean | null): number | null => {
    if (isTold === null) return since;
    return isTold ? (since ?? seen.order) : null;
  };
  const { activated, cloudBound } = seen;
  return {
    ...memory,
    inactiveSince: run(memory.inactiveSince, activated === null ? null : !activated),
    sameSince: run(memory.sameSince, activated),
    unboundSince: run(memory.unboundSince, cloudBound === null ? null : !cloudBound),
  };
}

function isConfirmed(since: number | null, seen: Seen): boolean {
  return since !== null && seen.order - since >= confirmMs;
}

function watchReset({ file, memory: heard }: Applied, seen: Seen): Applied {
  const boot = bootOrder(file.own.baseline.bootTime, seen.bootTime);
  const memory = isBackNow(file, boot) ? { ...heard, sameSince: sameFrom(seen) } : heard;
  const back = noteBack(file, seen, boot);
  if (isResetProven(back, { seen, boot, memory })) {
    return {
      file: proveReset(back, seen, boot),
      memory: { ...memory, resetOrder: seen.order },
    };
  }
  const view = back.view;
  if (view.kind === 'software-reset' && view.variant === 'restore') {
    return watchRestore({ file: back, memory }, seen, boot);
  }
  const hasComeBack = back.own.wasGone || boot === 'newer';
  const isAsBefore =
    back.own.baseline.activated === true && hasComeBack && isConfirmed(memory.sameSince, seen);
  return { file: isAsBefore ? comeBackAsItWas(back, seen) : back, memory };
}

/** Its first word after a silence, or after a start that nobody missed it for. */
function isBackNow({ view }: CaseFile, boot: BootOrder): boolean {
  return view.watch.state === 'gone' || (boot === 'newer' && !isDone(view, 'restarted'));
}

/** "As it was" is counted from here: what it said before it went does not tell. */
function sameFrom({ activated, order }: Seen): number | null {
  return activated === true ? order : null;
}

function noteBack(file: CaseFile, seen: Seen, boot: BootOrder): CaseFile {
  const isBack = file.view.watch.state === 'gone';
  let next = isBack ? withWatch(file, 'back', seen.at) : file;
  if (isBack) next = seeStep(next, 'back', seen.at, told(seen));
  if (boot !== 'newer') return next;
  return seeStep(next, 'restarted', seen.at, bootEvidence(file, seen));
}

interface Evidence {
  readonly seen: Seen;
  readonly boot: BootOrder;
  readonly memory: WatchMemory;
}

/**
 * Inactive counts only against a device that was known to be active. A newer BootTime dates it; without one
 * the device has to have been away, or to have been told to become inactive, and has to say it twice.
 */
function isResetProven(file: CaseFile, { seen, boot, memory }: Evidence): boolean {
  const { view, own } = file;
  if (seen.activated !== false || (view.kind === 'software-reset' && view.variant === 'restore')) {
    return false;
  }
  const { activated, address } = own.baseline;
  if (activated !== true) {
    const isMoved = address !== null && !defaultAddresses.includes(address);
    return boot === 'newer' && isMoved && isDefaultAddress(seen);
  }
  if (boot === 'newer') return true;
  const wasToldTo = view.variant === 'restore-inactive';
  // Two starts within two minutes of each other have the "same" BootTime, so being away is enough.
  return (wasToldTo || own.wasGone) && isConfirmed(memory.inactiveSince, seen);
}

function isDefaultAddress({ address }: Seen): boolean {
  return address !== null && defaultAddresses.includes(address);
}

function proveReset(file: CaseFile, seen: Seen, boot: BootOrder): CaseFile {
  let next = seeStep(file, 'inactive', seen.at, told(seen));
  if (boot === 'other') next = seeStep(next, 'restarted', seen.at, bootEvidence(file, seen));
  next = noteAddress(next, seen);
  next = withWatch(next, 'reset-seen', seen.at);
  next = warn(next, { code: 'cloud-unknown', at: seen.at, params: {} });
  return closed(skipUnseen(next, seen.at), 'reset-verified', seen.at);
}

/** Where it is now: the factory's address, one from DHCP, or the same one as before. */
function noteAddress(file: CaseFile, seen: Seen): CaseFile {
  const { address, dhcpEnabled } = seen;
  const plain = { evidence: `${address}`, told: { code: 'address', params: { address } } } as const;
  if (isDefaultAddress(seen)) return seeStep(file, 'address-default', seen.at, plain);
  const isLeased = dhcpEnabled === true && address !== file.own.baseline.address;
  const leased = { evidence: `DHCP ${address}`, told: { ...plain.told, code: 'leased' } } as const;
  if (isLeased) return seeStep(file, 'address-default', seen.at, leased);
  return withStep(file, 'address-default', { state: 'skipped', by: 'app', at: seen.at, ...plain });
}

/** What the outcome proves although nobody saw it happen. */
function skipUnseen(file: CaseFile, at: number): CaseFile {
  return (['gone', 'back', 'restarted'] as const).reduce<CaseFile>(
    (next, id) =>
      stepOf(next.view, id)?.state === 'todo'
        ? withStep(next, id, { state: 'skipped', by: 'app', at })
        : next,
    file,
  );
}

/** Settings only: the device said yes, and it did restart. It stays active. */
function watchRestore({ file, memory }: Applied, seen: Seen, boot: BootOrder): Applied {
  const isBackWithoutTime =
    file.own.wasGone && boot !== 'same' && isConfirmed(memory.sameSince, seen);
  const isRestarted = boot === 'newer' || isBackWithoutTime;
  if (!isRestarted) return { file, memory };
  const restarted = seeStep(file, 'restarted', seen.at, bootEvidence(file, seen));
  if (!isDone(restarted.view, 'command-sent')) return { file: restarted, memory };
  const next = warn(withWatch(restarted, 'reset-seen', seen.at), {
    ...{ code: 'cloud-unknown', at: seen.at, params: {} },
  });
  return {
    file: closed(skipUnseen(next, seen.at), 'reset-verified', seen.at),
    memory: { ...memory, resetOrder: seen.order },
  };
}

/** No reset so far; the watch goes on for the next try. */
function comeBackAsItWas(file: CaseFile, seen: Seen): CaseFile {
  const own = { ...file.own, wasGone: false };
  return settle(withWatch({ ...file, own }, 'not-reset', seen.at), seen.at);
}

export function withWatch(file: CaseFile, state: WatchState, at: number): CaseFile {
  if (file.view.watch.state === state) return file;
  return { ...file, view: { ...file.view, watch: { state, since: at } } };
}

/** What is left to do after the outcome, as far as it can be seen. */
function afterwards({ file, memory }: Applied, seen: Seen): Applied {
  const { view } = file;
  if (!isResetKind(view.kind) || view.closedAt === null) return { file, memory };
  let next = file;
  const isAnew = memory.resetOrder === null || seen.order > memory.resetOrder;
  if (isAnew && seen.cloudBound !== null && stepOf(view, 'cloud-read')?.state === 'todo') {
    next = seeStep(next, 'cloud-read', seen.at, bindEvidence(seen.cloudBound));
    next = unwarn(next, 'cloud-unknown');
  }
  const isActiveAgain = seen.activated === true && isConfirmed(memory.sameSince, seen);
  if (isActiveAgain && stepOf(view, 'activated-again')?.state === 'todo') {
    next = seeStep(next, 'activated-again', seen.at, told(seen));
  }
  return { file: next, memory };
}

function watchOthers({ file, memory }: Applied, seen: Seen): Applied {
  let next = noteRequestBoot(noteMoved(file, seen), seen);
  const isBindOpen = stepOf(next.view, 'bind-read')?.state === 'todo';
  const isSure = seen.isAsked || isConfirmed(memory.unboundSince, seen);
  if (isBindOpen && seen.cloudBound === false && isSure) {
    next = seeStep(next, 'bind-read', seen.at, bindEvidence(false));
  }
  return { file: settle(next, seen.at), memory };
}

function noteMoved(file: CaseFile, seen: Seen): CaseFile {
  const { address } = file.own.baseline;
  if (seen.address === null || seen.address === address) return file;
  const own = { ...file.own, baseline: { ...file.own.baseline, address: seen.address } };
  if (address === null) return { ...file, own };
  const params = { from: address, to: seen.address };
  return { ...warn(file, { code: 'address-changed', at: seen.at, params }), own };
}

/** An answer to a request is made for one start of the device. */
function noteRequestBoot(file: CaseFile, seen: Seen): CaseFile {
  const { requestBoot } = file.own;
  if (requestBoot === null) return learnRequestBoot(file, seen);
  const boot = bootOrder(requestBoot, seen.bootTime);
  if (boot !== 'newer' && boot !== 'other') return file;
  // A start that is told a second off each time is one start, and one warning.
  const isTold = file.view.warnings.some(
    ({ code, params: { to = null } }) =>
      code === 'restarted-since-export' && bootOrder(String(to), seen.bootTime) === 'same',
  );
  if (isTold) return file;
  const params = { from: requestBoot, to: seen.bootTime };
  return warn(file, { code: 'restarted-since-export', at: seen.at, params });
}

/** The device was not heard when the request left: the first start it tells afterwards is what later ones are held against. */
function learnRequestBoot(file: CaseFile, { bootTime }: Seen): CaseFile {
  const request = requestStep(file.view);
  const hasLeft = request !== null && isDone(file.view, request);
  if (bootTime === null || !hasLeft || !isForOneStart(file.view)) return file;
  return { ...file, own: { ...file.own, requestBoot: bootTime } };
}

function bootEvidence(file: CaseFile, seen: Seen): StepEvidence {
  const { bootTime: from } = file.own.baseline;
  const { bootTime: to } = seen;
  return {
    evidence: `BootTime ${from ?? '?'} -> ${to ?? '?'}`,
    told: { code: 'restarted', params: { from, to } },
  };
}

function bindEvidence(isBound: boolean): StepEvidence {
  return {
    evidence: `bound=${isBound}`,
    told: { code: isBound ? 'bound' : 'not-bound', params: {} },
  };
}

/** The text is untranslated, as it came over the wire. */
function told({ activated, bootTime, address }: Seen): StepEvidence {
  const tri = activated === null ? 'unknown' : activated ? 'yes' : 'no';
  return {
    evidence: `Activated=${activated ?? '?'}, BootTime=${bootTime ?? '?'}, ${address ?? '?'}`,
    told: { code: 'state', params: { activated: tri, bootTime, address } },
  };
}

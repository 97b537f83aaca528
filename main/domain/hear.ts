import type { DeviceFacts } from '../contract/device.ts';
import {
  currentFacts,
  diffFacts,
  type FactChange,
  mergeExtra,
  mergeFacts,
  newBlock,
} from './facts.ts';
import { type EventDraft, eventsOfChanges } from './history.ts';
import { type Claim, serialKeyOf } from './identity.ts';
import { maxNicsPerDevice, maxViaPerDevice, offlineAfterMs, roundGapMs } from './limits.ts';
import { deadlinesOf } from './presence.ts';
import type { DeviceRecord, Nic, SourceBlock } from './record.ts';
import { isResetSeen, voidByReset } from './reset-facts.ts';
import { judgeBoot } from './restart.ts';
import type { Entry } from './roster.ts';
import type { Sighting } from './sighting.ts';

export interface Heard {
  readonly changes: readonly FactChange[];
  readonly events: readonly EventDraft[];
}

const nothing: readonly FactChange[] = [];

/** Lays a sighting over a known or just made entry: identity, facts, ways, times, presence. */
export function hear(entry: Entry, sighting: Sighting, claim: Claim): Heard {
  const { record } = entry;
  const { lastSeenAt } = record;
  const before = record.revision;
  const nic = hearNic(record, claim, sighting.at);
  learnSerial(record, claim);
  // A second network interface answers too: it proves presence, but its addresses are not the ones
  // the device is listed with while the main interface is heard.
  const changes = nic === 'other' ? nothing : learnFacts(entry, sighting, claim);
  const events: EventDraft[] = [];
  const isBack = noteTimes(entry, sighting, lastSeenAt);
  if (isBack) events.push({ kind: 'online', params: silence(sighting.at, lastSeenAt) });
  if (checkBoot(entry, sighting.at, lastSeenAt)) {
    record.restartedAt = sighting.at;
    events.push({ kind: 'restarted', params: { bootTime: record.boot?.bootTime ?? null } });
  }
  events.push(...eventsOfChanges(changes));
  if (changes.length > 0 && record.revision === before) record.revision += 1;
  return { changes, events };
}

function silence(at: number, lastSeenAt: number | null): EventDraft['params'] {
  return lastSeenAt === null ? {} : { silentMs: Math.max(0, at - lastSeenAt) };
}

function learnSerial(record: DeviceRecord, claim: Claim): void {
  if (claim.serial === null || claim.serial === record.serial) return;
  if (claim.serialKey === serialKeyOf(record.serial)) return;
  // The fuller spelling is kept: the other one is its tail.
  if (record.serial !== null && record.serial.length >= claim.serial.length) return;
  record.serial = claim.serial;
  record.address = null;
  record.revision += 1;
}

/** Notes the interface and tells whether it is the main one. A silent main one gives way. */
function hearNic(record: DeviceRecord, claim: Claim, at: number): 'main' | 'other' {
  const { nics } = record;
  const { mac, address } = claim;
  if (mac === null) return 'main';
  let nic = nics.find((known) => known.mac === mac);
  if (nic === undefined) {
    nic = { mac, address, firstAt: at, lastAt: at };
    if (nics.length >= maxNicsPerDevice) dropOldestNic(nics);
    nics.push(nic);
    record.address = null;
    record.sharedMac = null;
    record.revision += 1;
  }
  if (address !== null && nic.address !== address) {
    nic.address = address;
    record.revision += 1;
  }
  nic.lastAt = at;
  const [main] = nics;
  if (main === undefined || main === nic) return 'main';
  if (at - main.lastAt <= offlineAfterMs) return 'other';
  nics.splice(nics.indexOf(nic), 1);
  nics.unshift(nic);
  record.revision += 1;
  return 'main';
}

function dropOldestNic(nics: Nic[]): void {
  const [, ...others] = nics;
  const oldest = Math.min(...others.map((nic) => nic.lastAt));
  nics.splice(
    nics.findIndex((nic, index) => index > 0 && nic.lastAt === oldest),
    1,
  );
}

function learnFacts(entry: Entry, sighting: Sighting, claim: Claim): readonly FactChange[] {
  const { record } = entry;
  const { source, at, adapter } = sighting;
  let block = record.sources[source];
  if (block === undefined) {
    block = newBlock(at, adapter);
    record.sources[source] = block;
    record.revision += 1;
  }
  const direct = mergeFacts(block, factsToLearn(block, sighting, claim), { at, adapter });
  learnRest(record, block, sighting);
  const isOnly = Object.keys(record.sources).length === 1;
  const current = isOnly ? block.facts : currentFacts(record.sources);
  const changes = isOnly ? direct : diffFacts(entry.current, current);
  entry.current = current;
  if (isResetSeen(changes)) voidByReset(entry, sighting.facts);
  return changes;
}

/**
 * The address an answer came from stands in for the one the device did not tell. A MAC that does not
 * identify (zero, or shared by several addresses) is not a fact about the device.
 */
function factsToLearn(block: SourceBlock, sighting: Sighting, claim: Claim): Partial<DeviceFacts> {
  const { facts, source } = sighting;
  const isMacDropped = claim.mac === null && (facts.mac ?? '') !== '';
  const isAddressMissing = (facts.ipv4Address ?? '') === '';
  const isKnownBySadp = source === 'sadp' && block.facts.ipv4Address !== undefined;
  const standIn = isAddressMissing && !isKnownBySadp ? claim.address : null;
  if (!isMacDropped && standIn === null) return facts;
  return {
    ...facts,
    ...(isMacDropped ? { mac: null } : {}),
    ...(standIn === null ? {} : { ipv4Address: standIn }),
  };
}

function learnRest(record: DeviceRecord, block: SourceBlock, sighting: Sighting): void {
  const { extra, vendor, generation } = sighting;
  let isChanged = extra !== undefined && extra.size > 0 && mergeExtra(block, extra);
  if (vendor !== undefined && vendor !== 'unknown' && vendor !== block.vendor) {
    block.vendor = vendor;
    isChanged = true;
  }
  if (generation !== undefined && generation !== record.generation) {
    record.generation = generation;
    isChanged = true;
  }
  if (isChanged) record.revision += 1;
}

/** Way, times, presence. Returns whether a device that was offline is back. */
function noteTimes(entry: Entry, sighting: Sighting, lastSeenAt: number | null): boolean {
  const { record } = entry;
  const { at, source } = sighting;
  noteVia(record, sighting);
  if (source === 'book') {
    confirm(record);
    return false;
  }
  const firstSeenAt = record.firstSeenAt ?? at;
  if (!record.isConfirmed && at - firstSeenAt >= roundGapMs) confirm(record);
  record.firstSeenAt = Math.min(firstSeenAt, at);
  record.lastSeenAt = at;
  const wasOffline = entry.presence === 'offline' && isLongAgo(at, lastSeenAt);
  const isFirstTime = entry.presence === 'never' && record.sources.book !== undefined;
  entry.presence = 'online';
  Object.assign(entry, deadlinesOf(record));
  return wasOffline || isFirstTime;
}

/** A clock that was set back counts as long ago: the event is rather told twice than not. */
function isLongAgo(at: number, lastSeenAt: number | null): boolean {
  return lastSeenAt === null || at < lastSeenAt || at - lastSeenAt >= offlineAfterMs;
}

function confirm(record: DeviceRecord): void {
  if (record.isConfirmed) return;
  record.isConfirmed = true;
  record.revision += 1;
}

function noteVia(record: DeviceRecord, sighting: Sighting): void {
  const { source, adapter, at } = sighting;
  const via = record.via.find((one) => one.source === source && one.adapter === adapter);
  if (via !== undefined) {
    via.lastAt = at;
    via.count += 1;
    return;
  }
  record.via.push({ source, adapter, firstAt: at, lastAt: at, count: 1 });
  record.revision += 1;
  if (record.via.length <= maxViaPerDevice) return;
  record.via.sort((a, b) => b.lastAt - a.lastAt).pop();
}

/** Keeps the boot mark; returns whether the device restarted since its last answer. */
function checkBoot(entry: Entry, at: number, lastSeenAt: number | null): boolean {
  const { record } = entry;
  const told = entry.current.bootTime;
  const mark = record.boot;
  if (told === undefined || told === mark?.bootTime) return false;
  if (mark === null || lastSeenAt === null) {
    record.boot = { bootTime: told, since: at };
    return false;
  }
  const verdict = judgeBoot(mark, told, { at, lastSeenAt });
  record.boot = { bootTime: told, since: verdict === 'drift' ? mark.since : at };
  return verdict === 'restart';
}

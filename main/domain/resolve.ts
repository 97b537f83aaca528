import type { Vendor } from '../contract/device.ts';
import { type Claim, isSameSerial, serialKeyOf } from './identity.ts';
import { sameVisitMs, staleAfterMs } from './limits.ts';
import type { DeviceRecord } from './record.ts';
import { addressOf, type Entry, type Roster } from './roster.ts';
import type { SharedMacs } from './shared-macs.ts';
import type { Sighting } from './sighting.ts';

export interface Places {
  readonly roster: Roster;
  readonly sharedMacs: SharedMacs;
}

/**
 * Whose sighting it is. `absorb` is a record that turned out to be the same device; `claim` is what of
 * the sighting's identity may be believed.
 */
export type Resolution =
  | {
      readonly kind: 'known';
      readonly entry: Entry;
      readonly absorb: Entry | null;
      readonly claim: Claim;
    }
  | { readonly kind: 'new'; readonly claim: Claim }
  | { readonly kind: 'unclear' };

const unclear: Resolution = { kind: 'unclear' };

function known(claim: Claim, entry: Entry, absorb: Entry | null = null): Resolution {
  return { kind: 'known', entry, absorb: absorb === entry ? null : absorb, claim };
}

function fresh(claim: Claim): Resolution {
  return { kind: 'new', claim };
}

/** Decides by serial, then MAC, then address. The rules are told in rules.md. */
export function resolve(where: Places, sighting: Sighting, claim: Claim): Resolution {
  const { roster } = where;
  if (claim.serialKey !== null) return bySerial(roster, claim, claim.serialKey);
  if (claim.mac === null) return byAddress(roster, sighting, claim);
  if (!isShared(where, sighting, claim)) {
    const entry = byMac(roster, claim);
    if (entry === null) return fresh(claim);
    if (!isElsewhere(entry, sighting, claim)) return known(claim, entry);
  }
  // The MAC answers for several addresses, so the hit counts for the address only.
  return byAddress(roster, sighting, { ...claim, mac: null, sharedMac: claim.mac });
}

/** A sweep's MAC comes from the ARP table, where a router may stand for others. */
function isShared(where: Places, sighting: Sighting, claim: Claim): boolean {
  if (sighting.source !== 'sweep' || claim.mac === null || claim.address === null) return false;
  if (where.sharedMacs.has(claim.mac)) return true;
  return where.roster.provisional.get(claim.address)?.record.sharedMac === claim.mac;
}

function bySerial(roster: Roster, claim: Claim, key: string): Resolution {
  const holders = roster.withMac(claim.mac);
  const anonymous = holders.find((entry) => entry.record.serial === null) ?? null;
  const exact = roster.bySerial.get(key);
  if (exact !== undefined) return known(claim, exact, anonymous);
  const sameTail = holders.find(
    ({ keys }) => keys.serial !== null && isSameSerial(keys.serial, key),
  );
  const entry = sameTail ?? anonymous;
  // A MAC whose holder has another full serial: a swapped board or an impostor, never the same device.
  return entry === null ? fresh(claim) : known(claim, entry, anonymous);
}

/** Several devices with one MAC: the one at the address, else the one heard last. */
function byMac(roster: Roster, claim: Claim): Entry | null {
  let best: Entry | null = null;
  for (const entry of roster.withMac(claim.mac)) {
    if (best === null || rank(entry, claim) > rank(best, claim)) best = entry;
  }
  return best;
}

function rank(entry: Entry, claim: Claim): number {
  const isThere = claim.address !== null && addressOf(entry) === claim.address;
  return isThere ? Infinity : (entry.record.lastSeenAt ?? 0);
}

/** Whether the MAC's holder was heard at another address just now. */
function isElsewhere(entry: Entry, sighting: Sighting, claim: Claim): boolean {
  if (sighting.source !== 'sweep' || claim.address === null) return false;
  const nic = entry.record.nics.find((one) => one.mac === claim.mac);
  if (nic === undefined || nic.address === null || nic.address === claim.address) return false;
  return sighting.at - nic.lastAt <= staleAfterMs;
}

function byAddress(roster: Roster, sighting: Sighting, claim: Claim): Resolution {
  const { address } = claim;
  if (address === null) return unclear;
  const waiting = roster.provisional.get(address);
  const owner = onlyClaimant(roster, address);
  if (owner === 'several') return waiting === undefined ? unclear : known(claim, waiting);
  if (owner !== null && !contradicts(owner, sighting.vendor, sighting.facts.model)) {
    return known(claim, owner);
  }
  return waiting === undefined ? fresh(claim) : known(claim, waiting);
}

/** An already loaded record of the same device. */
export function findTwin(roster: Roster, record: Readonly<DeviceRecord>): Entry | null {
  const serial = serialKeyOf(record.serial);
  if (serial !== null) return roster.bySerial.get(serial) ?? null;
  const mac = record.nics[0]?.mac ?? null;
  if (mac !== null) {
    return roster.withMac(mac).find((entry) => entry.record.serial === null) ?? null;
  }
  return roster.provisional.get(record.address ?? '') ?? null;
}

export function onlyClaimant(roster: Roster, address: string): Entry | 'several' | null {
  const group = roster.group(address);
  if (group === undefined || group.claims === 0) return null;
  if (group.claims > 1) return 'several';
  return [...group.members].find((entry) => entry.keys.isClaiming) ?? null;
}

/**
 * Whether the record known by its address only is the device now seen there: heard within one visit
 * and not plainly something else.
 */
export function mayUnite(waiting: Entry, owner: Entry): boolean {
  const apart = (owner.record.lastSeenAt ?? 0) - (waiting.record.lastSeenAt ?? 0);
  const vendor = waiting.record.sources.sweep?.vendor ?? null;
  return (
    Math.abs(apart) <= sameVisitMs && !contradicts(owner, vendor, waiting.current.model ?? null)
  );
}

function contradicts(
  owner: Entry,
  vendor: Vendor | null | undefined,
  model: string | null | undefined,
): boolean {
  if (vendor === 'other' && owner.record.sources.sadp !== undefined) return true;
  const ours = owner.current.model?.toUpperCase();
  const theirs = (model ?? '').toUpperCase();
  return ours !== undefined && theirs !== '' && ours !== theirs;
}

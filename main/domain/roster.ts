import type { DeviceId, DeviceRow, Presence } from '../contract/device.ts';
import { addressKeyOf, macKeyOf, serialKeyOf } from './identity.ts';
import type { DeviceRecord, KnownFacts } from './record.ts';

/** A record with what is derived from it. */
export interface Entry {
  readonly id: DeviceId;
  readonly record: DeviceRecord;
  current: KnownFacts;
  presence: Presence;
  staleAt: number;
  offlineAt: number;
  /** The address a TCP check could not reach; it stops counting when the device moves. */
  unreachableAt: string | null;
  /** Password tries left and until when it refuses all, as far as it is known. */
  lock: EntryLock;
  /** What other parts know of it, for its row. */
  overlay: RowOverlay;
  /** Under which keys the roster has it; kept here so that they can be taken out again. */
  readonly keys: EntryKeys;
}

export interface EntryLock {
  readonly attemptsLeft: number | null;
  readonly lockedUntil: number | null;
}

export type RowOverlay = Pick<DeviceRow, 'login' | 'health' | 'openCase'>;

const noOverlay: RowOverlay = { login: null, health: null, openCase: null };

export const noLock: EntryLock = { attemptsLeft: null, lockedUntil: null };

interface EntryKeys {
  /** The record's own spelling, to see cheaply that it is still the same. */
  told: string | null;
  serial: string | null;
  macs: readonly string[];
  address: string | null;
  provisional: string | null;
  isClaiming: boolean;
}

/** Devices at one address. `claims` counts those that are there now and are known by more than it. */
export interface AddressGroup {
  readonly members: Set<Entry>;
  claims: number;
}

const noMacs: readonly string[] = [];

export function newEntry(record: DeviceRecord, current: KnownFacts): Entry {
  return {
    id: record.id,
    record,
    current,
    presence: record.lastSeenAt === null ? 'never' : 'offline',
    staleAt: Infinity,
    offlineAt: Infinity,
    unreachableAt: null,
    lock: noLock,
    overlay: noOverlay,
    keys: {
      told: null,
      serial: null,
      macs: noMacs,
      address: null,
      provisional: null,
      isClaiming: false,
    },
  };
}

export function addressOf(entry: Entry): string | null {
  const told = entry.current.ipv4Address;
  if (told !== undefined && told === entry.keys.address) return told;
  return addressKeyOf(told) ?? entry.record.address;
}

/** Known by neither serial nor MAC. */
export function isProvisional(record: Readonly<DeviceRecord>): boolean {
  return record.serial === null && record.nics.length === 0;
}

/** All records, and the ways to find one. */
export class Roster {
  readonly entries = new Map<DeviceId, Entry>();
  readonly bySerial = new Map<string, Entry>();
  readonly provisional = new Map<string, Entry>();
  /** Addresses whose number of claims changed; their members show another `sameAddress` now. */
  readonly changedAddresses = new Set<string>();
  readonly #byMac = new Map<string, Entry[]>();
  readonly #groups = new Map<string, AddressGroup>();

  get size(): number {
    return this.entries.size;
  }

  withMac(mac: string | null): readonly Entry[] {
    return (mac === null ? undefined : this.#byMac.get(mac)) ?? [];
  }

  group(address: string | null): AddressGroup | undefined {
    return address === null ? undefined : this.#groups.get(address);
  }

  add(entry: Entry): void {
    this.entries.set(entry.id, entry);
    this.reindex(entry);
  }

  delete(entry: Entry): void {
    this.entries.delete(entry.id);
    this.#dropSerial(entry);
    for (const mac of entry.keys.macs) this.#dropMac(mac, entry);
    this.#setProvisional(entry, null);
    this.#setAddress(entry, null, false);
  }

  /** Brings the indexes up to the record; cheap when nothing moved. */
  reindex(entry: Entry): void {
    const { record, keys } = entry;
    if (record.serial !== keys.told) this.#setSerial(entry);
    if (!hasSameMacs(entry)) this.#setMacs(entry);
    const address = addressOf(entry);
    const isKnown = !isProvisional(record);
    this.#setProvisional(entry, isKnown ? null : address);
    const isThere = entry.presence === 'online' || entry.presence === 'stale';
    this.#setAddress(entry, address, isKnown && isThere);
  }

  #setSerial(entry: Entry): void {
    this.#dropSerial(entry);
    entry.keys.told = entry.record.serial;
    entry.keys.serial = serialKeyOf(entry.record.serial);
    if (entry.keys.serial !== null) this.bySerial.set(entry.keys.serial, entry);
  }

  #dropSerial(entry: Entry): void {
    const { serial } = entry.keys;
    if (serial !== null && this.bySerial.get(serial) === entry) this.bySerial.delete(serial);
  }

  #setMacs(entry: Entry): void {
    for (const mac of entry.keys.macs) this.#dropMac(mac, entry);
    entry.keys.macs = entry.record.nics
      .map((nic) => macKeyOf(nic.mac))
      .filter((mac) => mac !== null);
    for (const mac of entry.keys.macs) {
      const others = this.#byMac.get(mac);
      if (others === undefined) this.#byMac.set(mac, [entry]);
      else if (!others.includes(entry)) others.push(entry);
    }
  }

  #dropMac(mac: string, entry: Entry): void {
    const rest = this.withMac(mac).filter((other) => other !== entry);
    if (rest.length === 0) this.#byMac.delete(mac);
    else this.#byMac.set(mac, rest);
  }

  #setProvisional(entry: Entry, address: string | null): void {
    const { keys } = entry;
    if (keys.provisional === address) return;
    if (keys.provisional !== null && this.provisional.get(keys.provisional) === entry) {
      this.provisional.delete(keys.provisional);
    }
    keys.provisional = address;
    if (address !== null) this.provisional.set(address, entry);
  }

  #setAddress(entry: Entry, address: string | null, isClaiming: boolean): void {
    const { keys } = entry;
    if (keys.address === address && keys.isClaiming === isClaiming) return;
    this.#leave(entry);
    keys.address = address;
    keys.isClaiming = isClaiming && address !== null;
    if (address === null) return;
    let group = this.#groups.get(address);
    if (group === undefined) {
      group = { members: new Set(), claims: 0 };
      this.#groups.set(address, group);
    }
    group.members.add(entry);
    if (keys.isClaiming) this.#count(address, group, 1);
  }

  #leave(entry: Entry): void {
    const { address, isClaiming } = entry.keys;
    const group = this.group(address);
    if (address === null || group === undefined) return;
    group.members.delete(entry);
    if (isClaiming) this.#count(address, group, -1);
    if (group.members.size === 0) this.#groups.delete(address);
  }

  #count(address: string, group: AddressGroup, step: 1 | -1): void {
    const before = group.claims;
    group.claims += step;
    if (before > 1 || group.claims > 1) this.changedAddresses.add(address);
  }
}

function hasSameMacs(entry: Entry): boolean {
  const { nics } = entry.record;
  const { macs } = entry.keys;
  if (nics.length !== macs.length) return false;
  for (let index = 0; index < macs.length; index += 1) {
    if (nics[index]?.mac !== macs[index]) return false;
  }
  return true;
}

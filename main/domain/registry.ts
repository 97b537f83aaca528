import type { BookEntry } from '../contract/book.ts';
import type { DeviceId, FactKey } from '../contract/device.ts';
import { type ByHand, booking, editing, followAddress, removing } from './by-hand.ts';
import { currentFacts } from './facts.ts';
import { hear } from './hear.ts';
import type { EventKind, EventParams, PendingEvent } from './history.ts';
import { type Claim, claimOf } from './identity.ts';
import { defaultLimits, sameVisitMs } from './limits.ts';
import { endLock, showLock } from './lock.ts';
import { newRecord } from './new-record.ts';
import type {
  Dirty,
  EditPatch,
  LocalSubnet,
  RegistryOptions,
  RegistryStats,
  SeeOutcome,
} from './outcome.ts';
import { showOverlay } from './overlay.ts';
import { deadlinesOf, forgiveDeafTime, presenceAt } from './presence.ts';
import { Probation } from './probation.ts';
import type { DeviceRecord } from './record.ts';
import { RegistryReader } from './registry-reader.ts';
import { voidByReset } from './reset-facts.ts';
import { findTwin, mayUnite, onlyClaimant, resolve } from './resolve.ts';
import {
  addressOf,
  type Entry,
  type EntryLock,
  isProvisional,
  newEntry,
  Roster,
  type RowOverlay,
} from './roster.ts';
import { SharedMacs } from './shared-macs.ts';
import type { Sighting } from './sighting.ts';
import { forgetMac, uniteRecords } from './unite.ts';

const noChange: readonly FactKey[] = [];
const nobody: Claim = { serial: null, serialKey: null, mac: null, sharedMac: null, address: null };

/** Every device ever seen, in memory. Holds no clock and does no I/O. */
export class Registry extends RegistryReader {
  readonly #roster: Roster;
  readonly #sharedMacs = new SharedMacs();
  readonly #probation: Probation;
  readonly #newId: () => string;
  readonly #maxPendingEvents: number;
  #dirty = new Set<Entry>();
  #removed: DeviceId[] = [];
  #events: PendingEvent[] = [];
  #tickedAt: number | null = null;

  constructor(options: RegistryOptions) {
    const roster = new Roster();
    super(roster);
    this.#roster = roster;
    const limits = { ...defaultLimits, ...options.limits };
    this.#newId = options.newId;
    this.#probation = new Probation(limits);
    this.#maxPendingEvents = limits.maxDevices * 4;
  }

  /**
   * Takes stored records over, without events. They count as offline until a tick or an answer. Two
   * records of one device (two processes met it at the same time) become one.
   */
  load(records: Iterable<DeviceRecord>): void {
    for (const record of records) {
      const twin = findTwin(this.#roster, record);
      if (twin === null) this.#loadOne(record);
      else {
        uniteRecords(twin.record, record);
        twin.current = currentFacts(twin.record.sources);
        Object.assign(twin, deadlinesOf(twin.record));
        this.#settle(twin);
      }
    }
  }

  #loadOne(record: DeviceRecord): void {
    const entry = newEntry(record, currentFacts(record.sources));
    Object.assign(entry, deadlinesOf(record));
    if (!record.isConfirmed) this.#probation.addLoaded(entry);
    this.#roster.add(entry);
  }

  /** Takes in one answer. `siteId` is the site in use, that is where the laptop stands. */
  see(sighting: Sighting, siteId: string): SeeOutcome {
    const places = { roster: this.#roster, sharedMacs: this.#sharedMacs };
    const resolution = resolve(places, sighting, claimOf(sighting));
    if (resolution.kind === 'unclear') return { kind: 'refused', why: 'no-identity' };
    const { claim } = resolution;
    if (claim.sharedMac !== null) this.#noteShared(claim.sharedMac, claim.address ?? '');
    if (resolution.kind === 'new') {
      const entry = this.#admit(sighting, claim, siteId);
      if (entry === null) return { kind: 'refused', why: 'flood' };
      return this.#hear(entry, sighting, siteId, claim);
    }
    const { entry, absorb } = resolution;
    if (absorb !== null) this.#unite(entry, absorb, sighting.at);
    return this.#hear(entry, sighting, siteId, claim);
  }

  /** Lets time pass: online, stale, offline. Call it every 1 to 15 s. */
  tick(now: number): void {
    const last = this.#tickedAt;
    this.#tickedAt = now;
    this.#probation.tick(now);
    for (const entry of this.#roster.entries.values()) {
      if (last !== null) forgiveDeafTime(entry, last, now);
      if (endLock(entry, now)) this.#dirty.add(entry);
      const presence = presenceAt(entry, now);
      if (presence === entry.presence) continue;
      entry.presence = presence;
      // The first tick after a start only says how old the stored sightings are.
      if (presence === 'offline' && last !== null) this.#tell(entry, 'offline', now, {});
      this.#settle(entry);
    }
  }

  /** The laptop's own subnets, for the flag `other-subnet`. */
  setLocalAddresses(subnets: readonly LocalSubnet[]): void {
    if (!this.noteSubnets(subnets)) return;
    for (const entry of this.#roster.entries.values()) this.#dirty.add(entry);
  }

  /** What a TCP check of an address found, for the flag `unreachable`. */
  setReachable(address: string, isReachable: boolean): void {
    for (const entry of this.#roster.group(address)?.members ?? []) {
      const unreachableAt = isReachable ? null : address;
      if (entry.unreachableAt === unreachableAt) continue;
      entry.unreachableAt = unreachableAt;
      this.#dirty.add(entry);
    }
  }

  /** Tries left and lock, for the row; the lock goes by itself when its time is over. */
  setLock(id: DeviceId, lock: EntryLock): void {
    const entry = this.#roster.entries.get(id);
    if (entry !== undefined && showLock(entry, lock)) this.#dirty.add(entry);
  }

  /** What vault, health and cases know of a device, for its row. Forgotten with the process. */
  setOverlay(id: DeviceId, patch: Partial<RowOverlay>): void {
    const entry = this.#roster.entries.get(id);
    if (entry !== undefined && showOverlay(entry, patch)) this.#dirty.add(entry);
  }

  /** `false` when there is no such device. */
  edit(id: DeviceId, patch: EditPatch, at: number): boolean {
    return this.#byHand([id], at, editing(patch)).length > 0;
  }

  /** Takes devices off the list, not out of memory. Returns those that were on it. */
  remove(ids: Iterable<DeviceId>, at: number): readonly DeviceId[] {
    return this.#byHand(ids, at, removing(at, true));
  }

  restore(ids: Iterable<DeviceId>, at: number): readonly DeviceId[] {
    return this.#byHand(ids, at, removing(at, false));
  }

  /** A device of which nothing is known but that somebody entered it: nobody else is met in it. */
  add(siteId: string, at: number): DeviceId {
    const record = newRecord(this.#newId(), nobody, siteId, at);
    record.isConfirmed = true;
    const entry = newEntry(record, {});
    this.#roster.add(entry);
    this.#dirty.add(entry);
    return entry.id;
  }

  /** Its entry in the device book. `false` when there is no such device, or nothing changed. */
  setBook(id: DeviceId, book: BookEntry | null, at: number): boolean {
    return this.#byHand([id], at, booking(book)).length > 0;
  }

  /** What a device told over its book entry. Whether it is another known device is asked before this. */
  learn(id: DeviceId, sighting: Sighting): void {
    const entry = this.#roster.entries.get(id);
    if (entry !== undefined) this.#hear(entry, sighting, entry.record.siteId, claimOf(sighting));
  }

  /** A person said that `from` is the device `into`, which then stands where `from` was entered. */
  merge(from: DeviceId, into: DeviceId, at: number): boolean {
    const [gone, kept] = [from, into].map((id) => this.#roster.entries.get(id));
    if (gone === undefined || kept === undefined || gone === kept) return false;
    const { siteId } = gone.record;
    this.#unite(kept, gone, at);
    if (kept.record.siteId !== siteId) this.#move(kept, siteId, at);
    this.#touchByOperator(kept, at);
    return true;
  }

  /** What an import made of records that the store has already: new ones, and known ones with more in them. */
  adopt(records: Iterable<DeviceRecord>): void {
    for (const record of records) {
      const entry = this.#roster.entries.get(record.id);
      if (entry === undefined) this.#loadOne(record);
      else {
        Object.assign(entry.record, record);
        entry.current = currentFacts(record.sources);
        Object.assign(entry, deadlinesOf(entry.record));
      }
      const adopted = entry ?? this.#roster.entries.get(record.id);
      if (adopted !== undefined) this.#settle(adopted);
    }
  }

  /** A reset was proven or told, which the next answers need not show. */
  noteReset(id: DeviceId): void {
    const entry = this.#roster.entries.get(id);
    if (entry !== undefined && voidByReset(entry)) this.#settle(entry);
  }

  /** By hand; otherwise a device follows the site it is heard at. */
  moveSite(ids: Iterable<DeviceId>, siteId: string, at: number): readonly DeviceId[] {
    return this.#each(ids, (entry) => {
      if (entry.record.siteId === siteId) return false;
      this.#move(entry, siteId, at);
      return true;
    });
  }

  /** Changes since the last call, neighbours in a conflict group included. */
  takeDirty(): Dirty {
    for (const address of this.#roster.changedAddresses) {
      for (const entry of this.#roster.group(address)?.members ?? []) this.#dirty.add(entry);
    }
    this.#roster.changedAddresses.clear();
    const { entries } = this.#roster;
    const ids = [...this.#dirty].map((entry) => entry.id).filter((id) => entries.has(id));
    const taken = { ids, removed: this.#removed, events: this.#livingEvents() };
    this.#dirty = new Set();
    this.#removed = [];
    this.#events = [];
    return taken;
  }

  stats(): RegistryStats {
    return {
      devices: this.#roster.size,
      unconfirmed: this.#probation.size,
      flood: this.#probation.report(),
    };
  }

  #admit(sighting: Sighting, claim: Claim, siteId: string): Entry | null {
    const { at, adapter } = sighting;
    const sender = sighting.fromAddress ?? '';
    const key = claim.serialKey ?? claim.mac ?? claim.address ?? '';
    const isByHand = sighting.source === 'book';
    const admission = isByHand
      ? ({ kind: 'in', isReturning: true } as const)
      : this.#probation.admit({ key, sender, adapter, at, total: this.#roster.size });
    if (admission.kind === 'refuse') return null;
    if (admission.kind === 'swap') this.#drop(admission.victim);
    const record = newRecord(this.#newId(), claim, siteId, at);
    record.isConfirmed = admission.isReturning;
    const entry = newEntry(record, {});
    if (!record.isConfirmed) this.#probation.add(entry, sender);
    this.#roster.add(entry);
    return entry;
  }

  #hear(entry: Entry, sighting: Sighting, siteId: string, claim: Claim): SeeOutcome {
    const { record } = entry;
    const isNew = record.firstSeenAt === null && record.via.length === 0;
    const silentMs = sighting.at - (record.lastSeenAt ?? -Infinity);
    const { changes, events } = hear(entry, sighting, claim);
    followAddress(record, changes);
    if (isNew) this.#tell(entry, 'found', sighting.at, this.#foundParams(entry, sighting));
    for (const { kind, params } of events) this.#tell(entry, kind, sighting.at, params);
    if (record.isConfirmed) this.#probation.remove(entry);
    if (sighting.source === 'sweep') entry.unreachableAt = null;
    if (sighting.source !== 'book') this.#follow(entry, siteId, sighting.at, silentMs);
    this.#settle(entry);
    this.#uniteAtAddress(entry, sighting.at);
    const keys = changes.length === 0 ? noChange : changes.map((change) => change.key);
    return { kind: 'merged', id: entry.id, isNew, changed: keys };
  }

  #foundParams(entry: Entry, sighting: Sighting): EventParams {
    const { source } = sighting;
    return { source, address: addressOf(entry), model: entry.current.model ?? null };
  }

  /**
   * A device belongs to the site where it is heard. One that the operator took off the list comes back
   * only when it turns up elsewhere on another visit.
   */
  #follow(entry: Entry, siteId: string, at: number, silentMs: number): void {
    const { record } = entry;
    if (record.siteId === siteId) return;
    if (record.removedAt !== null) {
      if (silentMs <= sameVisitMs) return;
      record.removedAt = null;
      record.editedAt = Math.max(at, record.editedAt + 1);
    }
    this.#move(entry, siteId, at);
  }

  #move(entry: Entry, siteId: string, at: number): void {
    const { record } = entry;
    this.#tell(entry, 'moved-site', at, { from: record.siteId, to: siteId });
    record.siteId = siteId;
    record.revision += 1;
    this.#dirty.add(entry);
  }

  /** A record known by address only, when the device seen there is the only one. */
  #uniteAtAddress(entry: Entry, at: number): void {
    if (isProvisional(entry.record)) return;
    const address = addressOf(entry);
    const waiting = address === null ? undefined : this.#roster.provisional.get(address);
    if (waiting === undefined || address === null) return;
    if (onlyClaimant(this.#roster, address) !== entry || !mayUnite(waiting, entry)) return;
    this.#unite(entry, waiting, at);
  }

  #unite(into: Entry, from: Entry, at: number): void {
    const label = from.record.nics[0]?.mac ?? from.record.address;
    this.#drop(from);
    uniteRecords(into.record, from.record);
    into.current = currentFacts(into.record.sources);
    for (const event of this.#events) if (event.deviceId === from.id) event.deviceId = into.id;
    this.#tell(into, 'updated', at, { fields: 'identity', from: label, to: into.record.serial });
    this.#settle(into);
  }

  /** A MAC that answers for others too: a record that a sweep made of it is known by its address only. */
  #noteShared(mac: string, address: string): void {
    if (!this.#sharedMacs.note(mac, address)) return;
    for (const holder of this.#roster.withMac(mac)) {
      if (!forgetMac(holder)) continue;
      this.#settle(holder);
      const owner = onlyClaimant(this.#roster, holder.record.address ?? '');
      if (owner !== null && owner !== 'several' && mayUnite(holder, owner)) {
        this.#unite(owner, holder, owner.record.lastSeenAt ?? 0);
      }
    }
  }

  #drop(entry: Entry): void {
    this.#roster.delete(entry);
    this.#probation.remove(entry);
    this.#dirty.delete(entry);
    this.#removed.push(entry.id);
  }

  #byHand(ids: Iterable<DeviceId>, at: number, change: ByHand): readonly DeviceId[] {
    return this.#each(ids, (entry) => {
      const drafts = change(entry.record);
      if (drafts === null) return false;
      for (const { kind, params } of drafts) this.#tell(entry, kind, at, params);
      this.#touchByOperator(entry, at);
      return true;
    });
  }

  #each(ids: Iterable<DeviceId>, run: (entry: Entry) => boolean): readonly DeviceId[] {
    const done: DeviceId[] = [];
    for (const id of ids) {
      const entry = this.#roster.entries.get(id);
      if (entry !== undefined && run(entry)) done.push(id);
    }
    return done;
  }

  #touchByOperator(entry: Entry, at: number): void {
    const { record } = entry;
    record.isConfirmed = true;
    this.#probation.remove(entry);
    record.editedAt = Math.max(at, record.editedAt + 1);
    record.revision += 1;
    this.#dirty.add(entry);
  }

  #settle(entry: Entry): void {
    this.#roster.reindex(entry);
    this.#dirty.add(entry);
  }

  #tell(entry: Entry, kind: EventKind, at: number, params: EventParams): void {
    this.#events.push({ deviceId: entry.id, at, kind, params });
    if (this.#events.length <= this.#maxPendingEvents) return;
    // Nobody takes them: the newest half has to do.
    this.#events = this.#livingEvents().slice(-this.#maxPendingEvents / 2);
  }

  /** Evicted devices take their events with them: the flood's report stands for them. */
  #livingEvents(): PendingEvent[] {
    return this.#events.filter((event) => this.#roster.entries.has(event.deviceId));
  }
}

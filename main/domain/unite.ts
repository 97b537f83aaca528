import type { BookEntry } from '../contract/book.ts';
import type { SightingSource } from '../contract/device.ts';
import { sourceRank, toldOf } from './facts.ts';
import { maxNicsPerDevice, maxNoteLength, maxViaPerDevice } from './limits.ts';
import type { DeviceRecord, SourceBlock, Told } from './record.ts';
import { addressOf, type Entry } from './roster.ts';

/**
 * Lays `from` into `into`: two records that turned out to be one device. Facts keep their times,
 * nothing that the operator wrote is lost, and the old id is noted so that the store moves its history.
 */
export function uniteRecords(into: DeviceRecord, from: Readonly<DeviceRecord>): void {
  into.formerIds = [...into.formerIds, ...from.formerIds, from.id];
  into.serial ??= from.serial;
  uniteNics(into, from);
  for (const source of sourceRank) uniteSource(into, from, source);
  uniteVia(into, from);
  into.generation ??= from.generation;
  into.createdAt = Math.min(into.createdAt, from.createdAt);
  into.firstSeenAt = least(into.firstSeenAt, from.firstSeenAt);
  into.lastSeenAt = greatest(into.lastSeenAt, from.lastSeenAt);
  into.restartedAt = greatest(into.restartedAt, from.restartedAt);
  into.boot ??= from.boot;
  into.isConfirmed = into.isConfirmed || from.isConfirmed;
  uniteOperatorFields(into, from);
  if (into.serial !== null || into.nics.length > 0) {
    into.address = null;
    into.sharedMac = null;
  }
  into.revision += 1;
}

function least(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b);
}

function greatest(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}

function uniteNics(into: DeviceRecord, from: Readonly<DeviceRecord>): void {
  for (const nic of from.nics) {
    const known = into.nics.find((one) => one.mac === nic.mac);
    if (known === undefined) into.nics.push(nic);
    else known.firstAt = Math.min(known.firstAt, nic.firstAt);
  }
  into.nics.length = Math.min(into.nics.length, maxNicsPerDevice);
}

function uniteVia(into: DeviceRecord, from: Readonly<DeviceRecord>): void {
  for (const via of from.via) {
    const known = into.via.find((one) => one.source === via.source && one.adapter === via.adapter);
    if (known === undefined) into.via.push(via);
    else {
      known.firstAt = Math.min(known.firstAt, via.firstAt);
      known.lastAt = Math.max(known.lastAt, via.lastAt);
      known.count += via.count;
    }
  }
  into.via.sort((a, b) => b.lastAt - a.lastAt);
  into.via.length = Math.min(into.via.length, maxViaPerDevice);
}

function uniteSource(
  into: DeviceRecord,
  from: Readonly<DeviceRecord>,
  source: SightingSource,
): void {
  const theirs = from.sources[source];
  const ours = into.sources[source];
  if (theirs === undefined) return;
  into.sources[source] = ours === undefined ? theirs : uniteBlocks(ours, theirs);
}

/** Key by key the newer word; the block's own time is the newer block's. */
function uniteBlocks(a: SourceBlock, b: SourceBlock): SourceBlock {
  const [older, newer] = a.at <= b.at ? [a, b] : [b, a];
  const earlier: { [key: string]: Told } = {};
  const facts: { [key: string]: unknown } = {};
  for (const block of [older, newer]) {
    for (const [key, value] of Object.entries(block.facts)) {
      const { at, adapter } = toldOf(block, key);
      if (key in facts && (earlier[key]?.at ?? newer.at) > at) continue;
      facts[key] = value;
      if (block === newer && !(key in newer.earlier)) delete earlier[key];
      else earlier[key] = { at, adapter };
    }
  }
  return {
    at: newer.at,
    adapter: newer.adapter,
    facts,
    earlier,
    extra: { ...older.extra, ...newer.extra },
    vendor: newer.vendor ?? older.vendor,
  };
}

function uniteOperatorFields(into: DeviceRecord, from: Readonly<DeviceRecord>): void {
  const names = new Set([into.name, from.name].filter((name) => name !== null));
  const [name = null, otherName] = names;
  const notes = new Set([into.note, from.note].filter((note) => note !== null));
  into.name = name;
  into.note =
    [...notes, ...(otherName === undefined ? [] : [otherName])]
      .join('\n')
      .slice(0, maxNoteLength) || null;
  into.kind ??= from.kind;
  // Shown again unless both were removed: a hidden device is worse than one too many.
  into.removedAt =
    into.removedAt === null || from.removedAt === null
      ? null
      : Math.max(into.removedAt, from.removedAt);
  into.book = laterEntry(into.book, from.book);
  into.editedAt = Math.max(into.editedAt, from.editedAt);
}

/** Of two ways to one device the one that was entered last; a device has one place in the book. */
function laterEntry(a: BookEntry | null, b: BookEntry | null): BookEntry | null {
  if (a === null || b === null) return a ?? b;
  return b.addedAt > a.addedAt ? b : a;
}

/**
 * Turns a record that a sweep made of a shared MAC into one known by its address. Returns whether it
 * did: a record with a serial, or with another source's word, keeps its MAC.
 */
export function forgetMac(entry: Entry): boolean {
  const { record } = entry;
  const { sweep } = record.sources;
  const isSweptOnly = sweep !== undefined && Object.keys(record.sources).length === 1;
  if (record.serial !== null || !isSweptOnly) return false;
  record.address = addressOf(entry);
  record.sharedMac = record.nics[0]?.mac ?? null;
  record.nics = [];
  delete sweep.facts.mac;
  record.revision += 1;
  return true;
}

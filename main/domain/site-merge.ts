import type { BookEntry } from '../contract/book.ts';
import type { SiteConflict } from '../contract/report.ts';
import { currentFacts, toldOf } from './facts.ts';
import { isSameSerial, macKeyOf, serialKeyOf } from './identity.ts';
import type { DeviceRecord, SourceBlock, Via } from './record.ts';
import { uniteRecords } from './unite.ts';

export type FieldDifference = SiteConflict['fields'][number];
export type FieldName = FieldDifference['field'];
type Side = 'mine' | 'theirs';
/** What a person chose, by field; the newer one where nothing is said. */
export type FieldChoices = Readonly<Partial<Record<string, Side>>>;

type Pair = { readonly mine: Readonly<DeviceRecord>; readonly theirs: Readonly<DeviceRecord> };

/** Our record of a device of another laptop: by serial, then by a MAC, last by the id of an earlier import. */
export function matcher(
  records: readonly Readonly<DeviceRecord>[],
): (theirs: Readonly<DeviceRecord>) => Readonly<DeviceRecord> | null {
  const bySerial = new Map<string, Readonly<DeviceRecord>>();
  const byMac = new Map<string, Readonly<DeviceRecord>[]>();
  const byId = new Map<string, Readonly<DeviceRecord>>();
  for (const record of records) {
    const serial = serialKeyOf(record.serial);
    if (serial !== null) bySerial.set(serial, record);
    for (const mac of macsOf(record)) byMac.set(mac, [...(byMac.get(mac) ?? []), record]);
    for (const id of [record.id, ...record.formerIds]) byId.set(id, record);
  }
  return (theirs) => {
    const serial = serialKeyOf(theirs.serial);
    const known = serial === null ? undefined : bySerial.get(serial);
    if (known !== undefined) return known;
    const same = macsOf(theirs)
      .flatMap((mac) => byMac.get(mac) ?? [])
      .find((mine) => mayBeOne(mine, theirs));
    if (same !== undefined) return same;
    const former = byId.get(theirs.id);
    return former !== undefined && mayBeOne(former, theirs) ? former : null;
  };
}

function macsOf(record: Readonly<DeviceRecord>): string[] {
  return record.nics.map(({ mac }) => macKeyOf(mac)).filter((mac) => mac !== null);
}

/** Two whole serials that differ are two devices, whatever else they share. */
function mayBeOne(a: Readonly<DeviceRecord>, b: Readonly<DeviceRecord>): boolean {
  const [one, two] = [serialKeyOf(a.serial), serialKeyOf(b.serial)];
  return one === null || two === null || isSameSerial(one, two);
}

/** Where the two laptops say different things, and which of them was said last. */
export function differencesOf(pair: Pair): FieldDifference[] {
  return [...operatorDifferences(pair), ...addressDifference(pair)];
}

function operatorDifferences({ mine, theirs }: Pair): FieldDifference[] {
  const newer = newerOf(mine.editedAt, theirs.editedAt);
  const texts = [
    ['name', mine.name, theirs.name],
    ['note', mine.note, theirs.note],
    ['kind', mine.kind, theirs.kind],
    ['book', wayOf(mine.book), wayOf(theirs.book)],
  ] as const;
  const differing = texts
    // What only one of them wrote is taken over: nothing is lost by it.
    .filter(([, a, b]) => a !== null && b !== null && a !== b)
    .map(([field, a, b]) => ({ field, mine: a, theirs: b, newer }));
  const removed = [mine, theirs].map(({ removedAt }) => (removedAt === null ? null : 'removed'));
  const [a = null, b = null] = removed;
  // One that was never touched by hand says nothing against the other's word.
  const isTold = a !== b && (a === null ? mine.editedAt : theirs.editedAt) > 0;
  return [
    ...differing,
    ...(isTold ? [{ field: 'removed' as const, mine: a, theirs: b, newer }] : []),
  ];
}

function addressDifference({ mine, theirs }: Pair): FieldDifference[] {
  const [a, b] = [toldAddress(mine), toldAddress(theirs)];
  if (a === null || b === null || a.address === b.address) return [];
  return [{ field: 'address', mine: a.address, theirs: b.address, newer: newerOf(a.at, b.at) }];
}

function toldAddress(
  record: Readonly<DeviceRecord>,
): { readonly address: string; readonly at: number } | null {
  const address = currentFacts(record.sources).ipv4Address;
  if (address === undefined) return null;
  const times = Object.values(record.sources)
    .filter((block) => block.facts.ipv4Address === address)
    .map((block) => toldOf(block, 'ipv4Address').at);
  return { address, at: Math.max(...times) };
}

function newerOf(mine: number, theirs: number): FieldDifference['newer'] {
  if (mine === theirs) return 'unknown';
  return mine > theirs ? 'mine' : 'theirs';
}

/** Without its password, which is in no record. */
function wayOf(book: BookEntry | null): string | null {
  if (book === null) return null;
  const { host, httpPort, isTls, userName } = book;
  return `${isTls ? 'https' : 'http'}://${userName}@${host}:${httpPort}`;
}

/**
 * Both records in one, as it is kept here. The same pair with the same choices gives the same record again,
 * and the two laptops come to the same one whoever imports from whom.
 */
export function mergeRecords({ mine, theirs }: Pair, choices: FieldChoices): DeviceRecord {
  const differences = differencesOf({ mine, theirs });
  const sides = new Map(
    differences.map((one) => [one.field, choices[one.field] ?? usualSide(one)]),
  );
  const merged = copyOf(mine);
  const from = copyOf(theirs);
  dropAddress(
    sides.get('address') === 'mine' ? from : sides.get('address') === 'theirs' ? merged : null,
  );
  const own = operatorFields(mine);
  uniteRecords(merged, { ...from, ...own, via: [], formerIds: [] });
  followNics(merged, from);
  tidyTimes(merged);
  const pick = <T>(field: FieldName, a: T | null, b: T | null): T | null =>
    sides.has(field) ? (sides.get(field) === 'mine' ? a : b) : (a ?? b);
  const isChosen = differences.some(({ field }) => choices[field] === 'mine');
  return Object.assign(merged, {
    formerIds: mine.formerIds,
    boot: laterBoot(mine.boot, theirs.boot),
    via: uniteVia(mine.via, theirs.via),
    name: pick('name', mine.name, theirs.name),
    note: pick('note', mine.note, theirs.note),
    kind: pick('kind', mine.kind, theirs.kind),
    book: sides.has('book')
      ? pick('book', mine.book, theirs.book)
      : sameWay(mine.book, theirs.book),
    removedAt: removedOf({ mine, theirs }, sides.get('removed')),
    // Chosen against the newer one, it must not lose to it again at the next import.
    editedAt:
      Math.max(mine.editedAt, theirs.editedAt) +
      (isChosen && theirs.editedAt >= mine.editedAt ? 1 : 0),
    revision: mine.revision,
  });
}

/** A record is plain JSON. */
function copyOf(record: Readonly<DeviceRecord>): DeviceRecord {
  return JSON.parse(JSON.stringify(record));
}

/** A value told at the time of the whole answer needs no time of its own. */
function tidyTimes({ sources }: DeviceRecord): void {
  for (const block of Object.values(sources)) {
    for (const [key, { at, adapter }] of Object.entries(block.earlier)) {
      if (at === block.at && adapter === block.adapter) {
        delete block.earlier[key as keyof typeof block.earlier];
      }
    }
  }
}

/** Where an interface was last, as whoever saw it last says. */
function followNics(into: DeviceRecord, from: Readonly<DeviceRecord>): void {
  for (const { mac, address, lastAt } of from.nics) {
    const known = into.nics.find((nic) => nic.mac === mac);
    if (known !== undefined && lastAt > known.lastAt) Object.assign(known, { address, lastAt });
  }
}

function laterBoot(a: DeviceRecord['boot'], b: DeviceRecord['boot']): DeviceRecord['boot'] {
  if (a === null || b === null) return a ?? b;
  return b.since > a.since ? b : a;
}

/** Without a choice: the newer; of two that are as old the same one on both laptops. */
function usualSide({ field, mine, theirs, newer }: FieldDifference): Side {
  if (newer !== 'unknown') return newer;
  // A device that is hidden is worse than one too many.
  if (field === 'removed') return mine === null ? 'mine' : 'theirs';
  return (mine ?? '') >= (theirs ?? '') ? 'mine' : 'theirs';
}

function operatorFields({ name, note, kind, removedAt, book, editedAt }: Readonly<DeviceRecord>) {
  return { name, note, kind, removedAt, book, editedAt };
}

function removedOf({ mine, theirs }: Pair, side: Side | undefined): number | null {
  if (side !== undefined) return side === 'mine' ? mine.removedAt : theirs.removedAt;
  const [a, b] = [mine.removedAt, theirs.removedAt];
  if (a !== null && b !== null) return Math.max(a, b);
  // Only one of them was ever touched by hand: its word counts.
  return mine.editedAt > 0 ? a : b;
}

function sameWay(mine: BookEntry | null, theirs: BookEntry | null): BookEntry | null {
  if (mine === null || theirs === null) return mine ?? theirs;
  const [a, b] = [mine.test?.at ?? 0, theirs.test?.at ?? 0];
  if (a !== b) return a > b ? mine : theirs;
  return JSON.stringify(mine) >= JSON.stringify(theirs) ? mine : theirs;
}

/** Of the side that is not taken, so that the other's word stands. */
function dropAddress(record: DeviceRecord | null): void {
  if (record === null) return;
  for (const block of Object.values(record.sources) as SourceBlock[]) {
    delete block.facts.ipv4Address;
    delete block.earlier.ipv4Address;
  }
}

/** Widened, never added up: the same file read twice has been heard once. */
function uniteVia(mine: readonly Via[], theirs: readonly Via[]): Via[] {
  const all = new Map<string, Via>();
  for (const via of [...mine, ...theirs]) {
    const key = `${via.source} ${via.adapter ?? ''}`;
    const known = all.get(key);
    all.set(key, {
      ...via,
      firstAt: Math.min(known?.firstAt ?? via.firstAt, via.firstAt),
      lastAt: Math.max(known?.lastAt ?? via.lastAt, via.lastAt),
      count: Math.max(known?.count ?? 0, via.count),
    });
  }
  return [...all.values()].sort((a, b) => b.lastAt - a.lastAt || compare(a, b));
}

function compare(a: Via, b: Via): number {
  return `${a.source} ${a.adapter}` < `${b.source} ${b.adapter}` ? -1 : 1;
}

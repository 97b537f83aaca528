import type { ImportReport, MergeConflict } from '../contract/credential.ts';
import { type CredentialBook, type Entry, latest, type NewEntry } from './credential-book.ts';
import { isSamePayload, type Payload } from './payload.ts';

/** A time further ahead than this comes from a wrong clock and outranks nobody. */
const clockSlackMs = 10 * 60_000;

type Counts = { -readonly [K in 'added' | 'updated' | 'same']: number };

interface Merge {
  readonly book: CredentialBook;
  readonly now: number;
  readonly counts: Counts;
  readonly conflicts: MergeConflict[];
}

/**
 * Brings entries of another vault in, all or nothing. Whose last-known-good is newer is in use afterwards;
 * the other one is set aside and reported. Nothing is deleted.
 */
export function mergeInto(
  book: CredentialBook,
  incoming: readonly NewEntry[],
  now: number,
): ImportReport {
  const counts: Counts = { added: 0, updated: 0, same: 0 };
  const merge: Merge = { book, now, counts, conflicts: [] };
  const inOrder = (['current', 'pending', 'aside'] as const).flatMap((state) =>
    incoming.filter((entry) => entry.state === state),
  );
  book.change(() => {
    for (const entry of inOrder) mergeOne(merge, entry);
  });
  return { ...counts, conflicts: merge.conflicts };
}

function mergeOne(merge: Merge, told: NewEntry): void {
  const entry = withSaneTimes(told, merge.now);
  const { current, pending, aside } = merge.book.of(entry);
  const known = [current, pending, ...aside].filter((each) => each !== null);
  const place = { current, pending, known, rank: rankOf(told, told.payload, merge.now) };
  if (entry.state === 'aside') keepAside(merge, entry, known);
  else if (entry.state === 'pending') mergePending(merge, entry, place);
  else mergeCurrent(merge, entry, place);
}

interface Ranked {
  readonly rank: Rank;
  readonly current: Entry | null;
  readonly pending: Entry | null;
  /** Every entry of the place: a further copy of one would tell nothing new. */
  readonly known: readonly Entry[];
}

function mergeCurrent(
  merge: Merge,
  entry: NewEntry,
  { current, pending, known, rank }: Ranked,
): void {
  const { book, counts } = merge;
  if (current !== null && isSamePayload(current.payload, entry.payload)) {
    refresh(merge, current, entry);
    return;
  }
  const promoted = isSame(pending, entry.payload) ? pending : null;
  const local = current === null ? null : rankOf(current.row, current.payload, merge.now);
  if (local !== null && !outranks(rank, local)) {
    report(merge, entry, 'local');
    keepAside(merge, entry, known);
    return;
  }
  if (current !== null) {
    report(merge, entry, 'incoming');
    book.setAside(current, book.of(entry).aside);
    counts.updated += 1;
  } else counts.added += 1;
  if (promoted === null) book.insert(entry);
  else book.rewrite(promoted, { state: 'current', provenAt: entry.provenAt });
}

function mergePending(
  merge: Merge,
  entry: NewEntry,
  { current, pending, known, rank }: Ranked,
): void {
  const { book, counts } = merge;
  if (isSame(current, entry.payload) || isSame(pending, entry.payload)) {
    counts.same += 1;
  } else if (pending === null) {
    book.insert(entry);
    counts.added += 1;
  } else if (outranks(rank, rankOf(pending.row, pending.payload, merge.now))) {
    report(merge, entry, 'incoming');
    book.setAside(pending, book.of(entry).aside);
    book.insert(entry);
    counts.updated += 1;
  } else {
    report(merge, entry, 'local');
    keepAside(merge, entry, known);
  }
}

function keepAside({ book, counts }: Merge, entry: NewEntry, known: readonly Entry[]): void {
  if (known.some(({ payload }) => isSamePayload(payload, entry.payload))) {
    counts.same += 1;
    return;
  }
  book.insert({ ...entry, state: 'aside' });
  counts.added += 1;
}

/** The same password on both sides: the longer known and the later proven. */
function refresh({ book, counts }: Merge, current: Entry, entry: NewEntry): void {
  const { row } = current;
  const changedAt = Math.min(row.changedAt, entry.changedAt);
  const provenAt = latest(row.provenAt, entry.provenAt);
  if (changedAt === row.changedAt && provenAt === row.provenAt) {
    counts.same += 1;
    return;
  }
  book.rewrite(current, { changedAt, provenAt });
  counts.updated += 1;
}

function isSame(entry: Entry | null, payload: Payload): boolean {
  return entry !== null && isSamePayload(entry.payload, payload);
}

function report({ conflicts }: Merge, entry: NewEntry, kept: MergeConflict['kept']): void {
  const { scope, subject, state } = entry;
  conflicts.push({ scope, subject, state, kept });
}

interface Rank {
  readonly provenAt: number;
  readonly changedAt: number;
  readonly text: string;
}

/** What a device accepted outranks what only a person said. */
function rankOf(
  times: Pick<NewEntry, 'provenAt' | 'changedAt'>,
  payload: Payload,
  now: number,
): Rank {
  const sane = (at: number | null) => (at === null || at > now + clockSlackMs ? -1 : at);
  const { provenAt, changedAt } = times;
  return { provenAt: sane(provenAt), changedAt: sane(changedAt), text: JSON.stringify(payload) };
}

function outranks(one: Rank, two: Rank): boolean {
  if (one.provenAt !== two.provenAt) return one.provenAt > two.provenAt;
  if (one.changedAt !== two.changedAt) return one.changedAt > two.changedAt;
  // A tie has no right answer; it must only be the same one on both laptops.
  return one.text > two.text;
}

function withSaneTimes(entry: NewEntry, now: number): NewEntry {
  const { createdAt, changedAt, provenAt } = entry;
  return {
    ...entry,
    createdAt: Math.min(createdAt, now),
    changedAt: Math.min(changedAt, now),
    // Kept as a time of ours, a wrong one would win the next merge; the device will prove it again.
    provenAt: provenAt !== null && provenAt > now + clockSlackMs ? null : provenAt,
  };
}

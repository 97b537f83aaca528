import type { BookEntry } from '../contract/book.ts';
import type { FactChange } from './facts.ts';
import type { EventDraft } from './history.ts';
import { maxNoteLength } from './limits.ts';
import type { EditPatch } from './outcome.ts';
import type { DeviceRecord } from './record.ts';

/** What an operator's act does to a record: the events to tell, or `null` when it changes nothing. */
export type ByHand = (record: DeviceRecord) => readonly EventDraft[] | null;

export function editing(patch: EditPatch): ByHand {
  return (record) => {
    const { name, note, kind } = { ...record, ...cleaned(patch) };
    const fields = [
      ...(note === record.note ? [] : ['note']),
      ...(kind === record.kind ? [] : ['kind']),
    ];
    const isRenamed = name !== record.name;
    const renamed = { kind: 'renamed', params: { from: record.name, to: name } } as const;
    const updated = { kind: 'updated', params: { fields: fields.join(' ') } } as const;
    Object.assign(record, { name, note, kind });
    return [...(isRenamed ? [renamed] : []), ...(fields.length > 0 ? [updated] : [])];
  };
}

function cleaned({ name, note, kind }: EditPatch): Partial<DeviceRecord> {
  return {
    ...(name === undefined ? {} : { name: name?.trim() || null }),
    ...(note === undefined ? {} : { note: note?.slice(0, maxNoteLength) || null }),
    ...(kind === undefined ? {} : { kind }),
  };
}

/** Off the list, or back on it; it stays in memory and keeps its place in the book. */
export function removing(at: number, isRemoved: boolean): ByHand {
  return (record) => {
    if ((record.removedAt !== null) === isRemoved) return null;
    record.removedAt = isRemoved ? at : null;
    return [{ kind: isRemoved ? 'removed' : 'restored', params: {} }];
  };
}

/** Into the book, another entry in place of the one there, or out of it. */
export function booking(book: BookEntry | null): ByHand {
  return (record) => {
    if (record.book === book) return null;
    const from = record.book?.host ?? null;
    const to = book?.host ?? null;
    record.book = book;
    return from === to ? [] : [{ kind: 'updated', params: { fields: 'book', from, to } }];
  };
}

/**
 * An entry that was reached at the address the device itself told goes along when the device moves. One
 * with a name, or with an address of its own (another side of a router), stays as a person wrote it, and
 * so does one that may show its password on the wire: SADP answers are signed by nobody.
 */
export function followAddress(record: DeviceRecord, changes: readonly FactChange[]): void {
  const { book } = record;
  if (book === null || book.isBasicAllowed) return;
  const move = changes.find(({ key }) => key === 'ipv4Address');
  if (move === undefined || move.from !== book.host || typeof move.to !== 'string') return;
  record.book = { ...book, host: move.to, test: null };
  record.revision += 1;
}

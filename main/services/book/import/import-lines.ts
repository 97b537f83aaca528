import type { BookEntry } from '../../../contract/book.ts';
import type { DeviceId } from '../../../contract/device.ts';
import type { DeviceRecord } from '../../../domain/record.ts';
import { completeWay, type ToldWay } from '../way.ts';
import type { FileSources, ReadLine } from './read-file.ts';

export interface Imported {
  readonly added: number;
  readonly updated: number;
  readonly skipped: { line: number; why: string }[];
  /** Of the devices that were not in the book before: taking the import back means forgetting these. */
  readonly ids: DeviceId[];
  /** To be kept in the vault. */
  readonly logins: {
    readonly id: DeviceId;
    readonly userName: string;
    readonly password: string;
  }[];
}

/** Writes lines into the book. One with a problem that stops it is left out, and said so. */
export function importLines(
  sources: FileSources & { readonly at: number },
  lines: readonly ReadLine[],
): Imported {
  const result = { added: 0, updated: 0, skipped: [], ids: [], logins: [] } as {
    -readonly [K in keyof Imported]: Imported[K];
  };
  for (const line of lines) {
    const { row, way, password } = line;
    const stop = row.problems.find(({ level }) => level === 'stop');
    if (stop !== undefined || way === null) {
      result.skipped.push({ line: row.line, why: stop?.code ?? 'bad-host' });
      continue;
    }
    const record = line.existing ?? enter(sources, line);
    const entry = entryOf(record, { ...way, userName: row.userName }, sources.at);
    if (record.book === null) {
      result.added += 1;
      result.ids.push(record.id);
    } else result.updated += 1;
    write(sources, { line, record, entry });
    if (password !== null) {
      result.logins.push({ id: record.id, userName: entry.userName, password });
    }
  }
  return result;
}

/** A device nobody has met: what the file says of it is what a person said. */
function enter(
  { registry, siteId, at }: FileSources & { at: number },
  line: ReadLine,
): DeviceRecord {
  const { serial, mac } = line.row;
  let id: DeviceId | null = null;
  if (serial !== null || mac !== null) {
    const facts = { serial, mac, model: line.model };
    const sighting = { source: 'book', adapter: null, at, fromAddress: null, facts } as const;
    const outcome = registry.see(sighting, siteId());
    id = outcome.kind === 'merged' ? outcome.id : null;
  }
  const record = registry.record(id ?? registry.add(siteId(), at));
  if (record === undefined) throw new Error('a device that was just entered is not there');
  return record;
}

function entryOf(
  record: DeviceRecord,
  told: Omit<ToldWay, 'userName'> & { readonly userName: string | null },
  at: number,
): BookEntry {
  const { book } = record;
  const { userName, ...rest } = told;
  const way = completeWay({ ...rest, ...(userName === null ? {} : { userName }) });
  const fresh = { origin: 'imported', addedAt: at, pin: null, isBasicAllowed: false } as const;
  if (book === null) return { ...fresh, ...way, test: null };
  const isSame =
    book.host === way.host && book.httpPort === way.httpPort && book.isTls === way.isTls;
  return { ...book, ...way, test: isSame ? book.test : null };
}

function write(
  { registry, siteId, at }: FileSources & { at: number },
  { line, record, entry }: { line: ReadLine; record: DeviceRecord; entry: BookEntry },
): void {
  const { id } = record;
  registry.setBook(id, entry, at);
  const { name, note } = line.row;
  // An empty cell says nothing; it does not clear what somebody wrote.
  const patch = {
    ...(name === null ? {} : { name }),
    ...(note === null ? {} : { note }),
    ...(line.kind === null ? {} : { kind: line.kind }),
  };
  if (Object.keys(patch).length > 0) registry.edit(id, patch, at);
  registry.restore([id], at);
  registry.moveSite([id], siteId(), at);
}

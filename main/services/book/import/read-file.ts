import type { ImportRow } from '../../../contract/book.ts';
import { shortSerialOf } from '../../../contract/columns.ts';
import type { DeviceId, DeviceKind } from '../../../contract/device.ts';
import { AppError } from '../../../contract/errors.ts';
import { normalizeMac } from '../../../contract/ip.ts';
import { kindOfModel } from '../../../domain/classify.ts';
import { isSameSerial, serialKeyOf } from '../../../domain/identity.ts';
import { maxNoteLength } from '../../../domain/limits.ts';
import type { DeviceRecord } from '../../../domain/record.ts';
import type { Registry } from '../../../domain/registry.ts';
import { deviceRefOf, labelOf } from '../../jobs/values.ts';
import { unguardCell } from '../../lib/guarded-cell.ts';
import { readPort, readTable, readYesNo, type TableLine } from '../../lib/table-file.ts';
import { holderOf, type Known } from '../question.ts';
import { completeWay, parseWay, type ToldWay } from '../way.ts';
import { columnOf, type ImportColumn, isOwnHeader, kindOfWord } from './columns.ts';

/** A line with what is not shown. */
export interface ReadLine {
  readonly row: ImportRow;
  readonly way: ToldWay | null;
  readonly password: string | null;
  /** `null`: none is named, or the model says the same. */
  readonly kind: DeviceKind | null;
  readonly model: string | null;
  readonly existing: DeviceRecord | null;
}

export interface FileSources {
  readonly registry: Registry;
  readonly siteId: () => string;
}

type Problem = ImportRow['problems'][number];
type Line = TableLine<ImportColumn>;

/** More than a site has; a larger file is something else. */
const maxLines = 20_000;
const maxName = 120;
const maxUser = 64;
const maxPassword = 128;

/** @throws AppError `book.bad-file` for what is no table, or names no address */
export function readDeviceFile(sources: FileSources, csv: string) {
  const refuse = (problem: string, line: number) =>
    new AppError('book.bad-file', { problem, line });
  const table = readTable(csv, { columnOf, maxLines, maxCell: maxNoteLength, refuse });
  const { columns, lines, problems, headLine } = table;
  // Our own export says in one column how a device is reached; its addresses are what was heard.
  const isOwn = columns.includes('way');
  if (!isOwn && !columns.includes('host')) throw refuse('missing-column: host', headLine);
  const unknown = table.unknown.filter((header) => !(isOwn && isOwnHeader(header)));
  const byWay = entriesByWay(sources);
  const known = indexOf(sources.registry);
  const rows = lines.map((line) => readLine({ ...sources, byWay, isOwn, known }, line));
  markDoubles(rows);
  return { rows, columns, unknown, problems };
}

interface LineSources extends FileSources {
  readonly byWay: ReadonlyMap<string, DeviceRecord>;
  readonly known: Known;
  readonly isOwn: boolean;
}

/** Looks up at once what the registry would look through its whole list for, line by line. */
function indexOf(registry: Registry): Known {
  const ids = new Map<string, DeviceId[]>();
  for (const { id, serial, nics } of registry.records()) {
    const key = serialKeyOf(serial);
    const serials = key === null ? [] : [key, shortSerialOf(key)];
    for (const name of new Set([...serials, ...nics.map(({ mac }) => mac)])) {
      const before = ids.get(name);
      if (before === undefined) ids.set(name, [id]);
      else before.push(id);
    }
  }
  return {
    record: (id) => registry.record(id),
    find(wanted) {
      const found = ids.get(wanted) ?? [];
      const [id, second] = found;
      if (id === undefined) return { kind: 'none' };
      return second === undefined ? { kind: 'one', id } : { kind: 'many', ids: found };
    },
  };
}

function keyOf(told: ToldWay): string {
  const { host, httpPort } = completeWay(told);
  return `${host.toLowerCase()}:${httpPort}`;
}

function entriesByWay({ registry, siteId }: FileSources): Map<string, DeviceRecord> {
  const here = registry.records().filter((record) => {
    return record.book !== null && record.removedAt === null && record.siteId === siteId();
  });
  return new Map(
    here.flatMap((record) => {
      const { book } = record;
      return book === null ? [] : [[keyOf(book), record] as const];
    }),
  );
}

function readLine(sources: LineSources, line: Line): ReadLine {
  const { cells } = line;
  const problems: Problem[] = [];
  const way = readWay(sources, line, problems);
  const words = readWords(line, way);
  const { serial, mac, password } = words;
  const kind = readKind(sources, cells, problems);
  checkLengths({ ...words, line }, problems);
  const existing = findExisting(sources, { way, serial, mac }, problems);
  const model = sources.isOwn ? (cells.get('model') ?? null) : null;
  const row: ImportRow = {
    line: line.line,
    host: way?.host ?? cells.get('way') ?? cells.get('host') ?? '',
    httpPort: way?.httpPort ?? null,
    isTls: way?.isTls ?? false,
    commandPort: way?.commandPort ?? null,
    ...{ name: words.name, userName: words.userName, serial, mac, kind, note: words.note },
    hasPassword: password !== null,
    existing: existing === null ? null : deviceRefOf(existing),
    problems,
  };
  // What the model says anyway is no operator's choice, and must not outlive a better guess.
  const isGuess = kind !== null && model !== null && kindOfModel({ model }) === kind;
  return { row, way, password, kind: isGuess ? null : kind, model, existing };
}

interface Words {
  readonly name: string | null;
  readonly userName: string | null;
  readonly note: string | null;
  readonly serial: string | null;
  readonly mac: string | null;
  readonly password: string | null;
}

function readWords({ cells, raw }: Line, way: ToldWay | null): Words {
  const serial = cells.get('serial') ?? null;
  return {
    name: exact(raw.get('name'), maxNoteLength).trim() || null,
    userName: way?.userName ?? cells.get('userName') ?? null,
    note: exact(raw.get('note'), maxNoteLength) || null,
    serial: serialKeyOf(serial) === null ? null : serial,
    mac: normalizeMac(cells.get('mac') ?? ''),
    password: exact(raw.get('password'), maxPassword) || null,
  };
}

/** As it was written: blanks inside of a note or a password are part of it. */
function exact(cell: string | undefined, limit: number): string {
  return unguardCell(cell ?? '').slice(0, limit);
}

function readWay({ isOwn }: LineSources, { cells }: Line, problems: Problem[]): ToldWay | null {
  const text = cells.get(isOwn ? 'way' : 'host');
  if (text === undefined) {
    problems.push({ code: 'missing-host', level: 'stop', detail: cells.get('host') ?? '' });
    return null;
  }
  const way = parseWay(text);
  if (way === null) problems.push({ code: 'bad-host', level: 'stop', detail: text.slice(0, 80) });
  // The ports beside it are what the device told, not how it is reached.
  if (way === null || isOwn) return way;
  const isTls = readYesNo(cells.get('tls') ?? '');
  return { ...(isTls === null ? {} : { isTls }), ...readPorts(cells, problems), ...way };
}

function readPorts(
  cells: Line['cells'],
  problems: Problem[],
): Partial<Pick<ToldWay, 'httpPort' | 'commandPort'>> {
  const ports: { httpPort?: number; commandPort?: number } = {};
  for (const column of ['httpPort', 'commandPort'] as const) {
    const port = readPort(cells.get(column));
    if (typeof port === 'number') ports[column] = port;
    else if (port === 'bad') {
      problems.push({ code: 'bad-port', level: 'stop', detail: cells.get(column) ?? '' });
    }
  }
  return ports;
}

function readKind(
  { isOwn }: LineSources,
  cells: Line['cells'],
  problems: Problem[],
): DeviceKind | null {
  const word = cells.get('kind');
  // "Device Type" is a model in our export and a kind in many other programs.
  if (word === undefined) return isOwn ? null : kindOfWord(cells.get('model') ?? '');
  const kind = kindOfWord(word);
  if (kind === null)
    problems.push({ code: 'bad-kind', level: 'caution', detail: word.slice(0, 80) });
  return kind;
}

function checkLengths(
  { name, userName, line }: Words & { readonly line: Line },
  problems: Problem[],
): void {
  const stop = (code: Problem['code'], detail: string) =>
    problems.push({ code, level: 'stop', detail: detail.slice(0, 80) });
  if (name !== null && name.length > maxName) stop('name-too-long', name);
  if (userName !== null && userName.length > maxUser) stop('user-too-long', userName);
  if (line.hasTooMany) stop('too-many-cells', String(line.line));
}

/** The device that the line is about: by serial or MAC, else by the way to it. */
function findExisting(
  { known: devices, byWay }: LineSources,
  told: { way: ToldWay | null; serial: string | null; mac: string | null },
  problems: Problem[],
): DeviceRecord | null {
  const { way, serial, mac } = told;
  const known = holderOf(devices, { serial, mac }, null);
  const there = way === null ? null : (byWay.get(keyOf(way)) ?? null);
  if (there === null) return known;
  const [ours, theirs] = [serialKeyOf(there.serial), serialKeyOf(serial)];
  const isOther = ours !== null && theirs !== null && !isSameSerial(ours, theirs);
  const detail = labelOf(deviceRefOf(there));
  if (isOther || (known !== null && known !== there)) {
    problems.push({ code: 'serial-elsewhere', level: 'stop', detail });
    return known;
  }
  problems.push({ code: 'already-in-book', level: 'caution', detail });
  return there;
}

/** Two lines of one file for one way or one serial: the first counts. */
function markDoubles(lines: readonly ReadLine[]): void {
  const seen = new Map<string, number>();
  for (const { row, way } of lines) {
    const keys = [
      ...(way === null ? [] : [keyOf(way)]),
      ...(row.serial === null ? [] : [`sn:${serialKeyOf(row.serial)}`]),
    ];
    const before = keys.map((key) => seen.get(key)).find((line) => line !== undefined);
    if (before !== undefined) {
      row.problems.push({ code: 'doubled-in-file', level: 'stop', detail: String(before) });
    }
    for (const key of keys) if (!seen.has(key)) seen.set(key, row.line);
  }
}

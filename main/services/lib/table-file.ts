import Papa from 'papaparse';
import type { ColumnId } from '../../contract/columns.ts';
import { locales } from '../../contract/settings.ts';
import { texts } from '../../contract/text/index.ts';

/** One line of a table that a person wrote or exported. */
export interface TableLine<C extends string> {
  /** As a text editor counts, the header line included. */
  readonly line: number;
  /** Trimmed, without the apostrophe that keeps spreadsheets away; empty cells are left out. */
  readonly cells: ReadonlyMap<C, string>;
  /** The same cells as they stand in the file. */
  readonly raw: ReadonlyMap<C, string>;
  /** More cells than the header has: a separator inside of a value. */
  readonly hasTooMany: boolean;
}

export interface TableFile<C extends string> {
  readonly columns: readonly C[];
  /** Headers that mean nothing here, as written. */
  readonly unknown: readonly string[];
  readonly lines: readonly TableLine<C>[];
  /** Broken quotes, `code:line`. */
  readonly problems: string[];
}

export interface TableOptions<C extends string> {
  readonly columnOf: (header: string) => C | null;
  readonly maxLines: number;
  readonly maxCell: number;
  /** What is thrown for a file that is no table: `empty`, `no-rows`, `too-many-rows`. */
  readonly refuse: (problem: string, line: number) => Error;
}

/**
 * Reads comma, semicolon or tab separated text with a header line, with or without byte order mark. Of two
 * columns with one meaning the first counts.
 */
export function readTable<C extends string>(
  csv: string,
  { columnOf, maxLines, maxCell, refuse }: TableOptions<C>,
): TableFile<C> & { readonly headLine: number } {
  const whole = csv.replace(/^\uFEFF/, '');
  // A spreadsheet's own first line, which names the separator and is no header.
  const text = whole.replace(/^sep=.\r?\n/i, '');
  const first = text === whole ? 1 : 2;
  const { data, errors } = Papa.parse<string[]>(text, {
    skipEmptyLines: false,
    delimitersToGuess: [';', ',', '\t'],
  });
  const filled = data
    .map((cells, index) => ({ line: index + first, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const [head, ...body] = filled;
  if (head === undefined) throw refuse('empty', 1);
  if (body.length === 0) throw refuse('no-rows', head.line);
  if (body.length > maxLines) throw refuse('too-many-rows', maxLines + first);
  const { columns, unknown } = readHeader(head.cells, columnOf);
  const lines = body.map(({ line, cells }) => ({
    line,
    ...cellsOf(columns, cells, maxCell),
    hasTooMany: cells.slice(columns.length).some((cell) => cell.trim() !== ''),
  }));
  const problems = errors
    .filter(({ type }) => type === 'Quotes')
    .map(({ code, row }) => `${code}:${(row ?? 0) + first}`);
  const known = columns.filter((column) => column !== null);
  return { columns: known, unknown, lines, problems, headLine: head.line };
}

function readHeader<C extends string>(
  cells: readonly string[],
  columnOf: (header: string) => C | null,
): { columns: (C | null)[]; unknown: string[] } {
  const seen = new Set<C>();
  const unknown: string[] = [];
  const columns = cells.map((cell) => {
    const header = unguarded(cell);
    const column = columnOf(header);
    if (column === null && header !== '') unknown.push(header.slice(0, 80));
    if (column === null || seen.has(column)) return null;
    seen.add(column);
    return column;
  });
  return { columns, unknown };
}

function cellsOf<C extends string>(
  columns: readonly (C | null)[],
  cells: readonly string[],
  maxCell: number,
): { cells: Map<C, string>; raw: Map<C, string> } {
  const known = new Map<C, string>();
  const raw = new Map<C, string>();
  for (const [index, column] of columns.entries()) {
    const told = cells[index] ?? '';
    const cell = unguarded(told).slice(0, maxCell);
    if (column === null || cell === '') continue;
    known.set(column, cell);
    raw.set(column, told);
  }
  return { cells: known, raw };
}

/** A leading apostrophe is how our export keeps spreadsheets from running or rounding a text. */
function unguarded(cell: string): string {
  return cell.trim().replace(/^'/, '').trim();
}

/** Without case, accents and signs: "Dirección IP" and "direccion_ip" are one header. */
export function headerKey(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '');
}

const yesWords = new Set([
  'yes',
  'y',
  'true',
  '1',
  'on',
  'si',
  'x',
  'dhcp',
  'enabled',
  'attivo',
  'activo',
]);
const noWords = new Set([
  'no',
  'n',
  'false',
  'flase',
  '0',
  'off',
  'static',
  'statico',
  'estatico',
  'disabled',
]);

/** `null` for an empty cell or a word that is neither. */
export function readYesNo(cell: string): boolean | null {
  const key = headerKey(cell);
  if (yesWords.has(key)) return true;
  return noWords.has(key) ? false : null;
}

/** 0 is how a device tells that a service is off: nothing to set. */
export function readPort(cell: string | undefined): number | 'bad' | null {
  if (cell === undefined || cell === '0') return null;
  const port = /^\d{1,5}$/.test(cell) ? Number(cell) : 0;
  return port >= 1 && port <= 65_535 ? port : 'bad';
}

/** By what headers a table's columns are known. */
export interface HeaderWords<C extends string> {
  /** What people and other programs write above their columns. */
  readonly written: Readonly<Record<C, readonly string[]>>;
  /** The columns of our own export that say the same, by whatever name each language gives them. */
  readonly exported: Partial<Readonly<Record<C, ColumnId>>>;
}

/** Our own export's headers win over what people write, so that a round trip cannot go astray. */
export function columnFinder<C extends string>(
  columns: readonly C[],
  { written, exported }: HeaderWords<C>,
): (header: string) => C | null {
  const own = (column: C): readonly string[] => {
    const id = exported[column];
    if (id === undefined) return [];
    return locales.flatMap((locale) => [texts[locale].columnsShort[id], texts[locale].columns[id]]);
  };
  const byKey: ReadonlyMap<string, C> = new Map(
    [(column: C) => written[column], own].flatMap((wordsOf) =>
      columns.flatMap((column) =>
        wordsOf(column).map((word) => [headerKey(word), column] as const),
      ),
    ),
  );
  return (header) => byKey.get(headerKey(header)) ?? null;
}

import { type ColumnSpec, columns, plainValue } from '../../../../../main/contract/columns.ts';
import type { DeviceRow } from '../../../../../main/contract/device.ts';
import type { FilterTerm } from '../../../../../main/contract/settings.ts';
import { columnSpec } from './sort.ts';

/** Two things one filters by that are no columns. */
export const needsColumn = 'needs';
export const removedColumn = 'removed';

const needingFlags = new Set<string>([
  'duplicate-address',
  'inactive',
  'locked',
  'unreachable',
  'other-subnet',
]);

/** A device of ours that answers and that somebody has to do something about. */
export function needsOperator(row: DeviceRow): boolean {
  if (row.removedAt !== null || row.vendor === 'other') return false;
  if (row.presence === 'offline' || row.presence === 'never') return false;
  return row.flags.some((flag) => needingFlags.has(flag));
}

// Times change all the while and nobody types them; everything else can be found.
const searched = columns.filter((spec) => spec.format !== 'time');

/** The row's text for the search field, in lower case, one line a value. */
export function searchTextOf(row: DeviceRow, words: (row: DeviceRow) => string): string {
  const parts: string[] = [];
  for (const spec of searched) {
    const value = plainValue(row, spec);
    if (value !== '') parts.push(value);
  }
  // A MAC may be typed with any separator or none.
  if (row.mac !== null) parts.push(row.mac.replaceAll(':', '-'), row.mac.replaceAll(':', ''));
  parts.push(words(row));
  return parts.join('\n').toLowerCase();
}

/** The search texts, made when first needed; a new language makes a new index. */
export interface SearchIndex {
  textOf(row: DeviceRow): string;
  /** A row was heard again: compares it now, a few at a time, and not all of them under the next key. */
  follow(id: DeviceRow['id'], row: DeviceRow | undefined): void;
}

const readFields: readonly (keyof DeviceRow)[] = [
  'presence',
  'sameAddress',
  ...searched
    .filter((spec) => spec.format !== 'list' && spec.format !== 'status')
    .map((spec) => spec.field),
];

/** Whether both rows read alike. Rows are re-heard all the while and hardly ever differ in this. */
function readsAlike(a: DeviceRow, b: DeviceRow): boolean {
  // A plain loop: this runs for each row that was heard again.
  for (const field of readFields) if (a[field] !== b[field]) return false;
  return (
    a.flags.length === b.flags.length &&
    a.flags.every((flag, place) => flag === b.flags[place]) &&
    a.via.length === b.via.length &&
    a.via.every((via, place) => {
      const other = b.via[place];
      return via.adapter === other?.adapter && via.source === other.source;
    })
  );
}

export function createSearchIndex(words: (row: DeviceRow) => string): SearchIndex {
  const cache = new Map<DeviceRow['id'], { row: DeviceRow; readonly text: string }>();
  return {
    follow(id, row) {
      const known = cache.get(id);
      if (known === undefined) return;
      if (row !== undefined && readsAlike(known.row, row)) known.row = row;
      else cache.delete(id);
    },
    textOf(row) {
      const known = cache.get(row.id);
      if (known !== undefined && (known.row === row || readsAlike(known.row, row))) {
        known.row = row;
        return known.text;
      }
      const text = searchTextOf(row, words);
      cache.set(row.id, { row, text });
      return text;
    },
  };
}

/** The words of a search: all of them must occur, in any field and any order. */
export function searchWords(search: string): string[] {
  return search.toLowerCase().split(/\s+/).filter(Boolean);
}

type RowTest = (row: DeviceRow) => boolean;

function stateTest(term: FilterTerm): RowTest {
  const has = (row: DeviceRow) =>
    row.presence === term.value || row.flags.some((flag) => flag === term.value);
  return term.op === 'is-not' ? (row) => !has(row) : has;
}

function columnTest(term: FilterTerm, spec: ColumnSpec): RowTest {
  const wanted = term.value.trim().toLowerCase();
  const textOf = (row: DeviceRow) => plainValue(row, spec).toLowerCase();
  switch (term.op) {
    case 'is-known':
      return (row) => plainValue(row, spec) !== '';
    case 'is-unknown':
      return (row) => plainValue(row, spec) === '';
    case 'is':
      return (row) => textOf(row) === wanted;
    case 'is-not':
      return (row) => textOf(row) !== wanted;
    case 'contains':
      return (row) => textOf(row).includes(wanted);
  }
}

function termTest(term: FilterTerm): RowTest | null {
  if (term.column === needsColumn) return needsOperator;
  if (term.column === removedColumn) return (row) => row.removedAt !== null;
  const spec = columnSpec(term.column);
  // A layout of a newer version may name a column that this one does not have.
  if (spec === undefined) return null;
  return spec.format === 'status' && (term.op === 'is' || term.op === 'is-not')
    ? stateTest(term)
    : columnTest(term, spec);
}

export interface Filter {
  readonly search: string;
  readonly terms: readonly FilterTerm[];
}

export const noFilter: Filter = { search: '', terms: [] };

/** One test for the whole filter. Removed rows show only when they are asked for. */
export function compileFilter(filter: Filter, index: Pick<SearchIndex, 'textOf'>): RowTest {
  const tests = filter.terms.map(termTest).filter((test) => test !== null);
  const words = searchWords(filter.search);
  const asksForRemoved = filter.terms.some((term) => term.column === removedColumn);
  return (row) => {
    if (row.removedAt !== null && !asksForRemoved) return false;
    for (const test of tests) if (!test(row)) return false;
    if (words.length === 0) return true;
    const text = index.textOf(row);
    return words.every((word) => text.includes(word));
  };
}

export function isSameTerms(a: readonly FilterTerm[], b: readonly FilterTerm[]): boolean {
  return (
    a.length === b.length &&
    a.every((term, index) => {
      const other = b[index];
      return term.column === other?.column && term.op === other.op && term.value === other.value;
    })
  );
}

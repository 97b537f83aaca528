import type { Terminal } from './output.ts';
import { cut, cutFront, pad, printable, widthOf } from './width.ts';

export interface Column {
  readonly title: string;
  /** Where cells are taken when the terminal is too narrow: low ranks first, each down to its floor. */
  readonly shrink?: { readonly rank: number; readonly floor: number };
  /** Left out, low ranks first, where the terminal is too narrow even for every floor. */
  readonly isSpare?: true;
  /** Cut at the front: the end is what tells values apart. */
  readonly keepsEnd?: true;
}

export type Style = 'dim' | 'bold' | 'red' | 'yellow' | 'green';

const codes: Readonly<Record<Style, number>> = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33 };
const gap = '  ';

export function paint(text: string, style: Style, hasColour: boolean): string {
  return hasColour ? `\u001b[${codes[style]}m${text}\u001b[0m` : text;
}

/** Takes cells away by rank until the row fits, or nothing more can be taken. */
function shrink(natural: readonly number[], columns: readonly Column[], limit: number): number[] {
  const widths = [...natural];
  let excess = widths.reduce((sum, width) => sum + width, gap.length * (widths.length - 1)) - limit;
  const order = columns
    .flatMap((column, index) => (column.shrink ? [{ index, ...column.shrink }] : []))
    .sort((a, b) => a.rank - b.rank);
  for (const { index, floor } of order) {
    const width = widths[index] ?? 0;
    const taken = Math.max(0, Math.min(excess, width - floor));
    widths[index] = width - taken;
    excess -= taken;
  }
  return widths;
}

/** Without the spare columns for which there is no room. */
function withoutSpare<T extends { readonly column: Column; readonly width: number }>(
  used: readonly T[],
  limit: number,
): readonly T[] {
  const least = used.reduce(
    (sum, { column, width }) => sum + Math.min(width, column.shrink?.floor ?? width) + gap.length,
    -gap.length,
  );
  const [spare] = used
    .filter(({ column }) => column.isSpare === true)
    .sort((a, b) => (a.column.shrink?.rank ?? 0) - (b.column.shrink?.rank ?? 0));
  if (least <= limit || spare === undefined) return used;
  return withoutSpare(
    used.filter((each) => each !== spare),
    limit,
  );
}

/**
 * Aligned rows under their titles. On a terminal it is cut to fit; to a file or another program every
 * value goes whole. A column that is empty in every row is left out.
 */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  terminal: Terminal,
): string {
  const used = columns.flatMap((column, index) => {
    if (rows.every((row) => (row[index] ?? '') === '')) return [];
    const values = rows.map((row) => printable(row[index] ?? ''));
    return [{ column, values, width: Math.max(...[column.title, ...values].map(widthOf)) }];
  });
  const limit = terminal.columns === null ? null : Math.max(40, terminal.columns);
  const kept = limit === null ? used : withoutSpare(used, limit);
  const shown = kept.map(({ column }) => column);
  const cells = rows.map((_row, at) => kept.map(({ values }) => values[at] ?? ''));
  const natural = kept.map(({ width }) => width);
  const widths = limit === null ? natural : shrink(natural, shown, limit);
  const line = (values: readonly string[]) =>
    values
      .map((value, at) => {
        const width = widths[at] ?? 0;
        return pad(shown[at]?.keepsEnd ? cutFront(value, width) : cut(value, width), width);
      })
      .join(gap)
      .trimEnd();
  const title = line(shown.map((column) => column.title));
  return [paint(title, 'bold', terminal.hasColour), ...cells.map(line)].join('\n');
}

/** Two columns of names and values, for one thing in detail. */
export function pairs(entries: readonly (readonly [string, string])[]): string {
  const width = Math.max(0, ...entries.map(([name]) => widthOf(name)));
  return entries
    .map(([name, value]) => `  ${pad(name, width)}${gap}${printable(value)}`.trimEnd())
    .join('\n');
}

import type { Terminal } from './output.ts';
import { paint, table } from './table.ts';
import { printable, widthOf, wrap } from './width.ts';

/** Lines longer than this are hard to read, however wide the window is. */
export const readingWidth = 80;

type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'item'; readonly mark: string; readonly depth: number; readonly text: string }
  | { readonly kind: 'row'; readonly cells: readonly string[] }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'gap' };

/** The marks taken away, a command in quotes; a link to a guide names its id, which is what `guide show` takes. */
export function plainInline(text: string): string {
  return printable(
    text
      .replaceAll(/\[([^\]]+)\]\(guide:([^)]+)\)/g, '$1 [$2]')
      .replaceAll(/\[([^\]]+)\]\([^)]*\)/g, '$1')
      .replaceAll(/`([^`]* [^`]*)`/g, '"$1"')
      .replaceAll(/\*\*|`/g, '')
      .replaceAll(/(?<![\w*])\*([^*\s][^*]*)\*(?![\w*])/g, '$1'),
  );
}

function blockOf(line: string): Block {
  const heading = /^#{2,3} (.+)$/.exec(line)?.[1];
  if (heading !== undefined) return { kind: 'heading', text: heading };
  const [, space = '', mark, text] = /^(\s*)(\d+\.|-) (.*)$/.exec(line) ?? [];
  if (mark !== undefined && text !== undefined) {
    return { kind: 'item', mark, depth: space.length > 0 ? 1 : 0, text };
  }
  if (line.startsWith('|')) {
    const cells = line.split('|').slice(1, -1);
    return { kind: 'row', cells: cells.map((cell) => plainInline(cell.trim())) };
  }
  return line.trim() === '' ? { kind: 'gap' } : { kind: 'paragraph', text: line.trim() };
}

/** Lines of one paragraph or one item are broken in the file where it suited its writer. */
function blocksOf(body: string): readonly Block[] {
  const blocks: Block[] = [];
  for (const line of body.split('\n')) {
    const next = blockOf(line);
    const last = blocks.at(-1);
    const isMore =
      next.kind === 'paragraph' && (last?.kind === 'item' || last?.kind === 'paragraph');
    if (isMore) blocks[blocks.length - 1] = { ...last, text: `${last.text} ${next.text}` };
    else blocks.push(next);
  }
  return blocks;
}

function isRule(cells: readonly string[]): boolean {
  return cells.every((cell) => /^:?-+:?$/.test(cell));
}

/** Side by side where it fits; else one row after the other, each cell under its title. */
function tableLines(rows: readonly (readonly string[])[], width: number): string {
  const [titles = [], ...data] = rows.filter((cells) => !isRule(cells));
  const natural = titles.map((title, at) =>
    Math.max(widthOf(title), ...data.map((cells) => widthOf(cells[at] ?? ''))),
  );
  const total = natural.reduce((sum, each) => sum + each + 2, -2);
  if (total <= width) {
    const columns = titles.map((title) => ({ title }));
    return table(columns, data, { hasColour: false, columns: null });
  }
  return data
    .map(([first = '', ...cells]) =>
      [
        wrap(`- ${first}`, '', width),
        ...cells.map((cell, at) => {
          const title = titles[at + 1] ?? '';
          return wrap(title === '' ? cell : `${title}: ${cell}`, '    ', width);
        }),
      ].join('\n'),
    )
    .join('\n');
}

/** An item with its further lines under its text, not under its mark. */
export function hanging(mark: string, text: string, indent: string, width: number): string {
  const lines = wrap(plainInline(text), `${indent}${' '.repeat(mark.length + 1)}`, width);
  return `${indent}${mark} ${lines.trimStart()}`;
}

/** A guide's body for a terminal, at most 80 cells wide. */
export function markdownText(body: string, { hasColour, columns }: Terminal): string {
  const width = Math.min(columns ?? readingWidth, readingWidth);
  const lines: string[] = [];
  let rows: (readonly string[])[] = [];
  const flush = (): void => {
    if (rows.length > 0) lines.push(tableLines(rows, width));
    rows = [];
  };
  for (const block of blocksOf(body)) {
    if (block.kind === 'row') {
      rows.push(block.cells);
      continue;
    }
    flush();
    if (block.kind === 'heading') lines.push(paint(plainInline(block.text), 'bold', hasColour));
    else if (block.kind === 'item')
      lines.push(hanging(block.mark, block.text, ' '.repeat(block.depth * 3), width));
    else lines.push(block.kind === 'gap' ? '' : wrap(plainInline(block.text), '', width));
  }
  flush();
  return lines.join('\n');
}

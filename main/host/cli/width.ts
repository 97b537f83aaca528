/** Text as a terminal shows it: how many cells wide, safe to print, cut to fit. */

const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Characters that take two cells: East Asian wide and fullwidth blocks, and pictographs. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}]|[\u{20000}-\u{3fffd}]/u;

/**
 * What a device says may hold escape codes that would repaint the terminal, or marks that turn the
 * reading direction: each becomes a visible replacement character.
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '\ufffd');
}

/** What `paint` of `table.ts` writes. */
const ownColours = new Set([0, 1, 2, 31, 32, 33].map((code) => `\u001b[${code}m`));

/**
 * The last guard before the terminal, for whole texts: line ends, tabs and our own colours pass, every other
 * character that a terminal obeys becomes visible. Names go through {@link printable} before that.
 */
export function harmless(text: string, hasColour: boolean): string {
  const passes = (found: string) =>
    found === '\n' || found === '\t' || (hasColour && ownColours.has(found));
  return text
    .split(/(\p{Cc}\[\d{1,2}m|[\p{Cc}\u2028-\u202e\u2066-\u2069])/u)
    .map((part, index) => {
      const isFound = index % 2 === 1;
      if (!isFound || passes(part)) return part;
      return `\ufffd${part.slice(1)}`;
    })
    .join('');
}

function cellsOf(grapheme: string): number {
  return wide.test(grapheme) ? 2 : 1;
}

export function widthOf(text: string): number {
  let width = 0;
  for (const { segment } of segments.segment(text)) width += cellsOf(segment);
  return width;
}

/** Cuts to at most `cells`, with `…` in the last one when something was cut. */
export function cut(text: string, cells: number): string {
  if (widthOf(text) <= cells) return text;
  let result = '';
  let width = 1;
  for (const { segment } of segments.segment(text)) {
    width += cellsOf(segment);
    if (width > cells) break;
    result += segment;
  }
  return `${result}…`;
}

/** The same, keeping the end. */
export function cutFront(text: string, cells: number): string {
  if (widthOf(text) <= cells) return text;
  let result = '';
  let width = 1;
  for (const { segment } of [...segments.segment(text)].reverse()) {
    width += cellsOf(segment);
    if (width > cells) break;
    result = segment + result;
  }
  return `…${result}`;
}

/** Breaks between words so that each line fits; `null` columns (no terminal) leave it whole. */
export function wrap(text: string, indent: string, columns: number | null): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    const isFull = columns !== null && widthOf(indent + longer) > columns;
    if (isFull && line !== '') {
      lines.push(indent + line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, indent + line].join('\n');
}

export function pad(text: string, cells: number): string {
  return text + ' '.repeat(Math.max(0, cells - widthOf(text)));
}

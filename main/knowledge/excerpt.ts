import type { Guide } from '../contract/guide.ts';
import { paragraphsOf } from './markdown.ts';

const longest = 160;

/**
 * "Contraseña" and "contrasena" are one word to whoever types in a hurry, "V4.16.1" and "4.16.1" one version.
 */
export function fold(term: string): string {
  return term
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^v(?=\d)/, '');
}

/** Words and numbers; an address or a version with its dots is one. */
export function tokensOf(text: string): string[] {
  return text.normalize('NFC').match(/[\p{L}\p{N}]+(?:\.\p{N}+)*/gu) ?? [];
}

function cutAround(line: string, at: number): string {
  if (line.length <= longest) return line;
  const wanted = Math.max(0, Math.min(at - longest / 4, line.length - longest));
  // From a word's beginning to a word's end.
  const from = wanted === 0 ? 0 : line.indexOf(' ', wanted) + 1;
  const part = line.slice(from, from + longest);
  const isEnd = from + longest >= line.length;
  const shown = isEnd ? part : part.slice(0, part.lastIndexOf(' '));
  return `${from > 0 ? '… ' : ''}${shown}${isEnd ? '' : ' …'}`;
}

/** Every text of a guide below its head, one line each: its body, and where sources disagree. */
export function linesOf({ body, differs }: Guide): readonly string[] {
  const sides = differs.flatMap(({ point, says }) => [point, ...says.map(({ value }) => value)]);
  return [...paragraphsOf(body), ...sides];
}

/**
 * The paragraph, item or row of the guide that has the most of the words that were found, cut to one or two lines; the
 * summary when they stand in its head only.
 * @param terms as the index has them, folded
 */
export function excerptOf(guide: Guide, terms: readonly string[]): string {
  let best = { score: 0, text: guide.summary };
  for (const line of linesOf(guide)) {
    const folded = fold(line);
    const found = terms.map((term) => folded.indexOf(term)).filter((at) => at >= 0);
    if (found.length <= best.score) continue;
    best = { score: found.length, text: cutAround(line.trim(), Math.min(...found)) };
  }
  return best.text;
}

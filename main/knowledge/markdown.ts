import { guideScreens } from '../contract/guide.ts';
import type { Locale } from '../contract/settings.ts';

/** The line that ends every guide with screen paths; the date is that of the screens. */
const screenLines: Readonly<Record<Locale, RegExp>> = {
  en: /^Screens as of \d{4}-\d{2}-\d{2}; may differ by version\.$/,
  it: /^Schermate al \d{4}-\d{2}-\d{2}; possono variare secondo la versione\.$/,
  es: /^Pantallas a fecha de \d{4}-\d{2}-\d{2}; pueden variar según la versión\.$/,
};

export interface Link {
  readonly text: string;
  readonly target: string;
}

const linkPattern = /\[([^\]]+)\]\(([^)\s]*)\)/g;

export function linksOf(body: string): readonly Link[] {
  return [...body.matchAll(linkPattern)].map(([, text = '', target = '']) => ({ text, target }));
}

export function headingsOf(body: string): readonly string[] {
  return [...body.matchAll(/^#{2,3} (.+)$/gm)].map(([, heading = '']) => heading.trim());
}

/**
 * Paragraphs, items and rows of tables, each as one text without marks; lines are broken in the file where
 * it suited its writer. Headings are left out, and so is the line about the day of the screens.
 */
export function paragraphsOf(body: string): readonly string[] {
  const parts: string[] = [];
  let isOpen = false;
  for (const line of body.split('\n')) {
    const isOwn = /^\s*(?:\d+\.|-) |^\|/.test(line);
    const isApart = line.trim() === '' || /^#/.test(line) || /^\|[-| :]+\|$/.test(line);
    if (!isApart && isOpen && !isOwn) parts.push(`${parts.pop() ?? ''} ${line.trim()}`);
    else if (!isApart) parts.push(line);
    isOpen = !isApart;
  }
  const texts = parts.map(plainText);
  return Object.values(screenLines).some((line) => line.test(texts.at(-1) ?? ''))
    ? texts.slice(0, -1)
    : texts;
}

/** What is said to a person, without the marks. */
export function plainText(body: string): string {
  return body
    .replaceAll(linkPattern, '$1')
    .replaceAll(/^#+ |^\s*(?:\d+\.|[-*]) |\*\*|`|^\|[-| :]+\|$|\|/gm, ' ')
    .replaceAll(/[ \t]+/g, ' ')
    .trim();
}

/** A path through screens: bold, with ">" between its steps. */
export function hasScreenPath(body: string): boolean {
  return [...body.matchAll(/\*\*([^*\n]+)\*\*/g)].some(([, text = '']) => text.includes(' > '));
}

function problemOfLine(written: string): string | null {
  // `<device>` in a command is a placeholder.
  const line = written.replaceAll(/`[^`]*`/g, '');
  if (/^#(?!#{1,2} )/.test(line)) return 'a heading that is neither H2 nor H3';
  if (/<\/?[a-z!][^>]*>/i.test(line)) return 'HTML';
  if (/\bhttps?:\/\/|\bwww\./i.test(line)) return 'an address of the Internet';
  if (/!\[/.test(line)) return 'a picture';
  return null;
}

function isTarget(target: string): boolean {
  const [kind, name = ''] = target.split(':', 2);
  if (kind === 'screen') return guideScreens.some((screen) => screen === name);
  return kind === 'guide' && /^[a-z][a-z0-9-]*$/.test(name);
}

/** What is wrong with the body of a guide; empty when nothing is. */
export function bodyProblems(body: string, locale: Locale): readonly string[] {
  const lines = body.split('\n');
  const found = lines.flatMap((line) => {
    const problem = problemOfLine(line);
    return problem === null ? [] : [`${problem}: "${line.slice(0, 60)}"`];
  });
  const badLinks = linksOf(body)
    .filter(({ target }) => !isTarget(target))
    .map(({ target }) => `a link to "${target}", which is neither a guide: nor a screen: of ours`);
  const last = lines.findLast((line) => line.trim() !== '') ?? '';
  const needsDate = hasScreenPath(body) && !screenLines[locale].test(last);
  return [
    ...found,
    ...badLinks,
    ...(needsDate ? ['screen paths without the last line that says of which day they are'] : []),
    ...(body === '' ? ['no text'] : []),
  ];
}

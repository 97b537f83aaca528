import type { Guide } from '../contract/guide.ts';
import type { Locale } from '../contract/settings.ts';
import type { GuideText } from '../ports/guides.ts';
import { readHead } from './front-matter.ts';
import { bodyProblems } from './markdown.ts';

export type ReadGuide =
  | { readonly ok: true; readonly guide: Guide }
  | { readonly ok: false; readonly problems: readonly string[] };

/** A guide from its file, or everything that is wrong with it. Never throws. */
export function readGuide({ id, text }: GuideText, locale: Locale): ReadGuide {
  const read = readHead(text);
  if (!read.ok) return read;
  const { head, body } = read;
  const problems = [
    ...(head.id === id ? [] : [`id: says "${head.id}", but the file is named "${id}"`]),
    ...bodyProblems(body, locale),
  ];
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, guide: { ...head, locale, body } };
}

import type { JobItem, PreflightLine } from '../job.ts';
import type { Text } from './en.ts';
import { interpolate } from './interpolate.ts';

type Params = Readonly<Record<string, string | number | null | undefined>>;

const minuteMs = 60_000;

/** A sentence ends at a full stop, question or exclamation mark before a blank. */
const sentenceEnd = /(?<=[.?!])\s+/;

/**
 * Fills `{{name}}` and leaves out every sentence that has a name without a value: a device that did not
 * tell its tries left is not made to tell a blank.
 */
export function fillKnown(text: string, params: Params): string {
  const known = Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) =>
      value === null || value === undefined || value === '' ? [] : [[name, value]],
    ),
  );
  return text
    .split(sentenceEnd)
    .filter((sentence) =>
      [...sentence.matchAll(/\{\{\s*([\w-]+)\s*\}\}/g)].every(([, name = '']) =>
        Object.hasOwn(known, name),
      ),
    )
    .map((sentence) => interpolate(sentence, known))
    .join(' ');
}

/** What of an item or of a pre-flight line the words are made from. */
export type Explained = Pick<
  JobItem,
  'reason' | 'params' | 'attemptsLeft' | 'lockedUntil' | 'device'
> & { readonly rawResult?: JobItem['rawResult'] };

/** Minutes until then, rounded up; `null` when it is not locked now. */
export function minutesLeft(lockedUntil: number | null, now: number): number | null {
  return lockedUntil === null || lockedUntil <= now
    ? null
    : Math.ceil((lockedUntil - now) / minuteMs);
}

/** Why an item stands as it does and what to do next, with the device's own numbers in it. */
export function reasonWords(
  text: Text,
  item: Explained | (PreflightLine & { readonly rawResult?: null }),
  now: number,
): { readonly what: string; readonly next: string } | null {
  if (item.reason === null) return null;
  const words = text.reasons[item.reason];
  const params: Params = {
    result: item.rawResult ?? null,
    attempts: item.attemptsLeft,
    minutes: minutesLeft(item.lockedUntil, now),
    ...item.params,
  };
  return { what: fillKnown(words.what, params), next: fillKnown(words.next, params) };
}

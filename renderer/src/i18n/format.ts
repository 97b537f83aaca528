import { useMemo } from 'react';
import type { Locale } from './locales.ts';
import { type TextLookup, useLocale, useText } from './use-text.ts';
import type { TextKey } from './words.ts';

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** How long ago, in whole units of one kind, and the words for it. */
export function agoOf(at: number, now: number): { readonly key: TextKey; readonly count: number } {
  const passed = Math.max(0, now - at);
  if (passed < 2 * secondMs) return { key: 'ui/app/ago/now', count: 0 };
  if (passed < minuteMs) return { key: 'ui/app/ago/seconds', count: Math.floor(passed / secondMs) };
  if (passed < hourMs) return { key: 'ui/app/ago/minutes', count: Math.floor(passed / minuteMs) };
  if (passed < dayMs) return { key: 'ui/app/ago/hours', count: Math.floor(passed / hourMs) };
  return { key: 'ui/app/ago/days', count: Math.floor(passed / dayMs) };
}

export interface Formatter {
  /** "12 s ago" */
  ago(at: number, now: number): string;
  /** "20 Nov 2026, 14:03:07" */
  dateTime(at: number): string;
  /** "14:03:07" */
  time(at: number): string;
  number(value: number): string;
}

/** English without a country counts to 12 and puts the month first: neither is read safely on a site. */
function timesIn(locale: Locale): string {
  return locale === 'en' ? 'en-GB' : locale;
}

export function createFormatter(locale: Locale, text: TextLookup): Formatter {
  const times = timesIn(locale);
  const dateTime = new Intl.DateTimeFormat(times, { dateStyle: 'medium', timeStyle: 'medium' });
  const time = new Intl.DateTimeFormat(times, { timeStyle: 'medium' });
  const number = new Intl.NumberFormat(locale);
  return {
    ago(at, now) {
      const { key, count } = agoOf(at, now);
      return text(key, { count });
    },
    dateTime: (at) => dateTime.format(at),
    time: (at) => time.format(at),
    number: (value) => number.format(value),
  };
}

export function useFormat(): Formatter {
  const locale = useLocale();
  const text = useText();
  return useMemo(() => createFormatter(locale, text), [locale, text]);
}

import type { Locale } from '../../../main/contract/settings.ts';

export { locales } from '../../../main/contract/lists.ts';
export type { Locale } from '../../../main/contract/settings.ts';

/** Each language in its own words, so that it is found by who reads it. */
export const localeNames: Readonly<Record<Locale, string>> = {
  en: 'English',
  it: 'Italiano',
  es: 'Español',
};

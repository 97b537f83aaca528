import type { Locale } from '../../../main/contract/settings.ts';

export type { Locale } from '../../../main/contract/settings.ts';

// Written out once more because the contract's list stands beside zod, which the screen does not load.
export const locales = ['en', 'it', 'es'] as const satisfies readonly Locale[];

/** Each language in its own words, so that it is found by who reads it. */
export const localeNames: Readonly<Record<Locale, string>> = {
  en: 'English',
  it: 'Italiano',
  es: 'Español',
};

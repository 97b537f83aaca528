import i18next from 'i18next';
import { useSyncExternalStore } from 'react';
import { type Locale, locales } from './locales.ts';
import { resources, type TextKey } from './resources.ts';

export type TextParams = Readonly<Record<string, string | number>>;

export interface TextLookup {
  readonly locale: Locale;
  (key: TextKey, params?: TextParams): string;
  /** For keys that come from the core as plain text (a doctor's finding); the key itself when unknown. */
  any(key: string, params?: TextParams): string;
}

const engine = i18next.createInstance();
void engine.init({
  resources,
  lng: 'en',
  fallbackLng: 'en',
  supportedLngs: [...locales],
  // React escapes; a second escaping would show "&amp;" in names.
  interpolation: { escapeValue: false },
  keySeparator: '/',
  nsSeparator: false,
  initAsync: false,
});

function lookup(locale: Locale): TextLookup {
  const find = (key: string, params?: TextParams) => engine.t(key, { ...params });
  return Object.assign((key: TextKey, params?: TextParams) => find(key, params), {
    any: find,
    locale,
  });
}

let current = { locale: 'en' as Locale, text: lookup('en') };
const listeners = new Set<() => void>();

/** The language that fits best: the operator's choice, else the system's first one we have. */
export function resolveLocale(choice: Locale | null, system: readonly string[]): Locale {
  if (choice !== null) return choice;
  for (const tag of system) {
    const base = tag.toLowerCase().split('-')[0];
    const match = locales.find((locale) => locale === base);
    if (match !== undefined) return match;
  }
  return 'en';
}

/** Changes the words of the whole page and its `lang`. */
export function setLocale(locale: Locale): void {
  document.documentElement.lang = locale;
  if (locale === current.locale) return;
  void engine.changeLanguage(locale);
  current = { locale, text: lookup(locale) };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Words by key; the component renders again when the language changes. */
export function useText(): TextLookup {
  return useSyncExternalStore(subscribe, () => current).text;
}

export function useLocale(): Locale {
  return useSyncExternalStore(subscribe, () => current).locale;
}

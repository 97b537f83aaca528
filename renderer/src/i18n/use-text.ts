import i18next from 'i18next';
import { useSyncExternalStore } from 'react';
import type { Text } from '../../../main/contract/text/en.ts';
import { type Locale, locales } from './locales.ts';
import { loadWords, type TextKey, type Words } from './words.ts';

export type TextParams = Readonly<Record<string, string | number>>;

export interface TextLookup {
  readonly locale: Locale;
  /** The words that core and screen share, for the functions of `contract/text` that take them whole. */
  readonly shared: Text;
  (key: TextKey, params?: TextParams): string;
  /** For keys that come from the core as plain text (a doctor's finding); the key itself when unknown. */
  any(key: string, params?: TextParams): string;
}

const namespace = 'translation';
const engine = i18next.createInstance();
void engine.init({
  resources: {},
  ns: [namespace],
  // Every language is complete, so none is loaded to fill the holes of another.
  fallbackLng: false,
  supportedLngs: [...locales],
  // React escapes; a second escaping would show "&amp;" in names.
  interpolation: { escapeValue: false },
  keySeparator: '/',
  nsSeparator: false,
  initAsync: false,
});

/** The lookup of one language whose words are at hand. */
export function createLookup(locale: Locale, words: Words): TextLookup {
  engine.addResourceBundle(locale, namespace, words);
  const fixed = engine.getFixedT(locale, namespace);
  // Italian and Spanish count millions with a form of their own ("many"), for which ours is the plural.
  const fill = (key: string, params: TextParams): string =>
    params['count'] === undefined
      ? fixed(key, { ...params })
      : fixed([key, `${key}_other`], { ...params });
  // Ten thousand rows ask for the same few words, and the engine takes its time for each.
  const plain = new Map<string, string>();
  const find = (key: string, params?: TextParams): string => {
    if (params !== undefined) return fill(key, params);
    const known = plain.get(key) ?? fixed(key);
    plain.set(key, known);
    return known;
  };
  return Object.assign((key: TextKey, params?: TextParams) => find(key, params), {
    any: find,
    locale,
    shared: words,
  });
}

const lookups = new Map<Locale, TextLookup>();
/** What the page shows, and what was asked for last: a language that comes too late is not shown. */
let current: TextLookup | null = null;
let wanted: Locale | null = null;
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

async function lookupFor(locale: Locale): Promise<TextLookup> {
  const known = lookups.get(locale);
  if (known !== undefined) return known;
  const made = createLookup(locale, await loadWords(locale));
  lookups.set(locale, made);
  return made;
}

/**
 * Changes the words of the whole page and its `lang`, once the words are here; until then nothing changes.
 * The page may be drawn after the first call has ended.
 *
 * @throws when the file of that language cannot be loaded; the page keeps the words it has
 */
export async function setLocale(locale: Locale): Promise<void> {
  wanted = locale;
  const next = await lookupFor(locale);
  if (wanted !== locale || current === next) return;
  current = next;
  document.documentElement.lang = locale;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function shown(): TextLookup {
  if (current === null) throw new Error('drawn before setLocale() had ended');
  return current;
}

/** Words by key; the component renders again when the language changes. */
export function useText(): TextLookup {
  return useSyncExternalStore(subscribe, shown);
}

export function useLocale(): Locale {
  return useText().locale;
}

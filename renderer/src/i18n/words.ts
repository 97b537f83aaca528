import type { Text } from '../../../main/contract/text/en.ts';
import type { Locale } from './locales.ts';
import type { Paths, Translation } from './translation.ts';
import type { wordsEn } from './words-en.ts';

type English = typeof wordsEn;

/** All words of one language: what core, command line and screen share, and the screen's own under `ui`. */
export type Words = Text & { readonly ui: Translation<English['ui']> };

/** Every key that `useText` takes, for example `presence/online` or `ui/devices/search`. */
export type TextKey = Paths<English>;

/** One file a language: the page takes only those it shows. */
const loaders: Readonly<Record<Locale, () => Promise<Words>>> = {
  en: async () => (await import('./words-en.ts')).wordsEn,
  it: async () => (await import('./words-it.ts')).wordsIt,
  es: async () => (await import('./words-es.ts')).wordsEs,
};

export function loadWords(locale: Locale): Promise<Words> {
  return loaders[locale]();
}

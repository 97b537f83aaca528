import type { Locale } from '../../../../main/contract/settings.ts';
import { createLookup, type TextLookup } from '../../../../renderer/src/i18n/use-text.ts';
import type { Words } from '../../../../renderer/src/i18n/words.ts';
import { wordsEn } from '../../../../renderer/src/i18n/words-en.ts';
import { wordsEs } from '../../../../renderer/src/i18n/words-es.ts';
import { wordsIt } from '../../../../renderer/src/i18n/words-it.ts';

const words: Readonly<Record<Locale, Words>> = { en: wordsEn, it: wordsIt, es: wordsEs };

/** The screen's words in one language, without a page and at once. */
export function textIn(locale: Locale): TextLookup {
  return createLookup(locale, words[locale]);
}

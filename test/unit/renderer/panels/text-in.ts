import i18next from 'i18next';
import type { Locale } from '../../../../main/contract/settings.ts';
import { resources, type TextKey } from '../../../../renderer/src/i18n/resources.ts';
import type { TextLookup, TextParams } from '../../../../renderer/src/i18n/use-text.ts';

/** The screen's words in one language, without a page. */
export function textIn(locale: Locale): TextLookup {
  const engine = i18next.createInstance();
  void engine.init({
    resources,
    lng: locale,
    interpolation: { escapeValue: false },
    keySeparator: '/',
    nsSeparator: false,
    initAsync: false,
  });
  const find = (key: string, params?: TextParams) => engine.t(key, { ...params });
  return Object.assign((key: TextKey, params?: TextParams) => find(key, params), {
    any: find,
    locale,
  });
}

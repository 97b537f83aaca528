import type { Locale } from '../settings.ts';

/** Stored name of the site that is there before anybody made one. It stays so in the store until it is renamed. */
export const firstSiteName = 'This site';
/** Name of the adapter on which the simulated devices answer. */
export const trainingAdapterName = 'Training site';

const firstSite: Readonly<Record<Locale, string>> = {
  en: firstSiteName,
  it: 'Questo sito',
  es: 'Este sitio',
};
const trainingAdapter: Readonly<Record<Locale, string>> = {
  en: trainingAdapterName,
  it: 'Sito di prova',
  es: 'Sitio de práctica',
};

/** The name a person gave; a site that nobody has named yet is called so in the reader's language. */
export function shownSiteName(name: string, locale: Locale): string {
  return name === firstSiteName ? firstSite[locale] : name;
}

/** Adapters are called as the computer calls them; the one of the training site by us. */
export function shownAdapterName(name: string, locale: Locale): string {
  return name === trainingAdapterName ? trainingAdapter[locale] : name;
}

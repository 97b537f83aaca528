import { type Locale, locales } from '../../contract/settings.ts';
import { webTexts } from './text.ts';

/** The first language of the browser that we speak. */
export function preferredLocale(header: string | undefined): Locale {
  for (const wanted of (header ?? '').split(',')) {
    const language = wanted.trim().slice(0, 2).toLowerCase();
    const found = locales.find((locale) => locale === language);
    if (found !== undefined) return found;
  }
  return 'en';
}

/** The page for somebody who is not let in. Plain: the content policy allows no style here. */
export function doorstepPage(why: 'used' | 'no-link', locale: Locale): string {
  const text = webTexts[locale];
  const [title, body] =
    why === 'used' ? [text.usedTitle, text.usedText] : [text.noLinkTitle, text.noLinkText];
  return [
    '<!doctype html>',
    `<html lang="${locale}">`,
    '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    '<meta name="color-scheme" content="light dark"><link rel="icon" href="data:,">',
    `<title>${title}</title></head>`,
    `<body><main><h1>${title}</h1><p>${body}</p><p>${text.newLink}</p></main></body>`,
    '</html>',
    '',
  ].join('\n');
}

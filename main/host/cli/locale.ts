import { type Locale, locales } from '../../contract/settings.ts';

function asLocale(text: string | undefined): Locale | undefined {
  const language = text?.slice(0, 2).toLowerCase();
  return locales.find((locale) => locale === language);
}

/** The value of `--lang`, read before the command line is: help and its errors are in that language, too. */
function wantedLocale(args: readonly string[]): string | undefined {
  const at = args.lastIndexOf('--lang');
  if (at >= 0) return args[at + 1];
  return args.find((arg) => arg.startsWith('--lang='))?.slice('--lang='.length);
}

/** `--lang`, else the system's language where we speak it, else English. */
export function localeOf(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Locale {
  const system = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'];
  return asLocale(wantedLocale(args)) ?? asLocale(system) ?? 'en';
}

import { useEffect } from 'react';
import type { Settings } from '../../main/contract/settings.ts';
import { showToast } from './components/toast-store.ts';
import { resolveLocale, setLocale, useText } from './i18n/use-text.ts';
import { useSettings } from './state/app-context.tsx';
import { useMediaQuery } from './state/use-media-query.ts';

type Theme = Exclude<Settings['theme'], 'system'>;

/** What the system asks for: high contrast before dark before light. */
export function systemTheme(wantsContrast: boolean, wantsDark: boolean): Theme {
  if (wantsContrast) return 'contrast';
  return wantsDark ? 'dark' : 'light';
}

/** Theme, density and language of the page follow the settings and, where those say so, the system. */
export function useAppearance(): void {
  const { theme, density, locale } = useSettings();
  const text = useText();
  const wantsContrast = useMediaQuery('(prefers-contrast: more)');
  const wantsDark = useMediaQuery('(prefers-color-scheme: dark)');
  const shown = theme === 'system' ? systemTheme(wantsContrast, wantsDark) : theme;
  useEffect(() => {
    const { dataset } = document.documentElement;
    dataset['theme'] = shown;
    dataset['density'] = density;
  }, [shown, density]);
  useEffect(() => {
    setLocale(resolveLocale(locale, navigator.languages)).catch(() =>
      showToast({ text: text('ui/components/wordsNotLoaded') }),
    );
  }, [locale, text]);
}

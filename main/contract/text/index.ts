import type { Locale } from '../settings.ts';
import { en, type Text } from './en.ts';
import { es } from './es.ts';
import { it } from './it.ts';

export type { Text } from './en.ts';
export { errorParams, errorWords } from './error-params.ts';
export { type Explained, fillKnown, minutesLeft, reasonWords } from './fill.ts';
export { type EarlyStop, earlyStopOf } from './stop-words.ts';

/**
 * Words that the core, the command line and the screen share, per language. Placeholders are
 * i18next's `{{name}}`. The screen adds its own words under `ui`.
 */
export const texts: Readonly<Record<Locale, Text>> = { en, it, es };

import type { Locale } from '../../../contract/settings.ts';
import { type CliText, cliEn } from './en.ts';
import { cliEs } from './es.ts';
import { cliIt } from './it.ts';

export type { CliText } from './en.ts';

export const cliTexts: Readonly<Record<Locale, CliText>> = { en: cliEn, it: cliIt, es: cliEs };

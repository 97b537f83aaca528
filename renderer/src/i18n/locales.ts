import type { Locale } from '../../../main/contract/settings.ts';

export type { Locale } from '../../../main/contract/settings.ts';

// Written out once more because the contract's list stands beside zod, which the screen does not load.
export const locales = ['en', 'it', 'es'] as const satisfies readonly Locale[];

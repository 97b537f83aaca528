import type { casesUiEn } from '../en/cases.ts';
import type { Translation } from '../translation.ts';

export const casesUiEs: Translation<typeof casesUiEn> = {
  title: 'Casos',
};

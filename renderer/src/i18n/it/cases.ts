import type { casesUiEn } from '../en/cases.ts';
import type { Translation } from '../translation.ts';

export const casesUiIt: Translation<typeof casesUiEn> = {
  title: 'Casi',
};

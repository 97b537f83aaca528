import type { guidesUiEn } from '../en/guides.ts';
import type { Translation } from '../translation.ts';

export const guidesUiEs: Translation<typeof guidesUiEn> = {
  title: 'Guías',
};

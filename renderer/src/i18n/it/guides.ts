import type { guidesUiEn } from '../en/guides.ts';
import type { Translation } from '../translation.ts';

export const guidesUiIt: Translation<typeof guidesUiEn> = {
  title: 'Guide',
};

import type { accessUiEn } from '../en/access.ts';
import type { Translation } from '../translation.ts';

export const accessUiIt: Translation<typeof accessUiEn> = {
  title: 'Accesso',
};

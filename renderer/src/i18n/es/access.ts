import type { accessUiEn } from '../en/access.ts';
import type { Translation } from '../translation.ts';

export const accessUiEs: Translation<typeof accessUiEn> = {
  title: 'Acceso',
};

import type { reportsUiEn } from '../en/reports.ts';
import type { Translation } from '../translation.ts';

export const reportsUiEs: Translation<typeof reportsUiEn> = {
  title: 'Informes',
};

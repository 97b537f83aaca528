import type { reportsUiEn } from '../en/reports.ts';
import type { Translation } from '../translation.ts';

export const reportsUiIt: Translation<typeof reportsUiEn> = {
  title: 'Rapporti',
};

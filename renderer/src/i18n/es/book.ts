import type { bookUiEn } from '../en/book.ts';
import type { Translation } from '../translation.ts';

export const bookUiEs: Translation<typeof bookUiEn> = {
  title: 'Agenda',
};

import type { bookUiEn } from '../en/book.ts';
import type { Translation } from '../translation.ts';

export const bookUiIt: Translation<typeof bookUiEn> = {
  title: 'Rubrica',
};

import type { noticesEn } from '../en/notices.ts';
import type { Translation } from '../translation.ts';

export const noticesEs = {
  area: 'Avisos',
  more_one: 'Mostrar {{count}} aviso más',
  more_other: 'Mostrar {{count}} avisos más',
  fewer: 'Mostrar menos',
  unknownHolder: 'el sistema no dice cuál',
} satisfies Translation<typeof noticesEn>;

import type { noticesEn } from '../en/notices.ts';
import type { Translation } from '../translation.ts';

export const noticesIt = {
  area: 'Avvisi',
  more_one: 'Mostra ancora {{count}} avviso',
  more_other: 'Mostra altri {{count}} avvisi',
  fewer: 'Mostra meno',
  unknownHolder: 'il sistema non dice quale',
} satisfies Translation<typeof noticesEn>;

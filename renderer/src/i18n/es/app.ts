import type { appEn } from '../en/app.ts';
import type { Translation } from '../translation.ts';

export const appEs = {
  ago: {
    now: 'ahora',
    seconds: 'hace {{count}} s',
    minutes: 'hace {{count}} min',
    hours: 'hace {{count}} h',
    days_one: 'hace {{count}} día',
    days_other: 'hace {{count}} días',
  },
} satisfies Translation<typeof appEn>;

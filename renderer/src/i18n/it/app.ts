import type { appEn } from '../en/app.ts';
import type { Translation } from '../translation.ts';

export const appIt = {
  ago: {
    now: 'adesso',
    seconds: '{{count}} s fa',
    minutes: '{{count}} min fa',
    hours: '{{count}} h fa',
    days_one: '{{count}} giorno fa',
    days_other: '{{count}} giorni fa',
  },
} satisfies Translation<typeof appEn>;

import type { GuideErrors } from './guides.en.ts';

export const guideErrorsIt: GuideErrors = {
  'guide.not-found': {
    what: 'Non esiste una guida "{{wanted}}".',
    next: 'Le più vicine: {{similar}}. Oppure cercate con parole vostre.',
  },
};

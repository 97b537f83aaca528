import type { GuideErrors } from './guides.en.ts';

export const guideErrorsEs: GuideErrors = {
  'guide.not-found': {
    what: 'No existe ninguna guía "{{wanted}}".',
    next: 'Las más parecidas: {{similar}}. O busque con sus propias palabras.',
  },
};

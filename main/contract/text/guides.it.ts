import type { GuideGroup } from '../guide.ts';
import type { GuideErrors } from './guides.en.ts';

export const guideErrorsIt: GuideErrors = {
  'guide.not-found': {
    what: 'Non esiste una guida "{{wanted}}".',
    next: 'Le più vicine: {{similar}}. Oppure cerca con parole tue.',
  },
};

export const guideGroupsIt: Readonly<Record<GuideGroup, string>> = {
  unbind: 'Scollegamento dall’account',
  password: 'Password',
  reset: 'Ripristini',
  clients: 'App, client e portali',
  recorders: 'Registratori',
  site: 'Sul posto',
  safety: 'Prima e dopo',
  reference: 'Consultazione',
};

import type { GuideGroup } from '../guide.ts';
import type { GuideErrors } from './guides.en.ts';

export const guideErrorsEs: GuideErrors = {
  'guide.not-found': {
    what: 'No existe ninguna guía "{{wanted}}".',
    next: 'Las más parecidas: {{similar}}. O busque con sus propias palabras.',
  },
};

export const guideGroupsEs: Readonly<Record<GuideGroup, string>> = {
  unbind: 'Desvinculación',
  password: 'Contraseñas',
  reset: 'Restablecimientos',
  clients: 'Apps, clientes y portales',
  recorders: 'Grabadores',
  site: 'En el lugar',
  safety: 'Antes y después',
  reference: 'Consulta',
};

import type { ErrorCode } from '../errors.ts';
import type { GuideGroup } from '../guide.ts';

interface Message {
  readonly what: string;
  readonly next: string;
}

/** Errors of the knowledge base; `en.ts` puts them beside the others. */
export const guideErrorsEn = {
  'guide.not-found': {
    what: 'There is no guide "{{wanted}}".',
    next: 'Nearest: {{similar}}. Or search with a few words of your own.',
  },
} satisfies Readonly<Partial<Record<ErrorCode, Message>>>;

export type GuideErrors = Readonly<Record<keyof typeof guideErrorsEn, Message>>;

export const guideGroupsEn = {
  unbind: 'Unbinding',
  password: 'Passwords',
  reset: 'Resets',
  clients: 'Apps, clients and portals',
  recorders: 'Recorders',
  site: 'On site',
  safety: 'Before and after',
  reference: 'Reference',
} satisfies Record<GuideGroup, string>;

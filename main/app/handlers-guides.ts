import type { guideMethods } from '../contract/methods-guides.ts';
import type { Core } from './core.ts';
import type { Handlers } from './dispatch.ts';
import { notYet } from './not-yet.ts';

export type GuidesHandlers = Pick<Handlers, keyof typeof guideMethods>;

export function createGuidesHandlers(_core: Core): GuidesHandlers {
  return {
    'guides.list': notYet,
    'guides.get': notYet,
    'guides.search': notYet,
    'guides.forCode': notYet,
  };
}

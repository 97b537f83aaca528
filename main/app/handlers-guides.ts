import { AppError } from '../contract/errors.ts';
import type { guideMethods } from '../contract/methods-guides.ts';
import type { Core } from './core.ts';
import type { Handlers } from './dispatch.ts';

export type GuidesHandlers = Pick<Handlers, keyof typeof guideMethods>;

/** The knowledge base. Guides are read from their files when the first one is asked for. */
export function createGuidesHandlers({ knowledge }: Core): GuidesHandlers {
  return {
    'guides.list': async ({ locale }) => ({ guides: [...(await knowledge.list(locale))] }),
    'guides.get': async ({ id, locale }) => {
      const guide = await knowledge.get(id, locale);
      if (guide !== null) return guide;
      const similar = (await knowledge.near(id, locale)).join(', ');
      throw new AppError('guide.not-found', { wanted: id, similar });
    },
    'guides.search': async ({ words, locale }) => ({
      guides: [...(await knowledge.search(words, locale))],
    }),
    'guides.forCode': async ({ code, locale }) => ({
      guides: [...(await knowledge.forCode(code, locale))],
    }),
  };
}

import { z } from 'zod';
import { guide, guideSummary } from './guide.ts';
import type { MethodSpec } from './method-spec.ts';
import { locales } from './settings.ts';

const locale = z.enum(locales);
const summaries = z.object({ guides: z.array(guideSummary) });

/** The knowledge base that ships inside. */
export const guideMethods = {
  'guides.list': { effect: 'read', input: z.strictObject({ locale }), output: summaries },
  'guides.get': {
    effect: 'read',
    input: z.strictObject({ id: z.string().min(1).max(80), locale }),
    output: guide,
  },
  /** Best first; words in any order, folded, also the beginnings of words and small mistakes. */
  'guides.search': {
    effect: 'read',
    input: z.strictObject({ words: z.string().trim().min(1).max(200), locale }),
    output: z.object({
      guides: z.array(guideSummary.extend({ excerpt: z.string() })),
    }),
  },
  /** Which guide explains a verdict, reason, route, step or error code; first the best. */
  'guides.forCode': {
    effect: 'read',
    input: z.strictObject({ code: z.string().min(1).max(80), locale }),
    output: summaries,
  },
} as const satisfies Record<string, MethodSpec>;

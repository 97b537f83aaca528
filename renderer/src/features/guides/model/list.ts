import type { GuideGroup, GuideSummary } from '../../../../../main/contract/guide.ts';

export const groupOrder: readonly GuideGroup[] = [
  'unbind',
  'password',
  'reset',
  'recorders',
  'site',
  'safety',
  'clients',
  'reference',
];

export interface GuideShelf {
  readonly group: GuideGroup;
  readonly guides: readonly GuideSummary[];
}

/** Groups in the order they are needed on a site; an empty one is left out. */
export function shelvesOf(guides: readonly GuideSummary[]): readonly GuideShelf[] {
  return groupOrder
    .map((group) => ({ group, guides: guides.filter((guide) => guide.group === group) }))
    .filter((shelf) => shelf.guides.length > 0);
}

export type GuideTarget =
  | { readonly kind: 'guide'; readonly id: string }
  | { readonly kind: 'screen'; readonly name: string }
  | { readonly kind: 'none' };

/** Where a link of a guide leads; nothing leads outside. */
export function targetOf(href: string | undefined): GuideTarget {
  const [, scheme, name] = /^(guide|screen):([a-z0-9-]+)$/.exec(href ?? '') ?? [];
  if (name === undefined) return { kind: 'none' };
  return scheme === 'guide' ? { kind: 'guide', id: name } : { kind: 'screen', name };
}

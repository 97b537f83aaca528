import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { guideGroups } from '../../../../main/contract/guide.ts';
import {
  groupOrder,
  shelvesOf,
  targetOf,
} from '../../../../renderer/src/features/guides/model/list.ts';
import {
  dialogGuides,
  guideFor,
  pageGuides,
  tabGuides,
} from '../../../../renderer/src/features/guides/model/places.ts';

const folder = join(import.meta.dirname, '../../../../main/knowledge/guides/en');
const ids = readdirSync(folder).map((name) => name.replace(/\.md$/, ''));

describe('what F1 opens', () => {
  test('every guide that a place names is there', () => {
    const named = [pageGuides, dialogGuides, tabGuides].flatMap((places) => Object.values(places));
    const missing = named.filter((id) => id !== null && !ids.includes(id));
    expect(missing).toEqual([]);
  });

  test('the nearest part before the dialog before the page; the list where none has one', () => {
    const asked = { near: 'lockout', dialog: 'unbind', page: 'devices' } as const;
    expect(guideFor(asked)).toBe('lockout');
    expect(guideFor({ ...asked, near: null })).toBe('unbind-by-lan');
    expect(guideFor({ ...asked, near: null, dialog: null })).toBe('device-missing');
    expect(guideFor({ near: null, dialog: null, page: 'guides' })).toBeNull();
  });
});

test.each([
  ['guide:reset-file', { kind: 'guide', id: 'reset-file' }],
  ['screen:network-edit', { kind: 'screen', name: 'network-edit' }],
  ['https://example.com/', { kind: 'none' }],
  ['javascript:alert(1)', { kind: 'none' }],
  ['guide:../x', { kind: 'none' }],
  [undefined, { kind: 'none' }],
])('a link %s leads to %o', (href, target) => {
  expect(targetOf(href)).toEqual(target);
});

test('each group has its shelf, and an empty one is left out', () => {
  expect([...groupOrder].sort()).toEqual([...guideGroups].sort());
  const guide = {
    ...{ id: 'a', title: 'A', summary: '', group: 'reset' as const, models: [], codes: [] },
    ...{ date: '2026-11-20', locale: 'en' as const },
  };
  expect(shelvesOf([guide]).map(({ group }) => group)).toEqual(['reset']);
});

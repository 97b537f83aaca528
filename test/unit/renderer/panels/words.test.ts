import { describe, expect, it } from 'vitest';
import { panelsEn } from '../../../../renderer/src/i18n/en/panels.ts';
import { panelsEs } from '../../../../renderer/src/i18n/es/panels.ts';
import { panelsIt } from '../../../../renderer/src/i18n/it/panels.ts';

type Tree = { readonly [key: string]: string | Tree };

function leavesOf(tree: Tree, path = ''): Map<string, string> {
  const leaves = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') leaves.set(path + key, value);
    else for (const [deeper, text] of leavesOf(value, `${path}${key}/`)) leaves.set(deeper, text);
  }
  return leaves;
}

const placeholdersOf = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).sort();

const english = leavesOf(panelsEn);

describe.each([
  ['it', leavesOf(panelsIt)],
  ['es', leavesOf(panelsEs)],
] as const)('words of the panels in %s', (_locale, leaves) => {
  it('has the keys and placeholders of English and no empty text', () => {
    expect([...leaves.keys()]).toEqual([...english.keys()]);
    const wrong = [...leaves].filter(
      ([key, text]) =>
        text.trim() === '' ||
        placeholdersOf(text).join() !== placeholdersOf(english.get(key) ?? '').join(),
    );
    expect(wrong).toEqual([]);
  });

  it('is translated: sentences differ from English', () => {
    const left = [...english].filter(
      ([key, text]) => text.split(' ').length > 3 && leaves.get(key) === text,
    );
    expect(left).toEqual([]);
  });
});

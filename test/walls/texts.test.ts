import { describe, expect, test } from 'vitest';
import { errorCodes } from '../../main/contract/errors.ts';
import { noticeCodes } from '../../main/contract/network.ts';
import { locales } from '../../main/contract/settings.ts';
import { texts } from '../../main/contract/text/index.ts';
import { cliTexts } from '../../main/host/cli/text/index.ts';
import { webTexts } from '../../main/host/web/text.ts';
import { wordsEn } from '../../renderer/src/i18n/words-en.ts';
import { sourcesIn } from './sources.ts';

type Tree = { readonly [key: string]: string | Tree };

/** Every text with its path. */
function leaves(tree: Tree, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}/${key}`, value] as const]
      : leaves(value, `${path}/${key}`),
  );
}

function placeholders(text: string): readonly string[] {
  return [...text.matchAll(/\{\{\s*([\w-]+)\s*\}\}/g)].map((match) => match[1] ?? '').sort();
}

const catalogues: readonly (readonly [string, Readonly<Record<string, Tree>>])[] = [
  ['shared words', texts as unknown as Readonly<Record<string, Tree>>],
  ['command line', cliTexts as unknown as Readonly<Record<string, Tree>>],
  ['web host', webTexts as unknown as Readonly<Record<string, Tree>>],
];

describe.each(catalogues)('%s', (_name, catalogue) => {
  const english = new Map(leaves(catalogue['en'] ?? {}));

  test.each([...locales])('%s has every text, none empty, with the same placeholders', (locale) => {
    const own = leaves(catalogue[locale] ?? {});
    expect(own.map(([path]) => path).sort()).toEqual([...english.keys()].sort());
    expect(own.filter(([, text]) => text.trim() === '')).toEqual([]);
    const wrong = own.filter(
      ([path, text]) => placeholders(text).join() !== placeholders(english.get(path) ?? '').join(),
    );
    expect(wrong).toEqual([]);
  });

  test('no language is a copy of English', () => {
    for (const locale of ['it', 'es'] as const) {
      const same = leaves(catalogue[locale] ?? {}).filter(
        ([path, text]) => english.get(path) === text && text.length > 24,
      );
      expect([locale, same]).toEqual([locale, []]);
    }
  });
});

describe('what can go wrong has words', () => {
  test.each([...locales])(
    '%s: each error and notice says what happened and what to do',
    (locale) => {
      for (const code of errorCodes) {
        const { what, next } = texts[locale].errors[code];
        expect([code, what.length > 10, next.length > 10]).toEqual([code, true, true]);
      }
      for (const code of noticeCodes) {
        const { what, next } = texts[locale].notices[code];
        expect([code, what.length > 10, next.length > 10]).toEqual([code, true, true]);
      }
    },
  );
});

describe('the words of the screen', () => {
  const page = sourcesIn('renderer')
    .filter(({ path }) => !/\/i18n\/(en|it|es)\//.test(path))
    .map(({ text }) => text)
    .join('\n');

  test('each is shown somewhere', () => {
    const named = new Set([...page.matchAll(/['"](ui\/[^'"]+)['"]/g)].map(([, key]) => key));
    // A step of a key that is chosen at run time may be any word.
    const built = [...page.matchAll(/`(ui\/[^`]*)`/g)].map(
      ([, key = '']) => new RegExp(`^${key.split(/\$\{[^}]*\}/).join('[^/]+')}$`),
    );
    const unused = leaves(wordsEn.ui, 'ui')
      .map(([path]) => path.replace(/_(one|other)$/, ''))
      .filter((key) => !named.has(key) && !built.some((each) => each.test(key)));
    expect(unused).toEqual([]);
  });
});

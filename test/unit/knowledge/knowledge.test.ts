import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Knowledge } from '../../../main/knowledge/knowledge.ts';
import { createMemoryLog } from '../../helpers/memory-log.ts';
import { fileOf, libraryOf, shippedFiles } from './library.ts';

const ids = (guides: readonly { readonly id: string }[]) => guides.map(({ id }) => id);

describe('the list', () => {
  test('goes by group, then by title without its marks', async () => {
    const { knowledge } = libraryOf({
      en: [
        fileOf('c', { title: 'Zebra', group: 'unbind' }),
        fileOf('b', { title: 'Apple', group: 'reference' }),
        fileOf('a', { title: '’Router’', group: 'unbind' }),
      ],
    });
    expect(ids(await knowledge.list('en'))).toEqual(['a', 'c', 'b']);
  });

  test('says which ones are still in English', async () => {
    const { knowledge } = libraryOf({
      en: [fileOf('a'), fileOf('b')],
      it: [fileOf('b', { title: 'Tradotta' })],
    });
    const guides = await knowledge.list('it');
    expect(guides.map(({ id, locale, title }) => [id, locale, title])).toEqual([
      ['a', 'en', 'About a'],
      ['b', 'it', 'Tradotta'],
    ]);
  });

  test('reads each language once', async () => {
    const { knowledge, reads } = libraryOf({ en: [fileOf('a')], it: [fileOf('a')] });
    await Promise.all([knowledge.list('it'), knowledge.get('a', 'it'), knowledge.list('en')]);
    await knowledge.search('about', 'it');
    expect(reads()).toBe(2);
  });

  test('a source that failed is asked again', async () => {
    let isBroken = true;
    const source = {
      read: () => (isBroken ? Promise.reject(new Error('away')) : Promise.resolve([fileOf('a')])),
    };
    const knowledge = new Knowledge({ source, log: createMemoryLog() });
    await expect(knowledge.list('en')).rejects.toThrow('away');
    isBroken = false;
    expect(ids(await knowledge.list('en'))).toEqual(['a']);
  });
});

describe('a guide that is broken', () => {
  test('is left out, and the log says all that is wrong with it', async () => {
    const { knowledge, log } = libraryOf({
      en: [fileOf('good'), fileOf('bad', { more: 'colour: red', group: 'kitchen' })],
    });
    expect(ids(await knowledge.list('en'))).toEqual(['good']);
    const [line, ...others] = log.lines;
    expect(others).toEqual([]);
    expect(line).toMatchObject({ level: 'error', fields: { guide: 'en/bad.md' } });
    expect(String(line?.fields['problems'])).toMatch(/colour/);
    expect(String(line?.fields['problems'])).toMatch(/group/);
  });

  test('in one language falls back to English', async () => {
    const { knowledge } = libraryOf({
      en: [fileOf('a')],
      es: [{ id: 'a', text: 'no front matter' }],
    });
    expect((await knowledge.get('a', 'es'))?.locale).toBe('en');
  });
});

describe('search', () => {
  const library = () =>
    libraryOf({
      en: [
        fileOf('lock', {
          title: 'The device is locked',
          codes: ['locked', 'sadp-2018'],
          body: '## Wait\n\nLeave it powered\nfor thirty minutes.\n\n- Then try once.\n',
        }),
        fileOf('file', { title: 'Reset by file', codes: ['sadp-2023'] }),
        fileOf('key', { title: 'Contraseña olvidada', symptoms: ['forgot password'] }),
      ],
    }).knowledge;

  test.each([
    ['locked', ['lock']],
    ['lokced', []],
    ['loked', ['lock']],
    ['minu', ['lock']],
    ['contrasena', ['key']],
    ['CONTRASEÑA', ['key']],
    ['2018', ['lock']],
    ['sadp-2023', ['file']],
    ['powered thirty', ['lock']],
    ['xyzzy', []],
    ['!?', []],
  ])('%s finds %j', async (words, found) => {
    expect(ids(await library().search(words, 'en'))).toEqual(found);
  });

  test('wants all words first, and any of them when none has all', async () => {
    expect(ids(await library().search('reset file', 'en'))).toEqual(['file']);
    const any = ids(await library().search('file locked', 'en'));
    expect([...any].sort()).toEqual(['file', 'lock']);
  });

  test('shows the place, joined over broken lines, or the summary', async () => {
    const [place] = await library().search('thirty', 'en');
    expect(place?.excerpt).toBe('Leave it powered for thirty minutes.');
    const [head] = await library().search('olvidada', 'en');
    expect(head?.excerpt).toBe('One sentence.');
  });

  test('a long paragraph is cut around the word, at words', async () => {
    const long = `${'before '.repeat(60)}needle ${'after '.repeat(60)}`;
    const { knowledge } = libraryOf({ en: [fileOf('a', { body: long })] });
    const [hit] = await knowledge.search('needle', 'en');
    expect(hit?.excerpt).toMatch(/^… (before )+needle (after )+…$/);
    expect(hit?.excerpt.length).toBeLessThanOrEqual(170);
  });

  test('takes whatever is typed', async () => {
    const knowledge = new Knowledge({ source: shippedFiles, log: createMemoryLog() });
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 60, unit: 'grapheme' }), async (words) => {
        for (const { excerpt } of await knowledge.search(words, 'en')) {
          expect(excerpt.length).toBeLessThanOrEqual(410);
        }
        expect((await knowledge.near(words, 'en')).length).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  });
});

describe('codes and near ids', () => {
  test('first the guide that names the code first', async () => {
    const { knowledge } = libraryOf({
      en: [
        fileOf('wide', { codes: ['x', 'locked'] }),
        fileOf('all', { codes: ['locked', 'a', 'b'] }),
        fileOf('own', { codes: ['locked'] }),
        fileOf('other', { codes: ['lock'] }),
      ],
    });
    expect(ids(await knowledge.forCode('locked', 'en'))).toEqual(['own', 'all', 'wide']);
    expect(await knowledge.forCode('none', 'en')).toEqual([]);
  });

  test('a wrong id is answered with near ones, or with the first of the list', async () => {
    const knowledge = new Knowledge({ source: shippedFiles, log: createMemoryLog() });
    expect(await knowledge.near('unbind-overvew', 'en')).toContain('unbind-overview');
    expect(await knowledge.near('zzzz', 'en')).toHaveLength(3);
  });
});

describe('the guides that we ship', () => {
  const knowledge = new Knowledge({ source: shippedFiles, log: createMemoryLog() });

  test.each([
    ['the device and software are in different areas', 'area-rule'],
    ['locked 30 minutes', 'lockout'],
    ['192.168.1.64', 'wrong-subnet'],
    ['reset button dome', 'reset-button-families'],
    ['captcha', 'phone-on-lan'],
    ['4.16.1', 'reset-by-portal-installer'],
    ['tourist', 'guest-account'],
    ['health monitoring', 'hpp-health-monitoring'],
    ['wpcap', 'system-permissions'],
    ['2024', 'lockout'],
    ['router', 'no-internet-on-site'],
    ['Ripristina password', 'reset-by-portal-owner'],
  ])('"%s" finds %s among the first two', async (words, id) => {
    expect(ids(await knowledge.search(words, 'en')).slice(0, 2)).toContain(id);
  });

  test.each([
    ['different-area', 'area-rule'],
    ['needs-internet', 'no-internet-on-site'],
    ['owner-account', 'owner-account'],
    ['needs-owner', 'owner-account'],
    ['phone-on-lan', 'phone-on-lan'],
    ['recorder-menu', 'recorder-local-menu'],
    ['support-case', 'support-case'],
    ['lan', 'unbind-by-lan'],
    ['wrong-password', 'lockout'],
    ['locked', 'lockout'],
    ['accepted', 'verify-unbound'],
    ['not-activated', 'activate'],
    ['network.permission', 'system-permissions'],
    ['vault.locked', 'saved-passwords'],
    ['sadp-2023', 'reset-file'],
  ])('%s is explained first by %s', async (code, id) => {
    expect(ids(await knowledge.forCode(code, 'en'))[0]).toBe(id);
  });
});

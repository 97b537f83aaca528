import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headingsOf, paragraphsOf, plainText } from '../../../main/knowledge/markdown.ts';
import { readGuide } from '../../../main/knowledge/read-guide.ts';
import { type Draft, fileOf, shippedFiles } from './library.ts';

function problemsOf(draft: Draft, locale: 'en' | 'it' | 'es' = 'en'): string {
  const read = readGuide(fileOf('a', draft), locale);
  return read.ok ? '' : read.problems.join('; ');
}

describe('the head of a guide', () => {
  test('is read as it stands', () => {
    const read = readGuide(
      fileOf('a', {
        codes: ['locked', 'vault.locked', 'sadp-2018'],
        more: 'differs:\n  - point: When?\n    says:\n      - source: A\n        value: "24"\n      - source: B\n        value: "48"',
      }),
      'en',
    );
    expect(read).toMatchObject({
      ok: true,
      guide: {
        id: 'a',
        locale: 'en',
        codes: ['locked', 'vault.locked', 'sadp-2018'],
        date: '2026-11-20',
        sources: [{ title: 'A manual', publisher: null, note: null, seen: '2026-11-20' }],
        differs: [{ point: 'When?', says: [{ value: '24' }, { value: '48' }] }],
        body: '## Steps\n\n1. Look.',
      },
    });
  });

  test.each([
    ['an unknown key', { more: 'titel: typo' }, /titel/],
    ['an unknown group', { group: 'kitchen' }, /group/],
    ['a key twice', { more: 'id: a' }, /YAML/],
    ['bad YAML', { more: 'differs: [' }, /YAML/],
    ['no symptom', { symptoms: [] }, /symptoms/],
    ['a code with blanks', { codes: ['"two words"'] }, /codes/],
    ['one side of a disagreement', { more: 'differs:\n  - point: x\n    says: []' }, /says/],
    ['an empty title', { title: ' ' }, /title/],
  ] satisfies readonly (readonly [string, Draft, RegExp])[])(
    '%s is refused',
    (_name, draft, words) => {
      expect(problemsOf(draft)).toMatch(words);
    },
  );

  test('the name of the file counts', () => {
    const read = readGuide({ ...fileOf('a'), id: 'b' }, 'en');
    expect(read).toMatchObject({ ok: false, problems: [expect.stringMatching(/named "b"/)] });
  });

  test.each(['', 'no head', '---\nid: a\n', '\u0000'])('%j is no guide', (text) => {
    expect(readGuide({ id: 'a', text }, 'en').ok).toBe(false);
  });

  test('a file from Windows is the same', () => {
    const { text } = fileOf('a');
    const read = readGuide({ id: 'a', text: `\uFEFF${text.replaceAll('\n', '\r\n')}` }, 'en');
    expect(read).toMatchObject({ ok: true, guide: { body: '## Steps\n\n1. Look.' } });
  });
});

describe('the body of a guide', () => {
  test.each([
    ['# Title', /heading/],
    ['#### Deep', /heading/],
    ['A <b>bold</b> word', /HTML/],
    ['<script>alert(1)</script>', /HTML/],
    ['<!-- hidden -->', /HTML/],
    ['See https://example.com', /address/],
    ['See [it](https://example.com)', /address|link/],
    ['See [it](guide:No)', /link/],
    ['See [it](screen:kitchen)', /link/],
    ['See [it](javascript:alert)', /link/],
    ['![picture](guide:a)', /picture/],
    ['Go to **A > B**.', /last line/],
    ['', /no text/],
  ])('%j is refused', (body, words) => {
    expect(problemsOf({ body })).toMatch(words);
  });

  test.each([
    ['en', 'Screens as of 2026-11-20; may differ by version.'],
    ['it', 'Schermate al 2026-11-20; possono variare secondo la versione.'],
    ['es', 'Pantallas a fecha de 2026-11-20; pueden variar según la versión.'],
  ] as const)('a screen path in %s has its day', (locale, line) => {
    expect(problemsOf({ body: `Go to **A > B**.\n\n${line}\n` }, locale)).toBe('');
    expect(problemsOf({ body: `${line}\n\nGo to **A > B**.\n` }, locale)).toMatch(/last line/);
  });

  test('a placeholder within a command is no HTML', () => {
    expect(problemsOf({ body: 'Type `untether cloud <device>`.' })).toBe('');
  });

  test('is read without marks, by paragraph', () => {
    const body = [
      '## Two *words*',
      '',
      'One **bold**',
      'line with [a link](guide:a).',
      '',
      '1. First',
      '   goes on',
      '- Second',
      '',
      '| A | B |',
      '|---|---|',
      '| x | `y` |',
      '',
      'Screens as of 2026-11-20; may differ by version.',
    ].join('\n');
    expect(paragraphsOf(body)).toEqual([
      'One bold line with a link.',
      'First goes on',
      'Second',
      'A B',
      'x y',
    ]);
    expect(headingsOf(body)).toEqual(['Two *words*']);
    expect(plainText('[a](guide:b) `c`')).toBe('a c');
  });
});

test('a guide that was cut or changed anywhere is read or refused, and nothing is thrown', async () => {
  const files = await shippedFiles.read('en');
  fc.assert(
    fc.property(
      fc.constantFrom(...files),
      fc.nat(),
      fc.string({ maxLength: 8, unit: 'binary' }),
      fc.nat({ max: 40 }),
      ({ id, text }, seed, put, cut) => {
        const at = seed % text.length;
        const changed = text.slice(0, at) + put + text.slice(at + cut);
        const read = readGuide({ id, text: changed }, 'en');
        if (!read.ok) expect(read.problems.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 1000 },
  );
});

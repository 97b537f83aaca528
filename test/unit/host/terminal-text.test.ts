import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localeOf } from '../../../main/host/cli/locale.ts';
import { mostSimilar } from '../../../main/host/cli/similar.ts';
import { paint, pairs, table } from '../../../main/host/cli/table.ts';
import {
  cut,
  cutFront,
  harmless,
  pad,
  printable,
  widthOf,
  wrap,
} from '../../../main/host/cli/width.ts';

const toFile = { hasColour: false, columns: null };

describe('width of text', () => {
  test.each([
    ['DS-2CD2143G2-I', 14],
    ['门口摄像机', 10],
    ['ｶﾒﾗ', 3],
    ['Küche', 5],
    ['Ku\u0308che', 5],
    ['📷', 2],
    ['', 0],
  ])('%j takes %i cells', (text, cells) => {
    expect(widthOf(text)).toBe(cells);
  });

  test('cut text never takes more than its cells, and shows that it was cut', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 1, max: 30 }),
        (text, cells) => {
          const result = cut(text, cells);
          expect(widthOf(result)).toBeLessThanOrEqual(Math.max(cells, 1));
          if (widthOf(text) > cells) expect(result.endsWith('…')).toBe(true);
          else expect(result).toBe(text);
        },
      ),
    );
  });

  test('a serial keeps its end', () => {
    expect(cutFront('DS-2CD2143G2-I20230505AAWRE64583902', 13)).toBe('…AWRE64583902');
    expect(cutFront('短い门口', 5)).toBe('…门口');
    expect(cutFront('short', 5)).toBe('short');
  });

  test('long words are broken between, not within', () => {
    expect(wrap('one two three', '  ', 9)).toBe('  one two\n  three');
    expect(wrap('one two three', '  ', null)).toBe('  one two three');
    expect(wrap('unbreakable', '', 4)).toBe('unbreakable');
  });

  test('padded text takes exactly its cells when it fits', () => {
    expect(widthOf(pad('门口', 8))).toBe(8);
    expect(pad('longer', 2)).toBe('longer');
  });

  test('what a device says cannot steer the terminal', () => {
    expect(printable('Gate\u001b[2J\u0007')).toBe('Gate\ufffd[2J\ufffd');
    expect(printable('a\u202eb\u2028c\nd\u009b')).toBe('a\ufffdb\ufffdc\ufffdd\ufffd');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(printable(text)).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });
});

describe('table', () => {
  const columns = [
    { title: 'IP' },
    { title: 'Model', shrink: { rank: 1, floor: 8 } },
    { title: 'Note' },
  ];

  test('columns stand under each other, whatever is in them', () => {
    const text = table(
      columns,
      [
        ['192.168.1.64', '门口', 'x'],
        ['10.0.0.5', 'DS-2CD', 'y'],
      ],
      toFile,
    );
    expect(text.split('\n')).toEqual([
      'IP            Model   Note',
      '192.168.1.64  门口    x',
      '10.0.0.5      DS-2CD  y',
    ]);
  });

  test('a column with nothing in it is left out', () => {
    expect(table(columns, [['10.0.0.5', '', 'y']], toFile)).toBe('IP        Note\n10.0.0.5  y');
  });

  test('it is cut to fit a terminal, and only where it may be', () => {
    const row = ['192.168.100.164', 'DS-2CD2T87G2P-LSU/SL-and-more', 'kept whole'];
    const lines = table(columns, [row], { hasColour: false, columns: 44 }).split('\n');
    for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(44);
    expect(lines[1]).toContain('192.168.100.164');
    expect(lines[1]).toContain('…');
    expect(lines[1]).toContain('kept whole');
    expect(table(columns, [row], toFile)).toContain('DS-2CD2T87G2P-LSU/SL-and-more');
  });

  test('low ranks give way first', () => {
    const ranked = [
      { title: 'A', shrink: { rank: 2, floor: 4 } },
      { title: 'B', shrink: { rank: 1, floor: 4 } },
    ];
    const row = ['a'.repeat(20), 'b'.repeat(30)];
    const line = (width: number) =>
      table(ranked, [row], { hasColour: false, columns: width }).split('\n')[1];
    expect(line(44)).toBe(`${'a'.repeat(20)}  ${'b'.repeat(21)}…`);
    // A terminal narrower than 40 is not believed.
    expect(line(10)).toBe(`${'a'.repeat(20)}  ${'b'.repeat(17)}…`);
  });

  test('colour only where it is shown', () => {
    expect(paint('IP', 'bold', false)).toBe('IP');
    expect(paint('IP', 'bold', true)).toBe('\u001b[1mIP\u001b[0m');
  });

  test('pairs align their values', () => {
    expect(
      pairs([
        ['MAC', 'aa'],
        ['Serial', 'b\u0007b'],
      ]),
    ).toBe('  MAC     aa\n  Serial  b\ufffdb');
    expect(pairs([])).toBe('');
  });
});

describe('small helpers', () => {
  test.each([
    ['remov', 'remove'],
    ['shwo', 'show'],
    ['EXPORT', undefined],
    ['frobnicate', undefined],
    ['', undefined],
  ])('%j was probably %j', (word, meant) => {
    expect(mostSimilar(word, ['list', 'show', 'edit', 'remove', 'restore', 'export'])).toBe(meant);
  });

  test.each([
    [['--lang', 'it'], {}, 'it'],
    [['--lang=es'], { LANG: 'it_IT' }, 'es'],
    [[], { LANG: 'it_IT.UTF-8' }, 'it'],
    [[], { LC_ALL: 'es_MX', LANG: 'it_IT' }, 'es'],
    [[], { LANG: 'de_DE' }, 'en'],
    [['--lang'], {}, 'en'],
    [[], {}, 'en'],
  ])('%j with %j speaks %s', (args, env, locale) => {
    expect(localeOf(args, env)).toBe(locale);
  });
});

describe('the last guard before the terminal', () => {
  test('lets line ends and our own colours through, and nothing else that repaints', () => {
    const bold = paint('Gate', 'bold', true);
    expect(harmless(`${bold}\n\tx`, true)).toBe(`${bold}\n\tx`);
    expect(harmless(bold, false)).toBe('\ufffd[1mGate\ufffd[0m');
    for (const bad of [
      '\u001b[2J',
      '\u001b]0;x\u0007',
      '\r',
      '\u009b31m',
      '\u202e',
      '\u001b[31;1H',
    ]) {
      expect(harmless(`a${bad}b`, true)).not.toMatch(/[\p{Cc}\u202e]/u);
    }
  });

  test('leaves every text alone that a person can write', () => {
    for (const text of ['门口摄像机', 'Küche', '👩‍🔧 Gate', 'شقة', 'naïve “quotes” …']) {
      expect(harmless(text, false)).toBe(text);
    }
  });
});

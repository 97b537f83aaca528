import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nothingTyped, typeOn } from '../../../main/host/cli/acts/typed-line.ts';

const typed = (...chunks: readonly string[]) => chunks.reduce(typeOn, nothingTyped);

describe('a hidden line', () => {
  test.each([
    [['abc', '\r'], 'abc', 'done'],
    [['a', 'b', 'c\n'], 'abc', 'done'],
    [['abx', '\u007f', 'c\r'], 'abc', 'done'],
    [['é📷', '\b', '\r'], 'é', 'done'],
    [['\u007f\u007fabc\r'], 'abc', 'done'],
    [['wrong\u0015abc\r'], 'abc', 'done'],
    [['abc\u0004'], 'abc', 'done'],
    [['\u0004'], '', 'interrupted'],
    [['abc\u0003'], '', 'interrupted'],
    [['abc\rmore'], 'abc', 'done'],
    [['abc'], 'abc', 'typing'],
    [['\r'], '', 'done'],
  ] as const)('%j gives %j, %s', (chunks, text, state) => {
    expect(typed(...chunks)).toEqual({ text, state });
  });

  test('takes pasted text without the marks of the terminal, and no cursor keys', () => {
    expect(typed('\u001b[200~Pass;word1\u001b[201~', '\u001b[D', '\u001bOA', '\t', '\r').text).toBe(
      'Pass;word1',
    );
  });

  test('keeps every printable character', () => {
    const password = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 16 });
    fc.assert(
      fc.property(password, (text) => {
        expect(typed(text, '\r')).toEqual({ text, state: 'done' });
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkPassword } from '../../../main/domain/password-rules.ts';

describe('two lines about a password', () => {
  test.each([
    ['Abcd123', false, ['too-short', 'common']],
    ['Abcdefgh1jklmnop!', false, ['too-long']],
    ['Grüße2026!', false, ['not-ascii']],
    ['tab\t2026aB', false, ['not-ascii']],
    ['zxvbnmkjh', false, ['one-kind']],
    ['xAdmin77!', false, ['contains-user-name', 'common']],
    ['zxvbnm27', true, ['two-kinds-only']],
    ['zxAAAA27!', true, ['repeated']],
    ['zx4567!B', true, ['ascending']],
    ['zx7654!B', true, ['ascending']],
    ['zx3456!B', true, ['ascending']],
    ['zx123k!B', true, ['common']],
    ['Blank it 7', true, []],
    ['Korb.72xQ', true, []],
  ])('%s', (password, willAccept, problems) => {
    const check = checkPassword(password);
    expect(check).toMatchObject({ willAccept, problems });
    expect(check.isRecommended).toBe(problems.length === 0);
  });

  test('the user name counts as the device has it, forwards, inside and backwards', () => {
    expect(checkPassword('Technik.7', 'technik').willAccept).toBe(false);
    expect(checkPassword('x1Kinhcet', 'technik').willAccept).toBe(true);
    expect(checkPassword('kinhcet2', '2technik').problems).toContain('contains-user-name');
    expect(checkPassword('Nimda.772', '').willAccept).toBe(true);
    expect(checkPassword('Nimda.772').problems).toEqual(['common']);
  });

  test('kinds are counted', () => {
    expect(['aaaa', 'aA', 'aA1', 'aA1!'].map((text) => checkPassword(text).kinds)).toEqual([
      1, 2, 3, 4,
    ]);
  });

  test('what is recommended is always accepted', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), (password) => {
        const { isRecommended, willAccept, kinds } = checkPassword(password);
        if (isRecommended) expect(willAccept && kinds >= 3).toBe(true);
      }),
    );
  });
});

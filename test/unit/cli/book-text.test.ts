import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BookEntry,
  type BookTest,
  bookTest,
  importProblems,
} from '../../../main/contract/book.ts';
import { locales } from '../../../main/contract/settings.ts';
import { texts } from '../../../main/contract/text/index.ts';
import { importTable, isWellTested, testText } from '../../../main/host/cli/book-text.ts';
import { aContext } from './some-context.ts';

const { name, reach, login, certificate } = bookTest.shape;
const entry: BookEntry = {
  ...{ host: 'cam.example.lan', httpPort: 443, isTls: true, commandPort: 8000, userName: 'admin' },
  ...{ origin: 'typed', addedAt: 0, pin: null, isBasicAllowed: false, test: null },
};
const anyTest: fc.Arbitrary<BookTest> = fc.record({
  at: fc.constant(0),
  name: fc.constantFrom(...name.options),
  address: fc.option(fc.ipV4()),
  reach: fc.constantFrom(...reach.options),
  activated: fc.option(fc.boolean()),
  login: fc.constantFrom(...login.options),
  attemptsLeft: fc.option(fc.nat(7)),
  lockedUntil: fc.option(fc.constant(Number.MAX_SAFE_INTEGER)),
  identity: fc.option(
    fc.constant({ serial: 'S', model: null, mac: null, firmware: null, name: null, type: null }),
  ),
  isSameDevice: fc.option(fc.boolean()),
  certificate: fc.record({
    state: fc.constantFrom(...certificate.shape.state.options),
    fingerprint: fc.option(fc.constant('ab')),
    pinned: fc.option(fc.constant('cd')),
  }),
  redirect: fc.option(fc.constant('https://cam/')),
});

describe('a test in words', () => {
  it.each(locales)('leaves nothing unfilled and ends where the test ended, in %s', (locale) => {
    const { logins } = texts[locale].book;
    fc.assert(
      fc.property(anyTest, (test) => {
        const text = testText({ ...entry, test }, locale);
        expect(text).not.toMatch(/\{\{|\bnull\b|undefined/);
        const isEarly =
          test.name === 'not-resolved' || test.name === 'not-lan' || test.reach !== 'open';
        expect(text.includes(logins[test.login])).toBe(!isEarly);
      }),
    );
  });

  it('is well only where a device answered and no login failed', () => {
    fc.assert(
      fc.property(anyTest, (test) => {
        const isLoginFine = test.login === 'proven' || test.login === 'no-password';
        expect(isWellTested({ ...entry, test })).toBe(test.reach === 'open' && isLoginFine);
      }),
    );
    expect(isWellTested(entry)).toBe(true);
  });
});

it.each(locales)('every problem of a line has its words in %s', (locale) => {
  const problems = importProblems.map((code) => ({ code, level: 'stop', detail: 'x9' }) as const);
  const row = {
    ...{ line: 2, host: 'cam', httpPort: 80, isTls: false, commandPort: null, name: null },
    ...{ userName: null, serial: null, mac: null, kind: null, note: null, hasPassword: false },
    existing: null,
    problems,
  };
  const text = importTable(aContext({ locale }), [row]);
  for (const code of importProblems) {
    expect(text).toContain(texts[locale].book.importProblems[code].replace('{{detail}}', 'x9'));
  }
});

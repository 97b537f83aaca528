import { describe, expect, test } from 'vitest';
import type { ErrorCode } from '../../../main/contract/errors.ts';
import { locales } from '../../../main/contract/settings.ts';
import { errorParams, errorWords, texts } from '../../../main/contract/text/index.ts';
import { passwordProblems } from '../../../main/domain/password-rules.ts';

describe('codes in the parameters of an error', () => {
  test('a password that cannot be used is told with every reason', () => {
    const error = {
      code: 'job.bad-password',
      params: { problems: 'too-short, one-kind' },
    } as const;
    expect(errorWords(texts.en, error).what).toBe(
      'The new password cannot be used, because it has fewer than 8 characters, has only one kind of characters.',
    );
  });

  test.each(locales)('every problem of a password has words in %s', (locale) => {
    expect(Object.keys(texts[locale].passwordProblems).sort()).toEqual(
      [...passwordProblems].sort(),
    );
  });

  test('a state has its word', () => {
    const error = { code: 'job.not-resumable', params: { state: 'done' } } as const;
    expect(errorParams(texts.it, error)).toEqual({ state: 'Finita' });
  });

  test.each([
    ['no-rows', 'There is no row below the titles.'],
    ['bad-mask', 'This is not a subnet mask.'],
    ['missing-column: serial, mac', 'A column is missing. It is serial, mac.'],
    ['something new', 'something new'],
  ])('a plan that cannot be used: %s', (problem, words) => {
    const error = { code: 'job.bad-plan', params: { problem, line: 3 } } as const;
    expect(errorWords(texts.en, error).what).toBe(
      `The address plan cannot be used, line 3: ${words}`,
    );
  });

  test('what opens the vault has its word, by whatever error it is named', () => {
    for (const [code, { what }] of Object.entries(texts.es.errors)) {
      if (!code.startsWith('vault.') || !what.includes('{{box}}')) continue;
      if (code === 'vault.box-not-found') continue;
      const error = { code: code as ErrorCode, params: { box: 'passphrase' } };
      expect(errorWords(texts.es, error).what, code).toContain('frase de paso');
    }
  });

  test('all other parameters stay as they are', () => {
    const params = { wanted: 'too-short', candidates: 'done' };
    expect(errorParams(texts.es, { code: 'device.ambiguous', params })).toEqual(params);
  });
});

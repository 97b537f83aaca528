import { describe, expect, test } from 'vitest';
import { AppError, errorCodes } from '../../../main/contract/errors.ts';
import { badInput, CliFailure } from '../../../main/host/cli/context.ts';
import { exitCodeOf } from '../../../main/host/cli/exit-codes.ts';
import { newRef, problem, problemOf, wordsOf } from '../../../main/host/problems.ts';

describe('errors of a host', () => {
  test('ours keep code, parameters and words', () => {
    const error = problemOf(new AppError('store.unwritable', { path: '/data' }));
    expect(error).toMatchObject({ code: 'store.unwritable', params: { path: '/data' } });
    expect(error.message).toContain('/data');
  });

  test('anything else tells nothing of itself', () => {
    const error = problemOf(new Error('ENOENT /home/ann/secret'));
    expect(error.code).toBe('internal.unexpected');
    expect(JSON.stringify(error)).not.toContain('secret');
  });

  test('words are in the wanted language, filled in', () => {
    const { what, next } = wordsOf(problem('site.not-found', { wanted: 'Aurora' }), 'it');
    expect(what).toContain('Aurora');
    expect(next.length).toBeGreaterThan(10);
  });

  test('references differ', () => {
    expect(new Set(Array.from({ length: 500 }, newRef)).size).toBe(500);
  });
});

describe('exit codes', () => {
  test.each([
    ['input.invalid', 2],
    ['input.public-range', 2],
    ['device.ambiguous', 2],
    ['site.name-taken', 2],
    ['site.not-empty', 1],
    ['network.no-adapter', 3],
    ['store.newer', 3],
    ['file.unwritable', 3],
    ['host.node-too-old', 3],
    ['host.closing', 1],
    ['sweep.running', 1],
    ['internal.unexpected', 1],
  ] as const)('%s ends with %i', (code, exit) => {
    expect(exitCodeOf(code)).toBe(exit);
  });

  test('every error has one of the six', () => {
    for (const code of errorCodes) expect([1, 2, 3, 4]).toContain(exitCodeOf(code));
  });

  test('input that the command line refuses is usage', () => {
    expect(badInput('x')).toBeInstanceOf(CliFailure);
    expect(badInput('x').code).toBe(2);
  });
});

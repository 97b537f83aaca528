import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeInput } from '../../../main/services/audit/describe-input.ts';
import { addEvidence, redactEvidence } from '../../../main/services/jobs/evidence.ts';
import { ParamBook, SecretBook, splitParams } from '../../../main/services/jobs/secret-book.ts';
import { testCrypto } from '../../helpers/test-crypto.ts';

describe('passwords of a job', () => {
  test('are kept sealed, by group, until the job ends', () => {
    const book = new SecretBook(testCrypto);
    book.fill(
      new Map([
        [0, 'One-2026'],
        [1, 'Two-2026'],
        [2, 'One-2026'],
      ]),
    );
    expect([0, 1, 2].map((position) => book.group(position))).toEqual([0, 1, 0]);
    expect(book.password(1)).toBe('Two-2026');
    expect(book.has(3)).toBe(false);
    expect(book.group(3)).toBeNull();
    book.clear();
    expect(book.password(1)).toBeNull();
  });

  test('given again they make groups of their own', () => {
    const book = new SecretBook(testCrypto);
    book.fill(new Map([[0, 'Wrong-2026']]));
    book.fill(new Map([[1, 'Right-2026']]));
    expect(book.group(0)).not.toBe(book.group(1));
  });

  test('need something to be sealed with', () => {
    const book = new SecretBook(null);
    book.fill(new Map());
    expect(() => book.fill(new Map([[0, 'x']]))).toThrow('cannot keep passwords');
  });
});

describe('inputs of a runner', () => {
  test('what is named like a secret stays out of the file, and comes back in memory', () => {
    const params = { code: 'ABCDEF', isEnabled: true, nested: { a: 1 } };
    expect(splitParams(params)).toEqual({
      stored: { isEnabled: true, nested: { a: 1 } },
      isLossy: true,
    });
    expect(splitParams(null)).toEqual({ stored: null, isLossy: false });
    expect(splitParams({ edit: {} })).toEqual({ stored: { edit: {} }, isLossy: false });
    const book = new ParamBook(testCrypto);
    book.set(0, params, true);
    book.set(1, { a: 1 }, false);
    expect([book.get(0), book.get(1), book.get(2)]).toEqual([params, { a: 1 }, null]);
    book.clear();
    expect(book.get(0)).toBeNull();
  });

  test('the audit describes a call without secrets, text of files and lists', () => {
    expect(
      describeInput({
        ...{ id: 'job-1', secrets: { all: 'x' }, code: 'y', csv: 'z', password: 'p' },
        ...{ ids: ['a', 'b'], isEnabled: true, count: 3, nested: { a: 1 } },
      }),
    ).toEqual({ id: 'job-1', ids: 2, isEnabled: 'true', count: 3 });
    expect(describeInput(null)).toEqual({});
  });
});

describe('evidence', () => {
  test('never holds the password of the item, wherever it stands', () => {
    const secret = fc
      .string({ minLength: 8, maxLength: 16 })
      .filter((text) => text.trim() === text);
    fc.assert(
      fc.property(secret, fc.string(), fc.string(), (password, before, after) => {
        expect(redactEvidence(`${before}${password}${after}`, [password])).not.toContain(password);
      }),
    );
  });

  test.each([
    '<Password bSalt="true">X03MO1qnZdYdgyfeuILPmQ==</Password>',
    '<Iv>00112233445566778899aabbccddeeff</Iv>',
    '<Code>MIGJAoGBAKj34GkxFhD90vcNLYLInFEX6Ppy1tPf9Cnzj4p4WGeKLs1Pt8Qu</Code>',
    'salt=34a1f0c2e9 and password: hunter22',
    'key 0f6b7e526a0c4d3b9d7c2b6b3f0a1c11',
  ])('nor anything made from one: %s', (text) => {
    const secrets = /X03MO|001122|MIGJ|34a1f0|hunter22|0f6b7e/;
    expect(redactEvidence(text, [])).not.toMatch(secrets);
  });

  test('serials, MACs and addresses stay readable', () => {
    const text = 'DS-2CD2385G1-I20200414AAWRE11111111 44:47:cc:00:00:77 192.168.1.64';
    expect(redactEvidence(text, [])).toBe(text);
  });

  test('a run of hours keeps its beginning and its end', () => {
    const lines: { at: number; text: string }[] = [];
    for (let at = 0; at < 1000; at += 1) addEvidence(lines, { at, text: `line ${at}` });
    addEvidence(lines, { at: 1000, text: 'line 999' });
    expect(lines).toHaveLength(200);
    expect([lines[0]?.text, lines.at(-1)?.text]).toEqual(['line 0', 'line 999']);
  });
});

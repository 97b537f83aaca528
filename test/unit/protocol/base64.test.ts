import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64, toBase64 } from '../../../main/protocol/base64.ts';

describe('base64', () => {
  it('is what Node makes of the same bytes, both ways', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (data) => {
        const text = Buffer.from(data).toString('base64');
        expect(toBase64(data)).toBe(text);
        expect(fromBase64(text)).toEqual(data);
      }),
      { numRuns: 1000 },
    );
  });

  it('skips blanks and line breaks', () => {
    expect(fromBase64(' QU\r\nJD ')).toEqual(Uint8Array.of(65, 66, 67));
  });

  it.each([
    'A',
    'AA',
    'AAA',
    'QUI',
    'QUJD=',
    'QU=D',
    '=',
    '====',
    'QQ==QQ==',
    'QU-_',
    'QR==',
    'QUJ=',
  ])('refuses %j', (text) => {
    expect(fromBase64(text)).toBeNull();
  });
});

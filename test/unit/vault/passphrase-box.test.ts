import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPassphraseBox } from '../../../main/adapters/node/passphrase-box.ts';
import { boxOf, codeOf, flipBit, passphrase } from './rig.ts';

const key = Uint8Array.from({ length: 32 }, (_, index) => index * 7);

describe('a passphrase box', () => {
  test('gives back what was locked away, for any passphrase and any bytes', async () => {
    const phrases = fc.string({ unit: 'grapheme', minLength: 8, maxLength: 60 });
    const bytes = fc.uint8Array({ minLength: 1, maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(phrases, bytes, async (phrase, secret) => {
        const wrapped = await boxOf(phrase).wrap(secret);
        expect(await boxOf(phrase).unwrap(wrapped)).toEqual({ ok: true, key: secret });
        const wrong = await boxOf(`${phrase}x`).unwrap(wrapped);
        expect(wrong).toEqual({ ok: false, why: 'not-opened' });
      }),
      { numRuns: 60 },
    );
  });

  test('costs 2^17 and stores cost and salt with the key', async () => {
    const wrapped = await createPassphraseBox({ passphrase }).wrap(key);
    expect(Array.from(wrapped.subarray(0, 9))).toEqual([...Buffer.from('UVPB'), 1, 1, 17, 8, 1]);
    // Opened by a box that was told another cost: the stored one counts.
    expect(await boxOf().unwrap(wrapped)).toEqual({ ok: true, key });
  });

  test('never makes the same bytes twice', async () => {
    const one = await boxOf().wrap(key);
    const two = await boxOf().wrap(key);
    expect(Buffer.from(one).equals(two)).toBe(false);
    expect(Buffer.from(one.subarray(9, 25)).equals(two.subarray(9, 25))).toBe(false);
  });

  test('takes a letter as the same however the keyboard composes it', async () => {
    const wrapped = await boxOf('caffe\u0300 lungo').wrap(key);
    expect(await boxOf('caff\u00e8 lungo').unwrap(wrapped)).toMatchObject({ ok: true });
  });

  test('refuses to lock away with a short passphrase, yet tries one when opening', async () => {
    expect(await codeOf(() => boxOf('1234567').wrap(key))).toBe('vault.passphrase-short');
    expect(await codeOf(() => boxOf('🔑'.repeat(7)).wrap(key))).toBe('vault.passphrase-short');
    const wrapped = await boxOf('12345678').wrap(key);
    expect(await boxOf('1234567').unwrap(wrapped)).toEqual({ ok: false, why: 'not-opened' });
  });

  test('opens no copy under another name', async () => {
    const wrapped = await boxOf(passphrase, 'passphrase').wrap(key);
    expect(await boxOf(passphrase, 'recovery').unwrap(wrapped)).toEqual({
      ok: false,
      why: 'not-opened',
    });
  });

  test('locks away what the bytes were when asked, though the caller wipes them at once', async () => {
    const secret = Uint8Array.from(key);
    const pending = boxOf().wrap(secret);
    secret.fill(0);
    expect(await boxOf().unwrap(await pending)).toEqual({ ok: true, key });
  });

  test('notices every single flipped bit', async () => {
    const wrapped = await boxOf().wrap(key);
    for (let bit = 0; bit < wrapped.length * 8; bit += 1) {
      const outcome = await boxOf().unwrap(flipBit(wrapped, bit));
      expect([bit, outcome.ok]).toEqual([bit, false]);
    }
  }, 60_000);

  test('notices every cut', async () => {
    const wrapped = await boxOf().wrap(key);
    for (let length = 0; length < wrapped.length; length += 1) {
      const outcome = await boxOf().unwrap(wrapped.subarray(0, length));
      expect([length, outcome.ok]).toEqual([length, false]);
    }
  });

  test('does no work for a file that asks for more than a wrapping may', async () => {
    const wrapped = await boxOf().wrap(key);
    for (const [at, value] of [
      [6, 31],
      [6, 9],
      [7, 0],
      [7, 255],
      [8, 0],
      [8, 255],
    ] as const) {
      const greedy = Uint8Array.from(wrapped);
      greedy[at] = value;
      expect(await boxOf().unwrap(greedy)).toEqual({ ok: false, why: 'damaged' });
    }
  });
});

import { constants, createPublicKey, publicEncrypt } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { systemCrypto as crypto } from '../../../main/adapters/node/crypto.ts';

const hex = (data: Uint8Array) => Buffer.from(data).toString('hex');
const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));

describe('the primitives', () => {
  it('are those of the standards', () => {
    const abc = new TextEncoder().encode('abc');
    expect(hex(crypto.md5(abc))).toBe('900150983cd24fb0d6963f7d28e17f72');
    expect(hex(crypto.sha256(abc))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  // NIST SP 800-38A, F.1.1 and F.2.1: two blocks each.
  const key = bytes('2b7e151628aed2a6abf7158809cf4f3c');
  const plain = bytes('6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51');
  it('encrypt without padding', () => {
    expect(hex(crypto.aesEcb(key, plain))).toBe(
      '3ad77bb40d7a3660a89ecaf32466ef97f5d3d58503b9699de785895a96fdbaaf',
    );
    expect(hex(crypto.aesCbc(key, bytes('000102030405060708090a0b0c0d0e0f'), plain))).toBe(
      '7649abac8119b246cee98e9b12e9197d5086cb9b507219ee95db113a917678b2',
    );
  });

  it('refuse what is not whole blocks, and keys of another length', () => {
    expect(() => crypto.aesEcb(key, plain.subarray(1))).toThrow();
    expect(() => crypto.aesCbc(key, key, plain.subarray(1))).toThrow();
    expect(() => crypto.aesEcb(plain, plain)).toThrow();
    expect(() => crypto.aesCbc(key, new Uint8Array(15), plain)).toThrow();
  });

  it('give plain byte arrays that nobody else holds', () => {
    const one = crypto.md5(plain);
    expect(one.constructor).toBe(Uint8Array);
    expect(one.buffer.byteLength).toBe(16);
  });
});

describe('the key of an exchange', () => {
  it.each([
    [1024, 140],
    [2048, 270],
    [3072, 398],
  ] as const)('of %d bits gives the raw block, its first zero included', async (bits, length) => {
    const made = await crypto.makeExchangeKey(bits);
    expect(made.publicKeyDer).toHaveLength(length);
    expect(hex(made.publicKeyDer.subarray(-5))).toBe('0203010001');
    const key = createPublicKey({
      key: Buffer.from(made.publicKeyDer),
      type: 'pkcs1',
      format: 'der',
    });
    const message = Buffer.from('0123456789abcdef');
    const sealed = publicEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, message);
    const raw = made.decryptRaw(new Uint8Array(sealed));
    expect(raw).toHaveLength(bits / 8);
    expect(Array.from(raw.subarray(0, 2))).toEqual([0, 2]);
    expect(Buffer.from(raw.subarray(-17)).toString('latin1')).toBe('\0' + '0123456789abcdef');
  });

  it('is another one every time', async () => {
    const [one, other] = await Promise.all([
      crypto.makeExchangeKey(1024),
      crypto.makeExchangeKey(1024),
    ]);
    expect(hex(one.publicKeyDer)).not.toBe(hex(other.publicKeyDer));
  });
});

describe('the seal', () => {
  it.each(['', 'Abcd1234!', '\u00e9\u20ac\ud83d\ude00', 'x'.repeat(1000)])(
    'gives back %j, and never looks the same',
    (text) => {
      const sealed = crypto.seal(text);
      expect(crypto.unseal(sealed)).toBe(text);
      expect(hex(sealed)).not.toBe(hex(crypto.seal(text)));
      if (text !== '') expect(Buffer.from(sealed).includes(text)).toBe(false);
    },
  );

  it('opens nothing that was changed or cut', () => {
    const sealed = crypto.seal('Abcd1234!');
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Uint8Array.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => crypto.unseal(changed)).toThrow();
      expect(() => crypto.unseal(sealed.subarray(0, at))).toThrow();
    }
  });
});

describe('the fingerprint', () => {
  const salt = bytes('00112233445566778899aabbccddeeff');

  it('is the same for the same password and salt, and within twelve bits', async () => {
    const first = await crypto.fingerprint('Abcd1234!', salt);
    expect(await crypto.fingerprint('Abcd1234!', salt)).toBe(first);
    expect(Number.isInteger(first) && first >= 0 && first < 4096).toBe(true);
  });

  it('depends on both', async () => {
    const texts = ['Abcd1234!', 'Abcd1234?', 'abcd1234!', ' Abcd1234!', ''];
    const prints = await Promise.all(texts.map((text) => crypto.fingerprint(text, salt)));
    expect(new Set(prints).size).toBeGreaterThan(3);
    const others = await Promise.all(
      ['aa', 'bb', 'cc', 'dd'].map((text) => crypto.fingerprint('Abcd1234!', bytes(text))),
    );
    expect(new Set(others).size).toBeGreaterThan(2);
  });
});

import { constants, createDecipheriv, generateKeyPairSync, publicEncrypt } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { systemCrypto } from '../../../main/adapters/node/crypto.ts';
import {
  decodeChallenge,
  decodeChallengeV3,
  encodeActivateInfo,
  encodeActivateV3,
  encodePublicKey,
  encodePublicKeyV3,
  legacyPlaintext,
  plaintextV3,
} from '../../../main/protocol/isapi/activation.ts';
import { value } from './helpers.ts';

const wrap = (data: Uint8Array) =>
  Buffer.from(Buffer.from(data).toString('hex')).toString('base64');
const unwrap = (text: string) => Buffer.from(Buffer.from(text, 'base64').toString('latin1'), 'hex');
const challenge = 'aaaabbbbccccddddaaaabbbbccccdddd';

describe('the legacy activation', () => {
  it("encrypts what the vendor's example says", () => {
    const made = legacyPlaintext(Buffer.from(challenge), 'Abc12345');
    expect(Buffer.from(made?.plaintext ?? []).toString('latin1')).toBe(
      `aaaabbbbccccddddAbc12345${'\0'.repeat(8)}`,
    );
    expect(Buffer.from(made?.key ?? []).toString('hex')).toBe(challenge);
  });

  it('goes all the way with a real key', () => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
    const modulus = Buffer.from(publicKey.export({ format: 'jwk' }).n ?? '', 'base64url');
    const sent = /<key>(.*)<\/key>/.exec(encodePublicKey(modulus))?.[1] ?? '';
    expect(unwrap(sent).equals(modulus)).toBe(true);
    const cipher = publicEncrypt(
      { key: publicKey, padding: constants.RSA_PKCS1_PADDING },
      Buffer.from(challenge),
    );
    const answer = value(decodeChallenge(`<Challenge><key>${wrap(cipher)}</key></Challenge>`));
    expect(Buffer.from(answer).equals(cipher)).toBe(true);
    expect(privateKey.asymmetricKeyType).toBe('rsa');
    const made = legacyPlaintext(Buffer.from(`\x01\x02padding${challenge}`), 'Abc12345');
    if (made === null) throw new Error('no challenge');
    const body = encodeActivateInfo(systemCrypto.aesEcb(made.key, made.plaintext));
    const password = /<password>(.*)<\/password>/.exec(body)?.[1] ?? '';
    const open = createDecipheriv('aes-128-ecb', made.key, null).setAutoPadding(false);
    const plain = Buffer.concat([open.update(unwrap(password)), open.final()]).toString('latin1');
    expect(plain).toBe(`aaaabbbbccccddddAbc12345${'\0'.repeat(8)}`);
  });

  it('refuses what is no challenge, and passwords that do not fit', () => {
    expect(legacyPlaintext(Buffer.from('not hexadecimal'), 'x')).toBeNull();
    expect(() => legacyPlaintext(Buffer.from(challenge), 'x'.repeat(17))).toThrow(RangeError);
    expect(() => legacyPlaintext(Buffer.from(challenge), '')).toThrow(RangeError);
    expect(decodeChallenge('<Challenge><key>!</key></Challenge>').ok).toBe(false);
    expect(decodeChallenge('<Challenge/>').ok).toBe(false);
    const refusal =
      '<ResponseStatus><statusCode>4</statusCode><subStatusCode>hasActivated</subStatusCode></ResponseStatus>';
    expect(decodeChallenge(refusal)).toMatchObject({ ok: false, reason: 'refused' });
  });
});

describe('the V3 activation', () => {
  it('takes keys of 3072 bits only', () => {
    expect(JSON.parse(encodePublicKeyV3(new Uint8Array(384).fill(0xab)))).toEqual({
      publicKey: wrap(new Uint8Array(384).fill(0xab)),
    });
    expect(() => encodePublicKeyV3(new Uint8Array(256))).toThrow(RangeError);
  });

  it.each([32, 48, 64])('pads as PKCS#7 under a key of %d characters', (length) => {
    const text = 'a1'.repeat(length / 2);
    const made = plaintextV3(Buffer.from(text), 'Abc12345');
    expect(Buffer.from(made?.plaintext ?? []).toString('latin1')).toBe(
      `${text.slice(0, 16)}Abc12345${'\x08'.repeat(8)}`,
    );
    expect(made?.key).toHaveLength(length / 2);
  });

  it('reads its challenge and writes its end', () => {
    const cipher = new Uint8Array([1, 2, 0xff]);
    expect(value(decodeChallengeV3(JSON.stringify({ challenge: wrap(cipher) })))).toEqual(cipher);
    for (const body of ['{', '{}', '{"challenge":5}', '[]']) {
      expect(decodeChallengeV3(body)).toMatchObject({ ok: false, reason: 'unreadable' });
    }
    const refused = '{"statusCode":6,"subStatusCode":"badJsonContent"}';
    expect(decodeChallengeV3(refused)).toMatchObject({ ok: false, reason: 'refused' });
    expect(plaintextV3(Buffer.from('a1'), 'x')).toBeNull();
    expect(JSON.parse(encodeActivateV3(cipher, new Uint8Array([0xab])))).toEqual({
      password: wrap(cipher),
      iv: 'ab',
    });
  });
});

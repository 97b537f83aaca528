import { createDecipheriv, createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dataV31,
  exchangePassword,
  freshIv,
  ivText,
  newPasswordV31,
  passwordBytes,
  provePasswordV31,
  updatePassword,
} from '../../../main/protocol/sadp/password.ts';
import { crypto, exchange, password, salt } from './sadp-secrets.ts';

/**
 * The device's side, written from the protocol's description and with Node's own functions, so that a
 * mistake in the code under test is not repeated here.
 */
const hashed = (name: string, ...parts: readonly (string | Uint8Array)[]) => {
  const hash = createHash(name);
  for (const part of parts) hash.update(part);
  return hash.digest();
};
function opened(
  cipher: 'aes-128-ecb' | 'aes-128-cbc',
  key: Uint8Array,
  value: string,
  iv?: Uint8Array,
) {
  const decipher = createDecipheriv(cipher, key, iv ?? null).setAutoPadding(false);
  return Buffer.concat([decipher.update(Buffer.from(value, 'base64')), decipher.final()]);
}
const withoutZeros = (data: Buffer) => data.toString('latin1').replace(/\0+$/, '');

const printable = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));
const passwords = fc.string({ unit: fc.constantFrom(...printable), minLength: 8, maxLength: 16 });
/** What a device may send as exchange string: text of at least 16 bytes. */
const exchanges = fc
  .array(fc.integer({ min: 1, max: 255 }), { minLength: 16, maxLength: 48 })
  .map((data) => Uint8Array.from(data));
const ivs = fc.uint8Array({ minLength: 16, maxLength: 16 });
const salts = fc.option(fc.stringMatching(/^[0-9a-f]{64}$/), { nil: undefined });
const accounts = fc
  .record({ salt: salts, salt2: salts, userName: fc.option(fc.stringMatching(/^[a-z]{1,12}$/)) })
  .map(({ salt: first, salt2, userName }) => ({
    salt: first,
    salt2: first === undefined ? undefined : salt2,
    userName,
  }));

/** Every printable character occurs in some position of passwords of every allowed length. */
const everyCharacter = printable.flatMap((character) =>
  [8, 9, 15, 16].map((length) => character + 'Aa1!'.repeat(4).slice(0, length - 1)),
);

describe('a password after an exchange', () => {
  const roundTrip = (secret: string, key: Uint8Array) => {
    const value = exchangePassword(crypto, { secret, exchange: key });
    expect(value).toHaveLength(44);
    const plain = opened('aes-128-ecb', key.subarray(0, 16), value);
    expect(plain.subarray(0, 16)).toEqual(Buffer.from(key.subarray(0, 16)));
    expect(withoutZeros(plain.subarray(16))).toBe(secret);
  };

  it.each(everyCharacter)('%j is what the device reads', (secret) => roundTrip(secret, exchange));

  it('is what the device reads, whatever it is', () => {
    fc.assert(fc.property(passwords, exchanges, roundTrip), { numRuns: 500 });
  });
});

describe('a new password of generation 3.1', () => {
  it('is what the device reads with the Iv sent beside it', () => {
    fc.assert(
      fc.property(passwords, exchanges, ivs, (secret, key, iv) => {
        const value = newPasswordV31(crypto, { password: secret, exchange: key, iv });
        expect(value).toHaveLength(44);
        expect(ivText(iv)).toMatch(/^[0-9a-f]{32}$/);
        const sent = Buffer.from(ivText(iv), 'hex');
        const plain = opened('aes-128-cbc', key.subarray(0, 16), value, sent);
        expect(plain.subarray(0, 16)).toEqual(Buffer.from(key.subarray(0, 16)));
        expect(withoutZeros(plain.subarray(16))).toBe(secret);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a proven password of generation 3.1', () => {
  const types = 'update_v31';
  type Account = { salt?: string | undefined; salt2?: string | undefined; userName: string | null };

  function deviceKey(secret: string, account: Account, key: Uint8Array): Uint8Array {
    const user = account.userName ?? 'admin';
    let digest = hashed('sha256', user, account.salt ?? '', secret);
    if (account.salt2 !== undefined) digest = hashed('sha256', user, account.salt2, digest);
    return hashed('sha256', key, types, digest).subarray(0, 16);
  }

  it('convinces a device that has the same password, and no other', () => {
    fc.assert(
      fc.property(
        fc.tuple(passwords, passwords),
        exchanges,
        ivs,
        accounts,
        ([secret, other], key, iv, account) => {
          const input = { ...account, password: secret, types, exchange: key, iv };
          const value = provePasswordV31(crypto, input);
          expect(value).toHaveLength(24);
          const proof = opened('aes-128-cbc', deviceKey(secret, account, key), value, iv);
          expect(proof).toEqual(Buffer.from(key.subarray(0, 16)));
          fc.pre(other !== secret);
          const wrong = opened('aes-128-cbc', deviceKey(other, account, key), value, iv);
          expect(wrong).not.toEqual(proof);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('gives data the same key, and starts the Iv anew', () => {
    fc.assert(
      fc.property(
        passwords,
        fc.uint8Array({ maxLength: 64 }),
        ivs,
        accounts,
        (secret, data, iv, account) => {
          const input = { ...account, password: secret, types, exchange, iv };
          const value = dataV31(crypto, { ...input, data });
          const plain = opened('aes-128-cbc', deviceKey(secret, account, exchange), value, iv);
          expect(plain.length % 16).toBe(0);
          expect(plain.subarray(0, 16)).toEqual(Buffer.from(exchange));
          expect(plain.subarray(16, 16 + data.length)).toEqual(Buffer.from(data));
          expect(plain.subarray(16 + data.length).every((byte) => byte === 0)).toBe(true);
          expect(plain.length - 16 - data.length).toBeLessThan(16);
        },
      ),
      { numRuns: 200 },
    );
  });

  it.each([
    ['password', { password: 'Abcd1234?' }],
    ['command', { types: 'ezvizUnbind_v31' }],
    ['Salt', { salt: salt.replace('d', 'e') }],
    ['Salt2', { salt2: salt }],
    ['user name', { userName: 'root' }],
    ['exchange string, even past its 16th byte', { exchange: Uint8Array.from([...exchange, 1]) }],
    ['Iv', { iv: new Uint8Array(16).fill(1) }],
  ])('depends on the %s', (_title, change) => {
    const input = { password, types, salt, exchange, iv: new Uint8Array(16) };
    const changed = provePasswordV31(crypto, { ...input, ...change });
    expect(changed).not.toBe(provePasswordV31(crypto, input));
  });
});

describe('the password of update', () => {
  const uuids = fc.uuid({ version: 4 }).map((uuid) => uuid.toUpperCase());

  it('opens to the key and the Uuid, and is as long as it must be', () => {
    fc.assert(
      fc.property(passwords, uuids, accounts, (secret, uuid, account) => {
        const user = account.userName ?? 'admin';
        const first = hashed('sha256', user, account.salt ?? '', secret).toString('hex');
        const second = hashed('sha256', user, account.salt2 ?? '', first).toString('hex');
        const text = account.salt2 === undefined ? first : second;
        const key = hashed('md5', account.salt === undefined ? secret : text);

        const input = { ...account, password: secret, uuid };
        const plain = updatePassword(crypto, { ...input, encrypt: false });
        expect(plain.value).toHaveLength(24);
        expect(Buffer.from(plain.value, 'base64')).toEqual(key);

        const sealed = updatePassword(crypto, { ...input, encrypt: true });
        expect(sealed.value).toHaveLength(88);
        expect(sealed.attributes).toEqual(account.salt === undefined ? {} : { bSalt: 'true' });
        const block = opened('aes-128-ecb', key, sealed.value);
        expect(block.subarray(0, 16)).toEqual(key);
        expect(block.subarray(16).toString('latin1')).toBe(`;${uuid}${'\0'.repeat(11)}`);
      }),
      { numRuns: 500 },
    );
  });

  it('treats Salt2 without Salt, and empty texts, as not told', () => {
    const uuid = '400B00CF-4052-49C1-A235-7CB56070001C';
    const bare = updatePassword(crypto, { password, encrypt: true, uuid });
    for (const account of [{ salt2: salt }, { salt: '' }, { salt: null, userName: '' }]) {
      expect(updatePassword(crypto, { password, encrypt: true, uuid, ...account })).toEqual(bare);
    }
  });
});

describe('what is refused', () => {
  const iv = new Uint8Array(16);
  const input = { password, types: 'update_v31', exchange, iv };

  it.each(['', 'Abcd\u00001234', '\0', 'Abcd1234\ud83d'])('the password %j', (secret) => {
    const changed = { ...input, password: secret };
    expect(() => provePasswordV31(crypto, changed)).toThrow(RangeError);
    expect(() => newPasswordV31(crypto, changed)).toThrow(RangeError);
    expect(() => exchangePassword(crypto, { secret, exchange })).toThrow(RangeError);
    expect(() => updatePassword(crypto, { password: secret, encrypt: null, uuid: '' })).toThrow(
      RangeError,
    );
  });

  it.each([0, 15])('an exchange string of %d bytes', (length) => {
    const changed = { ...input, exchange: exchange.subarray(0, length) };
    expect(() => provePasswordV31(crypto, changed)).toThrow(RangeError);
    expect(() => newPasswordV31(crypto, changed)).toThrow(RangeError);
    expect(() => exchangePassword(crypto, { secret: password, ...changed })).toThrow(RangeError);
  });

  it.each([0, 15, 17])('an Iv of %d bytes', (length) => {
    const changed = { ...input, iv: new Uint8Array(length) };
    expect(() => provePasswordV31(crypto, changed)).toThrow(RangeError);
    expect(() => newPasswordV31(crypto, changed)).toThrow(RangeError);
    expect(() => ivText(changed.iv)).toThrow(RangeError);
    expect(() => freshIv({ bytes: () => changed.iv })).toThrow(RangeError);
  });

  it.each([
    ['Salt', { salt: `${salt.slice(1)}\ufffd` }],
    ['Salt, cut', { salt: 'a'.repeat(512) }],
    ['Salt2', { salt, salt2: 'b\ufffd' }],
    ['user name', { salt, userName: '\ufffd\ufffd' }],
  ])('a %s that did not arrive whole', (_title, account) => {
    const update = { password, encrypt: null, uuid: '', ...account };
    expect(() => updatePassword(crypto, update)).toThrow(RangeError);
    expect(() => provePasswordV31(crypto, { ...input, ...account })).toThrow(RangeError);
  });

  it('a Uuid that is none, where it enters the field', () => {
    expect(() => updatePassword(crypto, { password, encrypt: true, uuid: 'x' })).toThrow(
      RangeError,
    );
  });
});

describe('the bytes of a password', () => {
  it('are the ASCII codes', () => {
    expect(Array.from(passwordBytes(printable.join('')))).toEqual(
      Array.from({ length: 95 }, (_, index) => 32 + index),
    );
  });

  it('are UTF-8 beyond ASCII', () => {
    expect(Array.from(passwordBytes('\u00e9\u20ac'))).toEqual([0xc3, 0xa9, 0xe2, 0x82, 0xac]);
  });
});

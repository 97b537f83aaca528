import { describe, expect, it } from 'vitest';
import { toBase64 } from '../../../main/protocol/base64.ts';
import {
  exchangePassword,
  ivText,
  newPasswordV31,
  provePasswordV31,
  updatePassword,
} from '../../../main/protocol/sadp/password.ts';
import { crypto, exchange, fromHex, password, salt } from './sadp-secrets.ts';

/** Every value here was sent by the vendor's own client. */
describe('a password after an exchange, generation 3.0', () => {
  it.each([
    ['the password', password, 'cnJ+iB7c/QEApxhoeQm1ZSDWOa2Wtza6f/Bnl3ok5yc='],
    ['a code', 'CODE1234', 'cnJ+iB7c/QEApxhoeQm1ZXoAsgiNJ50dQ1FjIz7qkO0='],
  ])('%s', (_title, secret, expected) => {
    expect(exchangePassword(crypto, { secret, exchange })).toBe(expected);
  });
});

describe('the password of update', () => {
  it('without Encrypt and Salt is the key itself', () => {
    const field = updatePassword(crypto, { password, encrypt: false, uuid: '' });
    expect(field).toEqual({ value: 'I+pjJSuNj0PXUQGk81hBrw==', attributes: {} });
  });

  it('without Encrypt is what an indoor station was captured with', () => {
    const field = updatePassword(crypto, { password: 'password', encrypt: null, uuid: '' });
    expect(field.value).toBe('X03MO1qnZdYdgyfeuILPmQ==');
  });

  it.each([
    ['no Salt', {}, '23ea63252b8d8f43d75101a4f35841af'],
    ['Salt', { salt }, '91c7de9dd541965bcc6b9c016f81b18f'],
  ])('has the key of %s, with and without Encrypt', (_title, account, hex) => {
    const uuid = '400B00CF-4052-49C1-A235-7CB56070001C';
    const plain = updatePassword(crypto, { password, encrypt: null, uuid, ...account });
    expect(plain.value).toBe(toBase64(fromHex(hex)));
    expect(plain.attributes).toEqual('salt' in account ? { bSalt: 'true' } : {});
  });

  it.each([
    {
      title: 'no Salt',
      account: {},
      uuid: '400B00CF-4052-49C1-A235-7CB56070001C',
      value:
        'jpKbRCMo0wqxl4q6ujWyd31IBUXxSBNHfaqetxH8Nq+EpLlZ1fdsCxj7DLRawjweStsFZY1cJin3/Ob7NdwcIA==',
    },
    {
      title: 'Salt',
      account: { salt },
      uuid: '34AE2EEE-F340-4DBB-B0BA-DB16D085BE64',
      value:
        'mN6mxiGci1UDtInMbqtqAbyDtD8MMbVCZZHqFafndbPE4HBQwnwtXM5fMWZws7/peUpCPwZEjG7LW0yvbNLxWQ==',
    },
    {
      title: 'Salt and a user name',
      account: { salt, userName: 'root' },
      uuid: 'BE61400A-69DC-493C-997C-2483E85E9D80',
      value:
        'eyJGpX3DpABBQ44kS5VSsNagMW6KEMji9fVmyXgCG5cDAyFfOHr/FtKk68DBAqTVwrvMhRSwC9GtLjoLxDBRWw==',
    },
  ])('with Encrypt and $title', ({ account, uuid, value }) => {
    const field = updatePassword(crypto, { password, encrypt: true, uuid, ...account });
    expect(field.value).toBe(value);
    expect(field.attributes).toEqual('salt' in account ? { bSalt: 'true' } : {});
    const lower = { password, encrypt: true, uuid: uuid.toLowerCase(), ...account };
    expect(updatePassword(crypto, lower)).toEqual(field);
  });
});

describe('generation 3.1', () => {
  it('activate_v31', () => {
    const iv = fromHex('b22fee400b14aa050e5162d205984c18');
    const value = newPasswordV31(crypto, { password, exchange, iv });
    expect(value).toBe('FzGjPwhuioVQpED/RCJ3+5mGHAinvccgXJEh5KIo4KA=');
  });

  it.each([
    ['password', password, 'v8jBh2YMsFgdV4jm3zwVoxyVSWLB0qBv8epkjjVOfS0='],
    [
      'file',
      'AUTHFILECONTENT0123456789',
      'v8jBh2YMsFgdV4jm3zwVo3smAj/iVJ+8QsPGB72mK7+Jdc6XD++DYhQ9CNgIFUkG',
    ],
  ])('reset_v31, its %s', (_title, secret, expected) => {
    const iv = fromHex('3152403603bd9a96da9731a475b457fb');
    expect(newPasswordV31(crypto, { password: secret, exchange, iv })).toBe(expected);
  });

  it.each([
    ['update_v31', salt, 'c36623aad0611570ea0e58083d0006b6', 'XxRqvIAWR9ubbWAyXcJZ+Q=='],
    ['update_v31', undefined, '7c83ac67c1818989745e4f5eba7a6cf1', '7F6+Zvl9fLfeOK/T4TXqKw=='],
    ['SetHCPlatform_v31', salt, '1210e799cd82e001e0ac7a2ac2388a28', '6AtwUfnTSvg19J46xkKy+w=='],
    ['ExportGUID_v31', salt, 'cd5c7ca8af658f2269029c8dade716e4', 'G/LgWMKJqt0ujJdNkhPmHw=='],
    ['ezvizUnbind_v31', salt, 'af617c448efe39954affd23569e790db', 'IwL7xc+0OSc3yPxW7OgCsA=='],
  ])('%s, Salt %s', (types, ownSalt, hex, expected) => {
    const iv = fromHex(hex);
    const input = { types, password, salt: ownSalt, exchange, iv };
    expect(provePasswordV31(crypto, input)).toBe(expected);
    expect(ivText(iv)).toBe(hex);
    for (const userName of ['admin', '', null]) {
      expect(provePasswordV31(crypto, { ...input, userName })).toBe(expected);
    }
  });
});

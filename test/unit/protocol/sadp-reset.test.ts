import { describe, expect, test } from 'vitest';
import {
  buildResetRequest,
  planReset,
  type ResetInput,
  readResetRequest,
  resetQuestion,
} from '../../../main/protocol/sadp/reset.ts';
import { encodeText } from '../../../main/protocol/text.ts';
import { testCrypto } from '../../helpers/test-crypto.ts';

const uuid = '34AE2EEE-F340-4DBB-B0BA-DB16D085BE64';
const iv = '3152403603bd9a96da9731a475b457fb';
const random = { bytes: () => Uint8Array.from(Buffer.from(iv, 'hex')) };
const tools = { crypto: testCrypto, random };
const exchange = encodeText('0123456789abcdef');

const input: ResetInput = {
  ...{ generation: '3.0', target: { mac: 'bc-ad-28-00-00-01' }, password: 'Abcd1234!' },
  ...{ isCodeEncrypted: true, exchange, uuid },
  answer: { route: 'code', content: 'CODE1234', isForChannels: false },
};
const asked = (extra: Record<string, string>) => ({ extra: new Map(Object.entries(extra)) });
const base64 = (text: string): string => Buffer.from(text).toString('base64');

describe('the answer on the wire', () => {
  test('3.0: password, wish for the channels, encrypted code: the published vectors', () => {
    const made = buildResetRequest(tools, {
      ...input,
      answer: { ...input.answer, isForChannels: true },
    });
    expect(made).toMatchObject({ types: 'reset', mac: 'bc-ad-28-00-00-01' });
    expect(made.body).toEqual([
      ['Password', 'cnJ+iB7c/QEApxhoeQm1ZSDWOa2Wtza6f/Bnl3ok5yc='],
      ['SyncIPCPassword', 'true'],
      ['Code', 'cnJ+iB7c/QEApxhoeQm1ZXoAsgiNJ50dQ1FjIz7qkO0=', { bEncrypt: 'true' }],
    ]);
  });

  test('3.0 without encryption of the code sends it as it is', () => {
    const { body = [] } = buildResetRequest(tools, { ...input, isCodeEncrypted: false });
    expect(body[1]).toEqual(['Code', 'CODE1234']);
  });

  test('3.1 takes a file: the published vector', () => {
    const content = 'AUTHFILECONTENT0123456789';
    const answer = { route: 'file', content, isForChannels: false } as const;
    const made = buildResetRequest(tools, { ...input, generation: '3.1', answer });
    expect(made).toMatchObject({ types: 'reset_v31' });
    expect(made.body).toEqual([
      ['Code', 'v8jBh2YMsFgdV4jm3zwVo3smAj/iVJ+8QsPGB72mK7+Jdc6XD++DYhQ9CNgIFUkG'],
      ['Password', 'v8jBh2YMsFgdV4jm3zwVoxyVSWLB0qBv8epkjjVOfS0='],
      ['Iv', iv],
    ]);
  });

  test('what is not known well enough is not sent', () => {
    expect(planReset('code', '3.1')).toEqual({ isSupported: false, reason: 'not-decoded' });
    expect(planReset('file', '2.x')).toEqual({ isSupported: false, reason: 'generation' });
    expect(() => buildResetRequest(tools, { ...input, generation: '3.1' })).toThrow(RangeError);
    expect(() => buildResetRequest(tools, { ...input, exchange: null })).toThrow(RangeError);
    const empty = { ...input.answer, content: '' };
    expect(() => buildResetRequest(tools, { ...input, answer: empty })).toThrow(RangeError);
  });
});

describe('the request of a device', () => {
  test('its questions have the suffix of 3.1, and 2.x has none', () => {
    expect(resetQuestion('file', '3.0')).toBe('getencryptstring');
    expect(resetQuestion('qr', '3.1')).toBe('GetQRcodes_v31');
    expect(resetQuestion('code', '2.x')).toBeNull();
  });

  test('3.0 stands before the whole serial, 3.1 alone', () => {
    const file = asked({ EncryptString: 'abc' });
    const read = (generation: '3.0' | '3.1', serial: string | null) =>
      readResetRequest(file, { route: 'file', generation, serial })?.text ?? null;
    expect(read('3.0', 'DS-1SERIAL')).toBe('abcDS-1SERIAL');
    expect(read('3.1', 'DS-1SERIAL')).toBe('abc');
    expect(read('3.0', null)).toBeNull();
  });

  test('a code to scan comes decoded from 3.0 and as it is from 3.1, mailboxes decoded', () => {
    const codes = {
      QRcodes: base64('scan me'),
      MailBox: base64('a@b'),
      MailServiceBox: base64('v@w'),
    };
    const read = (generation: '3.0' | '3.1') =>
      readResetRequest(asked(codes), { route: 'qr', generation, serial: null });
    expect(read('3.0')).toEqual({ text: 'scan me', mailBox: 'a@b', vendorMailBox: 'v@w' });
    expect(read('3.1')?.text).toBe(base64('scan me'));
  });

  test('nothing, or a text that was cut, is no request', () => {
    const read = (text: string) =>
      readResetRequest(asked({ Code: text }), { route: 'code', generation: '3.0', serial: null });
    expect(read('')).toBeNull();
    expect(read('x'.repeat(2048))).toBeNull();
    expect(read('AwAAAD')?.text).toBe('AwAAAD');
  });
});

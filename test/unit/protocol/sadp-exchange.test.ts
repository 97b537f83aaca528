import { constants, createPublicKey, publicEncrypt } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBase64 } from '../../../main/protocol/base64.ts';
import { encodeSadpRequest } from '../../../main/protocol/sadp/encode.ts';
import {
  exchangeCode,
  exchangeTypes,
  readExchange,
  readExchangeReply,
} from '../../../main/protocol/sadp/exchange.ts';
import { unpadPkcs1 } from '../../../main/protocol/sadp/rsa-unpad.ts';
import { bytes, match, read } from './helpers.ts';
import { crypto } from './sadp-secrets.ts';

const uuid = 'B510A024-E6F6-4F3D-B785-BCD1BC432694';

/** What `00 02 pad 00 message` looks like, with everything adjustable. */
function block(parts: { head?: number[]; pad?: number[]; separator?: number[]; rest?: number[] }) {
  const { head = [0, 2], pad = Array(8).fill(0xff), separator = [0], rest = [1, 2, 3] } = parts;
  return Uint8Array.from([...head, ...pad, ...separator, ...rest]);
}

describe('taking the padding off', () => {
  it('gives what comes after the first zero', () => {
    expect(unpadPkcs1(block({ rest: [7, 0, 8] }))).toEqual({
      ok: true,
      value: Uint8Array.of(7, 0, 8),
    });
    expect(unpadPkcs1(block({ rest: [] }))).toEqual({ ok: true, value: new Uint8Array() });
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['one byte', Uint8Array.of(0)],
    ['two bytes', Uint8Array.of(0, 2)],
    ['a first byte that is not 0', block({ head: [1, 2] })],
    ['block type 1 (a signature)', block({ head: [0, 1] })],
    ['block type 0', block({ head: [0, 0] })],
    ['bytes shifted by one', block({ head: [2] })],
    ['no padding bytes', block({ pad: [] })],
    ['seven padding bytes', block({ pad: Array(7).fill(0xff) })],
    ['a zero among the first eight', block({ pad: [1, 1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1] })],
    ['no separator', block({ separator: [], rest: Array(20).fill(9) })],
    ['zeros only', new Uint8Array(128)],
  ])('refuses %s', (_title, data) => {
    expect(unpadPkcs1(data)).toEqual({ ok: false, reason: 'padding' });
  });

  const nonZero = fc.integer({ min: 1, max: 255 });

  it('accepts every block that is well formed, and gives its message', () => {
    const pads = fc.array(nonZero, { minLength: 8, maxLength: 200 });
    fc.assert(
      fc.property(pads, fc.uint8Array({ maxLength: 64 }), (pad, message) => {
        const data = block({ pad, rest: Array.from(message) });
        expect(unpadPkcs1(data)).toEqual({ ok: true, value: message });
      }),
      { numRuns: 1000 },
    );
  });

  it('agrees with the definition on any bytes at all', () => {
    const any = fc.tuple(
      fc.constantFrom([0, 2], [0, 2], [0, 1], [2, 0], [0, 2, 0]),
      fc.array(fc.oneof({ weight: 12, arbitrary: nonZero }, fc.constant(0)), { maxLength: 64 }),
    );
    fc.assert(
      fc.property(any, ([head, tail]) => {
        const data = Uint8Array.from([...head, ...tail]);
        const separatorAt = data.indexOf(0, 2);
        const isRight = data[0] === 0 && data[1] === 2 && separatorAt >= 10;
        const expected = { ok: true, value: data.slice(separatorAt + 1) };
        expect(unpadPkcs1(data)).toEqual(isRight ? expected : { ok: false, reason: 'padding' });
      }),
      { numRuns: 3000 },
    );
  });
});

describe('the exchange string', () => {
  const raw = (bits: 1024 | 2048, message: Uint8Array) => {
    const pad = Array(bits / 8 - 3 - message.length).fill(0x5a);
    return block({ pad, rest: Array.from(message) });
  };
  const text = bytes('0123456789abcdef');

  it.each([1024, 2048] as const)('ends at the first NUL, %d bits', (bits) => {
    expect(readExchange(raw(bits, text), bits)).toEqual({ ok: true, value: text });
    const tail = Uint8Array.from([...text, 0x31, 0, 0x32, 0]);
    const expected = Uint8Array.from([...text, 0x31]);
    expect(readExchange(raw(bits, tail), bits)).toEqual({ ok: true, value: expected });
  });

  it.each([
    ['fifteen bytes', bytes('0123456789abcde')],
    ['a NUL within the first sixteen', bytes('0123456789abcde\u0000f0123456')],
    ['nothing', new Uint8Array()],
    ['a NUL first', bytes('\u00000123456789abcdef')],
  ])('is refused when it is too short: %s', (_title, message) => {
    expect(readExchange(raw(1024, message), 1024)).toEqual({ ok: false, reason: 'too-short' });
  });

  it.each([0, 127, 129, 256])('is refused from a block of %d bytes for 1024 bits', (length) => {
    const data = raw(1024, text);
    const changed = new Uint8Array(length);
    changed.set(data.subarray(0, length));
    expect(readExchange(changed, 1024)).toEqual({ ok: false, reason: 'length' });
  });

  it('is refused with a padding that is wrong', () => {
    const data = raw(1024, text);
    data[1] = 1;
    expect(readExchange(data, 1024)).toEqual({ ok: false, reason: 'padding' });
  });
});

describe('a whole exchange', async () => {
  const keys = {
    1024: [await crypto.makeExchangeKey(1024), await crypto.makeExchangeKey(1024)],
    2048: [await crypto.makeExchangeKey(2048), await crypto.makeExchangeKey(2048)],
  } as const;
  const text = bytes('q7R0m2Xv9LkT4wZs');
  const reply = (code: string) =>
    read(match(`<Uuid>${uuid}</Uuid><Types>exchangecode</Types><Result>success</Result>${code}`));

  /** What a device does with our `Code`. */
  function answer(der: Uint8Array, message: Uint8Array): string {
    const key = createPublicKey({ key: Buffer.from(der), type: 'pkcs1', format: 'der' });
    const padding = constants.RSA_PKCS1_PADDING;
    return `<Code>${publicEncrypt({ key, padding }, message).toString('base64')}</Code>`;
  }

  it.each([1024, 2048] as const)('gives both sides the same string, %d bits', (bits) => {
    const [key] = keys[bits];
    const code = exchangeCode(key.publicKeyDer, bits);
    expect(code).toMatch(bits === 1024 ? /^MIGJAoGBA/ : /^MIIBCgKCAQEA/);
    expect(code).not.toMatch(/\s/);
    const result = readExchangeReply(reply(answer(key.publicKeyDer, text)), key, bits);
    expect(result).toEqual({ ok: true, value: text });
  });

  it('takes a Code that is wrapped, and any letter case of its name', () => {
    const [key] = keys[1024];
    const code = answer(key.publicKeyDer, text);
    const wrapped = code.replace(/(.{6})(.{60})/, '$1$2\n').replaceAll('Code', 'CODE');
    const expected = { ok: true, value: text };
    expect(readExchangeReply(reply(wrapped), key, 1024)).toEqual(expected);
  });

  it('refuses an answer made for another key', () => {
    for (const bits of [1024, 2048] as const) {
      const [key, other] = keys[bits];
      for (let round = 0; round < 20; round += 1) {
        const code = answer(other.publicKeyDer, text);
        const result = readExchangeReply(reply(code), key, bits);
        expect(['padding', 'not-decryptable']).toContain(result.ok ? 'accepted' : result.reason);
      }
    }
  });

  it.each([
    ['no Code', '', 'no-code'],
    ['an empty Code', '<Code></Code>', 'no-code'],
    ['text', '<Code>not base64!</Code>', 'not-base64'],
    ['a block of the other size', `<Code>${toBase64(new Uint8Array(256))}</Code>`, 'length'],
    ['a short block', `<Code>${toBase64(new Uint8Array(127))}</Code>`, 'length'],
    ['zeros', `<Code>${toBase64(new Uint8Array(128))}</Code>`, 'padding'],
    [
      'a number beyond the modulus',
      `<Code>${toBase64(new Uint8Array(128).fill(255))}</Code>`,
      'not-decryptable',
    ],
  ])('refuses %s', (_title, code, reason) => {
    expect(readExchangeReply(reply(code), keys[1024][0], 1024)).toEqual({ ok: false, reason });
  });

  it('refuses a string that is too short', () => {
    const [key] = keys[1024];
    const code = answer(key.publicKeyDer, bytes('0123456789abcde'));
    const result = readExchangeReply(reply(code), key, 1024);
    expect(result).toEqual({ ok: false, reason: 'too-short' });
  });

  it('asks with the bytes the vendor\u2019s client asks with', () => {
    const code =
      'MIGJAoGBAL+eW9hiUC1PjYY3abOQfNc37Gu68YAVvPVnhRYQvKVc4XUqWpT7EU0am3G35XKaOHCiBMY36+rFmfM7mlxX5/6F1jvv/V2VeFfKPxBSsajZtqCkRSEGqOR6aXqSeOs3Knxbb5mP5mTZPHmIQd9WPEj/qUFYuUHF+nwfbhtUuxGXAgMBAAE=';
    const der = new Uint8Array(Buffer.from(code, 'base64'));
    expect(exchangeCode(der, 1024)).toBe(code);
    const request = encodeSadpRequest({
      uuid,
      mac: 'bc-ad-28-00-00-01',
      types: exchangeTypes('3.0').types,
      body: [['Code', code]],
    });
    expect(new TextDecoder().decode(request)).toBe(
      `<?xml version="1.0" encoding="utf-8"?><Probe><Uuid>${uuid}</Uuid><MAC>bc-ad-28-00-00-01</MAC><Types>exchangecode</Types><Code>${code}</Code></Probe>`,
    );
  });

  it('never sends a key of another kind', () => {
    const [key] = keys[1024];
    expect(() => exchangeCode(key.publicKeyDer, 2048)).toThrow(RangeError);
    expect(() => exchangeCode(key.publicKeyDer.subarray(1), 1024)).toThrow(RangeError);
    expect(() => exchangeCode(new Uint8Array(140), 1024)).toThrow(RangeError);
  });

  it('has the size and name of the generation', () => {
    expect(exchangeTypes('2.x')).toEqual({ types: 'exchangecode', bits: 1024 });
    expect(exchangeTypes('3.0')).toEqual({ types: 'exchangecode', bits: 1024 });
    expect(exchangeTypes('3.1')).toEqual({ types: 'exchangecode_v31', bits: 2048 });
  });
});

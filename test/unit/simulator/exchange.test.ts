import { constants, privateDecrypt } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fromBase64 } from '../../../main/simulator/base64.ts';
import { readPublicKey } from '../../../main/simulator/rsa.ts';
import {
  ask,
  bench,
  command,
  exchange,
  keys,
  later,
  openCode,
  replies,
  result,
  vector,
  wrapped,
} from './client.ts';
import { bytes, element } from './helpers.ts';

const { password } = vector;
const third = { model: 'DS-2CD2143G2-I', password, cloud: 'bound' } as const;
const second = { model: 'DS-7608NI-K2/8P', password, cloud: 'bound' } as const;
const body = (bits: 1024 | 2048): { body: string } => ({
  body: `<Code>${keys[bits].der}</Code>`,
});

describe('the key exchange', () => {
  it.each([
    ['exchangecode', 1024],
    ['exchangecode_v31', 2048],
  ] as const)('%s encrypts 16 characters under a key of %i bits, padded', (types, bits) => {
    const at = bench(third);
    const code = element(ask(at, types, body(bits)), 'Code') ?? '';
    const block = privateDecrypt(
      { key: keys[bits].secret, padding: constants.RSA_NO_PADDING },
      Buffer.from(code, 'base64'),
    );
    expect([block[0], block[1]]).toEqual([0, 2]);
    expect(block.indexOf(0, 2)).toBe(block.length - 17);
    expect(openCode(code, bits).toString()).toMatch(/^[0-9a-f]{16}$/);
  });

  it('has the forms that clients must cope with', () => {
    const sent = (form: 'bare' | 'terminated' | 'long'): Buffer => {
      const at = bench({ ...third, exchange: form });
      return openCode(element(ask(at, 'exchangecode_v31', body(2048)), 'Code') ?? '', 2048);
    };
    expect(sent('bare')).toHaveLength(16);
    for (const [form, end] of [
      ['terminated', 16],
      ['long', 20],
    ] as const) {
      const string = sent(form);
      expect(string).toHaveLength(24);
      expect(string.indexOf(0)).toBe(end);
    }
  });

  it.each(['bare', 'terminated', 'long'] as const)('serves a command in the form %s', (form) => {
    for (const [spec, types] of [
      [second, 'ezvizUnbind'],
      [third, 'ezvizUnbind_v31'],
    ] as const) {
      const at = bench({ ...spec, exchange: form });
      expect(element(command(at, types, { password }), 'Result')).toBe('success');
      expect(at.device.isBound).toBe(false);
    }
  });

  it('gives another string each time', () => {
    const at = bench(third);
    const all = Array.from({ length: 20 }, () => exchange(at, 'activate').toString());
    expect(new Set(all).size).toBe(20);
  });

  it('refuses a key of the other size, and what is none', () => {
    const at = bench(third);
    expect(result(at, 'exchangecode', body(2048))).toBe('failed');
    expect(result(at, 'exchangecode_v31', body(1024))).toBe('failed');
    expect(result(at, 'exchangecode', { body: '<Code>AAAA</Code>' })).toBe('failed');
    expect(result(at, 'exchangecode')).toBe('failed');
    expect(at.device.state.exchange).toBeNull();
  });

  it('reads nothing but one whole public key', () => {
    const der = fromBase64(keys[1024].der) ?? new Uint8Array();
    expect(readPublicKey(der)).toMatchObject({ bytes: 128, exponent: 65_537n });
    expect(readPublicKey(der.subarray(1))).toBeNull();
    expect(readPublicKey(der.subarray(0, -1))).toBeNull();
    expect(readPublicKey(Uint8Array.from([...der, 0]))).toBeNull();
    expect(readPublicKey(new Uint8Array())).toBeNull();
  });
});

describe('an exchange', () => {
  const unbind = (string: Buffer): { body: string } => ({
    body: `<Password>${wrapped(password, string)}</Password>`,
  });

  it('is needed', () => {
    const at = bench(second);
    expect(result(at, 'ezvizUnbind', unbind(Buffer.from(vector.exchange)))).toBe('failed');
    expect(at.device.attemptsLeft).toBe(5);
  });

  it('serves one command, right or wrong', () => {
    const at = bench(second);
    const string = exchange(at, 'ezvizUnbind');
    const wrong = { body: `<Password>${wrapped('Wrong1234!', string)}</Password>` };
    expect(result(at, 'ezvizUnbind', wrong)).toBe('PasswordError');
    expect(result(at, 'ezvizUnbind', unbind(string))).toBe('failed');
    expect(at.device.isBound).toBe(true);
  });

  it('is replaced by the next', () => {
    const at = bench(second);
    const first = exchange(at, 'ezvizUnbind');
    exchange(at, 'ezvizUnbind');
    expect(result(at, 'ezvizUnbind', unbind(first))).toBe('failed');
    expect(at.device.attemptsLeft).toBe(5);
  });

  it('is of one generation', () => {
    const at = bench(third);
    const string = exchange(at, 'ezvizUnbind_v31');
    expect(result(at, 'ezvizUnbind', unbind(string))).toBe('failed');
  });

  it('is forgotten after a minute', () => {
    const at = bench(second);
    const string = exchange(at, 'ezvizUnbind');
    later(at, 60_001);
    expect(result(at, 'ezvizUnbind', unbind(string))).toBe('failed');
  });
});

describe('who is meant', () => {
  it('the device whose MAC it is, spelled as it spells it', () => {
    const at = bench({ ...third, mac: '58:50:ed:00:aa:0b' });
    for (const mac of ['58-50-ED-00-AA-0B', '58:50:ed:00:aa:0b', '58-50-ed-00-aa-0c', '']) {
      expect(replies(at, 'getUnbindStatus', { mac })).toEqual([]);
    }
    expect(result(at, 'getUnbindStatus', { mac: '58-50-ed-00-aa-0b' })).toBe('success');
    expect(at.device.commandsHeard).toHaveLength(1);
  });

  it('in capitals, or with colons, where the line writes it so', () => {
    const colons = bench({ model: 'I81EM', mac: '58:50:ed:00:aa:0b' });
    expect(
      result(colons, 'lamp', { mac: '58:50:ed:00:aa:0b', body: '<Action>open</Action>' }),
    ).toBe('success');
    const capitals = bench({ model: 'DS-KH6210-L', mac: '58:50:ed:00:aa:0b' });
    const asked = { ...body(1024), mac: '58-50-ED-00-AA-0B' };
    expect(ask(capitals, 'exchangecode', asked)).toContain('<MAC>58-50-ED-00-AA-0B</MAC>');
  });

  it('a command it does not know is met with silence', () => {
    const old = bench({ model: 'DS-2CD2432F-IW' });
    expect(replies(old, 'exchangecode', body(1024))).toEqual([]);
    expect(replies(bench({ model: 'DS-2CD2385G1-I' }), 'getUnbindStatus')).toEqual([]);
    expect(replies(bench({ ...third, lacks: ['ezvizUnbind_v31'] }), 'ezvizUnbind_v31')).toEqual([]);
    expect(replies(bench(third), 'Lamp', { body: '<Action>open</Action>' })).toEqual([]);
  });

  it('nobody, when it is off or its discovery is', () => {
    const at = bench({ ...third, sadp: 'off' });
    expect(replies(at, 'getUnbindStatus')).toEqual([]);
    expect(
      at.device.receive(bytes('<Probe></Probe>'), { to: 'multicast', fromAddress: '', now: 0 }),
    ).toEqual([]);
  });
});

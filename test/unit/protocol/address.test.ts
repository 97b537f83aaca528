import { describe, expect, it } from 'vitest';
import { normalizeIpv4, normalizeIpv6 } from '../../../main/protocol/address.ts';
import { normalizeMac } from '../../../main/protocol/mac.ts';
import { excerpt } from '../../../main/protocol/text.ts';

describe('MAC', () => {
  it.each([
    '58-50-ed-1f-e3-85',
    '58:50:ED:1F:E3:85',
    '58 50 ed 1f e3 85',
    '5850.ed1f.e385',
    '5850ED1FE385',
    '5850-ed1f-e385',
    ' 58-50:ed-1f:e3-85 ',
  ])('%s', (text) => {
    expect(normalizeMac(text)).toBe('58:50:ed:1f:e3:85');
  });

  it('with single-digit groups', () => {
    expect(normalizeMac('2:1a:5E:0:0:1')).toBe('02:1a:5e:00:00:01');
  });

  it.each([
    '',
    '58-50-ed-1f-e3',
    '58-50-ed-1f-e3-85-00',
    '58-50-ed-1f-e3-8g',
    '58-50-ed-1f-e3-855',
    '58-50-ed-1f-e3_85',
    '58--50-ed-1f-e385',
    '5850ed1fe38',
    '00-00-00-00-00-00',
    '0:0:0:0:0:0',
    'FF-FF-FF-FF-FF-FF',
    '-'.repeat(33),
    'AA-BB-CC-serial',
  ])('%j is none of a device', (text) => {
    expect(normalizeMac(text)).toBeNull();
  });
});

describe('IPv4', () => {
  it.each([
    ['0.0.0.0', '0.0.0.0'],
    ['255.255.255.255', '255.255.255.255'],
    ['192.168.1.64', '192.168.1.64'],
    ['192.168.001.064', '192.168.1.64'],
    ['010.000.000.001', '10.0.0.1'],
  ])('%s', (text, expected) => {
    expect(normalizeIpv4(text)).toBe(expected);
  });

  it.each([
    '',
    '1.2.3',
    '1.2.3.4.5',
    '256.1.1.1',
    '1.2.3.999',
    '1.2.3.-4',
    '1.2.3.0x4',
    '1..2.3',
    ' 1.2.3.4',
    '0192.168.1.1',
    '1.2.3.4\n',
    '::1',
  ])('%j is none', (text) => {
    expect(normalizeIpv4(text)).toBeNull();
  });
});

describe('IPv6', () => {
  it.each([
    ['::', '::'],
    ['::1', '::1'],
    ['1::', '1::'],
    ['2001:DB8::64', '2001:db8::64'],
    ['fe80::1%eth0', 'fe80::1'],
    ['1:2:3:4:5:6:7:8', '1:2:3:4:5:6:7:8'],
    ['::ffff:192.168.1.64', '::ffff:192.168.1.64'],
    ['1:2:3:4:5:6:1.2.3.4', '1:2:3:4:5:6:1.2.3.4'],
  ])('%s', (text, expected) => {
    expect(normalizeIpv6(text)).toBe(expected);
  });

  it.each([
    '',
    ':',
    ':::',
    '1:2:3',
    '1:2:3:4:5:6:7:8:9',
    '1::2::3',
    '12345::',
    'g::',
    '::1.2.3',
    '1.2.3.4::',
    '1:2:3:4:5:6:7::8',
    '::1.2.3.4:5',
    'x'.repeat(65),
    '192.168.1.64',
  ])('%j is none', (text) => {
    expect(normalizeIpv6(text)).toBeNull();
  });
});

describe('an excerpt', () => {
  it('is short and has no control characters', () => {
    expect(excerpt('a\nb\u0085c\u2029d')).toBe('a\u00b7b\u00b7c\u00b7d');
    expect(excerpt('x'.repeat(41))).toBe(`${'x'.repeat(40)}...`);
    expect(excerpt('x'.repeat(40))).toBe('x'.repeat(40));
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseIpv4 } from '../../../main/contract/ip.ts';
import {
  addressKeyOf,
  claimOf,
  isSameSerial,
  macKeyOf,
  serialKeyOf,
} from '../../../main/domain/identity.ts';
import { serialA, serialB, sight } from './helpers.ts';

describe('serial', () => {
  test('is compared without blanks and case', () => {
    expect(serialKeyOf(`  ${serialA.toLowerCase()} `)).toBe(serialA);
  });

  test.each([null, undefined, '', ' ', 'N/A', 'null', 'Unknown', '00000000', 'XXXXX', '1234'])(
    '%o would unite strangers, so it is none',
    (serial) => {
      expect(serialKeyOf(serial)).toBeNull();
    },
  );

  test('normalising twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const key = serialKeyOf(text);
        expect(key === null ? null : serialKeyOf(key)).toBe(key);
      }),
    );
  });

  test('the tail of a full serial names the same device', () => {
    expect(isSameSerial('E11111111', serialA)).toBe(true);
    expect(isSameSerial(serialA, 'RE11111111')).toBe(true);
    expect(isSameSerial(serialA, serialA)).toBe(true);
    expect(isSameSerial('123456789', 'DS-7608NI-K20820180101CCRR123456789WCVU')).toBe(true);
  });

  test('two full serials, or a tail too short to tell, do not', () => {
    expect(isSameSerial(serialA, serialB)).toBe(false);
    expect(isSameSerial('1111111', serialA)).toBe(false);
    expect(isSameSerial('', serialA)).toBe(false);
  });
});

describe('MAC', () => {
  test.each(['58:50:ED:1F:E3:85', '58-50-ed-1f-e3-85', '5850.ed1f.e385', '58:50:ed:1f:e3:85'])(
    '%s in one spelling',
    (mac) => {
      expect(macKeyOf(mac)).toBe('58:50:ed:1f:e3:85');
    },
  );

  test.each([
    null,
    undefined,
    '',
    'no mac',
    '00:00:00:00:00:00',
    'ff:ff:ff:ff:ff:ff',
    '01:00:5e:00:00:01',
  ])('%o names no card', (mac) => {
    expect(macKeyOf(mac)).toBeNull();
  });
});

describe('claim', () => {
  test('takes the told address before the sender, and neither 0.0.0.0 nor IPv6', () => {
    expect(claimOf(sight({ ipv4Address: '10.0.0.1' }, { fromAddress: '10.0.0.2' })).address).toBe(
      '10.0.0.1',
    );
    expect(claimOf(sight({ ipv4Address: '0.0.0.0' }, { fromAddress: '10.0.0.2' })).address).toBe(
      '10.0.0.2',
    );
    expect(addressKeyOf('fe80::1')).toBeNull();
    expect(addressKeyOf(undefined)).toBeNull();
  });

  test('takes for an address exactly what the contract takes', () => {
    const octet = fc.oneof(fc.nat(300).map(String), fc.constantFrom('', '01', '00', ' 1', '1e1'));
    fc.assert(
      fc.property(fc.array(octet, { minLength: 3, maxLength: 5 }), (octets) => {
        const text = octets.join('.');
        const isAddress = parseIpv4(text) !== null && text !== '0.0.0.0';
        expect(addressKeyOf(text)).toBe(isAddress ? text : null);
      }),
      { numRuns: 2_000 },
    );
  });

  test('keeps the spelling of the serial', () => {
    const claim = claimOf(sight({ serial: ' ds-2cd1111 ' }));
    expect(claim).toMatchObject({ serial: 'ds-2cd1111', serialKey: 'DS-2CD1111', mac: null });
    expect(claimOf(sight({ serial: 'N/A' })).serial).toBeNull();
  });
});

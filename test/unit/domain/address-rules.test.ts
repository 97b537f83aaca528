import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NetworkEdit, NetworkValues } from '../../../main/contract/job.ts';
import {
  changedKeys,
  checkEdit,
  completeEdit,
  type EditTarget,
  isReserved,
  maskText,
  mergeEdit,
} from '../../../main/domain/address-rules.ts';
import { isSameIpv6, parseIpv6 } from '../../../main/domain/ipv6.ts';
import { current } from './network-values.ts';

const target = { current, activated: true, hasSadp: true, ipv6Modifiable: true };

function codes(edit: NetworkEdit, patch: Partial<EditTarget> = {}): string[] {
  return checkEdit(edit, { ...target, ...patch }).map(({ code }) => code);
}

test('over HTTP the mask is read before it is sent, and a given one is judged now', () => {
  const unread = { ...current, ipv4Mask: null, ipv4Gateway: null };
  const patch = { current: unread, hasSadp: false, isHttp: true };
  expect(codes({ ipv4Address: '192.168.1.90' }, patch)).toEqual([]);
  expect(codes({ ipv4Address: '192.168.1.90', ipv4Mask: '255.0.255.0' }, patch)).toEqual([
    'bad-mask',
  ]);
  expect(codes({ ipv4Address: '192.168.1.90' }, { current: unread })).toContain('bad-mask');
});

describe('an edit of network values', () => {
  test.each<[NetworkEdit, string[]]>([
    [{ ipv4Address: '192.168.1.70' }, []],
    [{ ipv4Address: '192.168.1.064' }, ['bad-address']],
    [{ ipv4Address: '0.0.0.5' }, ['bad-address']],
    [{ ipv4Address: '127.0.0.1' }, ['bad-address']],
    [{ ipv4Address: '224.0.0.1' }, ['bad-address']],
    [{ ipv4Address: '192.168.1.0' }, ['network-address']],
    [{ ipv4Address: '192.168.1.255' }, ['broadcast-address']],
    [{ ipv4Address: '192.168.1.1' }, ['gateway-is-address']],
    [{ ipv4Address: '192.168.2.5' }, ['gateway-outside']],
    [{ ipv4Address: '192.168.2.5', ipv4Gateway: '' }, []],
    [{ ipv4Address: '192.168.2.5', ipv4Gateway: '0.0.0.0' }, []],
    [{ ipv4Gateway: '192.168.1.255' }, ['gateway-outside']],
    [{ ipv4Gateway: '192.168.1.0' }, ['gateway-outside']],
    [{ ipv4Gateway: 'router' }, ['bad-address']],
    [{ ipv4Mask: '255.0.255.0' }, ['bad-mask']],
    [{ ipv4Mask: '255.255.255.254' }, ['bad-mask']],
    [{ ipv4Mask: '254.0.0.0' }, ['bad-mask']],
    [{ ipv4Address: 'x', ipv4Mask: 'y' }, ['bad-address', 'bad-mask']],
    [{ ipv4Mask: '255.255.255.192' }, ['network-address', 'gateway-outside']],
    [{ ipv4Address: '192.168.1.64' }, ['no-change']],
    [{}, ['no-change']],
    [{ httpPort: 8000 }, ['same-port']],
    [{ httpPort: 0 }, ['bad-port']],
    [{ commandPort: 70_000 }, ['bad-port']],
    [{ commandPort: 8000.5 }, ['bad-port']],
    [{ httpPort: 8081 }, []],
    [{ ipv6Address: 'fe80::1', ipv6Prefix: 64 }, []],
    [{ ipv6Address: 'fe80::1%eth0' }, ['bad-ipv6']],
    [{ ipv6Gateway: '1:2:3' }, ['bad-ipv6']],
    [{ ipv6Prefix: 129 }, ['bad-ipv6']],
    [{ ipv6Prefix: 1.5 }, ['bad-ipv6']],
    [{ ipv6Address: '0:0:0:0:0:0:0:0' }, ['no-change']],
    [{ dhcpEnabled: true }, []],
    [{ dhcpEnabled: true, ipv4Address: '10.9.9.9' }, []],
    [{ dhcpEnabled: true, ipv4Address: 'x' }, ['bad-address']],
    [{ dhcpEnabled: true, ipv4Mask: 'x' }, ['bad-mask']],
    [{ dhcpEnabled: true, ipv4Gateway: 'x' }, ['bad-address']],
  ])('%o', (edit, expected) => {
    expect(codes(edit)).toEqual(expected);
  });

  test('what stands in the way whatever is edited', () => {
    expect(codes({ httpPort: 81 }, { activated: false })).toEqual(['not-activated']);
    expect(codes({ httpPort: 81 }, { hasSadp: false })).toEqual(['no-sadp']);
    expect(codes({ httpPort: 81 }, { hasSadp: false, isHttp: true })).toEqual([]);
    expect(codes({ ipv6Address: 'fe80::1' }, { ipv6Modifiable: false })).toEqual([
      'ipv6-unsupported',
    ]);
    expect(codes({ ipv6Address: '::' }, { ipv6Modifiable: false })).toEqual(['no-change']);
  });

  test('values that were never told do not count as known', () => {
    const untold: NetworkValues = { ...current, ipv4Mask: null, ipv4Address: null };
    const patch = { current: untold };
    expect(codes({ ipv4Address: '192.168.1.70' }, patch)).toEqual(['bad-mask']);
    expect(codes({ ipv4Mask: '255.255.255.0' }, patch)).toEqual(['bad-address']);
    const noGateway = { current: { ...current, ipv4Gateway: null } };
    expect(codes({ ipv4Address: '10.0.0.5' }, noGateway)).toEqual([]);
    expect(codes({ httpPort: 81 }, { current: { ...current, commandPort: 0 } })).toEqual([]);
  });

  test('a leased device that is made static is judged as one', () => {
    const leased = { current: { ...current, dhcpEnabled: true, ipv4Gateway: '10.0.0.1' } };
    expect(codes({ dhcpEnabled: false }, leased)).toEqual(['gateway-outside']);
    expect(codes({ httpPort: 81 }, leased)).toEqual([]);
    expect(codes({ ipv4Address: '192.168.1.70' }, leased)).toEqual(['gateway-outside']);
  });

  test('a static address switches DHCP off, an empty gateway is none', () => {
    expect(completeEdit({ ipv4Address: '1.2.3.4' }, { ...current, dhcpEnabled: null })).toEqual({
      ...{ ipv4Address: '1.2.3.4', dhcpEnabled: false },
    });
    expect(completeEdit({ ipv4Address: '1.2.3.4' }, current)).toEqual({ ipv4Address: '1.2.3.4' });
    const leased = { ...current, dhcpEnabled: true };
    expect(completeEdit({ ipv4Address: '1.2.3.4', dhcpEnabled: true }, leased)).toEqual({
      ...{ ipv4Address: '1.2.3.4', dhcpEnabled: true },
    });
    expect(completeEdit({ ipv4Gateway: '' }, current)).toEqual({ ipv4Gateway: '0.0.0.0' });
  });

  test('only what was edited differs in what is sent', () => {
    expect(mergeEdit(current, { httpPort: 81 })).toEqual({ ...current, httpPort: 81 });
    expect(changedKeys({ httpPort: 80, commandPort: 8001 }, current)).toEqual(['commandPort']);
    expect(changedKeys({ ipv6Address: '::' }, { ...current, ipv6Address: null })).toEqual([
      'ipv6Address',
    ]);
  });

  test('every accepted address is a host of its subnet', () => {
    const hosts = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(hosts, fc.integer({ min: 24, max: 30 }), (host, prefix) => {
        const edit = {
          ipv4Address: `192.168.1.${host}`,
          ipv4Mask: maskText(prefix),
          ipv4Gateway: '',
        };
        const isBad = codes(edit).some((code) => code.endsWith('-address'));
        expect(isBad).toBe(isReserved(0xc0a80100 + host, prefix));
      }),
    );
  });
});

describe('IPv6 text', () => {
  test.each([
    ['::', [0, 0, 0, 0, 0, 0, 0, 0]],
    ['::1', [0, 0, 0, 0, 0, 0, 0, 1]],
    ['FE80::A:1', [0xfe80, 0, 0, 0, 0, 0, 0xa, 1]],
    ['1:2:3:4:5:6:7:8', [1, 2, 3, 4, 5, 6, 7, 8]],
    ['::ffff:192.168.1.64', [0, 0, 0, 0, 0, 0xffff, 0xc0a8, 0x0140]],
    ['2001:db8::', [0x2001, 0xdb8, 0, 0, 0, 0, 0, 0]],
  ])('%s', (text, groups) => {
    expect(parseIpv6(text)).toEqual(groups);
  });

  test.each([
    '',
    '1',
    ':::',
    '1::2::3',
    '1:2:3:4:5:6:7:8:9',
    '::1:2:3:4:5:6:7:8',
    '12345::',
    'g::',
    '1.2.3.4::',
    '::1.2.3',
  ])('"%s" is none', (text) => expect(parseIpv6(text)).toBeNull());

  test('one address in two spellings is one, a text that is none only itself', () => {
    expect(isSameIpv6('::1', '0:0:0:0:0:0:0:1')).toBe(true);
    expect(isSameIpv6('::1', '::2')).toBe(false);
    expect(isSameIpv6('x', 'x')).toBe(true);
    expect(isSameIpv6('::1', 'x')).toBe(false);
  });
});

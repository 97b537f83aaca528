import { describe, expect, it } from 'vitest';
import type { AdapterView } from '../../../../main/contract/network.ts';
import {
  checkRange,
  rangesAround,
  suggestRanges,
} from '../../../../renderer/src/features/sweep/ranges.ts';

function adapter(patch: Partial<AdapterView> & { address: string; prefix: number }): AdapterView {
  const { address, prefix, ...rest } = patch;
  return {
    id: 'eth0',
    name: 'eth0',
    kind: 'ethernet',
    kindReason: null,
    mac: null,
    addresses: [{ address, netmask: '', prefix }],
    enabled: true,
    enabledBy: 'default',
    state: 'listening',
    problem: null,
    replies: 0,
    devices: 0,
    lastReplyAt: null,
    ...rest,
  };
}

describe('ranges around an address', () => {
  it('offers /24 to /20 in a large subnet', () => {
    expect(rangesAround('10.0.37.5', 16).map(({ cidr }) => cidr)).toEqual([
      '10.0.37.0/24',
      '10.0.36.0/23',
      '10.0.36.0/22',
      '10.0.32.0/21',
      '10.0.32.0/20',
    ]);
  });

  it('offers nothing larger than the subnet of the adapter', () => {
    expect(rangesAround('192.168.1.10', 24)).toEqual([{ cidr: '192.168.1.0/24', hosts: 254 }]);
    expect(rangesAround('192.168.1.200', 26)).toEqual([{ cidr: '192.168.1.192/26', hosts: 62 }]);
    expect(rangesAround('192.168.1.10', 22)).toHaveLength(3);
  });

  it('offers no public range and none for what is no address', () => {
    expect(rangesAround('8.8.8.8', 24)).toEqual([]);
    expect(rangesAround('fe80::1', 64)).toEqual([]);
  });

  it('leaves out adapters that are off or gone', () => {
    const list = [
      adapter({ name: 'on', address: '192.168.1.10', prefix: 24 }),
      adapter({ name: 'off', address: '10.1.1.1', prefix: 24, enabled: false }),
      adapter({ name: 'gone', address: '10.2.2.2', prefix: 24, state: 'gone' }),
    ];
    expect(suggestRanges(list).map(({ adapter: name }) => name)).toEqual(['on']);
  });
});

describe('a range typed by hand', () => {
  const own = [adapter({ address: '192.168.1.10', prefix: 24 })];

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['hello', 'bad'],
    ['192.168.1.0/33', 'bad'],
    ['192.168.1.256', 'bad'],
    ['8.8.8.0/24', 'public'],
    ['192.168.0.0/15', 'public'],
    ['10.0.0.0/19', 'large'],
  ])('%j is refused as %s', (typed, problem) => {
    expect(checkRange(typed, own)).toEqual({ ok: false, problem });
  });

  it('clears the host bits and counts what can be a device', () => {
    expect(checkRange(' 10.0.3.77/20 ', own)).toEqual({
      ok: true,
      cidr: '10.0.0.0/20',
      hosts: 4094,
      isOwn: false,
    });
  });

  it('takes a lone address and the old factory net', () => {
    expect(checkRange('192.168.1.64', own)).toMatchObject({ cidr: '192.168.1.64/32', hosts: 1 });
    expect(checkRange('192.0.0.0/24', own)).toMatchObject({ ok: true });
  });

  it('knows whether this computer has an address there', () => {
    expect(checkRange('192.168.1.0/24', own)).toMatchObject({ isOwn: true });
    expect(checkRange('192.168.2.0/24', own)).toMatchObject({ isOwn: false });
  });
});

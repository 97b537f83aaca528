import { describe, expect, it } from 'vitest';
import type { NetworkValues } from '../../../../main/contract/job.ts';
import {
  fieldOf,
  type TextField,
} from '../../../../renderer/src/features/network-edit/model/fields.ts';
import {
  changedFields,
  editOf,
  localProblems,
  nameChange,
  nothingTyped,
  switchDhcp,
  type Typed,
  typeText,
} from '../../../../renderer/src/features/network-edit/model/form.ts';
import { isIpv6 } from '../../../../renderer/src/features/network-edit/model/ipv6.ts';

const device: NetworkValues = {
  ipv4Address: '192.168.1.64',
  ipv4Mask: '255.255.255.0',
  ipv4Gateway: '192.168.1.1',
  dhcpEnabled: false,
  commandPort: 8000,
  httpPort: 80,
  sdkOverTlsPort: null,
  ipv6Address: 'fe80::1',
  ipv6Gateway: '::',
  ipv6Prefix: 64,
};

function typed(...entries: readonly (readonly [TextField, string])[]): Typed {
  return entries.reduce<Typed>(
    (all, [field, text]) => typeText(device, all, { field, text }),
    nothingTyped,
  );
}

const codes = (edit: Typed, values = device) =>
  localProblems(values, edit).map((problem) => `${fieldOf(problem)}:${problem.code}`);

describe('what was typed', () => {
  it('is taken back by typing the value of the device again', () => {
    const edit = typed(['ipv4Address', '192.168.1.50'], ['ipv4Address', ' 192.168.1.64 ']);
    expect(edit).toEqual({});
  });

  it('stays when the row changes under it, and is no change once the device has it', () => {
    const edit = typed(['ipv4Address', '192.168.1.50']);
    expect(changedFields({ ...device, httpPort: 81 }, edit)).toEqual(['ipv4Address']);
    expect(changedFields({ ...device, ipv4Address: '192.168.1.50' }, edit)).toEqual([]);
  });

  it('sends only what was edited, numbers as numbers', () => {
    const edit = typed(['ipv4Address', '192.168.1.50 '], ['httpPort', '8080']);
    expect(editOf(device, edit)).toEqual({ ipv4Address: '192.168.1.50', httpPort: 8080 });
  });

  it('leaves the IPv4 values out under DHCP and gives them back without it', () => {
    const edit = typed(['ipv4Address', '192.168.1.50'], ['httpPort', '8080']);
    const on = switchDhcp(device, edit, true);
    expect(editOf(device, on)).toEqual({ dhcpEnabled: true, httpPort: 8080 });
    expect(codes(on)).toEqual([]);
    expect(switchDhcp(device, on, false)).toEqual(edit);
  });
});

describe('problems seen without asking', () => {
  it.each([
    ['192.168.1.256', 'ipv4Address:bad-address'],
    ['192.168.1', 'ipv4Address:bad-address'],
    ['127.0.0.1', 'ipv4Address:bad-address'],
    ['239.255.255.250', 'ipv4Address:bad-address'],
    ['192.168.1.0', 'ipv4Address:network-address'],
    ['192.168.1.255', 'ipv4Address:broadcast-address'],
    ['192.168.1.1', 'ipv4Gateway:gateway-is-address'],
    ['10.0.0.5', 'ipv4Gateway:gateway-outside'],
  ])('%s: %s', (address, problem) => {
    expect(codes(typed(['ipv4Address', address]))).toEqual([problem]);
  });

  it('judges mask and gateway with the address they belong to', () => {
    expect(codes(typed(['ipv4Mask', '255.0.255.0']))).toEqual(['ipv4Mask:bad-mask']);
    expect(codes(typed(['ipv4Mask', '255.255.255.255']))).toEqual(['ipv4Mask:bad-mask']);
    expect(codes(typed(['ipv4Gateway', '192.168.1.255']))).toEqual(['ipv4Gateway:gateway-outside']);
    expect(codes(typed(['ipv4Gateway', '']))).toEqual([]);
    expect(codes(typed(['ipv4Gateway', '0.0.0.0']))).toEqual([]);
  });

  it('names ports that are none or twice, and lets a port of 0 be', () => {
    expect(codes(typed(['httpPort', '70000']))).toEqual(['httpPort:bad-port']);
    expect(codes(typed(['httpPort', '8000']))).toEqual(['httpPort:same-port']);
    const off = { ...device, httpPort: 0, sdkOverTlsPort: 0 };
    expect(localProblems(off, typeText(off, {}, { field: 'commandPort', text: '8001' }))).toEqual(
      [],
    );
  });

  it('does not blame an edit of the port for an odd setting of the device', () => {
    const odd = { ...device, ipv4Gateway: '10.9.9.9' };
    expect(codes(typeText(odd, {}, { field: 'httpPort', text: '81' }), odd)).toEqual([]);
  });
});

describe('the name of the change', () => {
  it('says the address, the switch, the one value or how many', () => {
    expect(nameChange(device, {})).toEqual({ kind: 'nothing' });
    expect(nameChange(device, typed(['ipv4Address', '192.168.1.50'], ['httpPort', '81']))).toEqual({
      kind: 'address',
      address: '192.168.1.50',
      more: 1,
    });
    expect(nameChange(device, { dhcpEnabled: true })).toEqual({
      kind: 'dhcp',
      isOn: true,
      more: 0,
    });
    expect(nameChange(device, typed(['httpPort', '81']))).toEqual({
      kind: 'one',
      field: 'httpPort',
      value: '81',
    });
    expect(nameChange(device, typed(['httpPort', '81'], ['commandPort', '8001']))).toEqual({
      kind: 'many',
      count: 2,
    });
  });
});

describe('IPv6 text', () => {
  it.each(['::', '::1', 'fe80::1', '2001:db8:0:0:0:0:0:1', '::ffff:192.168.1.1', '1::8'])(
    '%s is one',
    (text) => expect(isIpv6(text)).toBe(true),
  );
  it.each([
    '',
    ':',
    '1:::2',
    '1::2::3',
    'fe80::1%eth0',
    '12345::',
    '1:2:3:4:5:6:7',
    '::1.2.3',
    '1:2:3:4:5:6:7:8:9',
  ])('"%s" is none', (text) => expect(isIpv6(text)).toBe(false));
});

import { describe, expect, expectTypeOf, it } from 'vitest';
import { type DeviceFacts, deviceFacts, type FactKey } from '../../../main/contract/device.ts';
import {
  findSpec,
  type SadpFields,
  sadpFieldTable,
  specs,
} from '../../../main/protocol/sadp/fields.ts';
import { fixture, match, read } from './helpers.ts';

function fields(body: string) {
  return read(match(body)).fields;
}
function notes(body: string) {
  return read(match(body)).notes;
}

describe('the table', () => {
  it('reads exactly the facts of the contract, with their types', () => {
    expectTypeOf<keyof SadpFields>().toEqualTypeOf<FactKey>();
    expectTypeOf<SadpFields>().toExtend<Partial<DeviceFacts>>();
    const keys = sadpFieldTable.map(([, key]) => key);
    expect([...keys].sort()).toEqual(Object.keys(deviceFacts.shape).sort());
  });

  it('yields values the contract accepts', () => {
    const facts: Partial<DeviceFacts> = read(fixture('recorder-v31.xml')).fields;
    expect(deviceFacts.partial().safeParse(facts).success).toBe(true);
  });

  it('names every element once, in any letter case', () => {
    for (const [index, spec] of specs.entries()) {
      expect(spec.index).toBe(index);
      expect(findSpec(spec.wire)).toBe(spec);
      expect(findSpec(spec.wire.toUpperCase())).toBe(spec);
      expect(findSpec(spec.wire.toLowerCase())).toBe(spec);
    }
    expect(findSpec('constructor')).toBeUndefined();
    expect(findSpec('__proto__')).toBeUndefined();
  });
});

describe('yes, no and unknown', () => {
  it.each(['true', '1', 'TRUE', 'True', ' true\n'])('%j is yes', (text) => {
    expect(fields(`<DHCP>${text}</DHCP>`).dhcpEnabled).toBe(true);
  });

  it.each(['false', 'flase', '0', 'FALSE', 'Flase'])('%j is no', (text) => {
    expect(fields(`<DHCP>${text}</DHCP>`).dhcpEnabled).toBe(false);
  });

  it.each(['yes', 'no', '2', '-1', 'truee', 'TRUENESS', 'null', 'NAN'])('%j is unknown', (text) => {
    const message = read(match(`<DHCP>${text}</DHCP>`));
    expect('dhcpEnabled' in message.fields).toBe(false);
    expect(message.notes).toEqual([`DHCP: "${text}" is not true or false, left out`]);
  });

  it.each(['', '  ', '\r\n'])('%j is not told, which needs no note', (text) => {
    const message = read(match(`<DHCP>${text}</DHCP>`));
    expect('dhcpEnabled' in message.fields).toBe(false);
    expect(message.notes).toEqual([]);
  });

  it('an absent element is unknown', () => {
    expect(fields('<MAC>02-00-00-00-00-01</MAC>')).toEqual({ mac: '02:00:00:00:00:01' });
  });

  it.each([
    ['1', true],
    ['2', false],
  ])('bind status %s', (text, expected) => {
    expect(fields(`<EZVIZBindStatus>${text}</EZVIZBindStatus>`).cloudBound).toBe(expected);
  });

  it.each([
    ['0', 0],
    ['3', 1],
    ['true', 1],
    ['bind', 1],
  ])('bind status %s is unknown', (text, noteCount) => {
    expect('cloudBound' in fields(`<EZVIZBindStatus>${text}</EZVIZBindStatus>`)).toBe(false);
    expect(notes(`<EZVIZBindStatus>${text}</EZVIZBindStatus>`)).toHaveLength(noteCount);
  });
});

describe('numbers', () => {
  it.each([
    ['CommandPort', 'commandPort', '8000', 8000],
    ['CommandPort', 'commandPort', '0', 0],
    ['HttpPort', 'httpPort', '65535', 65_535],
    ['DeviceType', 'deviceType', '4294967295', 4_294_967_295],
    ['DeviceType', 'deviceType', '0042', 42],
    ['IPv6MaskLen', 'ipv6Prefix', '128', 128],
  ] as const)('%s %s %s', (wire, key, text, expected) => {
    expect(fields(`<${wire}>${text}</${wire}>`)[key]).toBe(expected);
  });

  it.each([
    ['CommandPort', 'commandPort', '65536'],
    ['CommandPort', 'commandPort', '-1'],
    ['CommandPort', 'commandPort', '80a'],
    ['CommandPort', 'commandPort', '0x50'],
    ['CommandPort', 'commandPort', '1e3'],
    ['DeviceType', 'deviceType', '4294967296'],
    ['DeviceType', 'deviceType', '99999999999999999999'],
    ['IPv6MaskLen', 'ipv6Prefix', '129'],
  ] as const)('%s %s %s is left out with a note', (wire, key, text) => {
    const message = read(match(`<${wire}>${text}</${wire}>`));
    expect(key in message.fields).toBe(false);
    expect(message.notes).toHaveLength(1);
  });
});

describe('boot time', () => {
  it.each([
    ['2024-01-15 02:44:11', '2024-01-15T02:44:11'],
    ['1970-01-01 00:00:00', '1970-01-01T00:00:00'],
    ['2024-02-29T23:59:59', '2024-02-29T23:59:59'],
    ['2024-1-5 3:4:5', '2024-01-05T03:04:05'],
    ['2024-01-31 03:04:05', '2024-01-31T03:04:05'],
  ])('%s', (text, expected) => {
    expect(fields(`<BootTime>${text}</BootTime>`).bootTime).toBe(expected);
  });

  it.each([
    '2023-02-29 00:00:00',
    '2024-13-01 00:00:00',
    '2024-00-01 00:00:00',
    '2024-01-00 00:00:00',
    '2024-01-32 00:00:00',
    '2024-01-01 24:00:00',
    '2024-01-01 00:60:00',
    '2024-01-01 00:00:60',
    '2024-01-01',
    '15.01.2024 02:44:11',
    '2024-01-15 02:44:11+01:00',
  ])('%s is left out with a note', (text) => {
    const message = read(match(`<BootTime>${text}</BootTime>`));
    expect('bootTime' in message.fields).toBe(false);
    expect(message.notes).toHaveLength(1);
  });
});

describe('MAC', () => {
  it('keeps the spelling of the device beside the normal form', () => {
    const message = read(match('<MAC> 02-AB-CD-00-00-01 </MAC>'));
    expect(message).toMatchObject({ mac: '02:ab:cd:00:00:01', rawMac: '02-AB-CD-00-00-01' });
  });

  it('that is none leaves the device without one', () => {
    const message = read(match('<MAC>no mac</MAC>'));
    expect(message).toMatchObject({ mac: null, rawMac: 'no mac' });
    expect(message.notes).toEqual(['MAC: "no mac" is not a device MAC address, left out']);
    expect(read(match('<MAC> </MAC>'))).toMatchObject({ mac: null, rawMac: null, notes: [] });
    expect(read(match(`<MAC>${'a'.repeat(65)}</MAC>`)).rawMac).toBeNull();
  });
});

describe('IPv6 ability', () => {
  const own = '<IPv6Address>::</IPv6Address>';
  it.each([
    ['the element alone shows both', own, true, true],
    ['an empty element is presence too', '<IPv6Address></IPv6Address>', true, true],
    ['an explicit no overrules', `${own}<supportIPv6>false</supportIPv6>`, false, undefined],
    ['not modifiable overrules', `${own}<supportModifyIPv6>flase</supportModifyIPv6>`, true, false],
    ['an explicit yes without addresses', '<supportIPv6>true</supportIPv6>', true, undefined],
    ['nothing is unknown', '<DHCP>true</DHCP>', undefined, undefined],
  ])('%s', (_title, body, supported, modifiable) => {
    const read = fields(body);
    expect([read.ipv6Supported, read.ipv6Modifiable]).toEqual([supported, modifiable]);
  });
});

describe('text', () => {
  it('is cut at 512 characters, between characters, with a note', () => {
    const message = read(match(`<OEMInfo>${'a'.repeat(511)}\u{1f4f7}b</OEMInfo>`));
    expect(message.fields.oemInfo).toBe('a'.repeat(511));
    expect(message.notes).toEqual(['OEMInfo: cut from 514 to 512 characters']);
    expect(read(match(`<OEMInfo>${'a'.repeat(600)}</OEMInfo>`)).fields.oemInfo).toHaveLength(512);
  });

  it('cannot carry control characters into a terminal', () => {
    const message = read(match('<OEMInfo>\u001b[2Jred\u009b31m\u2028x</OEMInfo>'));
    expect(message.fields.oemInfo).toBe('[2Jred 31m x');
    expect(message.notes).toEqual(['OEMInfo: control characters replaced by blanks']);
    expect('oemInfo' in read(match('<OEMInfo>\u0007\u007f</OEMInfo>')).fields).toBe(false);
  });

  it('of the head is limited too', () => {
    expect(read(match(`<Uuid>${'a'.repeat(500)}</Uuid>`)).uuid).toHaveLength(128);
  });
});

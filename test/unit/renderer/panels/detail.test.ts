import { describe, expect, it } from 'vitest';
import {
  type DeviceDetail,
  type DeviceEvent,
  type DeviceRow,
  deviceId,
  type FactView,
} from '../../../../main/contract/device.ts';
import { eventLines } from '../../../../renderer/src/features/detail/event-words.ts';
import { asTsv, linesOf, matches } from '../../../../renderer/src/features/detail/fields.ts';
import { summarise } from '../../../../renderer/src/features/detail/many.ts';
import { textIn } from './text-in.ts';

const text = textIn('en');
const id = deviceId.parse('d1');

function fact(patch: Partial<FactView>): FactView {
  return { key: 'mac', value: 'x', source: 'sadp', adapter: 'eth0', at: 0, ...patch };
}

/** Only the fields the summary reads. */
function row(patch: Partial<DeviceRow>): DeviceRow {
  const base = { model: 'A', flags: [], presence: 'online', ipv4Address: null };
  return { ...base, ...patch } as unknown as DeviceRow;
}

describe('all fields', () => {
  const detail = {
    facts: [
      fact({ key: 'firmware', value: 'V5.7.3' }),
      fact({ key: 'activated', value: false }),
      fact({ key: 'activated', value: true, source: 'sweep' }),
    ],
    extra: [fact({ key: 'NewThing', value: '7' })],
  } as unknown as DeviceDetail;
  const { facts, extra } = linesOf(detail, text);

  it('names known facts in words and leaves unknown elements as sent', () => {
    expect(facts.map(({ label }) => label)).toEqual(['Software Version', 'Activated', 'Activated']);
    expect(extra[0]?.label).toBe('NewThing');
  });

  it('keeps the same fact of two sources apart', () => {
    expect(new Set(facts.map(({ id: key }) => key)).size).toBe(3);
  });

  it('finds by name, by key and by value', () => {
    const found = (search: string) => facts.filter((line) => matches(line, search)).length;
    expect([found('software'), found('FIRMWARE'), found('5.7'), found('no such')]).toEqual([
      1, 1, 1, 0,
    ]);
    expect(found('  ')).toBe(3);
  });

  it('copies name, value, source and time', () => {
    expect(asTsv(facts.slice(0, 1), text)).toBe(
      'Software Version\tV5.7.3\tSADP\t1970-01-01T00:00:00.000Z',
    );
  });
});

describe('events in words', () => {
  const lines = (kind: DeviceEvent['kind'], params: DeviceEvent['params']) =>
    eventLines({ deviceId: id, at: 0, kind, params }, text);

  it('tells old and new, with yes and no as words', () => {
    expect(lines('address-changed', { from: '10.0.0.1', to: '10.0.0.2' })).toEqual([
      '10.0.0.1 → 10.0.0.2',
    ]);
    expect(lines('updated', { fields: 'dhcpEnabled', from: 'false', to: 'true' })).toEqual([
      'IPv4 DHCP Status',
      'No → Yes',
    ]);
    expect(lines('renamed', { from: null, to: 'Gate' })).toEqual(['empty → Gate']);
  });

  it('names every changed field, the operator’s own too, and an unknown one by its key', () => {
    expect(lines('updated', { fields: 'mac note kind odd' })).toEqual([
      'MAC Address, Note, Kind, odd',
    ]);
  });

  it('tells silence in the unit that fits', () => {
    expect(lines('online', { silentMs: 42_000 })).toEqual(['After 42 s of silence']);
    expect(lines('online', { silentMs: 600_000 })).toEqual(['After 10 min of silence']);
    expect(lines('online', { silentMs: 7_200_000 })).toEqual(['After 2 h of silence']);
  });

  it('does not show the ids of sites', () => {
    expect(lines('moved-site', { from: 'a1', to: 'b2' })).toEqual([]);
  });

  it('says how a device was found', () => {
    expect(lines('found', { source: 'sweep', address: '10.0.0.1', model: null })).toEqual([
      'Sweep · 10.0.0.1',
    ]);
  });
});

describe('several devices', () => {
  const summary = summarise([
    row({ ipv4Address: '192.168.1.64', flags: ['inactive', 'duplicate-address'] }),
    row({ ipv4Address: '192.168.1.64', flags: ['duplicate-address'] }),
    row({ ipv4Address: '192.168.1.64', presence: 'offline', flags: ['inactive'] }),
    row({ ipv4Address: '192.168.1.7', model: null }),
    row({ model: 'B' }),
    row({ model: 'A' }),
  ]);

  it('counts models, the most frequent first, the unknown as its own', () => {
    expect(summary.models).toEqual([
      { value: 'A', count: 4 },
      { value: null, count: 1 },
      { value: 'B', count: 1 },
    ]);
  });

  it('counts flags of devices that are here only', () => {
    expect(summary.flags).toEqual([
      { value: 'duplicate-address', count: 2 },
      { value: 'inactive', count: 1 },
    ]);
    expect([summary.offline, summary.normal]).toEqual([1, 3]);
  });

  it('finds shared addresses among those that are here', () => {
    expect(summary.conflicts).toEqual([{ value: '192.168.1.64', count: 2 }]);
  });
});

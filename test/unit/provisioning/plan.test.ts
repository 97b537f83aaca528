import { describe, expect, test } from 'vitest';
import type { DeviceId } from '../../../main/contract/device.ts';
import type { LocalSubnet } from '../../../main/domain/outcome.ts';
import { Registry } from '../../../main/domain/registry.ts';
import type { SadpFields } from '../../../main/protocol/sadp/fields.ts';
import { readYesNo } from '../../../main/services/lib/table-file.ts';
import { assign } from '../../../main/services/provisioning/plan/assign.ts';
import type { PlanSources } from '../../../main/services/provisioning/plan/book.ts';
import { columnOf } from '../../../main/services/provisioning/plan/headers.ts';
import { readPlan } from '../../../main/services/provisioning/plan/read-plan.ts';
import { proposeResolve } from '../../../main/services/provisioning/plan/resolve.ts';
import { draftFor, finish } from '../../../main/services/provisioning/plan/rows.ts';
import { usualFields } from './rig.ts';

const t0 = Date.UTC(2026, 0, 1);

interface Known {
  readonly address?: string;
  readonly mac?: string | null;
  readonly fields?: SadpFields;
  readonly at?: number;
  readonly source?: 'sadp' | 'sweep';
}

interface Book extends PlanSources {
  readonly ids: readonly DeviceId[];
  readonly asked: string[];
}

function bookOf(
  known: readonly Known[],
  more: { subnets?: LocalSubnet[]; wire?: Record<string, string>; now?: number } = {},
): Book {
  let made = 0;
  const registry = new Registry({
    newId: () => {
      made += 1;
      return `d${made}`;
    },
  });
  const asked: string[] = [];
  const ids = known.map(
    ({ address = '192.168.1.64', mac, fields, at = t0, source = 'sadp' }, index) => {
      const own = mac === null ? {} : { mac: mac ?? `44:47:cc:00:00:0${index + 1}` };
      const { mac: _mac, serial: _serial, ...rest } = usualFields;
      const serial = mac === null ? {} : { serial: `DS-X20230101AAWRE10000000${index}` };
      const facts = { ...rest, ...own, ...serial, ipv4Address: address, ...fields };
      const seen = { source, adapter: 'eth0', at, fromAddress: address };
      const outcome = registry.see({ ...seen, facts, vendor: 'hikvision' }, 'site');
      if (outcome.kind !== 'merged') throw new Error(outcome.why);
      return outcome.id;
    },
  );
  registry.tick(more.now ?? t0);
  return {
    ...{ ids, asked },
    rows: () => registry.rows('site'),
    record: (id) => registry.record(id),
    find: (wanted) => registry.find(wanted),
    subnets: () => more.subnets ?? [{ adapter: 'eth0', address: '192.168.1.10', prefix: 24 }],
    whoHas: (address) => {
      asked.push(address);
      return Promise.resolve(more.wire?.[address] ?? null);
    },
  };
}

function draft(book: Book, index: number, ipv4Address: string) {
  const record = book.record(book.ids[index] as DeviceId);
  if (record === undefined) throw new Error('no record');
  return draftFor(record, { ipv4Address });
}

describe('a row against the list and the wire', () => {
  test('a device that is gone only warns, one that just went quiet stops', async () => {
    const old = { address: '192.168.1.70', at: t0 - 600_000 };
    const quiet = { address: '192.168.1.71', at: t0 - 60_000 };
    const book = bookOf([{}, old, quiet], { now: t0 });
    const [gone] = await finish(book, [draft(book, 0, '192.168.1.70')]);
    expect(gone?.problems).toMatchObject([{ code: 'used-by-device', level: 'caution' }]);
    const [there] = await finish(book, [draft(book, 0, '192.168.1.71')]);
    expect(there?.problems).toMatchObject([{ code: 'used-by-device', level: 'stop' }]);
  });

  test('the laptop’s own address is taken', async () => {
    const book = bookOf([{}]);
    const [row] = await finish(book, [draft(book, 0, '192.168.1.10')]);
    expect(row?.problems).toMatchObject([{ code: 'used-by-device', params: { by: 'eth0' } }]);
  });

  test('nobody is asked beyond the laptop’s subnets, and nothing is said while there is none', async () => {
    const book = bookOf([{}], { subnets: [] });
    const record = book.record(book.ids[0] as DeviceId);
    if (record === undefined) throw new Error('no record');
    const far = { ipv4Address: '10.1.1.1', ipv4Gateway: '' };
    const [row] = await finish(book, [draftFor(record, far)]);
    expect(row?.problems).toEqual([]);
    expect(book.asked).toEqual([]);
  });

  test('its own MAC on the wire is no other device', async () => {
    const book = bookOf([{}], { wire: { '192.168.1.70': '44:47:cc:00:00:01' } });
    const [row] = await finish(book, [draft(book, 0, '192.168.1.70')]);
    expect(row?.problems).toEqual([]);
  });

  test('a place that a device of the plan leaves is free; one that two share is not until both leave', async () => {
    const book = bookOf([
      { address: '192.168.1.20' },
      { address: '192.168.1.30' },
      { address: '192.168.1.30' },
    ]);
    const one = await finish(book, [
      draft(book, 0, '192.168.1.30'),
      draft(book, 1, '192.168.1.40'),
    ]);
    expect(one[0]?.problems).toMatchObject([{ code: 'used-by-device' }]);
    const both = [
      draft(book, 0, '192.168.1.30'),
      draft(book, 1, '192.168.1.40'),
      draft(book, 2, '192.168.1.41'),
    ];
    expect((await finish(book, both)).flatMap(({ problems }) => problems)).toEqual([]);
  });

  test('two that take each other’s place are stopped', async () => {
    const book = bookOf([{ address: '192.168.1.20' }, { address: '192.168.1.21' }]);
    const rows = await finish(book, [
      draft(book, 0, '192.168.1.21'),
      draft(book, 1, '192.168.1.20'),
    ]);
    expect(rows.map(({ problems }) => problems[0]?.code)).toEqual([
      'used-by-device',
      'used-by-device',
    ]);
  });

  test('a double without a file is named by its place in the list', async () => {
    const book = bookOf([{ address: '192.168.1.20' }, { address: '192.168.1.21' }]);
    const rows = await finish(book, [
      draft(book, 0, '192.168.1.90'),
      draft(book, 1, '192.168.1.90'),
    ]);
    expect(rows[0]?.problems).toMatchObject([{ code: 'doubled-in-plan', params: { line: 2 } }]);
  });

  test('a name alone is a change', () => {
    const book = bookOf([{}]);
    const record = book.record(book.ids[0] as DeviceId);
    if (record === undefined) throw new Error('no record');
    expect(draftFor(record, {}, { name: 'Gate' }).problems).toEqual([]);
    expect(draftFor(record, {}).problems).toMatchObject([{ code: 'no-change' }]);
  });
});

describe('addresses from a start', () => {
  const input = { ids: [] as DeviceId[], first: '192.168.1.70' };

  test('the longest subnet of the laptop gives the mask; else /24', async () => {
    const subnets = [
      { adapter: 'eth0', address: '192.168.1.10', prefix: 16 },
      { adapter: 'eth1', address: '192.168.1.10', prefix: 26 },
    ];
    const book = bookOf([{}], { subnets });
    const records = book.ids.flatMap((id) => book.record(id) ?? []);
    const { rows } = await assign(book, records, { ...input, first: '192.168.1.20' });
    expect(rows[0]?.to.ipv4Mask).toBe('255.255.255.192');
    const far = await assign(book, records, { ...input, first: '10.9.9.1', mask: '', gateway: '' });
    expect(far.rows[0]?.to).toEqual({ ipv4Address: '10.9.9.1', ipv4Gateway: '0.0.0.0' });
  });

  test('a device keeps the address it has when its turn comes to it', async () => {
    const book = bookOf([{ address: '192.168.1.70' }, { address: '192.168.1.99' }]);
    const records = book.ids.flatMap((id) => book.record(id) ?? []);
    const { rows, skipped } = await assign(book, records, input);
    expect(rows.map(({ to }) => to.ipv4Address)).toEqual([undefined, '192.168.1.71']);
    expect(skipped).toEqual([]);
  });

  test('a gateway that is no address is refused', async () => {
    const book = bookOf([{}]);
    await expect(assign(book, [], { ...input, gateway: 'router' })).rejects.toThrow('bad-address');
  });
});

describe('devices at one address', () => {
  test('in a subnet of their own nobody answers for: the oldest stays, the others get its neighbours', async () => {
    const group = { address: '10.7.0.30', fields: { ipv4Mask: '255.255.0.0' } };
    const book = bookOf([{ ...group, at: t0 + 1000 }, group, { ...group, at: t0 + 500 }]);
    const { groups } = await proposeResolve(book, null);
    expect(groups[0]?.rows.map(({ device, to }) => [device?.id, to.ipv4Address])).toEqual([
      [book.ids[1], undefined],
      [book.ids[2], '10.7.0.31'],
      [book.ids[0], '10.7.0.32'],
    ]);
    expect(book.asked).toEqual([]);
  });

  test('a factory crowd with no laptop subnet at all stays in its own', async () => {
    const book = bookOf([{}, {}], { subnets: [] });
    const { groups } = await proposeResolve(book, null);
    expect(groups[0]?.rows.map(({ to }) => to.ipv4Address)).toEqual([
      '192.168.1.65',
      '192.168.1.66',
    ]);
  });

  test('a subnet with too few places leaves the rest without', async () => {
    const fields = { ipv4Mask: '255.255.255.252' };
    const group = { address: '10.7.0.2', fields };
    const book = bookOf([group, group, group]);
    const { groups } = await proposeResolve(book, null);
    const codes = groups[0]?.rows.map(({ problems }) => problems.map(({ code }) => code));
    expect(codes?.at(-1)).toEqual(['no-free-address']);
  });

  test('a hit of a sweep without a MAC is no member, and a lone device no group', async () => {
    const book = bookOf([{}, { mac: null, source: 'sweep' }]);
    expect((await proposeResolve(book, null)).groups).toEqual([]);
  });
});

describe('plan files', () => {
  test('columns without an address, ports, masks in other spellings, and broken quotes', async () => {
    const book = bookOf([{}]);
    const mac = '44-47-CC-00-00-01';
    const { rows, problems } = await readPlan(book, `mac,mask,http port\n${mac},/25,8181\n`);
    expect(rows[0]?.to).toEqual({ ipv4Mask: '255.255.255.128', httpPort: 8181 });
    expect(problems).toEqual([]);
    const bad = await readPlan(book, `mac,mask,port\n${mac},/40,x`);
    expect(bad.rows[0]?.problems.map(({ code }) => code)).toEqual(['bad-port', 'bad-mask']);
    const odd = await readPlan(book, `mac,mask\n${mac},abc`);
    expect(odd.rows[0]?.to.ipv4Mask).toBe('abc');
    const quotes = await readPlan(book, `sep=,\nmac,ip\n"${mac},192.168.1.70`);
    expect(quotes.problems).toEqual(['MissingQuotes:3']);
    const short = await readPlan(book, `mac,ip,name\n${mac}\n\n`);
    expect(short.rows).toHaveLength(1);
  });

  test('several that fit are named, and one that is gone is unknown', async () => {
    const book = bookOf([{}, {}]);
    const sources = {
      ...book,
      find: () => ({ kind: 'many', ids: [...book.ids, 'gone' as DeviceId] }) as const,
    };
    const { rows } = await readPlan(sources, 'mac,ip\n44,192.168.1.70');
    expect(rows[0]?.problems[0]?.params).toEqual({ candidates: '100000000, 100000001' });
    const lost = { ...book, find: () => ({ kind: 'one', id: 'gone' as DeviceId }) as const };
    expect((await readPlan(lost, 'mac\n44')).rows[0]?.problems[0]?.code).toBe('unknown-device');
  });

  test('header and yes/no words', () => {
    expect(columnOf('  Dirección_IP ')).toBe('address');
    expect(columnOf('Firmware')).toBeNull();
    expect(['Sì', 'sí', 'YES', '1'].map(readYesNo)).toEqual([true, true, true, true]);
    expect(['No', 'flase', 'static', '0'].map(readYesNo)).toEqual([false, false, false, false]);
    expect(readYesNo('perhaps')).toBeNull();
  });
});

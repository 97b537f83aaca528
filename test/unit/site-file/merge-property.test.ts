import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deviceId } from '../../../main/contract/device.ts';
import { newRecord } from '../../../main/domain/new-record.ts';
import type { DeviceRecord } from '../../../main/domain/record.ts';
import { planMerge } from '../../../main/services/site-file/plan.ts';

interface Told {
  readonly device: number;
  readonly name: string | null;
  readonly note: string | null;
  readonly at: number;
  readonly address: number;
  readonly isByMac: boolean;
}

const told: fc.Arbitrary<Told> = fc.record({
  device: fc.integer({ min: 0, max: 5 }),
  name: fc.option(fc.constantFrom('Gate', 'Door', 'Hall'), { nil: null }),
  note: fc.option(fc.constantFrom('left', 'right'), { nil: null }),
  at: fc.integer({ min: 1, max: 50 }),
  address: fc.integer({ min: 1, max: 9 }),
  isByMac: fc.boolean(),
});
const laptop = fc.uniqueArray(told, { selector: ({ device }) => device, maxLength: 6 });

function recordOf(owner: string, { device, name, note, at, address, isByMac }: Told): DeviceRecord {
  const mac = `58:50:ed:00:00:0${device}`;
  const serial = isByMac ? null : `DS-2CD2143G2-I20240101AAWRX0000000${device}`;
  const claim = { serial, serialKey: serial, mac, sharedMac: null, address: null };
  const facts = {
    mac,
    ipv4Address: `192.168.1.${address}`,
    ...(serial === null ? {} : { serial }),
  };
  return {
    ...newRecord(`${owner}${device}`, claim, owner, at),
    nics: [{ mac, address: null, firstAt: at, lastAt: at }],
    sources: { sadp: { at, adapter: null, facts, earlier: {}, extra: {}, vendor: null } },
    via: [{ source: 'sadp', adapter: null, firstAt: at, lastAt: at, count: at }],
    ...{ firstSeenAt: at, lastSeenAt: at, name, note },
    editedAt: name === null && note === null ? 0 : at,
  };
}

/** Takes the second one's devices into the first one's list. */
function merged(mine: readonly DeviceRecord[], theirs: readonly DeviceRecord[], site = 'here') {
  let count = 0;
  const plan = planMerge({
    ...{ theirs, mine, siteId: site, choices: {} },
    newId: () => {
      count += 1;
      return deviceId.parse(`new${count}`);
    },
  });
  const changed = new Map(plan.changed.map((record) => [record.id, record]));
  return { plan, all: [...mine.map((one) => changed.get(one.id) ?? one), ...plan.added] };
}

/** Without what is each laptop's own: ids, places, counters of changes. */
function plain(records: readonly DeviceRecord[]): string[] {
  return records
    .map(({ id: _i, siteId: _s, revision: _r, formerIds: _f, createdAt: _c, ...rest }) =>
      JSON.stringify(rest, (_, value: unknown) =>
        typeof value === 'object' && value !== null && !Array.isArray(value)
          ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
          : value,
      ),
    )
    .sort();
}

describe('taking one laptop\u2019s site into another', () => {
  test('on an empty laptop it is the same site', () => {
    fc.assert(
      fc.property(laptop, (devices) => {
        const theirs = devices.map((one) => recordOf('a', one));
        expect(plain(merged([], theirs).all)).toEqual(plain(theirs));
      }),
    );
  });

  test('twice is once', () => {
    fc.assert(
      fc.property(laptop, laptop, (one, two) => {
        const theirs = two.map((each) => recordOf('b', each));
        const first = merged(
          one.map((each) => recordOf('a', each)),
          theirs,
        );
        const second = merged(first.all, theirs).plan;
        expect([second.added, second.changed]).toEqual([[], []]);
      }),
    );
  });

  test('whoever takes the other one\u2019s, both end with the same', () => {
    fc.assert(
      fc.property(laptop, laptop, (one, two) => {
        const a = one.map((each) => recordOf('a', each));
        const b = two.map((each) => recordOf('b', each));
        expect(plain(merged(a, b).all)).toEqual(plain(merged(b, a).all));
      }),
    );
  });

  test('changes nothing in what it was given', () => {
    fc.assert(
      fc.property(laptop, laptop, (one, two) => {
        const a = one.map((each) => recordOf('a', each));
        const b = two.map((each) => recordOf('b', each));
        const before = JSON.stringify([a, b]);
        merged(a, b);
        expect(JSON.stringify([a, b])).toBe(before);
      }),
    );
  });
});

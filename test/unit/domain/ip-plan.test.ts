import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DeviceId } from '../../../main/contract/device.ts';
import { formatIpv4, parseIpv4 } from '../../../main/contract/ip.ts';
import {
  doubledMoves,
  editBetween,
  gatewayFor,
  holdersOf,
  hostsFrom,
  isStopped,
  type Move,
  orderMoves,
  otherHolder,
  targetOf,
} from '../../../main/domain/ip-plan.ts';
import { current } from './network-values.ts';

const id = (text: string): DeviceId => text as DeviceId;
const ip = (text: string): number => parseIpv4(text) ?? 0;
const move = (name: string, from: string | null, to: string | null): Move => ({
  id: id(name),
  from,
  to,
});

function hosts(first: string, prefix: number, gateway: string | null, wraps = false): string[] {
  const subnet = { address: ip(first), prefix };
  const options = { gateway: gateway === null ? null : ip(gateway), wraps };
  return [...hostsFrom(ip(first), subnet, options)].map(formatIpv4);
}

describe('addresses counted upwards', () => {
  test('never the network, the broadcast or the gateway', () => {
    expect(hosts('192.168.1.0', 29, '192.168.1.3')).toEqual(
      [1, 2, 4, 5, 6].map((host) => `192.168.1.${host}`),
    );
  });

  test('from the start upwards, and round again only when that is wanted', () => {
    expect(hosts('192.168.1.13', 29, null)).toEqual(['192.168.1.13', '192.168.1.14']);
    expect(hosts('192.168.1.13', 29, null, true)).toEqual(
      [13, 14, 9, 10, 11, 12].map((host) => `192.168.1.${host}`),
    );
  });

  test('each host once, whatever the start', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 63 }), (offset) => {
        const list = hosts(formatIpv4(ip('10.1.2.64') + offset), 26, null, true);
        expect(new Set(list).size).toBe(62);
        expect(list).toHaveLength(62);
      }),
    );
  });
});

describe('who holds an address', () => {
  const holders = holdersOf([
    { id: id('a'), label: 'A', isPresent: false, address: '10.0.0.1' },
    { id: id('b'), label: 'B', isPresent: true, address: '10.0.0.1' },
    { id: null, label: 'laptop', isPresent: true, address: '10.0.0.2' },
    { id: id('c'), label: 'C', isPresent: false, address: null },
  ]);

  test('somebody else, those that are there first', () => {
    expect(otherHolder(holders, '10.0.0.1', id('z'))?.label).toBe('B');
    expect(otherHolder(holders, '10.0.0.1', id('b'))?.label).toBe('A');
    expect(otherHolder(holders, '10.0.0.2', null)?.label).toBe('laptop');
    expect(otherHolder(holders, '10.0.0.9', null)).toBeNull();
  });
});

describe('a gateway', () => {
  const address = ip('10.0.0.5');
  test.each([
    ['10.0.0.1', ['10.0.0.2'], '10.0.0.1'],
    ['10.0.0.5', ['10.0.0.2'], '10.0.0.2'],
    ['192.168.1.1', ['10.0.0.3', '10.0.0.2', '10.0.0.3', null], '10.0.0.3'],
    [null, ['10.0.0.9', '10.0.0.2'], '10.0.0.2'],
    [null, ['10.0.0.255', '10.0.0.0', 'x', '10.1.0.1'], '0.0.0.0'],
  ])('own %s, others %o: %s', (own, others, expected) => {
    expect(gatewayFor(address, 24, { own, others })).toBe(expected);
  });
});

describe('moves of a plan', () => {
  test('two to one address know each other; those that stay do not count', () => {
    const moves = [
      move('a', '1', '9'),
      move('b', '2', '9'),
      move('c', '3', null),
      move('d', '4', '8'),
    ];
    expect(doubledMoves(moves)).toEqual([1, 0, null, null]);
  });

  test('whoever frees an address goes first', () => {
    const { order, isChained, circular } = orderMoves([
      move('a', '1', '2'),
      move('b', '2', '3'),
      move('c', '3', '4'),
    ]);
    expect(order).toEqual([2, 1, 0]);
    expect(isChained).toBe(true);
    expect(circular.size).toBe(0);
  });

  test('nobody waits for one that stays, or for himself', () => {
    const moves = [
      move('a', '1', '1'),
      move('b', '1', '5'),
      move('c', null, '6'),
      move('d', '7', null),
    ];
    expect(orderMoves(moves)).toMatchObject({ order: [0, 1, 2, 3], isChained: false });
  });

  test('a circle is told', () => {
    const moves = [move('a', '1', '2'), move('b', '2', '1'), move('c', '3', '4')];
    expect(orderMoves(moves)).toEqual({
      ...{ order: [2, 0, 1], isChained: true, circular: new Set([0, 1]) },
    });
  });

  test('an order exists unless there is a circle, and frees every address in time', () => {
    const names = fc.integer({ min: 0, max: 7 }).map(String);
    fc.assert(
      fc.property(
        fc.uniqueArray(names, { maxLength: 8 }),
        fc.shuffledSubarray(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']),
        (from, to) => {
          const moves = from.map((address, index) => move(address, address, to[index] ?? null));
          const { order, circular } = orderMoves(moves);
          expect(order.toSorted()).toEqual([...moves.keys()].toSorted());
          const taken = new Set(moves.map((one) => one.from));
          for (const index of order) {
            const one = moves[index];
            if (one === undefined || circular.has(index) || one.to === null || one.to === one.from)
              continue;
            const isMover = moves.some((other) => other.from === one.to && other.to !== null);
            if (isMover) expect(taken.has(one.to)).toBe(false);
            taken.delete(one.from);
            taken.add(one.to);
          }
        },
      ),
    );
  });
});

describe('a row', () => {
  test('its edit holds only what differs', () => {
    expect(editBetween(current, { httpPort: 80, commandPort: 9000 })).toEqual({
      commandPort: 9000,
    });
  });

  test('its target is where it leads', () => {
    expect(targetOf({ from: current, to: {} })).toBe('192.168.1.64');
    expect(targetOf({ from: null, to: {} })).toBeNull();
    expect(targetOf({ from: current, to: { ipv4Address: '1.2.3.4' } })).toBe('1.2.3.4');
    expect(targetOf({ from: current, to: { dhcpEnabled: true } })).toBeNull();
  });

  test('a caution does not stop it', () => {
    expect(isStopped({ problems: [{ code: 'no-change', level: 'caution', params: {} }] })).toBe(
      false,
    );
    expect(isStopped({ problems: [{ code: 'bad-mask', level: 'stop', params: {} }] })).toBe(true);
  });
});

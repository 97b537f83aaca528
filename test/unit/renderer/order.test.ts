import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeviceRow } from '../../../main/contract/device.ts';
import {
  buildOrder,
  type Order,
  type OrderQuery,
  updateHeldOrder,
  updateOrder,
} from '../../../renderer/src/features/devices/model/order.ts';
import { createFleetStore } from '../../../renderer/src/state/fleet-store.ts';
import { id, row } from './rows.ts';

const byPort: OrderQuery = {
  matches: (one) => one.presence === 'online',
  sort: [{ column: 'commandPort', desc: false }],
  isGrouped: false,
};

function setup(rows: readonly DeviceRow[], query: OrderQuery = byPort) {
  const fleet = createFleetStore();
  fleet.reset(rows);
  const context = { source: fleet, query };
  let order = buildOrder(fleet, query);
  const step = (
    update: typeof updateOrder,
    upserts: DeviceRow[],
    removed: string[] = [],
  ): Order => {
    const gone = removed.map(id);
    fleet.apply(upserts, gone);
    const ids = upserts.map((one) => one.id);
    order = update(order, { ids, removed: gone }, context);
    return order;
  };
  return { fleet, first: order, step };
}

const port = (name: string, commandPort: number, patch: Partial<DeviceRow> = {}) =>
  row(name, { commandPort, ...patch });

describe('order', () => {
  it('keeps its identity when a change moves nothing', () => {
    const { first, step } = setup([port('a', 1), port('b', 2)]);
    expect(step(updateOrder, [port('a', 1, { lastSeenAt: 99 })])).toBe(first);
  });

  it('moves, brings in and takes out only what changed', () => {
    const { step } = setup([port('a', 1), port('b', 2), port('c', 3)]);
    expect(step(updateOrder, [port('a', 4)]).ids).toEqual(['b', 'c', 'a']);
    expect(step(updateOrder, [port('d', 2)]).ids).toEqual(['b', 'd', 'c', 'a']);
    expect(step(updateOrder, [port('c', 3, { presence: 'offline' })]).ids).toEqual(['b', 'd', 'a']);
    expect(step(updateOrder, [], ['b']).ids).toEqual(['d', 'a']);
  });

  it('leaves rows that sort alike as they came', () => {
    const { first } = setup([port('z', 1), port('a', 1), port('m', 1)]);
    expect(first.ids).toEqual(['z', 'a', 'm']);
  });

  it('puts the rows of one address together, before all others', () => {
    const clash = { sameAddress: 2 };
    const rows = [
      port('free', 1),
      port('b1', 2, { ...clash, ipv4Address: '10.0.0.9' }),
      port('a1', 3, { ...clash, ipv4Address: '10.0.0.8' }),
      port('b2', 4, { ...clash, ipv4Address: '10.0.0.9' }),
      port('a2', 5, { ...clash, ipv4Address: '10.0.0.8' }),
    ];
    const { first } = setup(rows, { ...byPort, isGrouped: true });
    expect(first.ids).toEqual(['a1', 'a2', 'b1', 'b2', 'free']);
  });

  it('is after any changes what sorting everything would give', () => {
    const change = fc.record({
      name: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      commandPort: fc.integer({ min: 0, max: 4 }),
      presence: fc.constantFrom('online' as const, 'offline' as const),
      isRemoved: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(fc.array(change, { maxLength: 4 }), { maxLength: 8 }), (batches) => {
        const { fleet, step } = setup([port('a', 1), port('b', 0)]);
        for (const batch of batches) {
          const last = new Map(batch.map((one) => [one.name, one]));
          const upserts = [...last.values()].filter((one) => !one.isRemoved);
          const removed = [...last.values()].filter((one) => one.isRemoved);
          const rows = upserts.map((one) => port(one.name, one.commandPort, one));
          const order = step(
            updateOrder,
            rows,
            removed.map((one) => one.name),
          );
          expect(order.ids).toEqual(buildOrder(fleet, byPort).ids);
          expect([...order.entries.keys()].sort()).toEqual([...order.ids].sort());
        }
      }),
    );
  });
});

describe('held order', () => {
  it('moves nothing, keeps what no longer matches, and puts what is new last', () => {
    const { step } = setup([port('a', 1), port('b', 2)]);
    expect(step(updateHeldOrder, [port('a', 9)])).toMatchObject({ ids: ['a', 'b'], isHeld: true });
    expect(step(updateHeldOrder, [port('b', 2, { presence: 'offline' })]).ids).toEqual(['a', 'b']);
    expect(step(updateHeldOrder, [port('c', 0)]).ids).toEqual(['a', 'b', 'c']);
  });

  it('lets go of rows that are gone or were taken from the list', () => {
    const query = { ...byPort, matches: (one: DeviceRow) => one.removedAt === null };
    const { step } = setup([port('a', 1), port('b', 2), port('c', 3)], query);
    expect(step(updateHeldOrder, [], ['a']).ids).toEqual(['b', 'c']);
    expect(step(updateHeldOrder, [port('b', 2, { removedAt: 7 })]).ids).toEqual(['c']);
  });

  it('is the same order when nothing would have moved', () => {
    const { first, step } = setup([port('a', 1)]);
    expect(step(updateHeldOrder, [port('a', 1, { name: 'Gate' })])).toBe(first);
  });
});

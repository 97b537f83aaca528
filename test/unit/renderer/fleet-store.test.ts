import { describe, expect, it, vi } from 'vitest';
import { createFleetStore, type FleetChange } from '../../../renderer/src/state/fleet-store.ts';
import { id, row } from './rows.ts';

describe('fleet store', () => {
  it('applies a batch whole and tells it once', () => {
    const store = createFleetStore();
    const seen: number[] = [];
    store.subscribe(() => seen.push(store.size()));
    store.apply([row('a'), row('b'), row('c')], []);
    expect(seen).toEqual([3]);
    store.apply([row('d')], [id('a'), id('b')]);
    expect(seen).toEqual([3, 2]);
  });

  it('says which rows changed and which left', () => {
    const store = createFleetStore();
    const changes: FleetChange[] = [];
    store.subscribe((change) => changes.push(change));
    store.apply([row('a')], []);
    store.apply([], [id('a')]);
    store.apply([], []);
    expect(changes).toEqual([
      { kind: 'changed', ids: ['a'], removed: [] },
      { kind: 'changed', ids: [], removed: ['a'] },
    ]);
  });

  it('tells only the listeners of the rows in the batch', () => {
    const store = createFleetStore();
    store.apply([row('a'), row('b')], []);
    const [onA, onB] = [vi.fn(), vi.fn()];
    const stopA = store.subscribeRow(id('a'), onA);
    store.subscribeRow(id('b'), onB);
    store.apply([row('a', { name: 'Gate' })], []);
    expect(onA).toHaveBeenCalledTimes(1);
    expect(onB).not.toHaveBeenCalled();
    stopA();
    store.apply([row('a')], []);
    expect(onA).toHaveBeenCalledTimes(1);
  });

  it('shows a row listener the new row already', () => {
    const store = createFleetStore();
    store.apply([row('a')], []);
    let seen: string | null | undefined;
    store.subscribeRow(id('a'), () => {
      seen = store.row(id('a'))?.name;
    });
    store.apply([row('a', { name: 'Gate' })], []);
    expect(seen).toBe('Gate');
  });

  it('tells every row listener after a reset, also of rows that are gone', () => {
    const store = createFleetStore();
    store.apply([row('a'), row('b')], []);
    const onB = vi.fn();
    store.subscribeRow(id('b'), onB);
    store.reset([row('a')]);
    expect(onB).toHaveBeenCalledTimes(1);
    expect(store.row(id('b'))).toBeUndefined();
  });

  it('keeps the order of arrival over changes and resets', () => {
    const store = createFleetStore();
    store.apply([row('a'), row('b')], []);
    store.apply([row('a', { name: 'Gate' })], []);
    store.reset([row('b'), row('c'), row('a')]);
    const byArrival = [...store.rows()].sort((x, y) => store.arrival(x.id) - store.arrival(y.id));
    expect(byArrival.map((one) => one.id)).toEqual(['a', 'b', 'c']);
  });
});

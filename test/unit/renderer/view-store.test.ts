import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createViewStore } from '../../../renderer/src/features/devices/view-store.ts';
import { createFleetStore } from '../../../renderer/src/state/fleet-store.ts';
import { fakeTimers, id, row } from './rows.ts';

function setup() {
  const fleet = createFleetStore();
  const timers = fakeTimers();
  timers.pass(10_000);
  const view = createViewStore({ fleet, now: timers.now, setTimer: timers.setTimer });
  const at = (name: string, last: number) => row(name, { ipv4Address: `10.0.0.${last}` });
  fleet.reset([at('a', 1), at('b', 2)]);
  return { fleet, timers, view, at, ids: () => view.order.get().ids };
}

describe('view', () => {
  let rig: ReturnType<typeof setup>;
  beforeEach(() => {
    rig = setup();
  });

  it('sorts by address when nobody chose an order', () => {
    rig.fleet.apply([rig.at('c', 0)], []);
    expect(rig.ids()).toEqual(['c', 'a', 'b']);
  });

  it('tells the list only when the order changes', () => {
    const listener = vi.fn();
    rig.view.order.subscribe(listener);
    rig.fleet.apply([row('a', { ipv4Address: '10.0.0.1', lastSeenAt: 5 })], []);
    expect(listener).not.toHaveBeenCalled();
    rig.fleet.apply([rig.at('a', 9)], []);
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('holds the order for two seconds after the last move of a pointer over the table', () => {
    rig.view.hold.setPointerOver(true);
    rig.view.hold.noteActivity();
    rig.fleet.apply([rig.at('a', 9)], []);
    expect(rig.view.order.get()).toMatchObject({ ids: ['a', 'b'], isHeld: true });
    rig.timers.pass(1500);
    rig.view.hold.noteActivity();
    rig.timers.pass(1999);
    expect(rig.ids()).toEqual(['a', 'b']);
    rig.timers.pass(1);
    expect(rig.view.order.get()).toMatchObject({ ids: ['b', 'a'], isHeld: false });
  });

  it('puts it right at once when the pointer leaves', () => {
    rig.view.hold.setPointerOver(true);
    rig.view.hold.noteActivity();
    rig.fleet.apply([rig.at('a', 9), rig.at('c', 0)], []);
    expect(rig.ids()).toEqual(['a', 'b', 'c']);
    rig.view.hold.setPointerOver(false);
    expect(rig.ids()).toEqual(['c', 'b', 'a']);
  });

  it('moves nothing under a pointer that rests on a table with selected rows', () => {
    rig.view.hold.setPointerOver(true);
    rig.view.hold.setSelecting(true);
    rig.view.hold.noteActivity();
    rig.timers.pass(60_000);
    rig.fleet.apply([rig.at('a', 9)], []);
    expect(rig.ids()).toEqual(['a', 'b']);
    rig.view.settle();
    expect(rig.ids()).toEqual(['b', 'a']);
  });

  it('moves nothing while a menu or a dialog is open', () => {
    rig.view.hold.setBusy(true);
    rig.fleet.apply([rig.at('a', 9)], []);
    rig.timers.pass(60_000);
    expect(rig.ids()).toEqual(['a', 'b']);
    rig.view.hold.setBusy(false);
    expect(rig.ids()).toEqual(['b', 'a']);
  });

  it('answers the operator at once, held or not', () => {
    rig.view.hold.setBusy(true);
    rig.view.setSort([{ column: 'ipv4Address', desc: true }]);
    expect(rig.ids()).toEqual(['b', 'a']);
    rig.view.setFilter({ search: '10.0.0.1', terms: [] });
    expect(rig.ids()).toEqual(['a']);
  });

  it('starts with the rows that were there before it', () => {
    const { fleet, timers } = rig;
    const late = createViewStore({ fleet, now: timers.now, setTimer: timers.setTimer });
    expect(late.order.get().ids).toEqual(['a', 'b']);
    expect(late.counts.get().all).toBe(2);
    expect(late.freshAt(id('a'))).toBeNull();
  });

  it('finds the words of a new language', () => {
    rig.view.setFilter({ search: 'inattivo', terms: [] });
    expect(rig.ids()).toEqual([]);
    rig.view.setWords((one) => (one.id === id('b') ? 'Inattivo' : ''));
    expect(rig.ids()).toEqual(['b']);
  });

  it('knows which rows came just now, but not those of the start', () => {
    expect(rig.view.freshAt(id('a'))).toBeNull();
    rig.fleet.apply([rig.at('c', 3)], []);
    expect(rig.view.freshAt(id('c'))).toBe(rig.timers.now());
    rig.timers.pass(5000);
    rig.fleet.apply([rig.at('c', 3)], []);
    expect(rig.view.freshAt(id('c'))).toBeNull();
  });
});

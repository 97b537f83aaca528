import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createSelectionStore,
  type SelectionStore,
} from '../../../renderer/src/features/devices/selection-store.ts';
import { id } from './rows.ts';

const order = ['a', 'b', 'c', 'd', 'e'].map(id);

describe('selection', () => {
  let store: SelectionStore;
  const chosen = () => [...store.get()].sort();
  beforeEach(() => {
    store = createSelectionStore();
  });

  it('takes one row by a click and adds or leaves out by a toggle', () => {
    store.only(id('a'));
    store.only(id('b'));
    expect(chosen()).toEqual(['b']);
    store.toggle(id('d'));
    store.toggle(id('b'));
    expect(chosen()).toEqual(['d']);
  });

  it('spans from the last click, in both directions, and shrinks again', () => {
    store.only(id('c'));
    store.range(id('e'), order);
    expect(chosen()).toEqual(['c', 'd', 'e']);
    store.range(id('d'), order);
    expect(chosen()).toEqual(['c', 'd']);
    store.range(id('a'), order);
    expect(chosen()).toEqual(['a', 'b', 'c']);
  });

  it('keeps what was selected before when the span is added', () => {
    store.only(id('a'));
    store.toggle(id('c'));
    store.range(id('e'), order, { isAdding: true });
    expect(chosen()).toEqual(['a', 'c', 'd', 'e']);
    store.range(id('d'), order, { isAdding: true });
    expect(chosen()).toEqual(['a', 'c', 'd']);
  });

  it('spans from the keyboard when nothing was clicked', () => {
    store.range(id('c'), order, { from: id('b') });
    expect(chosen()).toEqual(['b', 'c']);
  });

  it('spans in the order shown, not in the order of ids', () => {
    store.only(id('e'));
    store.range(id('b'), [id('e'), id('b'), id('a')]);
    expect(chosen()).toEqual(['b', 'e']);
  });

  it('begins anew when the anchor is filtered away', () => {
    store.only(id('a'));
    store.range(id('d'), [id('c'), id('d')]);
    expect(chosen()).toEqual(['d']);
  });

  it('adds and takes many at once', () => {
    store.only(id('a'));
    store.add([id('b'), id('c')]);
    store.take([id('a'), id('b')]);
    expect(chosen()).toEqual(['c']);
  });

  it('forgets rows that are gone and tells only when something changed', () => {
    store.set(order);
    const listener = vi.fn();
    store.subscribe(listener);
    store.keep((one) => one !== id('a'));
    store.keep(() => true);
    expect(chosen()).toEqual(['b', 'c', 'd', 'e']);
    expect(listener).toHaveBeenCalledTimes(1);
  });
});

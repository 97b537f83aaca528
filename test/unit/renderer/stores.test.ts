import { describe, expect, it, vi } from 'vitest';
import type { TableLayout } from '../../../main/contract/settings.ts';
import { agoOf } from '../../../renderer/src/i18n/format.ts';
import { resolveLocale } from '../../../renderer/src/i18n/use-text.ts';
import { createAnnouncer } from '../../../renderer/src/state/announcer.ts';
import { createLayoutStore } from '../../../renderer/src/state/layout-store.ts';
import { createUndoStore } from '../../../renderer/src/state/undo-store.ts';
import { fakeTimers } from './rows.ts';

const layout: TableLayout = { order: [], hidden: [], widths: {}, sort: [], savedFilters: [] };

describe('layout store', () => {
  function setup() {
    const timers = fakeTimers();
    const save = vi.fn(async (_: TableLayout) => undefined);
    const store = createLayoutStore({ save, ...timers });
    store.load('site-1', layout);
    return { timers, save, store };
  }

  it('saves once, a pause after the last change', () => {
    const { timers, save, store } = setup();
    store.change({ hidden: ['name'] });
    timers.pass(300);
    store.change({ widths: { model: 200 } });
    timers.pass(399);
    expect(save).not.toHaveBeenCalled();
    timers.pass(1);
    expect(save.mock.calls).toEqual([[{ ...layout, hidden: ['name'], widths: { model: 200 } }]]);
  });

  it('does not save the layout of one site under another', () => {
    const { timers, save, store } = setup();
    store.change({ hidden: ['name'] });
    store.load('site-2', layout);
    timers.pass(1000);
    expect(save).not.toHaveBeenCalled();
    expect([store.siteId(), store.get()]).toEqual(['site-2', layout]);
  });
});

describe('undo store', () => {
  it('takes back the newest, or the one that is named, once', async () => {
    const store = createUndoStore();
    const done: string[] = [];
    const push = (name: string) => store.push(name, async () => void done.push(name));
    const first = push('first');
    push('second');
    push('third');
    await store.run(first.id);
    expect(await store.run(first.id)).toBeNull();
    await store.run();
    await store.run();
    expect(done).toEqual(['first', 'third', 'second']);
    expect(await store.run()).toBeNull();
  });
});

describe('announcer', () => {
  it('says the first and the last of many sentences', () => {
    const timers = fakeTimers();
    const announcer = createAnnouncer(timers.setTimer);
    const said: string[] = [];
    announcer.polite.subscribe(() => said.push(announcer.polite.get().text));
    for (const text of ['1', '2', '3']) announcer.say(text);
    timers.pass(700);
    timers.pass(700);
    announcer.say('4');
    expect(said).toEqual(['1', '3', '4']);
  });

  it('does not let what is urgent wait, and says the same sentence twice', () => {
    const announcer = createAnnouncer(fakeTimers().setTimer);
    announcer.say('a');
    announcer.say('b', 'assertive');
    announcer.say('b', 'assertive');
    expect(announcer.assertive.get()).toEqual({ text: 'b', count: 2 });
  });
});

describe('language and time', () => {
  it('follows the choice, then the system, then English', () => {
    expect(resolveLocale('it', ['es-ES'])).toBe('it');
    expect(resolveLocale(null, ['de-DE', 'es-MX', 'it'])).toBe('es');
    expect(resolveLocale(null, ['ja'])).toBe('en');
    expect(resolveLocale(null, [])).toBe('en');
  });

  it.each([
    [0, 'now', 0],
    [12_000, 'seconds', 12],
    [59_999, 'seconds', 59],
    [60_000, 'minutes', 1],
    [3_600_000, 'hours', 1],
    [172_800_000, 'days', 2],
    [-5000, 'now', 0],
  ])('%i ms ago is %s %i', (passed, unit, count) => {
    expect(agoOf(1e12 - passed, 1e12)).toEqual({ key: `ui/app/ago/${unit}`, count });
  });
});

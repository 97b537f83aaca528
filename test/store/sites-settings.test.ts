import { describe, expect, test } from 'vitest';
import { columns } from '../../main/contract/columns.ts';
import type { TableLayout } from '../../main/contract/settings.ts';
import { openStore } from '../../main/store/open.ts';
import { openDb } from '../../main/store/sqlite.ts';
import { Core, failureOf, open, openFresh, serialA, serialB, t0, tempFile } from './helpers.ts';

describe('sites', () => {
  test('are made, renamed and used; names are unique whatever their case', () => {
    const { sites } = openFresh();
    const hotel = sites.create('  Hotel ');
    expect(hotel).toMatchObject({ name: 'Hotel', isCurrent: false, devices: 0, createdAt: t0 });
    expect(failureOf(() => sites.create('hotel'))).toMatchObject({
      code: 'site.name-taken',
      params: { name: 'hotel' },
    });
    expect(sites.use(hotel.id).isCurrent).toBe(true);
    expect(sites.current().id).toBe(hotel.id);
    expect(sites.rename(hotel.id, 'HOTEL').name).toBe('HOTEL');
    expect(failureOf(() => sites.rename(hotel.id, 'this SITE'))).toMatchObject({
      code: 'site.name-taken',
    });
    expect(sites.list().map((site) => site.name)).toEqual(['This site', 'HOTEL']);
  });

  test('that are not there are said so', () => {
    const { sites } = openFresh();
    const missing = { code: 'site.not-found', params: { wanted: 'x' } };
    expect(failureOf(() => sites.use('x'))).toMatchObject(missing);
    expect(failureOf(() => sites.rename('x', 'y'))).toMatchObject(missing);
    expect(failureOf(() => sites.delete('x'))).toMatchObject(missing);
  });

  test('with devices are not deleted; with removed ones only, these go along', () => {
    const core = new Core(openFresh());
    const { sites } = core.store;
    const hotel = sites.create('Hotel');
    const id = core.see({ serial: serialA });
    core.see({ serial: serialB });
    core.registry.moveSite([id], hotel.id, t0);
    core.flush();
    expect(failureOf(() => sites.delete(hotel.id))).toMatchObject({
      code: 'site.not-empty',
      params: { name: 'Hotel', devices: 1 },
    });
    core.registry.remove([id], t0);
    core.flush();
    sites.delete(hotel.id);
    expect(core.store.devices.loadAll().map((record) => record.serial)).toEqual([serialB]);
    expect(core.store.events.list({ deviceId: id, limit: 9 })).toEqual([]);
  });

  test('there is always one, and one is current', () => {
    const { sites } = openFresh();
    const first = sites.current();
    const second = sites.create('Second');
    sites.use(second.id);
    sites.delete(second.id);
    expect(sites.current().id).toBe(first.id);
    sites.delete(first.id);
    const [only, ...others] = sites.list();
    expect(others).toEqual([]);
    expect(only).toMatchObject({ name: 'This site', isCurrent: true });
    expect(only?.id).not.toBe(first.id);
  });

  test('are the same for two processes, also when one deletes the current one', () => {
    const path = tempFile();
    const a = open(path).store.sites;
    const b = open(path).store.sites;
    const hotel = a.create('Hotel');
    b.use(hotel.id);
    expect(a.current().id).toBe(hotel.id);
    const db = openDb(path);
    db.exec(`DELETE FROM sites WHERE id = '${hotel.id}'`);
    db.close();
    expect(a.current()).toMatchObject({ name: 'This site', isCurrent: true });
  });

  test('survive a restart', () => {
    const path = tempFile();
    const { sites } = open(path).store;
    sites.use(sites.create('Hotel').id);
    expect(open(path).store.sites.current().name).toBe('Hotel');
  });
});

describe('settings', () => {
  test('start with their defaults and come back as set', () => {
    const path = tempFile();
    const { settings } = open(path).store;
    const defaults = settings.get();
    expect(defaults).toEqual({
      theme: 'system',
      locale: null,
      density: 'compact',
      isPaneOpen: true,
      isPrivate: false,
      adapters: {},
      vaultIdleMinutes: 15,
      deadlines: {
        ...{ portalHours: 24, fileWarnHours: 24, fileExpireHours: 48, emailHours: 48 },
        watchMinutes: 10,
      },
      vaultRemindDays: 365,
    });
    const mine = { ...defaults, theme: 'dark' as const, adapters: { wlan0: false } };
    expect(settings.set(mine)).toEqual(mine);
    expect(open(path).store.settings.get()).toEqual(mine);
  });

  test('that do not fit fall back one by one, and the log says which', () => {
    const path = tempFile();
    open(path).store.settings.set({ ...open(path).store.settings.get(), density: 'normal' });
    const db = openDb(path);
    const set = db.prepare('INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)');
    set.run('theme', '"neon"');
    set.run('isPrivate', 'not json');
    set.run('adapters', '[1]');
    set.run('setting-of-tomorrow', '1');
    db.close();
    const warned: unknown[] = [];
    const log = {
      child: () => log,
      debug: () => undefined,
      info: () => undefined,
      notice: () => undefined,
      warn: (_message: () => string, fields?: unknown) => warned.push(fields),
      error: () => undefined,
    };
    const { store } = openStore({ path, now: () => t0, log });
    expect(store.settings.get()).toMatchObject({
      theme: 'system',
      isPrivate: false,
      adapters: {},
      density: 'normal',
    });
    expect(warned).toEqual([{ key: 'theme' }, { key: 'isPrivate' }, { key: 'adapters' }]);
    store.settings.set({ ...store.settings.get(), theme: 'light' });
    expect(store.settings.get().theme).toBe('light');
    store.close();
  });

  test('two processes change two of them', () => {
    const path = tempFile();
    const a = open(path).store.settings;
    const b = open(path).store.settings;
    a.set({ ...a.get(), theme: 'dark' });
    b.set({ ...b.get(), density: 'normal' });
    expect(a.get()).toMatchObject({ theme: 'dark', density: 'normal' });
  });
});

describe('layouts', () => {
  const mine: TableLayout = {
    order: ['model', 'state'],
    hidden: ['note'],
    widths: { model: 200 },
    sort: [{ column: 'model', desc: true }],
    savedFilters: [],
  };

  test('are kept per site; without one every column has its place', () => {
    const { settings, sites } = openFresh();
    const hotel = sites.create('Hotel').id;
    settings.setLayout(hotel, mine);
    expect(settings.layout(hotel)).toEqual(mine);
    const fresh = settings.layout(sites.current().id);
    expect(fresh.order).toEqual(columns.map((column) => column.id));
    expect(fresh.hidden).toContain('dsp');
    expect(fresh.hidden).not.toContain('serial');
  });

  test('go with their site', () => {
    const { settings, sites } = openFresh();
    const hotel = sites.create('Hotel').id;
    settings.setLayout(hotel, mine);
    sites.delete(hotel);
    settings.setLayout(hotel, mine);
    expect(settings.layout(hotel).hidden).toContain('dsp');
  });

  test.each(['rubbish', '7', '{"order":5,"hidden":["note"],"widths":{"model":-3}}'])(
    'stored as %o fall back part by part',
    (text) => {
      const path = tempFile();
      const { settings, sites } = open(path).store;
      const { id } = sites.current();
      settings.setLayout(id, mine);
      const db = openDb(path);
      db.prepare('UPDATE layouts SET value = ?').run(text);
      db.close();
      const layout = settings.layout(id);
      expect(layout.order).toHaveLength(columns.length);
      expect(layout.widths).toEqual({});
      if (text.startsWith('{')) expect(layout.hidden).toEqual(['note']);
    },
  );
});

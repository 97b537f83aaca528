import { describe, expect, it, vi } from 'vitest';
import type { DeviceRow } from '../../../main/contract/device.ts';
import type { FilterTerm } from '../../../main/contract/settings.ts';
import {
  builtInFilters,
  createFilterCounter,
} from '../../../renderer/src/features/devices/model/built-in-filters.ts';
import {
  compileFilter,
  createSearchIndex,
  needsOperator,
} from '../../../renderer/src/features/devices/model/filter.ts';
import { createFleetStore } from '../../../renderer/src/state/fleet-store.ts';
import { id, row } from './rows.ts';

const rows: readonly DeviceRow[] = [
  row('cam', {
    model: 'DS-2CD2143',
    mac: 'c0:56:e3:11:22:33',
    ipv4Address: '192.168.1.64',
    flags: ['inactive', 'duplicate-address'],
    sameAddress: 2,
    activated: false,
  }),
  row('nvr', { model: 'DS-7616NI', name: 'Keller', kind: 'recorder', cloudBound: true }),
  row('old', { presence: 'offline', flags: ['inactive'] }),
  row('other', { vendor: 'other', flags: ['other-subnet'] }),
  row('gone', { model: 'DS-2CD2143', removedAt: 5, flags: ['inactive'] }),
];

const words = (one: DeviceRow) => (one.flags.includes('inactive') ? 'Inattivo' : '');

function shown(search: string, terms: readonly FilterTerm[] = []): string[] {
  const test = compileFilter({ search, terms }, createSearchIndex(words));
  return rows.filter(test).map((one) => one.id);
}

describe('search', () => {
  it('finds every word in any field, in any case and order', () => {
    expect(shown('2cd 192.168')).toEqual(['cam']);
    expect(shown('KELLER ds-')).toEqual(['nvr']);
    expect(shown('keller 2cd')).toEqual([]);
  });

  it('finds a MAC with any separator or none', () => {
    expect(shown('C0-56-E3')).toEqual(['cam']);
    expect(shown('c056e31122')).toEqual(['cam']);
    expect(shown('e3:11')).toEqual(['cam']);
  });

  it('finds the words of the screen as well', () => {
    expect(shown('inattivo')).toEqual(['cam', 'old']);
  });

  it('reads a row anew only when it reads otherwise', () => {
    const told = vi.fn(words);
    const index = createSearchIndex(told);
    const first = row('cam', { name: 'Gate', lastSeenAt: 1 });
    expect(index.textOf(first)).toContain('gate');
    const heardAgain = { ...first, lastSeenAt: 2 };
    index.follow(first.id, heardAgain);
    expect(index.textOf(heardAgain)).toContain('gate');
    expect(told).toHaveBeenCalledTimes(1);
    const renamed = { ...first, name: 'Door' };
    index.follow(first.id, renamed);
    expect(told).toHaveBeenCalledTimes(1);
    expect(index.textOf(renamed)).toContain('door');
    expect(told).toHaveBeenCalledTimes(2);
  });

  it('hides removed rows until they are asked for', () => {
    expect(shown('')).toEqual(['cam', 'nvr', 'old', 'other']);
    expect(shown('', [{ column: 'removed', op: 'is', value: 'true' }])).toEqual(['gone']);
  });
});

describe('conditions', () => {
  it('must all be met', () => {
    const inactive: FilterTerm = { column: 'state', op: 'is', value: 'inactive' };
    const online: FilterTerm = { column: 'state', op: 'is', value: 'online' };
    expect(shown('', [inactive])).toEqual(['cam', 'old']);
    expect(shown('', [inactive, online])).toEqual(['cam']);
  });

  it('tells unknown from No', () => {
    expect(shown('', [{ column: 'cloudBound', op: 'is', value: 'false' }])).toEqual([]);
    expect(shown('', [{ column: 'cloudBound', op: 'is-known', value: '' }])).toEqual(['nvr']);
    expect(shown('', [{ column: 'activated', op: 'is-unknown', value: '' }])).toEqual([
      'nvr',
      'old',
      'other',
    ]);
  });

  it('compares text without case', () => {
    expect(shown('', [{ column: 'name', op: 'is', value: 'keller' }])).toEqual(['nvr']);
    expect(shown('', [{ column: 'model', op: 'contains', value: '76' }])).toEqual(['nvr']);
    expect(shown('', [{ column: 'model', op: 'is-not', value: 'ds-7616ni' }])).not.toContain('nvr');
  });

  it('leaves out a condition on a column this version does not have', () => {
    expect(shown('', [{ column: 'warpCore', op: 'is', value: '1' }])).toHaveLength(4);
  });
});

describe('what needs the operator', () => {
  it('is ours, answers, and has something to do', () => {
    expect(rows.filter(needsOperator).map((one) => one.id)).toEqual(['cam']);
  });
});

describe('counts of the built-in filters', () => {
  it('are those that the filter itself would give, and follow each change', () => {
    const fleet = createFleetStore();
    const counter = createFilterCounter(fleet);
    fleet.reset(rows);
    counter.reset();
    for (const filter of builtInFilters) {
      expect([filter.id, counter.counts()[filter.id]]).toEqual([
        filter.id,
        shown('', filter.terms).length,
      ]);
    }
    expect(counter.counts().all).toBe(4);
    fleet.apply([row('cam'), row('new', { flags: ['unreachable'] })], [id('nvr')]);
    counter.update([id('cam'), id('new'), id('nvr')]);
    expect(counter.counts()).toMatchObject({ all: 4, sameIp: 0, bound: 0, unreachable: 1 });
  });
});

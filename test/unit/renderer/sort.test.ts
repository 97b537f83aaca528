import { describe, expect, it } from 'vitest';
import {
  columnSpec,
  compareKeys,
  naturalKey,
  sortByAlso,
  sortByOnly,
  sortKey,
} from '../../../renderer/src/features/devices/model/sort.ts';
import { row } from './rows.ts';

function sorted(column: string, rows: ReturnType<typeof row>[], isDesc = false): string[] {
  const spec = columnSpec(column);
  if (spec === undefined) throw new Error(column);
  return rows
    .sort((a, b) => compareKeys(sortKey(a, spec), sortKey(b, spec), isDesc))
    .map((one) => one.id);
}

describe('sort keys', () => {
  it('sorts addresses as numbers', () => {
    const rows = [
      row('ten', { ipv4Address: '192.168.1.10' }),
      row('nine', { ipv4Address: '192.168.1.9' }),
      row('class-a', { ipv4Address: '10.0.0.200' }),
    ];
    expect(sorted('ipv4Address', rows)).toEqual(['class-a', 'nine', 'ten']);
  });

  it('puts the unknown last, whichever way round', () => {
    const rows = () => [row('?'), row('1', { commandPort: 1 }), row('2', { commandPort: 2 })];
    expect(sorted('commandPort', rows())).toEqual(['1', '2', '?']);
    expect(sorted('commandPort', rows(), true)).toEqual(['2', '1', '?']);
  });

  it('does not mix unknown up with No', () => {
    const rows = [row('?'), row('no', { cloudBound: false }), row('yes', { cloudBound: true })];
    expect(sorted('cloudBound', rows)).toEqual(['yes', 'no', '?']);
  });

  it('puts what needs the operator before what is well, and offline last', () => {
    const rows = [
      row('off', { presence: 'offline' }),
      row('well'),
      row('fresh', { flags: ['default-address', 'inactive'] }),
      row('clash', { flags: ['inactive', 'duplicate-address'] }),
    ];
    expect(sorted('state', rows)).toEqual(['clash', 'fresh', 'well', 'off']);
  });

  it('reads numbers inside names as numbers and letters without their marks', () => {
    expect(naturalKey('Camera 9') < naturalKey('camera 10')).toBe(true);
    expect(naturalKey('Über') < naturalKey('Ufer')).toBe(true);
  });
});

describe('clicks on headings', () => {
  it('sorts by one column and turns it round', () => {
    const once = sortByOnly([], 'model');
    expect(once).toEqual([{ column: 'model', desc: false }]);
    expect(sortByOnly(once, 'model')).toEqual([{ column: 'model', desc: true }]);
    expect(sortByOnly(once, 'name')).toEqual([{ column: 'name', desc: false }]);
  });

  it('adds a second column, turns it round, takes it out, and never leaves none', () => {
    const first = [{ column: 'model', desc: false }];
    const two = sortByAlso(first, 'name');
    expect(two).toEqual([...first, { column: 'name', desc: false }]);
    const turned = sortByAlso(two, 'name');
    expect(turned[1]).toEqual({ column: 'name', desc: true });
    expect(sortByAlso(turned, 'name')).toEqual(first);
    expect(sortByAlso([{ column: 'model', desc: true }], 'model')).toHaveLength(1);
  });

  it('keeps to the four columns that a layout can hold', () => {
    const four = ['a', 'b', 'c', 'd'].map((column) => ({ column, desc: false }));
    expect(sortByAlso(four, 'e')).toEqual(four);
  });
});

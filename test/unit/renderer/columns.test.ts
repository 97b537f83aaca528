import { describe, expect, it } from 'vitest';
import { columns } from '../../../main/contract/columns.ts';
import {
  clampWidth,
  columnsInSight,
  moveColumn,
  movedBeside,
  orderedColumns,
  placeColumns,
  showColumn,
  spelledOut,
} from '../../../renderer/src/features/devices/model/columns.ts';
import {
  deviceLabel,
  rowForSupport,
  rowsAsTsv,
} from '../../../renderer/src/features/devices/model/copy.ts';
import { row } from './rows.ts';

const untouched = { order: [], hidden: [], widths: {} };
const shown = (layout: typeof untouched | Parameters<typeof placeColumns>[0]) =>
  placeColumns(layout).map(({ spec }) => spec.id);

describe('columns', () => {
  it('shows every default column once, the fixed ones first and the serial beside them', () => {
    const ids = shown(untouched);
    expect(ids.slice(0, 4)).toEqual(['state', 'model', 'ipv4Address', 'serial']);
    expect(new Set(ids)).toEqual(
      new Set(columns.filter((spec) => spec.isDefault).map((spec) => spec.id)),
    );
    expect(ids).toHaveLength(new Set(ids).size);
  });

  it('places the fixed columns side by side behind the tick boxes', () => {
    const placed = placeColumns({ ...untouched, widths: { state: 100 } });
    expect(placed.slice(0, 4).map(({ left }) => left)).toEqual([36, 136, 136 + 170, null]);
  });

  it('shows and hides without moving the others', () => {
    const before = shown(untouched);
    const hidden = { ...untouched, ...showColumn(untouched, 'name', false) };
    expect(shown(hidden)).toEqual(before.filter((one) => one !== 'name'));
    const back = { ...hidden, ...showColumn(hidden, 'name', true) };
    expect(shown(back)).toEqual(before);
  });

  it('never hides or moves a fixed column', () => {
    expect(shown({ ...untouched, hidden: ['model'] })).toContain('model');
    expect(moveColumn(untouched, 'model', 1)).toEqual(spelledOut(untouched));
  });

  it('moves over its visible neighbour, past hidden ones', () => {
    const start = shown(untouched).slice(3);
    const [first, second, third] = start;
    const one = { ...untouched, ...showColumn(untouched, second ?? '', false) };
    const moved = { ...one, ...moveColumn(one, third ?? '', -1) };
    expect(shown(moved).slice(3, 5)).toEqual([third, first]);
    expect(shown({ ...moved, ...moveColumn(moved, third ?? '', -1) })).toEqual(shown(moved));
  });

  it('keeps a layout of another version: what it does not know is left out or comes last', () => {
    const layout = { order: ['mac', 'warpCore'], hidden: [], widths: {} };
    expect(orderedColumns(layout)[3]?.id).toBe('mac');
    expect(orderedColumns(layout)).toHaveLength(columns.length);
  });

  it('knows which columns are in sight, with one more on either side', () => {
    const placed = placeColumns(untouched);
    const widthOf = (from: number, to: number) =>
      placed.slice(from, to).reduce((sum, { width }) => sum + width, 0);
    const fixed = 36 + widthOf(0, 3);
    expect(columnsInSight(placed, 0, fixed + 1)).toEqual({ first: 2, last: 4 });
    const past = widthOf(3, 6);
    expect(columnsInSight(placed, fixed + past, 1)).toEqual({ first: 5, last: 7 });
    expect(columnsInSight(placed, 0, 99_999).last).toBe(placed.length - 1);
  });

  it('drops beside a target', () => {
    const order = ['a', 'b', 'c'];
    expect(movedBeside(order, 'a', { target: 'c', isAfter: true })).toEqual(['b', 'c', 'a']);
    expect(movedBeside(order, 'c', { target: 'a', isAfter: false })).toEqual(['c', 'a', 'b']);
    expect(movedBeside(order, 'a', { target: 'state', isAfter: true })).toEqual(order);
  });

  it('keeps widths within what a layout may hold', () => {
    expect([clampWidth(1), clampWidth(99.6), clampWidth(9999)]).toEqual([48, 100, 800]);
  });
});

describe('copying', () => {
  const specs = columns.filter((spec) => ['model', 'note', 'activated'].includes(spec.id));
  const heading = (spec: { id: string }) => spec.id.toUpperCase();

  it('writes headings and one line a row, and no cell leaves its place', () => {
    const rows = [
      row('a', { model: 'DS-1', note: 'by the\tdoor\nleft', activated: false }),
      row('b'),
    ];
    expect(rowsAsTsv(rows, specs, heading).split('\r\n')).toEqual([
      'MODEL\tACTIVATED\tNOTE',
      'DS-1\tfalse\tby the door left',
      '\t\t',
    ]);
  });

  it('gives support the known facts, not the names and notes of the customer', () => {
    const text = rowForSupport(
      row('a', { model: 'DS-1', note: 'safe behind picture' }),
      specs,
      heading,
    );
    expect(text).toBe('MODEL: DS-1');
  });

  it('names a device by what is known of it', () => {
    expect(deviceLabel(row('a', { model: 'DS-1', shortSerial: '123456789' }))).toBe(
      'DS-1 · 123456789',
    );
  });
});

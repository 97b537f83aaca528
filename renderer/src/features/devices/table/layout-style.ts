import type { CSSProperties } from 'react';
import type { ColumnSpec } from '../../../../../main/contract/columns.ts';
import type { DeviceId } from '../../../../../main/contract/device.ts';
import { type PlacedColumn, tickWidth } from '../model/columns.ts';

/** The cell's element id, which `aria-activedescendant` names. Column 0 is the tick box. */
export function cellId(id: DeviceId | null, column: number): string {
  return `cell-${id ?? 'head'}-${column}`;
}

/** A custom property, so that the style sheet can undo it where the window is narrow. */
export function stickyStyle(column: string): CSSProperties {
  return { '--left': `var(--left-${column})` } as CSSProperties;
}

interface GridSize {
  /** With the header. */
  readonly rows: number;
  /** With the tick boxes. */
  readonly columns: number;
  readonly active: string | undefined;
  readonly label: string;
}

/** Cells that are not in sight do not exist, so each one says in which track of the row it stands. */
export function cellStyle(spec: ColumnSpec, column: number): CSSProperties {
  const style: CSSProperties = { gridColumn: column + 1 };
  return spec.isSticky ? { ...style, ...stickyStyle(spec.id) } : style;
}

/**
 * The parts of the grid. They are no `<table>`: rows are placed by hand and only those in sight exist.
 * None takes the focus itself: the grid holds it and names the cell by `aria-activedescendant`, so it
 * is not lost when a row moves or leaves.
 */
export const parts = {
  grid: (size: GridSize) => ({
    role: 'grid',
    tabIndex: 0,
    'aria-rowcount': size.rows,
    'aria-colcount': size.columns,
    'aria-multiselectable': true,
    'aria-activedescendant': size.active,
    'aria-label': size.label,
  }),
  group: { role: 'rowgroup' },
  /** `index` counts from 0 at the header. */
  row: (index: number, isSelected?: boolean) => ({
    role: 'row',
    'aria-rowindex': index + 1,
    'aria-selected': isSelected,
  }),
  heading: (column: number, sort?: 'none' | 'ascending' | 'descending') => ({
    role: 'columnheader',
    id: cellId(null, column),
    'aria-colindex': column + 1,
    'aria-sort': sort,
    'data-column': column,
  }),
  cell: (id: DeviceId, column: number) => ({
    role: 'gridcell',
    id: cellId(id, column),
    'aria-colindex': column + 1,
    'data-column': column,
  }),
} as const;

/**
 * Widths as custom properties of the grid: a width that changes touches one element, not every row.
 */
export function widthVariables(placed: readonly PlacedColumn[]): Record<string, string> {
  const widths = [tickWidth, ...placed.map(({ width }) => width)];
  const sticky = placed.filter(({ left }) => left !== null);
  const stickyEnd = sticky.reduce((end, { width }) => end + width, tickWidth);
  return {
    '--columns': `${widths.map((width) => `${width}px`).join(' ')} minmax(0, 1fr)`,
    '--table-width': `${widths.reduce((sum, width) => sum + width, 0)}px`,
    '--sticky-end': `${stickyEnd}px`,
    ...Object.fromEntries(sticky.map(({ spec, left }) => [`--left-${spec.id}`, `${left}px`])),
  };
}

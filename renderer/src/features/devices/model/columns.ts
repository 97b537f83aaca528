import { type ColumnSpec, columns } from '../../../../../main/contract/columns.ts';
import type { TableLayout } from '../../../../../main/contract/settings.ts';

export const tickWidth = 36;
export const narrowest = 48;
export const widest = 800;

/** A column as the table draws it; `left` is set for those that stay while the rest scrolls. */
export interface PlacedColumn {
  readonly spec: ColumnSpec;
  readonly width: number;
  readonly left: number | null;
}

type ColumnLayout = Pick<TableLayout, 'order' | 'hidden' | 'widths'>;

/** All columns in the operator's order, the sticky ones first. */
export function orderedColumns(layout: Pick<TableLayout, 'order'>): ColumnSpec[] {
  const sticky = columns.filter((spec) => spec.isSticky);
  const movable = columns.filter((spec) => !spec.isSticky);
  const known = layout.order.flatMap((id) => movable.find((spec) => spec.id === id) ?? []);
  const rest = movable.filter((spec) => !known.includes(spec));
  return [...sticky, ...known, ...rest];
}

/** A table nobody arranged shows the default columns; a column newer than the layout does so too. */
export function isShown(spec: ColumnSpec, layout: Pick<TableLayout, 'order' | 'hidden'>): boolean {
  if (spec.isSticky) return true;
  if (layout.hidden.includes(spec.id)) return false;
  return layout.order.includes(spec.id) || spec.isDefault;
}

export function placeColumns(layout: ColumnLayout): PlacedColumn[] {
  let left = tickWidth;
  return orderedColumns(layout)
    .filter((spec) => isShown(spec, layout))
    .map((spec) => {
      const width = layout.widths[spec.id] ?? spec.width;
      const placed = { spec, width, left: spec.isSticky ? left : null };
      left += width;
      return placed;
    });
}

export function clampWidth(width: number): number {
  return Math.round(Math.min(widest, Math.max(narrowest, width)));
}

/** The layout with every column named, so that a change of one does not move the others. */
export function spelledOut(layout: ColumnLayout): Pick<TableLayout, 'order' | 'hidden'> {
  const movable = orderedColumns(layout).filter((spec) => !spec.isSticky);
  return {
    order: movable.map((spec) => spec.id),
    hidden: movable.filter((spec) => !isShown(spec, layout)).map((spec) => spec.id),
  };
}

/** Moves a column over its visible neighbour; `by` is -1 or 1. The same layout when it cannot move. */
export function moveColumn(
  layout: ColumnLayout,
  id: string,
  by: number,
): Pick<TableLayout, 'order' | 'hidden'> {
  const { order, hidden } = spelledOut(layout);
  const visible = order.filter((one) => !hidden.includes(one));
  const neighbour = visible[visible.indexOf(id) + by];
  if (!visible.includes(id) || neighbour === undefined) return { order, hidden };
  return { order: movedBeside(order, id, { target: neighbour, isAfter: by > 0 }), hidden };
}

/** Puts a column before or behind another one. */
export function movedBeside(
  order: readonly string[],
  id: string,
  place: { readonly target: string; readonly isAfter: boolean },
): string[] {
  const rest = order.filter((one) => one !== id);
  const index = rest.indexOf(place.target);
  if (index < 0) return [...order];
  rest.splice(index + (place.isAfter ? 1 : 0), 0, id);
  return rest;
}

export function showColumn(
  layout: ColumnLayout,
  id: string,
  isVisible: boolean,
): Pick<TableLayout, 'order' | 'hidden'> {
  const { order, hidden } = spelledOut(layout);
  const others = hidden.filter((one) => one !== id);
  return { order, hidden: isVisible ? others : [...others, id] };
}

/** The scrolling columns in sight, first and last, as places among all shown columns. */
export interface ColumnWindow {
  readonly first: number;
  readonly last: number;
}

/** One more on either side, so that scrolling meets a cell and not a hole. */
export function columnsInSight(
  placed: readonly PlacedColumn[],
  scrollLeft: number,
  width: number,
): ColumnWindow {
  let end = tickWidth;
  let first = -1;
  let last = -1;
  for (const [place, column] of placed.entries()) {
    const start = end;
    end += column.width;
    if (column.left !== null) continue;
    if (end > scrollLeft && first < 0) first = place;
    if (start < scrollLeft + width) last = place;
  }
  return { first: Math.max(0, first - 1), last: Math.min(placed.length - 1, last + 1) };
}

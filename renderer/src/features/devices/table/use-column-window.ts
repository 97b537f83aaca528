import { type RefObject, useLayoutEffect, useState } from 'react';
import type { PlacedColumn } from '../model/columns.ts';
import { type ColumnWindow, columnsInSight } from '../model/columns.ts';

/**
 * Which columns are in sight. Only their cells exist: a row of thirty columns costs as much as one of
 * eight, and that is most of the time it takes to draw another part of the list.
 */
export function useColumnWindow(
  gridRef: RefObject<HTMLElement | null>,
  placed: readonly PlacedColumn[],
): ColumnWindow {
  const [inSight, setInSight] = useState<ColumnWindow>({ first: 0, last: placed.length - 1 });
  useLayoutEffect(() => {
    const grid = gridRef.current;
    if (grid === null) return;
    const look = () => {
      const next = columnsInSight(placed, grid.scrollLeft, grid.clientWidth);
      setInSight((old) => (old.first === next.first && old.last === next.last ? old : next));
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(grid);
    grid.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      grid.removeEventListener('scroll', look);
    };
  }, [gridRef, placed]);
  return inSight;
}

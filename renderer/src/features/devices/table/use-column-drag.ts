import { type PointerEvent, type RefObject, useCallback } from 'react';
import type { ColumnSpec } from '../../../../../main/contract/columns.ts';
import { useSession } from '../../../state/app-context.tsx';
import type { Session } from '../../../state/session.ts';
import { clampWidth, movedBeside, placeColumns, spelledOut } from '../model/columns.ts';
import { widthVariables } from './layout-style.ts';

const dragAfterPx = 6;

/** Follows the pointer until it is let go; Esc or a lost pointer gives up. */
function follow(
  onMove: (event: globalThis.PointerEvent) => void,
  onEnd: (event: globalThis.PointerEvent | null) => void,
): void {
  const controller = new AbortController();
  const { signal } = controller;
  const finish = (event: globalThis.PointerEvent | null) => {
    controller.abort();
    onEnd(event);
  };
  window.addEventListener('pointermove', onMove, { signal });
  window.addEventListener('pointerup', finish, { signal });
  window.addEventListener('pointercancel', () => finish(null), { signal });
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Escape') finish(null);
    },
    { signal },
  );
}

function setWidths(grid: HTMLElement, session: Session, widths: Record<string, number>): void {
  const placed = placeColumns({ ...session.layout.get(), widths });
  for (const [name, value] of Object.entries(widthVariables(placed))) {
    grid.style.setProperty(name, value);
  }
}

/** Dragging a column's edge. The widths are drawn while it moves and kept when it is let go. */
export function useColumnResize(gridRef: RefObject<HTMLElement | null>) {
  const session = useSession();
  return useCallback(
    (event: PointerEvent<HTMLElement>, spec: ColumnSpec) => {
      const grid = gridRef.current;
      if (grid === null || event.button !== 0) return;
      event.preventDefault();
      event.stopPropagation();
      const { widths } = session.layout.get();
      const startX = event.clientX;
      const startWidth = widths[spec.id] ?? spec.width;
      let width = startWidth;
      follow(
        (move) => {
          width = clampWidth(startWidth + move.clientX - startX);
          setWidths(grid, session, { ...widths, [spec.id]: width });
        },
        (end) => {
          if (end === null) setWidths(grid, session, widths);
          else if (width !== startWidth) {
            session.layout.change({ widths: { ...widths, [spec.id]: width } });
          }
        },
      );
    },
    [gridRef, session],
  );
}

interface DropPlace {
  readonly target: string;
  readonly isAfter: boolean;
}

function dropPlaceAt(x: number, y: number): { place: DropPlace; element: HTMLElement } | null {
  const element = document
    .elementsFromPoint(x, y)
    .map((one) => one.closest<HTMLElement>('[data-column-id]'))
    .find((one) => one !== null);
  const target = element?.dataset['columnId'];
  if (element == null || target === undefined) return null;
  const box = element.getBoundingClientRect();
  return { place: { target, isAfter: x > box.left + box.width / 2 }, element };
}

/** Dragging a heading sideways puts its column elsewhere; a short press stays a click. */
export function useColumnReorder() {
  const session = useSession();
  return useCallback(
    (event: PointerEvent<HTMLElement>, spec: ColumnSpec) => {
      if (event.button !== 0 || spec.isSticky) return;
      const startX = event.clientX;
      let drop: { place: DropPlace; element: HTMLElement } | null = null;
      let isDragging = false;
      const unmark = () => drop?.element.removeAttribute('data-drop');
      follow(
        (move) => {
          isDragging ||= Math.abs(move.clientX - startX) > dragAfterPx;
          if (!isDragging) return;
          unmark();
          drop = dropPlaceAt(move.clientX, move.clientY);
          drop?.element.setAttribute('data-drop', drop.place.isAfter ? 'after' : 'before');
        },
        (end) => {
          unmark();
          if (end === null || !isDragging || drop === null) return;
          suppressNextClick();
          const { order, hidden } = spelledOut(session.layout.get());
          session.layout.change({ order: movedBeside(order, spec.id, drop.place), hidden });
        },
      );
    },
    [session],
  );
}

/** The click that ends a drag must not sort as well. */
function suppressNextClick(): void {
  const stop = (event: MouseEvent) => event.stopPropagation();
  window.addEventListener('click', stop, { capture: true, once: true });
  window.setTimeout(() => window.removeEventListener('click', stop, { capture: true }), 0);
}

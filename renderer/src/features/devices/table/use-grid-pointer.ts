import { type MouseEvent, type PointerEvent, useMemo } from 'react';
import { columns } from '../../../../../main/contract/columns.ts';
import type { DeviceId } from '../../../../../main/contract/device.ts';
import { type DevicesState, useDevices } from '../devices-state.tsx';
import { isMac } from '../platform.ts';
import { useColumnReorder } from './use-column-drag.ts';
import { toggleShown, useSortBy } from './use-sort-by.ts';

interface Hit {
  /** `null` on the header. */
  readonly id: DeviceId | null;
  readonly column: number;
  readonly columnId: string | undefined;
}

/** What of the table lies under an event. */
function hitOf(target: EventTarget): Hit | null {
  if (!(target instanceof Element) || target.closest('[data-handle]') !== null) return null;
  const cell = target.closest<HTMLElement>('[data-column]');
  if (cell === null) return null;
  const id = cell.closest<HTMLElement>('[data-row]')?.dataset['row'];
  return {
    id: id === undefined ? null : (id as DeviceId),
    column: Number(cell.dataset['column']),
    columnId: cell.dataset['columnId'],
  };
}

function pick(devices: DevicesState, id: DeviceId, event: MouseEvent, isTick: boolean): void {
  const { selection, view, cursor } = devices;
  const hasControl = isMac ? event.metaKey : event.ctrlKey;
  const { ids } = view.order.get();
  if (event.shiftKey) {
    selection.range(id, ids, { isAdding: hasControl || isTick, from: cursor.get().id });
  } else if (hasControl || isTick) {
    selection.toggle(id);
  } else {
    selection.only(id);
  }
}

/** A value that is cut off shows whole on hover. */
function titleIfCut(target: EventTarget): void {
  if (!(target instanceof Element)) return;
  const cell = target.closest<HTMLElement>('[data-row] [data-column]');
  const value = cell?.firstElementChild;
  if (cell === null || !(value instanceof HTMLElement)) return;
  const isCut = value.scrollWidth > value.clientWidth + 1;
  if (isCut) cell.title = value.textContent ?? '';
  else cell.removeAttribute('title');
}

/** Everything the pointer does in the table, told by one set of listeners on the grid. */
export function useGridPointer(onOpen: () => void) {
  const devices = useDevices();
  const sortBy = useSortBy();
  const startReorder = useColumnReorder();
  return useMemo(() => {
    const { cursor, selection, view, menuAt } = devices;
    return {
      onClick(event: MouseEvent) {
        const hit = hitOf(event.target);
        if (hit === null) return;
        if (hit.id !== null) {
          pick(devices, hit.id, event, hit.column === 0);
        } else if (hit.column === 0) {
          toggleShown(selection, view.order.get().ids);
        } else if (hit.columnId !== undefined) {
          sortBy(hit.columnId, event.shiftKey);
        }
        cursor.set({ id: hit.id, column: hit.column });
      },
      onDoubleClick(event: MouseEvent) {
        const hit = hitOf(event.target);
        if (hit !== null && hit.id !== null && hit.column !== 0) onOpen();
      },
      onContextMenu(event: MouseEvent) {
        event.preventDefault();
        const hit = hitOf(event.target);
        // The menu key sends this event too; the keyboard's own handler has opened the menu then.
        if (hit === null || hit.id === null || event.button !== 2) return;
        if (!selection.has(hit.id)) selection.only(hit.id);
        cursor.set({ id: hit.id, column: hit.column });
        menuAt.set({ x: event.clientX, y: event.clientY });
      },
      onPointerDown(event: PointerEvent<HTMLElement>) {
        const hit = hitOf(event.target);
        const spec = columns.find((one) => one.id === hit?.columnId);
        if (spec !== undefined) startReorder(event, spec);
      },
      onPointerEnter: () => view.hold.setPointerOver(true),
      onPointerLeave: () => view.hold.setPointerOver(false),
      onPointerMove: () => view.hold.noteActivity(),
      onPointerOver: (event: PointerEvent) => titleIfCut(event.target),
    };
  }, [devices, sortBy, startReorder, onOpen]);
}

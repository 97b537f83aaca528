import type { Virtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type RefObject, useCallback } from 'react';
import type { DeviceId } from '../../../../../main/contract/device.ts';
import { useSession } from '../../../state/app-context.tsx';
import type { LayoutStore } from '../../../state/layout-store.ts';
import { type DevicesState, useDevices } from '../devices-state.tsx';
import { clampWidth, moveColumn, placeColumns } from '../model/columns.ts';
import { type GridCommand, gridCommand, movedIndex, type RowMove } from '../model/keymap.ts';
import { isMac } from '../platform.ts';
import { cellId } from './layout-style.ts';
import { toggleShown, useSortBy } from './use-sort-by.ts';

const widthStep = 16;

export type GridVirtualizer = Virtualizer<HTMLDivElement, Element>;

interface GridParts {
  readonly devices: DevicesState;
  readonly layout: LayoutStore;
  readonly virtualizer: GridVirtualizer;
  readonly gridRef: RefObject<HTMLDivElement | null>;
  readonly sortBy: (column: string, isAdding: boolean) => void;
  readonly onOpen: () => void;
}

/** Brings the cursor's cell into sight; its row exists because the virtualizer always draws it. */
function reveal(parts: GridParts): void {
  const { id, column } = parts.devices.cursor.get();
  const index = id === null ? -1 : parts.devices.view.order.get().ids.indexOf(id);
  if (index >= 0) parts.virtualizer.scrollToIndex(index, { align: 'auto' });
  requestAnimationFrame(() => {
    const cell = document.getElementById(cellId(id, column));
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
}

function pageOf(parts: GridParts): number {
  const height = parts.gridRef.current?.clientHeight ?? 0;
  const row = parts.virtualizer.options.estimateSize(0);
  return Math.max(1, Math.floor(height / row) - 2);
}

function moveRow(parts: GridParts, to: RowMove, isExtending: boolean): void {
  const { cursor, selection, view } = parts.devices;
  const { ids } = view.order.get();
  const place = cursor.get();
  const from = place.id === null ? -1 : ids.indexOf(place.id);
  const index = movedIndex(from, to, { count: ids.length, page: pageOf(parts) });
  const id: DeviceId | null = ids[index] ?? null;
  cursor.set({ ...place, id });
  if (isExtending && id !== null) selection.range(id, ids, { from: place.id });
  reveal(parts);
}

function moveSideways(parts: GridParts, by: number | 'first' | 'last'): void {
  const { cursor } = parts.devices;
  const last = placeColumns(parts.layout.get()).length;
  const place = cursor.get();
  const wanted = by === 'first' ? 0 : by === 'last' ? last : place.column + by;
  cursor.set({ ...place, column: Math.min(last, Math.max(0, wanted)) });
  reveal(parts);
}

function columnAtCursor(parts: GridParts) {
  return placeColumns(parts.layout.get())[parts.devices.cursor.get().column - 1];
}

function resize(parts: GridParts, by: number): void {
  const placed = columnAtCursor(parts);
  if (placed === undefined) return;
  const width = clampWidth(placed.width + by * widthStep);
  parts.layout.change({ widths: { ...parts.layout.get().widths, [placed.spec.id]: width } });
}

function shiftColumn(parts: GridParts, by: number): void {
  const placed = columnAtCursor(parts);
  if (placed === undefined || placed.spec.isSticky) return;
  parts.layout.change(moveColumn(parts.layout.get(), placed.spec.id, by));
  const place = placeColumns(parts.layout.get()).findIndex(
    ({ spec }) => spec.id === placed.spec.id,
  );
  parts.devices.cursor.set({ ...parts.devices.cursor.get(), column: place + 1 });
  reveal(parts);
}

function toggle(parts: GridParts): void {
  const { cursor, selection, view } = parts.devices;
  const { id, column } = cursor.get();
  if (id !== null) selection.toggle(id);
  else if (column === 0) toggleShown(selection, view.order.get().ids);
}

function open(parts: GridParts, isExtending: boolean): void {
  const { cursor, selection } = parts.devices;
  const { id, column } = cursor.get();
  const placed = columnAtCursor(parts);
  if (id !== null) {
    if (!selection.has(id)) selection.only(id);
    parts.onOpen();
  } else if (placed !== undefined) {
    parts.sortBy(placed.spec.id, isExtending);
  } else if (column === 0) {
    toggle(parts);
  }
}

function openMenu(parts: GridParts): void {
  const { cursor, selection, menuAt } = parts.devices;
  const { id, column } = cursor.get();
  if (id === null) return;
  if (!selection.has(id)) selection.only(id);
  const box = document.getElementById(cellId(id, column))?.getBoundingClientRect();
  if (box !== undefined) menuAt.set({ x: box.left + 8, y: box.bottom });
}

/** `false` when the key means nothing here and should go on to the page. */
function run(parts: GridParts, command: GridCommand): boolean {
  const { devices } = parts;
  switch (command.kind) {
    case 'move':
      moveRow(parts, command.to, command.isExtending);
      return true;
    case 'column':
      moveSideways(parts, command.by);
      return true;
    case 'resize':
      if (devices.cursor.get().id === null) resize(parts, command.by);
      return true;
    case 'shift-column':
      if (devices.cursor.get().id === null) shiftColumn(parts, command.by);
      return true;
    case 'toggle':
      toggle(parts);
      return true;
    case 'open':
      open(parts, command.isExtending);
      return true;
    case 'select-all':
      devices.selection.add(devices.view.order.get().ids);
      return true;
    case 'menu':
      openMenu(parts);
      return true;
    case 'clear':
      devices.selection.clear();
      return true;
  }
}

export interface GridKeysOptions {
  readonly virtualizer: GridVirtualizer;
  readonly gridRef: RefObject<HTMLDivElement | null>;
  /** Enter on a row. */
  readonly onOpen: () => void;
}

/** The keys of the table (product 4b): moving, selecting, sorting, column widths. */
export function useGridKeys(options: GridKeysOptions): (event: KeyboardEvent) => void {
  const { virtualizer, gridRef, onOpen } = options;
  const { layout } = useSession();
  const devices = useDevices();
  const sortBy = useSortBy();
  return useCallback(
    (event) => {
      devices.view.hold.noteActivity();
      const command = gridCommand(event, isMac);
      if (command === null) return;
      const parts = { devices, layout, virtualizer, gridRef, sortBy, onOpen };
      if (run(parts, command)) event.preventDefault();
    },
    [devices, layout, virtualizer, gridRef, sortBy, onOpen],
  );
}

import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import type { DeviceId } from '../../../../../main/contract/device.ts';
import { useText } from '../../../i18n/use-text.ts';
import { useLayout, useSettings, useStore } from '../../../state/app-context.tsx';
import { useDevices } from '../devices-state.tsx';
import { placeColumns } from '../model/columns.ts';
import { defaultSort } from '../model/sort.ts';
import { cellId, parts, widthVariables } from './layout-style.ts';
import { TableHead } from './TableHead.tsx';
import { TableRow } from './TableRow.tsx';
import styles from './table.module.css';
import { useColumnResize } from './use-column-drag.ts';
import { useColumnWindow } from './use-column-window.ts';
import { useGridKeys } from './use-grid-keys.ts';
import { useGridPointer } from './use-grid-pointer.ts';

/** The same as `--row-height` and `--header-height` in the tokens. */
const rowHeights = { compact: 28, normal: 34 } as const;
const headHeight = 28;

function useRows(ids: readonly DeviceId[]) {
  const gridRef = useRef<HTMLDivElement>(null);
  const { density } = useSettings();
  const { cursor } = useDevices();
  const cursorId = useStore(cursor).id;
  const cursorIndex = useMemo(
    () => (cursorId === null ? -1 : ids.indexOf(cursorId)),
    [ids, cursorId],
  );
  const rowHeight = rowHeights[density];
  // The cursor's row is always drawn: the screen reader's place must exist even when scrolled away.
  const rangeExtractor = useCallback(
    (range: Range) => {
      const indexes = defaultRangeExtractor(range);
      if (cursorIndex < 0 || cursorIndex >= range.count || indexes.includes(cursorIndex)) {
        return indexes;
      }
      return [...indexes, cursorIndex].sort((a, b) => a - b);
    },
    [cursorIndex],
  );
  const virtualizer = useVirtualizer<HTMLDivElement, Element>({
    count: ids.length,
    getScrollElement: () => gridRef.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => ids[index] ?? index,
    overscan: 8,
    scrollPaddingStart: headHeight,
    rangeExtractor,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another density means another height
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);
  return { gridRef, virtualizer };
}

/** Marks the cursor's cell when its value is cut off, so that the style sheet shows it whole. */
function useCutMark(activeId: string | undefined): void {
  useLayoutEffect(() => {
    const cell = activeId === undefined ? null : document.getElementById(activeId);
    const value = cell?.querySelector<HTMLElement>(`.${styles['value']}`);
    if (cell == null || value == null) return;
    cell.toggleAttribute('data-cut', value.scrollWidth > value.clientWidth + 1);
    return () => cell.removeAttribute('data-cut');
  }, [activeId]);
}

/** The list of devices: only the rows in sight exist, each follows its own device. */
export function DeviceTable({ onOpen }: { readonly onOpen: () => void }) {
  const devices = useDevices();
  const text = useText();
  const layout = useLayout();
  const { ids } = useStore(devices.view.order);
  const place = useStore(devices.cursor);
  const { gridRef, virtualizer } = useRows(ids);
  const { order, hidden, widths } = layout;
  const placed = useMemo(() => placeColumns({ order, hidden, widths }), [order, hidden, widths]);
  // Rows take the columns without their widths: resizing must not render them.
  const shownIds = placed.map(({ spec }) => spec.id).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the ids stand for the columns
  const specs = useMemo(() => placed.map(({ spec }) => spec), [shownIds]);
  const { first, last } = useColumnWindow(gridRef, placed);
  const startResize = useColumnResize(gridRef);
  const onKeyDown = useGridKeys({ virtualizer, gridRef, onOpen });
  const pointer = useGridPointer(onOpen);
  const isCursorShown = place.id === null || ids.includes(place.id);
  const activeId = isCursorShown ? cellId(place.id, place.column) : undefined;
  useCutMark(activeId);
  const gridParts = parts.grid({
    rows: ids.length + 1,
    columns: specs.length + 1,
    active: activeId,
    label: text('ui/devices/table'),
  });

  return (
    <div
      {...gridParts}
      {...pointer}
      {...{ onKeyDown }}
      ref={gridRef}
      id="device-grid"
      data-zone-focus
      className={styles['grid']}
      style={widthVariables(placed) as CSSProperties}
    >
      <TableHead
        specs={specs}
        sort={layout.sort.length === 0 ? defaultSort : layout.sort}
        onResizeStart={startResize}
      />
      <div
        {...parts.group}
        className={styles['body']}
        style={{ height: virtualizer.getTotalSize() }}
      >
        {virtualizer.getVirtualItems().map(({ index, start, key }) => {
          const id = ids[index];
          return id === undefined ? null : (
            <TableRow
              key={key}
              id={id}
              index={index}
              top={start}
              specs={specs}
              first={first}
              last={last}
            />
          );
        })}
      </div>
    </div>
  );
}

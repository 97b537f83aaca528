import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useCallback, useRef, useState } from 'react';
import type { JobItem } from '../../../../main/contract/job.ts';
import { useText } from '../../i18n/use-text.ts';
import { useSettings } from '../../state/app-context.tsx';
import { ItemRow } from './ItemRow.tsx';
import styles from './jobs.module.css';

const lineHeights = { compact: 28, normal: 34 } as const;

const moves: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(last, at + 1),
  ArrowUp: (at) => Math.max(0, at - 1),
  Home: () => 0,
  End: (_, last) => last,
  PageDown: (at, last) => Math.min(last, at + 10),
  PageUp: (at) => Math.max(0, at - 10),
};

interface ItemListProps {
  readonly items: readonly JobItem[];
}

/** What is open and where the keyboard stands, by device, so that a filter does not mix them up. */
function useListState(items: readonly JobItem[]) {
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set());
  const [currentId, setCurrentId] = useState<string | null>(null);
  const latest = useRef(items);
  latest.current = items;
  const toggle = useCallback((index: number) => {
    const id = latest.current[index]?.device.id;
    if (id === undefined) return;
    setCurrentId(id);
    setExpanded((old) => {
      const next = new Set(old);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);
  const current = Math.max(
    0,
    items.findIndex(({ device }) => device.id === currentId),
  );
  const moveTo = (index: number) => setCurrentId(items[index]?.device.id ?? null);
  return { expanded, toggle, current, moveTo };
}

/** The devices of a run. Thousands are no matter: only those in sight are drawn. */
export function ItemList({ items }: ItemListProps) {
  const text = useText();
  const { density } = useSettings();
  const scroller = useRef<HTMLDivElement>(null);
  const { expanded, toggle, current, moveTo } = useListState(items);
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeights[density],
    getItemKey: (index) => items[index]?.device.id ?? index,
    overscan: 6,
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const move = moves[event.key];
    const isLine =
      event.target instanceof HTMLElement && event.target.dataset['item'] !== undefined;
    if (move === undefined || !isLine) return;
    event.preventDefault();
    const next = move(current, items.length - 1);
    moveTo(next);
    virtualizer.scrollToIndex(next);
    requestAnimationFrame(() => {
      scroller.current?.querySelector<HTMLElement>(`[data-item="${next}"]`)?.focus();
    });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys move between the buttons inside
    <div ref={scroller} className={styles['list']} onKeyDown={onKeyDown}>
      <ul
        aria-label={text('ui/jobs/items')}
        className={styles['rows']}
        style={{ height: virtualizer.getTotalSize() }}
      >
        {virtualizer.getVirtualItems().map(({ key, index, start }) => {
          const item = items[index];
          if (item === undefined) return null;
          return (
            <li
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              aria-posinset={index + 1}
              aria-setsize={items.length}
              className={styles['item']}
              style={{ transform: `translateY(${start}px)` }}
            >
              <ItemRow
                item={item}
                index={index}
                isExpanded={expanded.has(item.device.id)}
                isCurrent={index === current}
                onToggle={toggle}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

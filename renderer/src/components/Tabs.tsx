import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type ReactNode, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components';
import { cx } from './cx.ts';
import styles from './Tabs.module.css';

export interface TabItem<K extends string> {
  readonly id: K;
  readonly label: string;
  readonly content: ReactNode;
  /** Guide that F1 opens while the keyboard is in this panel. */
  readonly guide?: string;
}

export interface TabsProps<K extends string> {
  readonly 'aria-label': string;
  readonly items: readonly TabItem<K>[];
  readonly selectedId?: K;
  readonly onSelect?: (id: K) => void;
}

/** The button at an end lies over so much of the row. */
const furtherPx = 28;

/** Scrolls the row just so far that the chosen tab is seen whole. */
function bringIntoSight(list: HTMLElement): void {
  const tab = list.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]');
  if (tab === null) return;
  const left = tab.offsetLeft - furtherPx;
  const right = tab.offsetLeft + tab.offsetWidth + furtherPx;
  if (left < list.scrollLeft) list.scrollLeft = left;
  else if (right > list.scrollLeft + list.clientWidth) list.scrollLeft = right - list.clientWidth;
}

/** Words differ in length: a row that is too long for its pane scrolls, and shows that it does. */
function useTabScroll(selectedId: string | undefined, words: string) {
  const ref = useRef<HTMLDivElement>(null);
  const [hidden, setHidden] = useState({ before: false, after: false });
  const look = useCallback(() => {
    const list = ref.current;
    if (list === null) return;
    const before = list.scrollLeft > 1;
    const after = list.scrollLeft + list.clientWidth < list.scrollWidth - 1;
    setHidden((old) => (old.before === before && old.after === after ? old : { before, after }));
  }, []);
  useEffect(() => {
    const list = ref.current;
    if (list === null) return;
    const observer = new ResizeObserver(() => {
      bringIntoSight(list);
      look();
    });
    observer.observe(list);
    return () => observer.disconnect();
  }, [look]);
  // Other words are longer or shorter without the row changing its size.
  useEffect(look);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another tab, or the same in other words
  useLayoutEffect(() => {
    if (ref.current !== null) bringIntoSight(ref.current);
  }, [selectedId, words]);
  return { ref, hidden, look };
}

type Side = 'before' | 'after';

interface FurtherProps {
  readonly side: Side;
  readonly scroll: ReturnType<typeof useTabScroll>;
}

/** For the pointer alone: the arrow keys bring every tab into sight by themselves. */
function Further({ side, scroll }: FurtherProps) {
  if (!scroll.hidden[side]) return null;
  const by = side === 'before' ? -1 : 1;
  const move = () => {
    const list = scroll.ref.current;
    list?.scrollBy({ left: by * Math.round(list.clientWidth * 0.7) });
  };
  const Icon = side === 'before' ? ChevronLeft : ChevronRight;
  return (
    <button
      type="button"
      className={cx(styles['further'], styles[side])}
      tabIndex={-1}
      aria-hidden
      onClick={move}
    >
      <Icon />
    </button>
  );
}

export function Tabs<K extends string>(props: TabsProps<K>) {
  const { items, selectedId, onSelect } = props;
  const scroll = useTabScroll(selectedId, items.map(({ label }) => label).join(' '));
  return (
    <AriaTabs
      className={cx(styles['tabs'])}
      {...(selectedId === undefined ? {} : { selectedKey: selectedId })}
      onSelectionChange={(key) => {
        const item = items.find((one) => one.id === key);
        if (item !== undefined) onSelect?.(item.id);
      }}
    >
      <div className={styles['row']}>
        <TabList
          ref={scroll.ref}
          className={cx(styles['list'])}
          aria-label={props['aria-label']}
          onScroll={scroll.look}
        >
          {items.map((item) => (
            <Tab key={item.id} id={item.id} className={cx(styles['tab'])}>
              {item.label}
            </Tab>
          ))}
        </TabList>
        <Further side="before" scroll={scroll} />
        <Further side="after" scroll={scroll} />
      </div>
      {items.map((item) => (
        <TabPanel
          key={item.id}
          id={item.id}
          className={cx(styles['panel'])}
          data-guide={item.guide}
        >
          {item.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}

import type { ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components';
import { cx } from './cx.ts';
import styles from './Tabs.module.css';

export interface TabItem<K extends string> {
  readonly id: K;
  readonly label: string;
  readonly content: ReactNode;
}

export interface TabsProps<K extends string> {
  readonly 'aria-label': string;
  readonly items: readonly TabItem<K>[];
  readonly selectedId?: K;
  readonly onSelect?: (id: K) => void;
}

export function Tabs<K extends string>(props: TabsProps<K>) {
  const { items, selectedId, onSelect } = props;
  return (
    <AriaTabs
      className={cx(styles['tabs'])}
      {...(selectedId === undefined ? {} : { selectedKey: selectedId })}
      onSelectionChange={(key) => {
        const item = items.find((one) => one.id === key);
        if (item !== undefined) onSelect?.(item.id);
      }}
    >
      <TabList className={cx(styles['list'])} aria-label={props['aria-label']}>
        {items.map((item) => (
          <Tab key={item.id} id={item.id} className={cx(styles['tab'])}>
            {item.label}
          </Tab>
        ))}
      </TabList>
      {items.map((item) => (
        <TabPanel key={item.id} id={item.id} className={cx(styles['panel'])}>
          {item.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}

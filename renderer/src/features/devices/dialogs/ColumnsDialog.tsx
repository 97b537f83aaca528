import { ArrowDown, ArrowUp } from 'lucide-react';
import { Input } from 'react-aria-components';
import type { ColumnSpec } from '../../../../../main/contract/columns.ts';
import { Button, IconButton } from '../../../components/Button.tsx';
import { Checkbox } from '../../../components/Checkbox.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import { useText } from '../../../i18n/use-text.ts';
import { useLayout, useSession } from '../../../state/app-context.tsx';
import {
  clampWidth,
  isShown,
  narrowest,
  orderedColumns,
  showColumn,
  spelledOut,
  widest,
} from '../model/columns.ts';
import styles from './dialogs.module.css';

function swapped(order: readonly string[], id: string, by: number): string[] {
  const from = order.indexOf(id);
  const neighbour = order[from + by];
  if (from < 0 || neighbour === undefined) return [...order];
  return order.map((one) => (one === id ? neighbour : one === neighbour ? id : one));
}

function ColumnLine({ spec, place }: { readonly spec: ColumnSpec; readonly place: number }) {
  const { layout } = useSession();
  const current = useLayout();
  const text = useText();
  const column = text(`columns/${spec.id}`);
  const isFixed = spec.isSticky === true;
  const { order } = spelledOut(current);
  const move = (by: number) =>
    layout.change({ ...spelledOut(current), order: swapped(order, spec.id, by) });
  return (
    <li className={styles['columnLine']}>
      <Checkbox
        isSelected={isShown(spec, current)}
        isDisabled={isFixed}
        onChange={(isOn) => layout.change(showColumn(current, spec.id, isOn))}
      >
        {column}
        {isFixed ? (
          <span className={styles['dim']}> {text('ui/devices/columnsDialog/fixed')}</span>
        ) : null}
      </Checkbox>
      <Input
        className={styles['width'] ?? ''}
        type="number"
        min={narrowest}
        max={widest}
        step={8}
        aria-label={text('ui/devices/columnsDialog/width', { column })}
        value={current.widths[spec.id] ?? spec.width}
        onChange={(event) => {
          const width = event.target.valueAsNumber;
          if (Number.isNaN(width)) return;
          layout.change({ widths: { ...current.widths, [spec.id]: clampWidth(width) } });
        }}
      />
      <IconButton
        icon={<ArrowUp aria-hidden />}
        label={text('ui/devices/columnsDialog/up', { column })}
        isDisabled={isFixed || place === 0}
        isSmall
        onPress={() => move(-1)}
      />
      <IconButton
        icon={<ArrowDown aria-hidden />}
        label={text('ui/devices/columnsDialog/down', { column })}
        isDisabled={isFixed || place === order.length - 1}
        isSmall
        onPress={() => move(1)}
      />
    </li>
  );
}

/** Which columns, in which order, how wide; what is changed is seen at once and kept for the site. */
export function ColumnsDialog({ onClose }: { readonly onClose: () => void }) {
  const { layout } = useSession();
  const current = useLayout();
  const text = useText();
  const { order } = spelledOut(current);
  return (
    <Dialog
      title={text('ui/devices/columnsDialog/title')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={() => layout.change({ order: [], hidden: [], widths: {} })}>
            {text('ui/devices/columnsDialog/reset')}
          </Button>
          <Button variant="primary" onPress={onClose}>
            {text('ui/devices/columnsDialog/done')}
          </Button>
        </>
      }
    >
      <p className={styles['dim']}>{text('ui/devices/columnsDialog/kept')}</p>
      <ul className={styles['columnList']}>
        {orderedColumns(current).map((spec) => (
          <ColumnLine key={spec.id} spec={spec} place={order.indexOf(spec.id)} />
        ))}
      </ul>
    </Dialog>
  );
}

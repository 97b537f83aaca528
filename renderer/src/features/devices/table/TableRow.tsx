import { Check } from 'lucide-react';
import { type CSSProperties, memo, useSyncExternalStore } from 'react';
import type { ColumnSpec } from '../../../../../main/contract/columns.ts';
import type { DeviceId } from '../../../../../main/contract/device.ts';
import { useText } from '../../../i18n/use-text.ts';
import { useRow } from '../../../state/app-context.tsx';
import { useDevices } from '../devices-state.tsx';
import { Cell } from './Cell.tsx';
import { cellStyle, parts } from './layout-style.ts';
import styles from './table.module.css';

interface TableRowProps {
  readonly id: DeviceId;
  /** Place in the visible order, from 0. */
  readonly index: number;
  readonly top: number;
  readonly specs: readonly ColumnSpec[];
  /** The scrolling columns in sight. */
  readonly first: number;
  readonly last: number;
}

function TickCell(props: {
  readonly id: DeviceId;
  readonly isSelected: boolean;
  readonly isCursor: boolean;
}) {
  const text = useText();
  return (
    <div
      {...parts.cell(props.id, 0)}
      data-cursor={props.isCursor || undefined}
      className={`${styles['cell']} ${styles['sticky']} ${styles['tickCell']}`}
    >
      <span className={styles['tick']} data-on={props.isSelected || undefined} aria-hidden>
        {props.isSelected ? <Check /> : null}
      </span>
      <span className="visually-hidden">{text('ui/devices/rowTick')}</span>
    </div>
  );
}

/** One device. It follows its own row, its tick and the cursor, so the list need not render for them. */
export const TableRow = memo(function TableRow(props: TableRowProps) {
  const { id, index, top, specs, first, last } = props;
  const { selection, cursor, view } = useDevices();
  const row = useRow(id);
  const isSelected = useSyncExternalStore(selection.subscribe, () => selection.has(id));
  const cursorColumn = useSyncExternalStore(cursor.subscribe, () => {
    const place = cursor.get();
    return place.id === id ? place.column : -1;
  });
  if (row === undefined) return null;
  // The cursor's cell exists wherever it is: `aria-activedescendant` names it.
  const isDrawn = (at: number) => (at >= first && at <= last) || at + 1 === cursorColumn;
  const style: CSSProperties = { transform: `translateY(${top}px)` };
  return (
    <div
      {...parts.row(index + 1, isSelected)}
      data-row={id}
      data-presence={row.presence}
      data-removed={row.removedAt !== null || undefined}
      data-fresh={view.freshAt(id) !== null || undefined}
      className={styles['row']}
      style={style}
    >
      <TickCell id={id} isSelected={isSelected} isCursor={cursorColumn === 0} />
      {specs.map((spec, at) =>
        spec.isSticky || isDrawn(at) ? (
          <div
            key={spec.id}
            {...parts.cell(id, at + 1)}
            data-format={spec.format}
            data-cursor={cursorColumn === at + 1 || undefined}
            className={spec.isSticky ? `${styles['cell']} ${styles['sticky']}` : styles['cell']}
            style={cellStyle(spec, at + 1)}
          >
            <span className={styles['value']}>
              <Cell row={row} spec={spec} />
            </span>
          </div>
        ) : null,
      )}
    </div>
  );
});

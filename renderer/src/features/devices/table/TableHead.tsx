import { ArrowDown, ArrowUp, Check, Minus } from 'lucide-react';
import { type PointerEvent, useSyncExternalStore } from 'react';
import type { ColumnSpec } from '../../../../../main/contract/columns.ts';
import { useText } from '../../../i18n/use-text.ts';
import { useStore } from '../../../state/app-context.tsx';
import { useDevices } from '../devices-state.tsx';
import type { SortTerm } from '../model/sort.ts';
import { parts, stickyStyle } from './layout-style.ts';
import styles from './table.module.css';

function useCursorColumn(): number {
  const { cursor } = useDevices();
  return useSyncExternalStore(cursor.subscribe, () => {
    const place = cursor.get();
    return place.id === null ? place.column : -1;
  });
}

/** Ticks the rows that are shown; mixed while only some of them are. */
function TickHead({ isCursor }: { readonly isCursor: boolean }) {
  const { selection, view } = useDevices();
  const text = useText();
  const { ids } = useStore(view.order);
  const chosen = useStore(selection);
  const selected =
    chosen.size === 0 ? 0 : ids.reduce((sum, id) => sum + (chosen.has(id) ? 1 : 0), 0);
  const isAll = selected > 0 && selected === ids.length;
  return (
    <div
      {...parts.heading(0)}
      data-cursor={isCursor || undefined}
      className={`${styles['headCell']} ${styles['sticky']} ${styles['tickCell']}`}
      title={text('ui/devices/header/tick')}
    >
      <span className={styles['tick']} data-on={selected > 0 || undefined} aria-hidden>
        {isAll ? <Check /> : selected > 0 ? <Minus /> : null}
      </span>
      <span className="visually-hidden">
        {text('ui/devices/header/tickState', { selected, shown: ids.length })}
      </span>
    </div>
  );
}

interface HeadCellProps {
  readonly spec: ColumnSpec;
  readonly column: number;
  readonly sort: readonly SortTerm[];
  readonly isCursor: boolean;
  readonly onResizeStart: (event: PointerEvent<HTMLElement>, spec: ColumnSpec) => void;
}

function SortSign({ sort, at }: { readonly sort: readonly SortTerm[]; readonly at: number }) {
  const text = useText();
  const term = sort[at];
  if (term === undefined) return null;
  return (
    <span className={styles['sortSign']}>
      {term.desc ? <ArrowDown aria-hidden /> : <ArrowUp aria-hidden />}
      {sort.length < 2 ? null : (
        <>
          <span aria-hidden>{at + 1}</span>
          <span className="visually-hidden">
            {text('ui/devices/header/sorted', { number: at + 1 })}
          </span>
        </>
      )}
    </span>
  );
}

function HeadCell({ spec, column, sort, isCursor, onResizeStart }: HeadCellProps) {
  const text = useText();
  const at = sort.findIndex((term) => term.column === spec.id);
  const direction = at < 0 ? 'none' : sort[at]?.desc ? 'descending' : 'ascending';
  return (
    <div
      {...parts.heading(column, direction)}
      data-column-id={spec.id}
      data-cursor={isCursor || undefined}
      title={text(`columns/${spec.id}`)}
      className={spec.isSticky ? `${styles['headCell']} ${styles['sticky']}` : styles['headCell']}
      {...(spec.isSticky ? { style: stickyStyle(spec.id) } : {})}
    >
      <span className={styles['value']}>{text(`columnsShort/${spec.id}`)}</span>
      <SortSign sort={sort} at={at} />
      <span
        className={styles['handle']}
        data-handle={spec.id}
        aria-hidden
        onPointerDown={(event) => onResizeStart(event, spec)}
      />
    </div>
  );
}

interface TableHeadProps {
  readonly specs: readonly ColumnSpec[];
  readonly sort: readonly SortTerm[];
  readonly onResizeStart: HeadCellProps['onResizeStart'];
}

export function TableHead({ specs, sort, onResizeStart }: TableHeadProps) {
  const cursorColumn = useCursorColumn();
  return (
    <div {...parts.group} className={styles['head']}>
      <div {...parts.row(0)} className={styles['headRow']}>
        <TickHead isCursor={cursorColumn === 0} />
        {specs.map((spec, index) => (
          <HeadCell
            key={spec.id}
            spec={spec}
            column={index + 1}
            sort={sort}
            isCursor={cursorColumn === index + 1}
            onResizeStart={onResizeStart}
          />
        ))}
      </div>
    </div>
  );
}

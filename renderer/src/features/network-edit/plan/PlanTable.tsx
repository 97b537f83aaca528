import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useRef } from 'react';
import type { DeviceId } from '../../../../../main/contract/device.ts';
import type { JobItem } from '../../../../../main/contract/job.ts';
import { Checkbox } from '../../../components/Checkbox.tsx';
import { useText } from '../../../i18n/use-text.ts';
import type { PlanLine } from '../model/plan.ts';
import { canPick, isPicked, type Picks } from '../model/plan.ts';
import { PlanRowCells } from './PlanRowCells.tsx';
import styles from './plan.module.css';

export interface PlanGroup {
  /** `null`: the rows stand without a heading. */
  readonly heading: string | null;
  readonly lines: readonly PlanLine[];
}

export interface PlanTableProps {
  readonly label: string;
  readonly groups: readonly PlanGroup[];
  readonly picks: Picks;
  readonly onPick: (picks: Picks) => void;
  /** Once it runs: how each device stands. Nothing can be picked any more. */
  readonly items?: ReadonlyMap<DeviceId, JobItem>;
  /** Takes the place of the new address, for a table in which it can be typed. */
  readonly renderTarget?: (line: PlanLine) => ReactNode;
  /** The password of one device, where each has its own. */
  readonly renderPassword?: (line: PlanLine) => ReactNode;
}

type Entry =
  | { readonly kind: 'heading'; readonly words: string; readonly count: number }
  | { readonly kind: 'line'; readonly line: PlanLine };

const rowPx = 44;

function entriesOf(groups: readonly PlanGroup[]): readonly Entry[] {
  return groups.flatMap(({ heading, lines }) => [
    ...(heading === null
      ? []
      : [{ kind: 'heading' as const, words: heading, count: lines.length }]),
    ...lines.map((line) => ({ kind: 'line' as const, line })),
  ]);
}

function PickAll({ groups, picks, onPick }: Pick<PlanTableProps, 'groups' | 'picks' | 'onPick'>) {
  const text = useText();
  const pickable = groups.flatMap(({ lines }) => lines).filter(canPick);
  const picked = pickable.filter((line) => isPicked(line, picks)).length;
  if (pickable.length === 0) {
    return <span className="visually-hidden">{text('ui/networkEdit/plan/pickAll')}</span>;
  }
  return (
    <Checkbox
      aria-label={text('ui/networkEdit/plan/pickAll')}
      isSelected={picked === pickable.length}
      isIndeterminate={picked > 0 && picked < pickable.length}
      onChange={(isOn) => onPick(new Map(pickable.map(({ key }) => [key, isOn])))}
    />
  );
}

function Head(props: PlanTableProps) {
  const text = useText();
  return (
    <thead>
      <tr>
        {props.items === undefined ? (
          <th className={styles['tickCell']}>
            <PickAll groups={props.groups} picks={props.picks} onPick={props.onPick} />
          </th>
        ) : null}
        <th className={styles['deviceCell']}>{text('ui/networkEdit/plan/device')}</th>
        <th className={styles['valueCell']}>{text('ui/networkEdit/plan/nowThen')}</th>
        {props.renderPassword === undefined ? null : (
          <th className={styles['passwordCell']}>{text('ui/networkEdit/plan/password')}</th>
        )}
        <th>{text('ui/networkEdit/plan/state')}</th>
      </tr>
    </thead>
  );
}

function Spacer({ height }: { readonly height: number }) {
  if (height <= 0) return null;
  return (
    <tr className={styles['spacer']}>
      <td style={{ height }} />
    </tr>
  );
}

function useEntries(entries: readonly Entry[], isWhole: boolean) {
  const box = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLTableRowElement>({
    count: entries.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowPx,
    // A password field keeps what was typed only while it stands.
    overscan: isWhole ? entries.length : 8,
    // Also where the box has no size yet (a test, a first paint): enough rows to fill it.
    initialRect: { width: 700, height: 400 },
  });
  const shown = virtualizer.getVirtualItems();
  const above = shown[0]?.start ?? 0;
  const below = virtualizer.getTotalSize() - (shown.at(-1)?.end ?? 0);
  return { box, shown, above, below, measure: virtualizer.measureElement };
}

/** What scrolls has to be reached by the keyboard. */
const reachable = { tabIndex: 0 } as const;

/** From, to and what speaks against it, device by device; only the rows in sight are drawn. */
export function PlanTable(props: PlanTableProps) {
  const entries = entriesOf(props.groups);
  const { box, shown, above, below, measure } = useEntries(
    entries,
    props.renderPassword !== undefined,
  );
  const columns =
    3 + (props.items === undefined ? 1 : 0) + (props.renderPassword === undefined ? 0 : 1);
  return (
    <section ref={box} className={styles['tableBox']} aria-label={props.label} {...reachable}>
      <table className={styles['table']} aria-rowcount={entries.length + 1}>
        <caption className="visually-hidden">{props.label}</caption>
        <Head {...props} />
        <tbody>
          <Spacer height={above} />
          {shown.map(({ index }) => {
            const entry = entries[index];
            if (entry === undefined) return null;
            const place = { 'data-index': index, 'aria-rowindex': index + 2, ref: measure };
            if (entry.kind === 'heading') {
              return (
                <tr key={`heading ${entry.words}`} {...place} className={styles['groupRow']}>
                  <th colSpan={columns} scope="colgroup">
                    {entry.words}
                  </th>
                </tr>
              );
            }
            return (
              <tr key={entry.line.key} {...place} data-state={entry.line.state}>
                <PlanRowCells line={entry.line} table={props} />
              </tr>
            );
          })}
          <Spacer height={below} />
        </tbody>
      </table>
    </section>
  );
}

import type { PlanProblem, PlanRow } from '../../../../../main/contract/job.ts';
import { Checkbox } from '../../../components/Checkbox.tsx';
import { Mono } from '../../../components/Mono.tsx';
import { maskMiddle } from '../../../components/privacy.ts';
import { Mark } from '../../../components/StatusMark.tsx';
import { Shape } from '../../../components/shapes.tsx';
import { useText } from '../../../i18n/use-text.ts';
import { useSettings } from '../../../state/app-context.tsx';
import { refLabel } from '../../jobs/model/names.ts';
import { canPick, fieldChanges, isPicked, type PlanLine } from '../model/plan.ts';
import { problemWords } from '../words.ts';
import { ItemState } from './ItemState.tsx';
import type { PlanTableProps } from './PlanTable.tsx';
import styles from './plan.module.css';

function lineName(row: PlanRow, isPrivate: boolean): string {
  return row.device === null
    ? (row.wanted ?? '')
    : refLabel({ ...row.device, address: null }, isPrivate);
}

function DeviceCell({ line }: { readonly line: PlanLine }) {
  const text = useText();
  const { isPrivate } = useSettings();
  const { row } = line;
  const serial = row.device?.shortSerial ?? row.device?.mac ?? null;
  const isNamed = row.name !== null && row.name !== row.device?.name;
  return (
    <th scope="row" className={styles['deviceCell']}>
      {row.device === null ? row.wanted : (row.device.name ?? row.device.model)}
      <p className={styles['note']}>
        {serial === null ? null : <Mono>{isPrivate ? maskMiddle(serial) : serial}</Mono>}
        {serial === null || row.line === null ? null : ' · '}
        {row.line === null ? null : text('ui/networkEdit/plan/line', { line: row.line })}
      </p>
      {isNamed ? (
        <p className={styles['note']}>
          {text('ui/networkEdit/plan/newName', { name: row.name ?? '' })}
        </p>
      ) : null}
    </th>
  );
}

function ValueCell({ line, table }: { readonly line: PlanLine; readonly table: PlanTableProps }) {
  const text = useText();
  const { row } = line;
  const changes = fieldChanges(row);
  const address = changes.find(({ field }) => field === 'ipv4Address');
  const others = changes.filter(({ field }) => field !== 'ipv4Address');
  const word = (value: string | number | boolean | null) => {
    if (value === null || value === '') return text('ui/networkEdit/plan/none');
    if (typeof value !== 'boolean') return String(value);
    return text(value ? 'ui/detail/network/on' : 'ui/detail/network/off');
  };
  const target = table.renderTarget?.(line);
  return (
    <td className={styles['valueCell']}>
      <div className={styles['move']}>
        <Mono>{word(row.from?.ipv4Address ?? null)}</Mono>
        {target === undefined && address === undefined ? null : (
          <>
            <span aria-hidden="true">→</span>
            <span className="visually-hidden">{text('ui/networkEdit/plan/becomes')}</span>
            {target ?? (
              <strong>
                <Mono>{word(address?.to ?? null)}</Mono>
              </strong>
            )}
          </>
        )}
      </div>
      {others.map(({ field, from, to }) => (
        <p key={field} className={styles['note']}>
          {text(`networkFields/${field}`)}: {word(from)} → {word(to)}
        </p>
      ))}
    </td>
  );
}

function Problem({ problem }: { readonly problem: PlanProblem }) {
  const text = useText();
  const isStop = problem.level === 'stop';
  return (
    <p className={styles[isStop ? 'stop' : 'caution']}>
      <Shape name={isStop ? 'cross' : 'triangle'} />
      <span>{problemWords(problem, text)}</span>
    </p>
  );
}

function StateCell({ line, table }: { readonly line: PlanLine; readonly table: PlanTableProps }) {
  const text = useText();
  const id = line.row.device?.id;
  const item = id === undefined ? undefined : table.items?.get(id);
  if (item !== undefined) {
    return (
      <td>
        <ItemState item={item} />
      </td>
    );
  }
  if (table.items !== undefined) return <td>{text('ui/networkEdit/plan/leftOut')}</td>;
  if (line.state === 'same') {
    return (
      <td>
        <Mark shape="minus" tone="offline" word={text('ui/networkEdit/plan/same')} />
      </td>
    );
  }
  const isReady = line.state === 'ready';
  return (
    <td>
      {isReady ? <Mark shape="dot" tone="online" word={text('lights/ready')} /> : null}
      {line.row.problems.map((problem) => (
        <Problem key={`${problem.code} ${JSON.stringify(problem.params)}`} problem={problem} />
      ))}
    </td>
  );
}

interface CellsProps {
  readonly line: PlanLine;
  readonly table: PlanTableProps;
}

/** The cells of one device of a plan. */
export function PlanRowCells({ line, table }: CellsProps) {
  const text = useText();
  const { isPrivate } = useSettings();
  const { picks } = table;
  return (
    <>
      {table.items === undefined ? (
        <td className={styles['tickCell']}>
          {canPick(line) ? (
            <Checkbox
              aria-label={text('ui/networkEdit/plan/pick', { name: lineName(line.row, isPrivate) })}
              isSelected={isPicked(line, picks)}
              onChange={(isOn) => table.onPick(new Map(picks).set(line.key, isOn))}
            />
          ) : null}
        </td>
      ) : null}
      <DeviceCell line={line} />
      <ValueCell line={line} table={table} />
      {table.renderPassword === undefined ? null : (
        <td className={styles['passwordCell']}>{table.renderPassword(line)}</td>
      )}
      <StateCell line={line} table={table} />
    </>
  );
}

import { memo } from 'react';
import type { ImportRow } from '../../../../main/contract/book.ts';
import { Checkbox } from '../../components/Checkbox.tsx';
import { Mono } from '../../components/Mono.tsx';
import { Shape } from '../../components/shapes.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useSettings } from '../../state/app-context.tsx';
import { refLabel } from '../jobs/model/names.ts';
import styles from './book.module.css';
import { canImport } from './model.ts';

/** A whole site fits; of a larger file the rest is counted, not drawn. */
const mostShown = 300;

function Problems({ row }: { readonly row: ImportRow }) {
  const text = useText();
  return row.problems.map(({ code, level, detail }) => (
    <p key={code} className={styles[level]}>
      <Shape name={level === 'stop' ? 'cross' : 'triangle'} />
      <span>
        <span className="visually-hidden">{text(`ui/book/import/levels/${level}`)}: </span>
        {text(`book/importProblems/${code}`, { detail })}
      </span>
    </p>
  ));
}

interface LineProps {
  readonly row: ImportRow;
  readonly isPicked: boolean;
  readonly onPick: (line: number, isPicked: boolean) => void;
}

const Line = memo(function Line({ row, isPicked, onPick }: LineProps) {
  const text = useText();
  const { isPrivate } = useSettings();
  const port = row.httpPort === null ? '' : `:${row.httpPort}`;
  return (
    <tr>
      <td>
        <Checkbox
          aria-label={text('ui/book/import/tick', { line: row.line })}
          isSelected={isPicked}
          isDisabled={!canImport(row)}
          onChange={(is) => onPick(row.line, is)}
        />
      </td>
      <td>{row.line}</td>
      <td>
        <Mono>{`${row.isTls ? 'https://' : ''}${row.host}${port}`}</Mono>
        {row.hasPassword ? (
          <p className={styles['dim']}>{text('ui/book/import/withPassword')}</p>
        ) : null}
      </td>
      <td>
        {row.name}
        {row.serial === null ? null : <p className={styles['dim']}>{row.serial}</p>}
      </td>
      <td>
        {row.problems.length > 0 ? null : (
          <p className={styles['dim']}>
            {row.existing === null
              ? text('ui/book/import/fresh')
              : text('ui/book/import/existing', { device: refLabel(row.existing, isPrivate) })}
          </p>
        )}
        <Problems row={row} />
      </td>
    </tr>
  );
});

export interface ImportTableProps {
  readonly rows: readonly ImportRow[];
  /** Lines whose tick somebody took away. */
  readonly left: ReadonlySet<number>;
  readonly onPick: (line: number, isPicked: boolean) => void;
}

/** What each line of the file would do; those with problems first, since they are what one reads for. */
export function ImportTable({ rows, left, onPick }: ImportTableProps) {
  const text = useText();
  const rank = (row: ImportRow) => (canImport(row) ? (row.problems.length > 0 ? 1 : 2) : 0);
  const sorted = [...rows].sort((a, b) => rank(a) - rank(b) || a.line - b.line);
  const rest = sorted.length - mostShown;
  return (
    <>
      <section
        className={styles['tableBox']}
        aria-label={text('ui/book/import/preview')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
        tabIndex={0}
      >
        <table className={styles['table']}>
          <thead>
            <tr>
              <th className={styles['tick']}>
                <span className="visually-hidden">{text('ui/book/import/heads/tick')}</span>
              </th>
              <th className={styles['number']}>{text('ui/book/import/heads/line')}</th>
              <th>{text('ui/book/import/heads/way')}</th>
              <th>{text('ui/book/import/heads/name')}</th>
              <th>{text('ui/book/import/heads/what')}</th>
            </tr>
          </thead>
          <tbody>
            {sorted.slice(0, mostShown).map((row) => (
              <Line
                key={row.line}
                row={row}
                isPicked={canImport(row) && !left.has(row.line)}
                onPick={onPick}
              />
            ))}
          </tbody>
        </table>
      </section>
      {rest <= 0 ? null : (
        <p className={styles['dim']}>{text('ui/book/import/rest', { count: rest })}</p>
      )}
    </>
  );
}

import type { ReactNode } from 'react';
import { CopyButton } from '../../components/CopyButton.tsx';
import { useText } from '../../i18n/use-text.ts';
import styles from './Detail.module.css';

export interface FactLineProps {
  readonly label: string;
  readonly children: ReactNode;
  /** What Copy puts on the clipboard; `null` when there is nothing to copy. */
  readonly copy: string | null;
  /** A second, quieter line: where the value comes from, or what it means. */
  readonly note?: ReactNode;
}

/** Label, value and Copy, as one line of a definition list. */
export function FactLine({ label, children, copy, note }: FactLineProps) {
  const text = useText();
  return (
    <div className={styles['fact']}>
      <dt className={styles['label']}>{label}</dt>
      <dd className={styles['value']}>
        <div className={styles['main']}>{children}</div>
        {copy === null ? null : (
          <div className={styles['copy']}>
            <CopyButton
              label={text('ui/detail/copyField', { name: label })}
              textToCopy={() => copy}
            />
          </div>
        )}
        {note === undefined ? null : <div className={styles['note']}>{note}</div>}
      </dd>
    </div>
  );
}

/** Stands where the device told nothing; it is never an empty place or a "No". */
export function NotTold() {
  const text = useText();
  return <span className={styles['untold']}>{text('ui/detail/notTold')}</span>;
}

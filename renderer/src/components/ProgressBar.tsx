import { ProgressBar as AriaProgressBar, Label } from 'react-aria-components';
import { cx } from './cx.ts';
import styles from './Notice.module.css';

export interface ProgressBarProps {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  /** The count in words, for example "120 of 254"; there is no bar without a count. */
  readonly valueText: string;
}

export function ProgressBar({ label, value, max, valueText }: ProgressBarProps) {
  return (
    <AriaProgressBar
      className={cx(styles['progress'])}
      value={value}
      maxValue={Math.max(max, 1)}
      valueLabel={valueText}
    >
      {({ percentage }) => (
        <>
          <div className={styles['progressHead']}>
            <Label>{label}</Label>
            <span>{valueText}</span>
          </div>
          <div className={styles['track']}>
            <div className={styles['bar']} style={{ width: `${percentage ?? 0}%` }} />
          </div>
        </>
      )}
    </AriaProgressBar>
  );
}

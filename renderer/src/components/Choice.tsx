import { Label, Radio, RadioGroup } from 'react-aria-components';
import styles from './Choice.module.css';
import { cx } from './cx.ts';

export interface ChoiceOption<V extends string> {
  readonly id: V;
  readonly label: string;
  /** What choosing it means, in one short line. */
  readonly detail?: string;
  readonly isDisabled?: boolean;
}

export interface ChoiceProps<V extends string> {
  readonly label: string;
  readonly options: readonly ChoiceOption<V>[];
  readonly value: V;
  readonly onChange: (value: V) => void;
}

/** One of a few values, all of them in sight. */
export function Choice<V extends string>({ label, options, value, onChange }: ChoiceProps<V>) {
  const isStacked = options.every(({ detail }) => detail !== undefined);
  return (
    <RadioGroup
      className={cx(styles['choice'])}
      value={value}
      onChange={(key) => {
        const chosen = options.find((option) => option.id === key);
        if (chosen !== undefined) onChange(chosen.id);
      }}
    >
      <Label className={cx(styles['label'])}>{label}</Label>
      <div className={cx(styles['options'], isStacked && styles['stacked'])}>
        {options.map((option) => (
          <Radio
            key={option.id}
            value={option.id}
            isDisabled={option.isDisabled ?? false}
            className={cx(styles['radio'])}
          >
            <span className={styles['ring']} aria-hidden />
            <span>
              {option.label}
              {option.detail === undefined ? null : (
                <span className={styles['detail']}>{option.detail}</span>
              )}
            </span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}

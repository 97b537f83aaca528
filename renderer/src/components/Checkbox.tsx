import { Check, Minus } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { Checkbox as AriaCheckbox, Switch as AriaSwitch } from 'react-aria-components';
import { cx } from './cx.ts';
import styles from './Field.module.css';

export interface CheckboxProps {
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly children?: ReactNode;
  readonly isIndeterminate?: boolean;
  readonly isDisabled?: boolean;
  readonly 'aria-label'?: string;
}

export function Checkbox(props: CheckboxProps) {
  const { children, ...rest } = props;
  return (
    <AriaCheckbox {...rest} className={cx(styles['check'])}>
      {({ isSelected, isIndeterminate }) => (
        <>
          <span className={styles['box']} aria-hidden>
            {isIndeterminate ? <Minus /> : isSelected ? <Check /> : null}
          </span>
          {children}
        </>
      )}
    </AriaCheckbox>
  );
}

export interface SwitchProps {
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly children?: ReactNode;
  readonly isDisabled?: boolean;
  /** To move the focus here. */
  readonly inputRef?: Ref<HTMLInputElement | null>;
  readonly 'aria-label'?: string;
}

/** For something that takes effect at once; a choice inside a form is a Checkbox. */
export function Switch(props: SwitchProps) {
  const { children, ...rest } = props;
  return (
    <AriaSwitch {...rest} className={cx(styles['switch'])}>
      <span className={styles['track']} aria-hidden>
        <span className={styles['thumb']} />
      </span>
      {children}
    </AriaSwitch>
  );
}

import { FieldError, Input, Label, Text, TextField } from 'react-aria-components';
import type { PlanProblem } from '../../../../main/contract/job.ts';
import { cx } from '../../components/cx.ts';
import { useText } from '../../i18n/use-text.ts';
import styles from './network-edit.module.css';
import { problemWords } from './words.ts';

export interface EditLineProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The device's own value, shown while another one stands in the field; `undefined` when it is the same. */
  readonly was: string | undefined;
  readonly problems: readonly PlanProblem[];
  /** Shown, not to be changed: DHCP decides, or the device does not allow it. */
  readonly isReadOnly: boolean;
  readonly isDisabled: boolean;
  /** Takes the keyboard when "Edit IP…" is chosen. */
  readonly isFirst?: boolean;
  readonly onEnter: () => void;
}

/** One value of the device: label and field side by side, the old value and what is wrong below. */
export function EditLine(props: EditLineProps) {
  const text = useText();
  const { label, value, was, problems, isReadOnly, isDisabled } = props;
  // Cautions stand beside the tick that answers them, in the footer.
  const stops = problems.filter(({ level }) => level === 'stop');
  return (
    <TextField
      className={cx(styles['line'], was !== undefined && styles['changed'])}
      value={value}
      onChange={props.onChange}
      isInvalid={stops.length > 0}
      isReadOnly={isReadOnly}
      isDisabled={isDisabled}
      onKeyDown={(event) => {
        if (event.key === 'Enter') props.onEnter();
        else event.continuePropagation();
      }}
    >
      <Label className={cx(styles['label'])}>{label}</Label>
      <Input
        className={cx(styles['input'])}
        spellCheck={false}
        autoComplete="off"
        maxLength={45}
        placeholder={text('ui/networkEdit/notTold')}
        {...(props.isFirst === true ? { 'data-edit-first': true } : {})}
      />
      {was === undefined ? null : (
        <Text slot="description" className={cx(styles['was'])}>
          {was === ''
            ? text('ui/networkEdit/wasEmpty')
            : text('ui/networkEdit/was', { value: was })}
        </Text>
      )}
      <FieldError className={cx(styles['problem'])}>
        {stops.map((problem) => problemWords(problem, text)).join(' ')}
      </FieldError>
    </TextField>
  );
}

import { type Ref, useId } from 'react';
import {
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
  TextField,
  type ValidationResult,
} from 'react-aria-components';
import { cx } from './cx.ts';
import styles from './Field.module.css';

export interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange?: (value: string) => void;
  readonly description?: string;
  /** What is wrong and how it should be; `undefined` while it is right. */
  readonly error?: string | undefined;
  readonly placeholder?: string;
  readonly isMono?: boolean;
  readonly isReadOnly?: boolean;
  readonly isDisabled?: boolean;
  readonly isMultiline?: boolean;
  /** The text area of a multi-line field. */
  readonly areaRef?: Ref<HTMLTextAreaElement>;
  readonly autoFocus?: boolean;
  readonly maxLength?: number;
  readonly onBlur?: () => void;
  readonly onKeyDown?: (event: { readonly key: string; preventDefault(): void }) => void;
}

/** A labelled text field; the error takes the description's place and is read with the field. */
export function Field(props: FieldProps) {
  const { label, description, error, placeholder, isMono = false, isMultiline = false } = props;
  const { isReadOnly, isDisabled, autoFocus, maxLength, onBlur, onKeyDown } = props;
  const id = useId();
  const inputClass = cx(styles['input'], isMono && styles['mono']);
  const hint = placeholder === undefined ? {} : { placeholder };
  const message = (validation: ValidationResult) => error ?? validation.validationErrors.join(' ');
  return (
    <TextField
      className={cx(styles['field'])}
      id={id}
      value={props.value}
      isInvalid={error !== undefined}
      {...(props.onChange === undefined ? {} : { onChange: props.onChange })}
      {...(isReadOnly === undefined ? {} : { isReadOnly })}
      {...(isDisabled === undefined ? {} : { isDisabled })}
      {...(autoFocus === undefined ? {} : { autoFocus })}
      {...(maxLength === undefined ? {} : { maxLength })}
      {...(onBlur === undefined ? {} : { onBlur })}
      {...(onKeyDown === undefined ? {} : { onKeyDown })}
    >
      <Label className={cx(styles['label'])}>{label}</Label>
      {isMultiline ? (
        <TextArea className={inputClass} {...hint} ref={props.areaRef ?? null} />
      ) : (
        <Input className={inputClass} {...hint} spellCheck={false} />
      )}
      {description === undefined || error !== undefined ? null : (
        <Text slot="description" className={cx(styles['hint'])}>
          {description}
        </Text>
      )}
      <FieldError className={cx(styles['error'])}>{message}</FieldError>
    </TextField>
  );
}

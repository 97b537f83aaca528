import { Eye, EyeOff } from 'lucide-react';
import { type ClipboardEvent, type KeyboardEvent, type Ref, useId, useState } from 'react';
import { ToggleButton } from 'react-aria-components';
import { useText } from '../i18n/use-text.ts';
import { cx } from './cx.ts';
import fieldStyles from './Field.module.css';
import styles from './PasswordField.module.css';

export interface PasswordFieldProps {
  readonly label: string;
  /** Each change; the field itself is the only place that keeps the value. */
  readonly onChange: (value: string) => void;
  readonly description?: string | undefined;
  /** What is wrong; takes the description's place and is read with the field. */
  readonly error?: string | undefined;
  /** As the device told; `null` when it did not. */
  readonly attemptsLeft?: number | null;
  readonly autoFocus?: boolean;
  readonly isRequired?: boolean;
  /** The label is read but not shown, for a field in a list that has a heading. */
  readonly isLabelHidden?: boolean;
  readonly onBlur?: () => void;
  /** Several lines were pasted: one for this field and one for each after it. */
  readonly onPasteLines?: (lines: readonly string[]) => void;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** A password, hidden until the eye is pressed. It may be pasted and is remembered nowhere. */
export function PasswordField(props: PasswordFieldProps) {
  const { label, onChange, description, error, attemptsLeft = null, onPasteLines } = props;
  const text = useText();
  const id = useId();
  const [isShown, setShown] = useState(false);
  const [hasCaps, setCaps] = useState(false);
  const seeCaps = (event: KeyboardEvent) => setCaps(event.getModifierState('CapsLock'));
  const onPaste = (event: ClipboardEvent) => {
    const lines = event.clipboardData.getData('text/plain').split(/\r?\n/);
    const isList = onPasteLines !== undefined && lines.filter((line) => line !== '').length > 1;
    if (!isList) return;
    event.preventDefault();
    onPasteLines(lines);
  };
  const hints = [
    hasCaps ? text('ui/components/password/capsLock') : null,
    attemptsLeft === null ? null : text('ui/components/password/attempts', { count: attemptsLeft }),
    error === undefined ? (description ?? null) : null,
  ].filter((hint) => hint !== null);
  return (
    <div className={fieldStyles['field']}>
      <label
        htmlFor={id}
        className={props.isLabelHidden === true ? 'visually-hidden' : fieldStyles['label']}
      >
        {label}
      </label>
      <div className={styles['box']}>
        <input
          id={id}
          ref={props.inputRef ?? null}
          className={cx(fieldStyles['input'], fieldStyles['mono'], styles['input'])}
          type={isShown ? 'text' : 'password'}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={128}
          required={props.isRequired ?? false}
          aria-invalid={error !== undefined || undefined}
          data-invalid={error !== undefined || undefined}
          aria-describedby={`${id}-hints`}
          // biome-ignore lint/a11y/noAutofocus: the dialog asks for nothing but this
          autoFocus={props.autoFocus ?? false}
          onChange={(event) => onChange(event.target.value)}
          onKeyUp={seeCaps}
          onKeyDown={seeCaps}
          onPaste={onPaste}
          onBlur={() => {
            setCaps(false);
            props.onBlur?.();
          }}
        />
        <ToggleButton
          className={cx(styles['eye'])}
          isSelected={isShown}
          onChange={setShown}
          aria-label={text('ui/components/password/show')}
        >
          {isShown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
        </ToggleButton>
      </div>
      <div id={`${id}-hints`} className={styles['hints']} aria-live="polite">
        {error === undefined ? null : <span className={fieldStyles['error']}>{error}</span>}
        {hints.map((hint) => (
          <span key={hint} className={fieldStyles['hint']}>
            {hint}
          </span>
        ))}
      </div>
    </div>
  );
}

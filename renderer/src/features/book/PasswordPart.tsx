import { Field } from '../../components/Field.tsx';
import { PasswordField } from '../../components/PasswordField.tsx';
import { PasswordStrength, usePasswordCheck } from '../../components/PasswordStrength.tsx';
import { useText } from '../../i18n/use-text.ts';
import { KeepPassword } from '../vault/KeepPassword.tsx';
import type { SecretField } from '../vault/use-secret-field.ts';
import styles from './book.module.css';

export interface PasswordPartProps {
  readonly userName: string;
  readonly onUserName: (userName: string) => void;
  readonly secret: SecretField;
  readonly isLeftOut: boolean;
  readonly onLeaveOut: (isLeftOut: boolean) => void;
  /** What stands below the field: why it may stay empty. */
  readonly hint: string;
}

/** User and password of the device, how strong it is, and where it will be kept. */
export function PasswordPart(props: PasswordPartProps) {
  const { secret } = props;
  const text = useText();
  const checker = usePasswordCheck();
  return (
    <>
      <div className={styles['fields']}>
        <div className={styles['half']}>
          <Field
            label={text('ui/book/fields/user')}
            value={props.userName}
            onChange={props.onUserName}
            maxLength={64}
          />
        </div>
        <div className={styles['half']}>
          <PasswordField
            label={text('ui/book/fields/password')}
            description={props.hint}
            inputRef={secret.inputRef}
            onChange={(value) => {
              secret.onChange(value);
              checker.check(value);
            }}
          />
        </div>
      </div>
      {secret.isFilled ? (
        <>
          <PasswordStrength result={checker.result} />
          <KeepPassword isLeftOut={props.isLeftOut} onLeaveOut={props.onLeaveOut} />
        </>
      ) : null}
    </>
  );
}

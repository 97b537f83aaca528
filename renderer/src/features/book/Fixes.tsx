import { type ReactNode, useState } from 'react';
import type { BookTest } from '../../../../main/contract/book.ts';
import { Button } from '../../components/Button.tsx';
import { PasswordField } from '../../components/PasswordField.tsx';
import { useText } from '../../i18n/use-text.ts';
import { isOverrideWord, overrideWord } from '../acts/model.ts';
import { Override } from '../acts/Override.tsx';
import { KeptAfterProof } from '../vault/SavedChoice.tsx';
import { UnlockHere } from '../vault/UnlockDialog.tsx';
import { useSecretField } from '../vault/use-secret-field.ts';
import { useVault } from '../vault/use-vault.ts';
import styles from './book.module.css';
import { type Fix, fingerprintText, fixesOf, redirectOf } from './model.ts';
import type { EntryState } from './use-entry.ts';

interface FixProps {
  readonly entry: EntryState;
  readonly test: BookTest;
}

function CertificateFix({ entry, test }: FixProps) {
  const text = useText();
  const { fingerprint } = test.certificate;
  if (fingerprint === null) return null;
  return (
    <div className={styles['fix']}>
      <p>{text('ui/book/fixes/certificate', { fingerprint: fingerprintText(fingerprint) })}</p>
      <Button
        variant="danger"
        isBusy={entry.isBusy}
        onPress={() => entry.editAndTest({ acceptCertificate: fingerprint })}
      >
        {text('ui/book/fixes/certificateDo')}
      </Button>
    </div>
  );
}

function BasicFix({ entry }: FixProps) {
  const text = useText();
  return (
    <div className={styles['fix']}>
      <p>{text('ui/book/fixes/basic')}</p>
      <Button
        variant="danger"
        isBusy={entry.isBusy}
        onPress={() => entry.editAndTest({ isBasicAllowed: true })}
      >
        {text('ui/book/fixes/basicDo')}
      </Button>
    </div>
  );
}

function RedirectFix({ entry, test }: FixProps) {
  const text = useText();
  const edit = redirectOf(test);
  if (edit === null) return null;
  const way = edit.isTls === true ? 'HTTPS' : 'HTTP';
  return (
    <div className={styles['fix']}>
      <Button variant="primary" isBusy={entry.isBusy} onPress={() => entry.editAndTest(edit)}>
        {text('ui/book/fixes/redirectDo', { way, port: edit.httpPort ?? '' })}
      </Button>
    </div>
  );
}

function PasswordFix({ entry, test }: FixProps) {
  const text = useText();
  const { mode } = useVault();
  const secret = useSecretField();
  const send = () => {
    if (secret.isFilled) entry.test({ password: secret.read() });
  };
  return (
    <form
      className={styles['fix']}
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        send();
      }}
    >
      <PasswordField
        label={text('ui/book/fields/password')}
        attemptsLeft={test.attemptsLeft}
        inputRef={secret.inputRef}
        onChange={secret.onChange}
      />
      <KeptAfterProof />
      <div className={styles['line']}>
        <Button
          type="submit"
          isBusy={entry.isBusy}
          whyDisabled={secret.isFilled ? undefined : text('ui/acts/secrets/missing')}
        >
          {text('ui/book/fixes/passwordDo')}
        </Button>
        {mode === 'locked' ? <UnlockHere /> : null}
      </div>
    </form>
  );
}

function OverrideFix({ entry }: FixProps) {
  const text = useText();
  const [typed, setTyped] = useState('');
  return (
    <>
      <Override count={1} value={typed} onChange={setTyped} />
      {isOverrideWord(typed) ? (
        <div>
          <Button
            variant="danger"
            isBusy={entry.isBusy}
            onPress={() => entry.test({ override: overrideWord })}
          >
            {text('ui/book/fixes/overrideDo')}
          </Button>
        </div>
      ) : null}
    </>
  );
}

const parts: Readonly<Record<Fix, (props: FixProps) => ReactNode>> = {
  certificate: CertificateFix,
  basic: BasicFix,
  redirect: RedirectFix,
  password: PasswordFix,
  override: OverrideFix,
};

export interface FixesProps extends FixProps {
  /** The form around has a field for the password itself. */
  readonly hasField: boolean;
}

/** What can be done on the spot about what the test found. */
export function Fixes({ hasField, ...props }: FixesProps) {
  const fixes = fixesOf(props.test).filter((fix) => fix !== 'password' || !hasField);
  return fixes.map((fix) => {
    const Part = parts[fix];
    return <Part key={fix} {...props} />;
  });
}

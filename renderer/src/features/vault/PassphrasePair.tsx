import { useState } from 'react';
import { PasswordField } from '../../components/PasswordField.tsx';
import { useText } from '../../i18n/use-text.ts';
import { minPassphrase, type PassphraseProblem, passphraseProblem } from './model.ts';
import { type SecretField, useSecretField } from './use-secret-field.ts';
import styles from './vault.module.css';

export interface PassphraseDraft {
  readonly first: SecretField;
  readonly second: SecretField;
  readonly problem: PassphraseProblem;
  readonly look: () => void;
}

/** A new passphrase, typed twice; its two values stay in their fields. */
export function usePassphraseDraft(): PassphraseDraft {
  const first = useSecretField();
  const second = useSecretField();
  const [problem, setProblem] = useState<PassphraseProblem>('short');
  const look = () => setProblem(passphraseProblem(first.read(), second.read()));
  return { first, second, problem, look };
}

interface PassphrasePairProps {
  readonly draft: PassphraseDraft;
  readonly label: string;
  readonly autoFocus?: boolean;
}

export function PassphrasePair({ draft, label, autoFocus = false }: PassphrasePairProps) {
  const text = useText();
  const { first, second, problem, look } = draft;
  const [wasLeft, setLeft] = useState(false);
  const differs = problem === 'differs' && wasLeft;
  return (
    <>
      <div className={styles['pair']}>
        <PasswordField
          label={label}
          autoFocus={autoFocus}
          inputRef={first.inputRef}
          onChange={(value) => {
            first.onChange(value);
            look();
          }}
        />
        <PasswordField
          label={text('ui/acts/secrets/repeat', { label })}
          inputRef={second.inputRef}
          error={differs ? text('ui/acts/secrets/differs') : undefined}
          onBlur={() => setLeft(true)}
          onChange={(value) => {
            second.onChange(value);
            look();
          }}
        />
      </div>
      <p className={styles['dim']}>{text('ui/vault/passphraseRule', { count: minPassphrase })}</p>
    </>
  );
}

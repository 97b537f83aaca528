import { useCallback, useEffect, useRef, useState } from 'react';
import type { MethodOutput } from '../../../main/contract/methods.ts';
import { useText } from '../i18n/use-text.ts';
import { useApi } from '../state/app-context.tsx';
import styles from './PasswordField.module.css';
import { Mark } from './StatusMark.tsx';

export type PasswordCheck = MethodOutput<'passwords.check'>;

const restMs = 200;

export interface PasswordChecker {
  /** Asks, once the typing has come to rest. */
  readonly check: (password: string) => void;
  /** `null` while nothing is typed or nothing is known yet. */
  readonly result: PasswordCheck | null;
}

/** Has the core judge a new password; the password itself is not kept here. */
export function usePasswordCheck(): PasswordChecker {
  const api = useApi();
  const [result, setResult] = useState<PasswordCheck | null>(null);
  const timer = useRef<number | null>(null);
  const ticket = useRef(0);
  const stop = useCallback(() => {
    ticket.current += 1;
    if (timer.current !== null) window.clearTimeout(timer.current);
    timer.current = null;
  }, []);
  useEffect(() => stop, [stop]);
  const check = useCallback(
    (password: string) => {
      stop();
      if (password === '') {
        setResult(null);
        return;
      }
      const own = ticket.current;
      timer.current = window.setTimeout(() => {
        api.call('passwords.check', { password, userName: 'admin' }).then(
          (answer) => {
            if (own === ticket.current) setResult(answer);
          },
          // Without an answer nothing is claimed; the device and the core judge again when it is sent.
          () => setResult(null),
        );
      }, restMs);
    },
    [api, stop],
  );
  return { check, result };
}

/** Two lines that are not the same: what the device will take, and what is advised. */
export function PasswordStrength({ result }: { readonly result: PasswordCheck | null }) {
  const text = useText();
  const problems = (result?.problems ?? []).map((code) => text.any(`passwordProblems/${code}`));
  return (
    <div className={styles['strength']} role="status">
      {result === null ? (
        <span className={styles['problems']}>{text('ui/components/password/rule')}</span>
      ) : (
        <>
          <span className={styles['line']}>
            {result.willAccept ? (
              <Mark shape="tick" tone="verified" word={text('ui/components/password/willAccept')} />
            ) : (
              <Mark shape="cross" tone="failed" word={text('ui/components/password/willRefuse')} />
            )}
            {result.willAccept || problems.length === 0 ? null : (
              <span className={styles['problems']}>
                {text('ui/components/password/because', { problems: problems.join('; ') })}
              </span>
            )}
          </span>
          <span className={styles['line']}>
            {result.isRecommended ? (
              <Mark
                shape="tick"
                tone="verified"
                word={text('ui/components/password/recommended')}
              />
            ) : (
              <Mark
                shape="triangle"
                tone="waiting"
                word={text('ui/components/password/notRecommended')}
              />
            )}
            {result.isRecommended || !result.willAccept || problems.length === 0 ? null : (
              <span className={styles['problems']}>
                {text('ui/components/password/because', { problems: problems.join('; ') })}
              </span>
            )}
          </span>
        </>
      )}
    </div>
  );
}

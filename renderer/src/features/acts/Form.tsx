import { type ReactNode, useEffect, useRef } from 'react';
import type { AppErrorShape } from '../../../../main/contract/errors.ts';
import { Button, type ButtonVariant } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useText } from '../../i18n/use-text.ts';
import styles from './acts.module.css';

export interface FormProps {
  readonly children: ReactNode;
  /** The verb with its count: "Unbind 20 devices". */
  readonly verb: string;
  readonly variant?: ButtonVariant;
  /** Why it cannot be pressed yet. */
  readonly whyNot: string | null;
  readonly isBusy: boolean;
  readonly error: AppErrorShape | null;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
}

/** Brought into sight: in a long form it would stand below the edge, and the press would seem to do nothing. */
function SeenError({ error }: { readonly error: AppErrorShape }) {
  const ref = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another error is shown anew
  useEffect(() => {
    // Newer Chromium answers with a promise, which React would call as the cleanup.
    void ref.current?.scrollIntoView({ block: 'nearest' });
  }, [error]);
  return (
    <div ref={ref} className={styles['seen']}>
      <ErrorNotice error={error} />
    </div>
  );
}

/**
 * A form that ends in one act: Enter does it too, and nothing happens before it may. Its dialog may stand
 * over another form: Enter is meant for this one only, and React hands a submit on to whatever rendered it.
 */
export function Form(props: FormProps) {
  const { children, verb, variant = 'primary', whyNot, isBusy, error, onSubmit, onClose } = props;
  const text = useText();
  return (
    <form
      className={styles['form']}
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        if (whyNot === null && !isBusy) onSubmit();
      }}
    >
      {children}
      {error === null ? null : <SeenError error={error} />}
      <div className={styles['buttons']}>
        <Button onPress={onClose}>{text('ui/acts/close')}</Button>
        <Button
          type="submit"
          variant={variant}
          isBusy={isBusy}
          whyDisabled={whyNot === null ? undefined : whyNot}
        >
          {verb}
        </Button>
      </div>
    </form>
  );
}

interface LastButtonProps {
  readonly verb: string;
  readonly onClose: () => void;
}

function LastButton({ verb, onClose }: LastButtonProps) {
  return (
    <div className={styles['buttons']}>
      <Button variant="primary" autoFocus onPress={onClose}>
        {verb}
      </Button>
    </div>
  );
}

/** Where there is nothing to do but to read why. */
export function CloseOnly({ onClose }: Pick<LastButtonProps, 'onClose'>) {
  const text = useText();
  return <LastButton verb={text('ui/acts/close')} onClose={onClose} />;
}

/** After it was done there is nothing to do but to go. */
export function DoneOnly({ onClose }: Pick<LastButtonProps, 'onClose'>) {
  const text = useText();
  return <LastButton verb={text('ui/vault/done')} onClose={onClose} />;
}

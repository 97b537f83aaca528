import { type ReactNode, useEffect, useRef } from 'react';
import type { AppErrorShape } from '../../../../main/contract/errors.ts';
import { Button, type ButtonVariant } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useText } from '../../i18n/use-text.ts';
import styles from './acts.module.css';
import { useGateWait } from './Gate.tsx';

export interface ActFormProps {
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
  useEffect(() => ref.current?.scrollIntoView({ block: 'nearest' }), [error]);
  return (
    <div ref={ref} className={styles['seen']}>
      <ErrorNotice error={error} />
    </div>
  );
}

/** A form that ends in one act: Enter does it too, and nothing happens before it may. */
export function ActForm(props: ActFormProps) {
  const { children, verb, variant = 'primary', isBusy, error } = props;
  const text = useText();
  const wait = useGateWait();
  const whyNot = props.whyNot ?? wait;
  return (
    <form
      className={styles['form']}
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (whyNot === null && !isBusy) props.onSubmit();
      }}
    >
      {children}
      {error === null ? null : <SeenError error={error} />}
      <div className={styles['buttons']}>
        <Button onPress={props.onClose}>{text('ui/acts/close')}</Button>
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

/** Where there is nothing to do but to read why. */
export function CloseOnly({ onClose }: { readonly onClose: () => void }) {
  const text = useText();
  return (
    <div className={styles['buttons']}>
      <Button variant="primary" autoFocus onPress={onClose}>
        {text('ui/acts/close')}
      </Button>
    </div>
  );
}

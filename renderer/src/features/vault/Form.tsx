import type { ReactNode } from 'react';
import type { AppErrorShape } from '../../../../main/contract/errors.ts';
import { Button, type ButtonVariant } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useText } from '../../i18n/use-text.ts';
import acts from '../acts/acts.module.css';

export interface FormProps {
  readonly children: ReactNode;
  readonly verb: string;
  readonly variant?: ButtonVariant;
  readonly whyNot: string | null;
  readonly isBusy: boolean;
  readonly error: AppErrorShape | null;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
}

/**
 * A form inside a dialog that may stand over another form: Enter is meant for this one only, and React
 * hands a submit on to whatever rendered it.
 */
export function Form(props: FormProps) {
  const { children, verb, variant = 'primary', whyNot, isBusy, error, onSubmit, onClose } = props;
  const text = useText();
  return (
    <form
      className={acts['form']}
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        if (whyNot === null && !isBusy) onSubmit();
      }}
    >
      {children}
      {error === null ? null : <ErrorNotice error={error} />}
      <div className={acts['buttons']}>
        <Button onPress={onClose}>{text('ui/vault/close')}</Button>
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

/** After it was done there is nothing to do but to go. */
export function DoneOnly({ onClose }: { readonly onClose: () => void }) {
  const text = useText();
  return (
    <div className={acts['buttons']}>
      <Button variant="primary" autoFocus onPress={onClose}>
        {text('ui/vault/done')}
      </Button>
    </div>
  );
}

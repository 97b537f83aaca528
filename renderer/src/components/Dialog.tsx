import { X } from 'lucide-react';
import { type ReactNode, useCallback, useEffect, useRef } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useText } from '../i18n/use-text.ts';
import { IconButton } from './Button.tsx';
import { cx } from './cx.ts';
import styles from './Dialog.module.css';
import { useScrollFocus } from './use-scroll-focus.ts';

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons, the one that acts last. */
  readonly footer?: ReactNode;
  readonly width?: 'narrow' | 'normal' | 'wide' | 'widest';
  /** `alertdialog` for a question that must be answered; a click outside does not close it. */
  readonly role?: 'dialog' | 'alertdialog';
}

function isText(target: EventTarget): boolean {
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'file'].includes(target.type);
}

interface BodyProps {
  readonly children: ReactNode;
  /** Whether something was typed since the dialog was opened. */
  readonly onTyped: (isTyped: boolean) => void;
}

function Body({ children, onTyped }: BodyProps) {
  const ref = useScrollFocus<HTMLDivElement>();
  useEffect(() => onTyped(false), [onTyped]);
  return (
    <div
      ref={ref}
      className={styles['body']}
      onInput={(event) => {
        if (isText(event.target)) onTyped(true);
      }}
    >
      {children}
    </div>
  );
}

/**
 * Traps focus, closes on Esc and gives focus back to what opened it. A click beside it closes it too, but
 * not once something was typed: thirty passwords must not go with a stray click.
 */
export function Dialog(props: DialogProps) {
  const { title, isOpen, onClose, children, footer, width = 'normal', role = 'dialog' } = props;
  const text = useText();
  const isTyped = useRef(false);
  const onTyped = useCallback((is: boolean) => {
    isTyped.current = is;
  }, []);
  return (
    <ModalOverlay
      className={cx(styles['overlay'])}
      isOpen={isOpen}
      isDismissable={role === 'dialog'}
      shouldCloseOnInteractOutside={() => !isTyped.current}
      onOpenChange={(isNowOpen) => {
        if (!isNowOpen) onClose();
      }}
    >
      <Modal className={cx(styles['modal'], styles[width])}>
        <AriaDialog className={cx(styles['dialog'])} role={role}>
          <div className={styles['head']}>
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <IconButton icon={<X />} label={text('ui/components/close')} onPress={onClose} />
          </div>
          <Body onTyped={onTyped}>{children}</Body>
          {footer === undefined ? null : <div className={styles['foot']}>{footer}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

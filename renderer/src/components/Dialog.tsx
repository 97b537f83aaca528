import { X } from 'lucide-react';
import type { ReactNode } from 'react';
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

function Body({ children }: { readonly children: ReactNode }) {
  const ref = useScrollFocus<HTMLDivElement>();
  return (
    <div ref={ref} className={styles['body']}>
      {children}
    </div>
  );
}

/** Traps focus, closes on Esc and gives focus back to what opened it. */
export function Dialog(props: DialogProps) {
  const { title, isOpen, onClose, children, footer, width = 'normal', role = 'dialog' } = props;
  const text = useText();
  return (
    <ModalOverlay
      className={cx(styles['overlay'])}
      isOpen={isOpen}
      isDismissable={role === 'dialog'}
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
          <Body>{children}</Body>
          {footer === undefined ? null : <div className={styles['foot']}>{footer}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

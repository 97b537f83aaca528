import { Undo2, X } from 'lucide-react';
import { type FocusEvent, useRef, useSyncExternalStore } from 'react';
import { useText } from '../i18n/use-text.ts';
import { Button, IconButton } from './Button.tsx';
import styles from './Notice.module.css';
import {
  dismissToast,
  holdToasts,
  releaseToasts,
  type ToastItem,
  toastStore,
} from './toast-store.ts';

interface ToastProps {
  readonly item: ToastItem;
  /** Gives the focus back to where it was before it came here. */
  readonly onLeave: () => void;
}

function Toast({ item, onLeave }: ToastProps) {
  const text = useText();
  const { action } = item;
  return (
    <li className={styles['toast']}>
      <span className={styles['words']}>{item.text}</span>
      {action === undefined ? null : (
        <Button
          icon={<Undo2 aria-hidden />}
          variant="quiet"
          onPress={() => {
            onLeave();
            dismissToast(item.id);
            action.onAction();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton
        icon={<X aria-hidden />}
        label={text('ui/components/dismiss')}
        onPress={() => {
          onLeave();
          dismissToast(item.id);
        }}
        isSmall
      />
    </li>
  );
}

/** Rendered once by the frame; `showToast` fills it. */
export function ToastRegion() {
  const text = useText();
  const items = useSyncExternalStore(toastStore.subscribe, toastStore.get);
  const before = useRef<HTMLElement | null>(null);
  const onFocus = (event: FocusEvent) => {
    const from = event.relatedTarget;
    const isInside = from instanceof Node && event.currentTarget.contains(from);
    if (!isInside) before.current = from instanceof HTMLElement ? from : null;
    holdToasts();
  };
  return (
    <section
      aria-label={text('ui/components/messages')}
      aria-live="polite"
      onPointerEnter={holdToasts}
      onPointerLeave={releaseToasts}
      onFocus={onFocus}
      onBlur={releaseToasts}
    >
      {items.length === 0 ? null : (
        <ul className={styles['toasts']}>
          {items.map((item) => (
            <Toast key={item.id} item={item} onLeave={() => before.current?.focus()} />
          ))}
        </ul>
      )}
    </section>
  );
}

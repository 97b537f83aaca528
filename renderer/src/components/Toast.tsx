import { Undo2, X } from 'lucide-react';
import { useSyncExternalStore } from 'react';
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

function Toast({ item }: { readonly item: ToastItem }) {
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
        onPress={() => dismissToast(item.id)}
        isSmall
      />
    </li>
  );
}

/** Rendered once by the frame; `showToast` fills it. */
export function ToastRegion() {
  const text = useText();
  const items = useSyncExternalStore(toastStore.subscribe, toastStore.get);
  return (
    <section
      aria-label={text('ui/components/messages')}
      aria-live="polite"
      onPointerEnter={holdToasts}
      onPointerLeave={releaseToasts}
      onFocus={holdToasts}
      onBlur={releaseToasts}
    >
      {items.length === 0 ? null : (
        <ul className={styles['toasts']}>
          {items.map((item) => (
            <Toast key={item.id} item={item} />
          ))}
        </ul>
      )}
    </section>
  );
}

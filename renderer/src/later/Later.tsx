import { RotateCw } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from '../components/Button.tsx';
import { Dialog } from '../components/Dialog.tsx';
import { guideReader } from '../components/guide-reader.ts';
import { useDevices } from '../features/devices/devices-state.tsx';
import { useText } from '../i18n/use-text.ts';
import { useAnnounce, useStore } from '../state/app-context.tsx';
import { catchLostFocus } from '../zones.ts';
import styles from './Later.module.css';
import type { LaterPart } from './part.ts';
import { dialogs } from './parts.ts';

/** What comes within this time is neither shown nor said to be loading. */
const sayAfterMs = 400;

function Waiting({ className }: { readonly className: string | undefined }) {
  const text = useText();
  const announce = useAnnounce();
  useEffect(() => {
    const timer = window.setTimeout(() => announce(text('ui/components/loading')), sayAfterMs);
    return () => window.clearTimeout(timer);
  }, [announce, text]);
  return <p className={className}>{text('ui/components/loading')}</p>;
}

export interface LaterProps<M> {
  readonly part: LaterPart<M>;
  readonly children: (module: M) => ReactNode;
}

/** A place whose content is in a file of its own: says that it loads, or that it could not and what to do. */
export function Later<M>({ part, children }: LaterProps<M>) {
  const text = useText();
  const state = useStore(part);
  useEffect(() => part.load(), [part]);
  if (state.kind === 'ready') return children(state.module);
  if (state.kind === 'waiting') return <Waiting className={styles['waiting']} />;
  return (
    <div className={styles['failed']} role="alert">
      <p>{text('ui/components/notLoaded')}</p>
      <Button icon={<RotateCw aria-hidden />} onPress={() => part.load()}>
        {text('ui/components/retry')}
      </Button>
    </div>
  );
}

/** A dialog that followed another forgets who opened the first, and what opened it may be gone. */
function useFocusAfter(isOpen: boolean): void {
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    // Twice, because giving the focus back takes a frame itself.
    if (wasOpen.current && !isOpen) {
      requestAnimationFrame(() => requestAnimationFrame(catchLostFocus));
    }
    wasOpen.current = isOpen;
  }, [isOpen]);
}

/**
 * The dialogs. While their file is on its way the focus stays where it is, so that the dialog gives it
 * back to what opened it.
 */
export function LaterDialogs() {
  const text = useText();
  const { dialog } = useDevices();
  const isDialogOpen = useStore(dialog) !== null;
  const isGuideOpen = useStore(guideReader) !== null;
  const isWanted = isDialogOpen || isGuideOpen;
  const state = useStore(dialogs);
  useFocusAfter(isWanted);
  useEffect(() => {
    if (isWanted) dialogs.load();
  }, [isWanted]);
  if (state.kind === 'ready') return <state.module.AllDialogs />;
  if (!isWanted) return null;
  if (state.kind === 'waiting') return <Waiting className={styles['over']} />;
  const close = () => {
    dialog.set(null);
    guideReader.set(null);
  };
  return (
    <Dialog
      title={text('ui/components/notLoadedTitle')}
      isOpen
      onClose={close}
      width="narrow"
      role="alertdialog"
      footer={
        <>
          <Button onPress={close}>{text('ui/components/close')}</Button>
          <Button variant="primary" autoFocus onPress={() => dialogs.load()}>
            {text('ui/components/retry')}
          </Button>
        </>
      }
    >
      <p>{text('ui/components/notLoaded')}</p>
    </Dialog>
  );
}

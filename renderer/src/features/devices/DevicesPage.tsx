import { type ReactNode, useCallback, useEffect, useMemo, useRef } from 'react';
import type { DeviceId } from '../../../../main/contract/device.ts';
import { useText } from '../../i18n/use-text.ts';
import { useSession, useStore } from '../../state/app-context.tsx';
import { DetailPane } from '../detail/DetailPane.tsx';
import { ViewBar } from './bar/ViewBar.tsx';
import { useDevices } from './devices-state.tsx';
import { EmptyState, NoMatch } from './EmptyState.tsx';
import styles from './page.module.css';
import { RowMenu } from './RowMenu.tsx';
import { DeviceTable } from './table/DeviceTable.tsx';
import { usePane } from './use-pane.ts';

const sayAfterMs = 1200;

/** "12 devices found", once the number has come to rest. */
function useSayFound(): void {
  const { announcer } = useSession();
  const { view } = useDevices();
  const text = useText();
  const { all } = useStore(view.counts);
  const said = useRef(0);
  useEffect(() => {
    if (all <= said.current) {
      said.current = all;
      return;
    }
    const timer = window.setTimeout(() => {
      said.current = all;
      announcer.say(text('ui/devices/found', { count: all }));
    }, sayAfterMs);
    return () => window.clearTimeout(timer);
  }, [all, announcer, text]);
}

function useSaySelection(): void {
  const { announcer } = useSession();
  const { selection } = useDevices();
  const text = useText();
  useEffect(
    () =>
      selection.subscribe(() => {
        announcer.say(text('ui/devices/selectionSaid', { count: selection.get().size }));
      }),
    [announcer, selection, text],
  );
}

/** What the pane shows: the selection in the table's order, else the row the keyboard stands on. */
function usePaneIds(): readonly DeviceId[] {
  const { selection, cursor, view } = useDevices();
  const chosen = useStore(selection);
  const place = useStore(cursor);
  return useMemo(() => {
    if (chosen.size === 0) return place.id === null ? [] : [place.id];
    const { ids } = view.order.get();
    const shown = chosen.size > 1 ? ids.filter((id) => chosen.has(id)) : [];
    const inOrder = new Set(shown);
    return [...shown, ...[...chosen].filter((id) => !inOrder.has(id))];
  }, [chosen, place, view]);
}

function Pane() {
  const { dialog } = useDevices();
  const { setOpen } = usePane();
  const text = useText();
  const ids = usePaneIds();
  const onClose = useCallback(() => {
    setOpen(false);
    document.getElementById('device-grid')?.focus();
  }, [setOpen]);
  const onRename = useCallback((id: DeviceId) => dialog.set({ kind: 'rename', id }), [dialog]);
  return (
    <aside className={styles['pane']} data-zone="pane" aria-label={text('ui/app/zones/pane')}>
      <DetailPane ids={ids} onClose={onClose} onRename={onRename} />
    </aside>
  );
}

function focusPane(): void {
  const pane = document.querySelector<HTMLElement>('[data-zone="pane"]');
  pane?.querySelector<HTMLElement>('[role="tab"], button, input, a[href]')?.focus();
}

/** Opens the pane and puts the keyboard into it. */
function useOpenPane(): () => void {
  const { isOpen, setOpen } = usePane();
  const isWanted = useRef(false);
  useEffect(() => {
    if (isOpen && isWanted.current) requestAnimationFrame(focusPane);
    isWanted.current = false;
  }, [isOpen]);
  return useCallback(() => {
    if (isOpen) {
      focusPane();
    } else {
      isWanted.current = true;
      setOpen(true);
    }
  }, [isOpen, setOpen]);
}

interface DevicesPageProps {
  readonly onDoctor: () => void;
  /** Stands below the table and beside the pane. */
  readonly below: ReactNode;
}

/** The list of devices with its bar and its pane. */
export function DevicesPage({ onDoctor, below }: DevicesPageProps) {
  const { hasLoaded } = useSession();
  const { view } = useDevices();
  const { isOpen } = usePane();
  const text = useText();
  const isLoaded = useStore(hasLoaded);
  const counts = useStore(view.counts);
  const order = useStore(view.order);
  const openPane = useOpenPane();
  useSayFound();
  useSaySelection();
  if (!isLoaded) {
    return (
      <main className={styles['page']} data-zone="main" aria-label={text('ui/app/pages/devices')}>
        <p className={styles['loading']}>{text('ui/app/loading')}</p>
      </main>
    );
  }
  const hasRows = counts.all + counts.removed > 0;
  return (
    <>
      <div className={styles['column']}>
        <main className={styles['page']} data-zone="main" aria-label={text('ui/app/pages/devices')}>
          {hasRows ? <h1 className="visually-hidden">{text('ui/devices/title')}</h1> : null}
          {hasRows ? <ViewBar /> : null}
          {hasRows ? <DeviceTable onOpen={openPane} /> : <EmptyState onDoctor={onDoctor} />}
          {hasRows && order.ids.length === 0 ? <NoMatch /> : null}
          <RowMenu />
        </main>
        {below}
      </div>
      {isOpen && hasRows ? <Pane /> : null}
    </>
  );
}

import { createContext, type ReactNode, useContext, useEffect } from 'react';
import type { DeviceId, DeviceRow } from '../../../../main/contract/device.ts';
import { useText } from '../../i18n/use-text.ts';
import { whenIdle } from '../../idle.ts';
import type { Session } from '../../state/session.ts';
import { createValueStore, type ValueStore } from '../../state/value-store.ts';
import type { AccessDialog } from '../access/access-dialog.ts';
import type { ActDialog } from '../acts/act-dialog.ts';
import type { BookDialog } from '../book/book-dialog.ts';
import type { CaseDialog } from '../cases/case-dialog.ts';
import type { DetailTab } from '../detail/OneDevice.tsx';
import type { NetworkDialog } from '../network-edit/network-dialog.ts';
import type { ReportDialog } from '../reports/report-dialog.ts';
import type { VaultDialog } from '../vault/vault-dialog.ts';
import { followRemovedRows, type RemovedRows } from './removed-rows.ts';
import { createSelectionStore, type SelectionStore } from './selection-store.ts';
import { createViewStore, type ViewStore } from './view-store.ts';

/** Where the keyboard stands. `id` is `null` on the header; column 0 is the tick box. */
export interface Cursor {
  readonly id: DeviceId | null;
  readonly column: number;
}

/** What stands over the page; one at a time. */
export type OpenDialog =
  | { readonly kind: 'remove'; readonly ids: readonly DeviceId[] }
  | { readonly kind: 'rename'; readonly id: DeviceId }
  | { readonly kind: 'web-address'; readonly address: string }
  | { readonly kind: 'columns' }
  | { readonly kind: 'filter' }
  | { readonly kind: 'sweep' }
  | { readonly kind: 'export' }
  | { readonly kind: 'about' }
  | ActDialog
  | AccessDialog
  | BookDialog
  | VaultDialog
  | CaseDialog
  | ReportDialog
  | NetworkDialog;

export interface MenuPlace {
  readonly x: number;
  readonly y: number;
}

export interface DevicesState {
  readonly selection: SelectionStore;
  readonly view: ViewStore;
  readonly cursor: ValueStore<Cursor>;
  readonly dialog: ValueStore<OpenDialog | null>;
  readonly menuAt: ValueStore<MenuPlace | null>;
  /** The pane lies over the table of a narrow window. */
  readonly overlayPane: ValueStore<boolean>;
  /** The pane's tab, kept while the pane is closed or another page is open. */
  readonly tab: ValueStore<DetailTab>;
  readonly removedRows: RemovedRows;
}

/** When the cursor's row leaves, the cursor stays where it was: on the row that took its place. */
function keepCursor(view: ViewStore, cursor: ValueStore<Cursor>): void {
  let before = view.order.get();
  view.order.subscribe(() => {
    const after = view.order.get();
    const { id, column } = cursor.get();
    if (id !== null && !after.entries.has(id)) {
      const place = Math.min(before.ids.indexOf(id), after.ids.length - 1);
      cursor.set({ id: after.ids[place] ?? null, column });
    }
    before = after;
  });
}

/** Another site, chosen here or in another window: nothing of the one before stays chosen or open. */
function leaveWithSite(session: Session, leave: () => void): void {
  let before = session.site.get().id;
  session.site.subscribe(() => {
    const { id } = session.site.get();
    if (id === before) return;
    const wasFirst = before === '';
    before = id;
    if (!wasFirst) leave();
  });
}

/** Made once beside the session; both live as long as the page. */
export function createDevicesState(session: Session): DevicesState {
  const view = createViewStore({
    fleet: session.fleet,
    now: () => Date.now(),
    setTimer: (run, ms) => window.setTimeout(run, ms),
  });
  const selection = createSelectionStore();
  const removedRows = followRemovedRows(session);
  const dialog = createValueStore<OpenDialog | null>(null);
  const menuAt = createValueStore<MenuPlace | null>(null);
  const followBusy = () => view.hold.setBusy(dialog.get() !== null || menuAt.get() !== null);
  const cursor = createValueStore<Cursor>({ id: null, column: 1 });
  const followSort = () => view.setSort(session.layout.get().sort);
  followSort();
  let sort = session.layout.get().sort;
  keepCursor(view, cursor);
  dialog.subscribe(followBusy);
  menuAt.subscribe(followBusy);
  selection.subscribe(() => view.hold.setSelecting(selection.get().size > 0));
  session.fleet.subscribe((change) => {
    if (change.kind === 'changed' && change.removed.length === 0) return;
    selection.keep((id) => session.fleet.row(id) !== undefined);
  });
  leaveWithSite(session, () => {
    selection.clear();
    cursor.set({ id: null, column: 1 });
    menuAt.set(null);
    if (session.place.get().caseId !== undefined) session.place.set({ page: 'cases' });
  });
  session.layout.subscribe(() => {
    if (session.layout.get().sort === sort) return;
    sort = session.layout.get().sort;
    followSort();
  });
  return {
    selection,
    view,
    dialog,
    menuAt,
    cursor,
    overlayPane: createValueStore(false),
    tab: createValueStore<DetailTab>('network'),
    removedRows,
  };
}

const warmEveryMs = 3000;

/** In idle moments, so that the first key in the filter field is as quick as the second. */
function keepWarm(view: ViewStore): () => void {
  let forget = (): void => undefined;
  const run = (leftMs: () => number): void => {
    if (view.warm(() => leftMs() > 1)) forget = whenIdle(run);
  };
  const timer = window.setInterval(() => {
    forget();
    forget = whenIdle(run);
  }, warmEveryMs);
  return () => {
    window.clearInterval(timer);
    forget();
  };
}

const Context = createContext<DevicesState | null>(null);

interface DevicesProviderProps {
  readonly state: DevicesState;
  readonly children: ReactNode;
}

export function DevicesProvider({ state, children }: DevicesProviderProps) {
  const text = useText();
  useEffect(() => {
    state.view.setWords((row: DeviceRow) =>
      [
        text(`presence/${row.presence}`),
        text(`kinds/${row.kind}`),
        text(`vendors/${row.vendor}`),
        row.login === null ? '' : text(`ui/book/login/${row.login}`),
        row.health === null ? '' : text(`health/levels/${row.health}`),
        ...row.flags.map((flag) =>
          // The only one with a number in it; words alone are had much faster.
          flag === 'duplicate-address'
            ? text(`flags/${flag}`, { devices: row.sameAddress })
            : text(`flags/${flag}`),
        ),
      ].join('\n'),
    );
  }, [state, text]);
  useEffect(() => keepWarm(state.view), [state]);
  return <Context value={state}>{children}</Context>;
}

export function useDevices(): DevicesState {
  const state = useContext(Context);
  if (state === null) throw new Error('useDevices outside of DevicesProvider');
  return state;
}

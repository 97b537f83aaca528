import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react';
import type { DeviceId, DeviceRow } from '../../../../main/contract/device.ts';
import { useText } from '../../i18n/use-text.ts';
import { useSession } from '../../state/app-context.tsx';
import type { Session } from '../../state/session.ts';
import { createValueStore, type ValueStore } from '../../state/value-store.ts';
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
  | { readonly kind: 'help' }
  | { readonly kind: 'about' };

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
}

/** When the cursor's row leaves, the cursor stays where it was: on the row that took its place. */
function keepCursor(view: ViewStore, cursor: ValueStore<Cursor>): () => void {
  let before = view.order.get();
  return view.order.subscribe(() => {
    const after = view.order.get();
    const { id, column } = cursor.get();
    if (id !== null && !after.entries.has(id)) {
      const place = Math.min(before.ids.indexOf(id), after.ids.length - 1);
      cursor.set({ id: after.ids[place] ?? null, column });
    }
    before = after;
  });
}

function createDevicesState(session: Session): DevicesState & { readonly stop: () => void } {
  const view = createViewStore({
    fleet: session.fleet,
    now: () => Date.now(),
    setTimer: (run, ms) => window.setTimeout(run, ms),
  });
  const selection = createSelectionStore();
  const dialog = createValueStore<OpenDialog | null>(null);
  const menuAt = createValueStore<MenuPlace | null>(null);
  const followBusy = () => view.hold.setBusy(dialog.get() !== null || menuAt.get() !== null);
  const cursor = createValueStore<Cursor>({ id: null, column: 1 });
  const followSort = () => view.setSort(session.layout.get().sort);
  followSort();
  let sort = session.layout.get().sort;
  const stops = [
    view.stop,
    keepCursor(view, cursor),
    dialog.subscribe(followBusy),
    menuAt.subscribe(followBusy),
    selection.subscribe(() => view.hold.setSelecting(selection.get().size > 0)),
    session.fleet.subscribe((change) => {
      if (change.kind === 'changed' && change.removed.length === 0) return;
      selection.keep((id) => session.fleet.row(id) !== undefined);
    }),
    session.layout.subscribe(() => {
      if (session.layout.get().sort === sort) return;
      sort = session.layout.get().sort;
      followSort();
    }),
  ];
  return {
    selection,
    view,
    dialog,
    menuAt,
    cursor,
    overlayPane: createValueStore(false),
    stop() {
      for (const stop of stops) stop();
    },
  };
}

const warmEveryMs = 3000;

/** In idle moments, so that the first key in the filter field is as quick as the second. */
function keepWarm(view: ViewStore): () => void {
  let idle = 0;
  const run = (deadline: IdleDeadline) => {
    if (view.warm(() => deadline.timeRemaining() > 1)) idle = requestIdleCallback(run);
  };
  const timer = window.setInterval(() => {
    cancelIdleCallback(idle);
    idle = requestIdleCallback(run);
  }, warmEveryMs);
  return () => {
    window.clearInterval(timer);
    cancelIdleCallback(idle);
  };
}

const Context = createContext<DevicesState | null>(null);

export function DevicesProvider({ children }: { readonly children: ReactNode }) {
  const session = useSession();
  const text = useText();
  const state = useMemo(() => createDevicesState(session), [session]);
  useEffect(() => {
    state.view.setWords((row: DeviceRow) =>
      [
        text(`presence/${row.presence}`),
        text(`kinds/${row.kind}`),
        text(`vendors/${row.vendor}`),
        ...row.flags.map((flag) => text(`flags/${flag}`, { devices: row.sameAddress })),
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

import { useMemo } from 'react';
import { columns } from '../../../../main/contract/columns.ts';
import type { DeviceId, DeviceRow } from '../../../../main/contract/device.ts';
import { copyText } from '../../components/copy-text.ts';
import { showToast } from '../../components/toast-store.ts';
import { type TextLookup, useText } from '../../i18n/use-text.ts';
import { useSession } from '../../state/app-context.tsx';
import type { Session } from '../../state/session.ts';
import { addFound, forgetEntries } from '../book/effects.ts';
import { showJob } from '../jobs/use-jobs.ts';
import { editStoreOf } from '../network-edit/edit-store.ts';
import type { ActionContext, ActionEffects } from './action.ts';
import { type DevicesState, useDevices } from './devices-state.tsx';
import { placeColumns } from './model/columns.ts';
import { rowForSupport, rowsAsTsv } from './model/copy.ts';
import { tellError } from './tell-error.ts';
import { useTellDone } from './use-undo.ts';

/** How long devices get to answer before "12 devices found" is said. */
const answerMs = 3000;

/** What is selected and where the cursor stands, read at the moment of the call. */
export function readContext(session: Session, devices: DevicesState): ActionContext {
  const { id, column } = devices.cursor.get();
  const atCursor = id === null ? undefined : session.fleet.row(id);
  const chosen = devices.selection.get();
  const spec = placeColumns(session.layout.get())[column - 1]?.spec;
  return {
    // In the order of the table, so that what is copied reads like what is seen.
    targets: chosen.size > 0 ? selectedRows(session, devices) : atCursor ? [atCursor] : [],
    cell: atCursor && spec ? { row: atCursor, spec } : null,
    isLive: session.isLive.get(),
  };
}

function selectedRows(session: Session, devices: DevicesState): DeviceRow[] {
  const chosen = devices.selection.get();
  const shown = devices.view.order.get();
  const inOrder = shown.ids.filter((id) => chosen.has(id));
  const hidden = [...chosen].filter((id) => !shown.entries.has(id));
  return [...inOrder, ...hidden].flatMap((id) => session.fleet.row(id) ?? []);
}

async function copyAndTell(value: string, done: string, text: TextLookup): Promise<void> {
  const isCopied = await copyText(value);
  showToast({ text: isCopied ? done : text('ui/devices/copyFailed'), durationMs: 3000 });
}

function sayFound(session: Session, text: TextLookup, known: ReadonlySet<DeviceId>): void {
  const rows = [...session.fleet.rows()].filter((row) => row.removedAt === null);
  const fresh = rows.filter((row) => !known.has(row.id)).length;
  const count = rows.length;
  session.announcer.say(
    fresh === 0
      ? text('ui/devices/found', { count })
      : text('ui/devices/newFound', { count, fresh }),
  );
}

async function refresh(session: Session, text: TextLookup): Promise<void> {
  const known = new Set([...session.fleet.rows()].map((row) => row.id));
  session.announcer.say(text('ui/devices/refreshing'));
  try {
    session.status.set(await session.client.call('discovery.probe', {}));
    window.setTimeout(() => sayFound(session, text, known), answerMs);
  } catch (thrown) {
    tellError(text, thrown);
  }
}

export async function restoreRows(
  session: Session,
  text: TextLookup,
  ids: readonly DeviceId[],
): Promise<void> {
  try {
    await session.client.call('devices.restore', { ids: [...ids] });
    showToast({ text: text('ui/devices/remove/restored', { count: ids.length }) });
  } catch (thrown) {
    tellError(text, thrown);
  }
}

async function locate(session: Session, text: TextLookup, ids: readonly DeviceId[]): Promise<void> {
  try {
    showJob(session.jobs, await session.client.call('devices.locate', { ids: [...ids] }));
  } catch (thrown) {
    tellError(text, thrown);
  }
}

function openInBrowser(url: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.target = '_blank';
  link.rel = 'noreferrer';
  link.click();
}

function copyEffects(session: Session, text: TextLookup) {
  const heading = (spec: (typeof columns)[number]) => text(`columns/${spec.id}`);
  return {
    copyRows(rows) {
      const specs = placeColumns(session.layout.get()).map(({ spec }) => spec);
      const done = text('ui/devices/copied', { count: rows.length });
      void copyAndTell(rowsAsTsv(rows, specs, heading), done, text);
    },
    copyCell(row, spec) {
      const value = rowsAsTsv([row], [spec], heading).split('\r\n')[1] ?? '';
      void copyAndTell(value, text('ui/devices/copiedCell', { value }), text);
    },
    copySupport(rows) {
      const value = rows.map((row) => rowForSupport(row, columns, heading)).join('\n\n');
      const done = text('ui/devices/copiedSupport', { count: rows.length });
      void copyAndTell(value, done, text);
    },
  } satisfies Partial<ActionEffects>;
}

/** The effects behind the action table, bound to this page. */
export function useActionEffects(): ActionEffects {
  const session = useSession();
  const devices = useDevices();
  const text = useText();
  const tellDone = useTellDone();
  return useMemo(
    () => ({
      ...copyEffects(session, text),
      addToBook: (ids) => void addFound({ session, text, tellDone }, ids),
      forgetEntries: (ids) => void forgetEntries({ session, text, tellDone }, ids),
      refresh: () => void refresh(session, text),
      open: (dialog) => devices.dialog.set(dialog),
      editNetwork(id) {
        editStoreOf(session).wanted.set({ id });
        if (!session.settings.get().isPaneOpen) void session.changeSettings({ isPaneOpen: true });
      },
      openWebPage(url) {
        // Electron opens no windows: the address is shown to be copied instead.
        if (session.host === 'web') openInBrowser(url);
        else devices.dialog.set({ kind: 'web-address', address: url });
      },
      restore: (ids) => void restoreRows(session, text, ids),
      locate: (ids) => void locate(session, text, ids),
      showGroup(row) {
        if (row.ipv4Address === null) return;
        devices.view.setFilter({
          search: '',
          terms: [
            { column: 'state', op: 'is', value: 'duplicate-address' },
            { column: 'ipv4Address', op: 'is', value: row.ipv4Address },
          ],
        });
      },
    }),
    [session, devices, text, tellDone],
  );
}

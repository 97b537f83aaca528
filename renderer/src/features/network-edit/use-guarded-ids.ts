import { useState } from 'react';
import type { DeviceId } from '../../../../main/contract/device.ts';
import { useSession, useStore } from '../../state/app-context.tsx';
import { useDevices } from '../devices/devices-state.tsx';
import { editStoreOf } from './edit-store.ts';
import { valuesOf } from './model/fields.ts';
import { changedFields } from './model/form.ts';

export interface GuardedIds {
  /** What the pane shows: the device with unsent changes as long as the question stands. */
  readonly ids: readonly DeviceId[];
  /** The device whose changes would be lost; `null` while nothing is asked. */
  readonly asking: DeviceId | null;
  readonly keep: () => void;
  readonly discard: () => void;
}

function isSame(a: readonly DeviceId[], b: readonly DeviceId[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index]);
}

/** Holds the pane on a device with unsent changes when the selection moves on, until it is answered. */
export function useGuardedIds(wanted: readonly DeviceId[]): GuardedIds {
  const session = useSession();
  const devices = useDevices();
  const store = editStoreOf(session);
  const drafts = useStore(store.drafts);
  const [shown, setShown] = useState(wanted);
  const only = shown.length === 1 ? shown[0] : undefined;
  const draft = only === undefined ? undefined : drafts.get(only);
  const row = only === undefined ? undefined : session.fleet.row(only);
  const isUnsent =
    draft !== undefined &&
    !draft.isSent &&
    row !== undefined &&
    changedFields(valuesOf(row), draft.typed).length > 0;
  const isLeaving = !isSame(shown, wanted);
  const asking = isUnsent && isLeaving ? (only ?? null) : null;
  if (isLeaving && asking === null) setShown(wanted);
  return {
    ids: asking === null ? wanted : shown,
    asking,
    keep() {
      if (asking === null) return;
      if (devices.selection.get().size > 0) devices.selection.set([asking]);
      devices.cursor.set({ ...devices.cursor.get(), id: asking });
      // Back to the typing, not to the row that was about to be left.
      store.wanted.set({ id: asking });
    },
    discard() {
      if (asking !== null) store.drop(asking);
    },
  };
}

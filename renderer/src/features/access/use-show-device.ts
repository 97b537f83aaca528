import { useCallback } from 'react';
import type { DeviceId } from '../../../../main/contract/device.ts';
import { useSession } from '../../state/app-context.tsx';
import { useDevices } from '../devices/devices-state.tsx';

/** Closes what is open and leads to a device's row, even if the filter hid it. */
export function useShowDevice(): (id: DeviceId) => void {
  const session = useSession();
  const devices = useDevices();
  return useCallback(
    (id) => {
      devices.dialog.set(null);
      session.place.set({ page: 'devices' });
      if (!devices.view.order.get().entries.has(id))
        devices.view.setFilter({ search: '', terms: [] });
      devices.selection.only(id);
      devices.cursor.set({ id, column: 1 });
    },
    [session, devices],
  );
}

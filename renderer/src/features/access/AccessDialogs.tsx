import { useStore } from '../../state/app-context.tsx';
import { useDevices } from '../devices/devices-state.tsx';

/** The dialog of this feature that is open, if one is. */
export function AccessDialogs() {
  const { dialog } = useDevices();
  const open = useStore(dialog);
  switch (open?.kind) {
    default:
      return null;
  }
}

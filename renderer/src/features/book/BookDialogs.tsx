import { useStore } from '../../state/app-context.tsx';
import { useDevices } from '../devices/devices-state.tsx';
import { AddDeviceDialog } from './AddDeviceDialog.tsx';
import { EditEntryDialog } from './EditEntryDialog.tsx';
import { ImportDialog } from './ImportDialog.tsx';
import { SetTypeDialog } from './SetTypeDialog.tsx';

/** The dialog of this feature that is open, if one is. */
export function BookDialogs() {
  const { dialog } = useDevices();
  const open = useStore(dialog);
  const onClose = () => dialog.set(null);
  switch (open?.kind) {
    case 'add-device':
      return <AddDeviceDialog onClose={onClose} />;
    case 'edit-entry':
      return (
        <EditEntryDialog
          key={open.id}
          id={open.id}
          isTested={open.isTested ?? false}
          onClose={onClose}
        />
      );
    case 'import-devices':
      return <ImportDialog onClose={onClose} />;
    case 'set-type':
      return <SetTypeDialog ids={open.ids} onClose={onClose} />;
    default:
      return null;
  }
}

import { useStore } from '../../state/app-context.tsx';
import { useDevices } from '../devices/devices-state.tsx';
import { GroupDialog } from './GroupDialog.tsx';
import { MakeVaultDialog } from './MakeVaultDialog.tsx';
import { SaveLoginDialog } from './SaveLoginDialog.tsx';
import { UnlockDialog } from './UnlockDialog.tsx';

/** The dialog of this feature that is open, if one is. */
export function VaultDialogs() {
  const { dialog } = useDevices();
  const open = useStore(dialog);
  const onClose = () => dialog.set(null);
  switch (open?.kind) {
    case 'vault-unlock':
      return <UnlockDialog onClose={onClose} />;
    case 'vault-make':
      return <MakeVaultDialog onClose={onClose} />;
    case 'vault-save':
      return <SaveLoginDialog id={open.id} onClose={onClose} />;
    case 'vault-group':
      return <GroupDialog ids={open.ids} onClose={onClose} />;
    default:
      return null;
  }
}

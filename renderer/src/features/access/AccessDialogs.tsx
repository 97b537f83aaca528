import { useStore } from '../../state/app-context.tsx';
import { useDevices } from '../devices/devices-state.tsx';
import { BackupDialog } from './BackupDialog.tsx';
import { ChannelEditDialog } from './ChannelEditDialog.tsx';
import { ChannelMapDialog } from './ChannelMapDialog.tsx';
import { ChannelRemoveDialog } from './ChannelRemoveDialog.tsx';
import { ChannelsDialog } from './ChannelsDialog.tsx';
import { PasswordDialog } from './PasswordDialog.tsx';
import { QrDialog } from './QrDialog.tsx';
import { QrReadDialog } from './QrReadDialog.tsx';
import { ReadDialog } from './ReadDialog.tsx';
import { RebootDialog } from './RebootDialog.tsx';
import { ResetDialog } from './ResetDialog.tsx';
import { RestoreBackupDialog } from './RestoreBackupDialog.tsx';

/** The dialog of this feature that is open, if one is. */
export function AccessDialogs() {
  const { dialog } = useDevices();
  const open = useStore(dialog);
  const onClose = () => dialog.set(null);
  switch (open?.kind) {
    case 'read-login':
      return <ReadDialog ids={open.ids} what={open.what} onClose={onClose} />;
    case 'set-password':
      return <PasswordDialog ids={open.ids} onClose={onClose} />;
    case 'reboot':
      return <RebootDialog ids={open.ids} onClose={onClose} />;
    case 'reset-device':
      return <ResetDialog id={open.id} onClose={onClose} />;
    case 'backup':
      return <BackupDialog id={open.id} onClose={onClose} />;
    case 'restore-backup':
      return <RestoreBackupDialog id={open.id} onClose={onClose} />;
    case 'channels':
      return <ChannelsDialog id={open.id} onClose={onClose} />;
    case 'channel-map':
      return <ChannelMapDialog id={open.id} channel={open.channel} />;
    case 'channel-edit':
      return <ChannelEditDialog {...open} onClose={onClose} />;
    case 'channel-remove':
      return <ChannelRemoveDialog {...open} onClose={onClose} />;
    case 'qr':
      return <QrDialog ids={open.ids} onClose={onClose} />;
    case 'qr-read':
      return <QrReadDialog onClose={onClose} />;
    default:
      return null;
  }
}

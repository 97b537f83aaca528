import { useStore } from '../../state/app-context.tsx';
import { useDevices } from '../devices/devices-state.tsx';
import { ActivateDialog } from './ActivateDialog.tsx';
import { CloudDialog } from './CloudDialog.tsx';
import { CodeDialog } from './CodeDialog.tsx';
import { ResumeDialog, UndoDialog } from './JobSecretsDialogs.tsx';
import { PanelDialog } from './PanelDialog.tsx';
import { RestoreDialog } from './RestoreDialog.tsx';
import { UnbindDialog } from './UnbindDialog.tsx';

/** The dialog that changes devices, if one is open. */
export function ActDialogs() {
  const { dialog } = useDevices();
  const open = useStore(dialog);
  const onClose = () => dialog.set(null);
  switch (open?.kind) {
    case 'unbind':
      return <UnbindDialog ids={open.ids} onClose={onClose} />;
    case 'unbind-panel':
      return <PanelDialog id={open.id} onClose={onClose} />;
    case 'activate':
      return <ActivateDialog ids={open.ids} onClose={onClose} />;
    case 'cloud':
      return <CloudDialog ids={open.ids} onClose={onClose} />;
    case 'verification-code':
      return <CodeDialog id={open.id} onClose={onClose} />;
    case 'restore-inactive':
      return <RestoreDialog id={open.id} onClose={onClose} />;
    case 'resume-job':
      return <ResumeDialog jobId={open.jobId} onClose={onClose} />;
    case 'undo-job':
      return <UndoDialog jobId={open.jobId} onClose={onClose} />;
    default:
      return null;
  }
}

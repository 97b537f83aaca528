import { useStore } from '../../state/app-context.tsx';
import { useDevices } from '../devices/devices-state.tsx';
import { ApplyDialog } from './ApplyDialog.tsx';
import { ChooserDialog } from './ChooserDialog.tsx';
import { CloseCaseDialog } from './CloseCaseDialog.tsx';
import { Ladder } from './ladder/Ladder.tsx';
import { OpenCaseDialog } from './OpenCaseDialog.tsx';
import { OwnerMessageDialog } from './OwnerMessageDialog.tsx';
import { ResetCardDialog } from './ResetCardDialog.tsx';

/** The dialog of this feature that is open, if one is. */
export function CaseDialogs() {
  const { dialog } = useDevices();
  const open = useStore(dialog);
  const onClose = () => dialog.set(null);
  switch (open?.kind) {
    case 'open-case':
      return <OpenCaseDialog id={open.id} caseKind={open.caseKind} onClose={onClose} />;
    case 'close-case':
      return <CloseCaseDialog caseId={open.caseId} onClose={onClose} />;
    case 'apply-answer':
      return <ApplyDialog caseId={open.caseId} onClose={onClose} />;
    case 'chooser':
      return <ChooserDialog id={open.id} onClose={onClose} />;
    case 'ladder':
      return <Ladder caseId={open.caseId} onLeave={onClose} />;
    case 'owner-message':
      return (
        <OwnerMessageDialog
          id={open.id}
          caseId={open.caseId}
          first={open.message}
          onClose={onClose}
        />
      );
    case 'reset-card':
      return <ResetCardDialog id={open.id} onClose={onClose} />;
    default:
      return null;
  }
}

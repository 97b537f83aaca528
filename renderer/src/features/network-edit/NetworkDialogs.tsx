import type { OpenDialog } from '../devices/devices-state.tsx';
import { ChangeAddressesDialog } from './dialogs/ChangeAddressesDialog.tsx';
import { PlanFileDialog } from './dialogs/PlanFileDialog.tsx';
import { ResolveDialog } from './dialogs/ResolveDialog.tsx';

interface NetworkDialogsProps {
  readonly open: OpenDialog | null;
  readonly onClose: () => void;
}

/** The dialogs of network editing, one at a time with every other dialog of the page. */
export function NetworkDialogs({ open, onClose }: NetworkDialogsProps) {
  if (open?.kind === 'change-addresses') {
    return <ChangeAddressesDialog ids={open.ids} onClose={onClose} />;
  }
  if (open?.kind === 'ip-plan') return <PlanFileDialog onClose={onClose} />;
  if (open?.kind === 'resolve-same-ip') return <ResolveDialog ids={open.ids} onClose={onClose} />;
  return null;
}

import { useLayout, useSession, useStore } from '../../state/app-context.tsx';
import { AboutDialog } from '../about/AboutDialog.tsx';
import { ExportDialog } from '../export/ExportDialog.tsx';
import { NetworkDialogs } from '../network-edit/NetworkDialogs.tsx';
import { SweepDialog } from '../sweep/SweepDialog.tsx';
import { useDevices } from './devices-state.tsx';
import { ColumnsDialog } from './dialogs/ColumnsDialog.tsx';
import { FilterDialog } from './dialogs/FilterDialog.tsx';
import { RemoveDialog } from './dialogs/RemoveDialog.tsx';
import { RenameDialog } from './dialogs/RenameDialog.tsx';
import { WebAddressDialog } from './dialogs/WebAddressDialog.tsx';
import { placeColumns } from './model/columns.ts';

function Export({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { fleet } = useSession();
  const { view, selection } = useDevices();
  const layout = useLayout();
  if (!isOpen) return null;
  const visibleIds = view.order.get().ids;
  const chosen = selection.get();
  return (
    <ExportDialog
      isOpen
      onClose={onClose}
      visibleIds={visibleIds}
      listed={view.counts.get().all}
      selectedIds={[...chosen].filter((id) => fleet.row(id) !== undefined)}
      visibleColumns={placeColumns(layout).map(({ spec }) => spec.id)}
    />
  );
}

/** The one dialog that is open, if any. */
export function DeviceDialogs() {
  const { dialog } = useDevices();
  const open = useStore(dialog);
  const onClose = () => dialog.set(null);
  return (
    <>
      <SweepDialog isOpen={open?.kind === 'sweep'} onClose={onClose} />
      <Export isOpen={open?.kind === 'export'} onClose={onClose} />
      <AboutDialog isOpen={open?.kind === 'about'} onClose={onClose} />
      {open?.kind === 'remove' ? <RemoveDialog ids={open.ids} onClose={onClose} /> : null}
      {open?.kind === 'rename' ? <RenameDialog id={open.id} onClose={onClose} /> : null}
      {open?.kind === 'web-address' ? (
        <WebAddressDialog address={open.address} onClose={onClose} />
      ) : null}
      {open?.kind === 'columns' ? <ColumnsDialog onClose={onClose} /> : null}
      {open?.kind === 'filter' ? <FilterDialog onClose={onClose} /> : null}
      <NetworkDialogs open={open} onClose={onClose} />
    </>
  );
}

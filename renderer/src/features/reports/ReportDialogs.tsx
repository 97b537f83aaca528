import { Dialog } from '../../components/Dialog.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useStore } from '../../state/app-context.tsx';
import { useDevices } from '../devices/devices-state.tsx';
import { OpenReportDialog } from './OpenReportDialog.tsx';
import { ReportForm } from './ReportForm.tsx';
import { SiteExportDialog } from './SiteExportDialog.tsx';
import { SiteImportDialog } from './SiteImportDialog.tsx';
import { SupportDialog } from './SupportDialog.tsx';

/** The dialog of this feature that is open, if one is. */
export function ReportDialogs() {
  const text = useText();
  const { dialog } = useDevices();
  const open = useStore(dialog);
  const onClose = () => dialog.set(null);
  switch (open?.kind) {
    case 'report':
      return (
        <Dialog
          title={text('ui/reports/dialogTitle', { count: open.ids.length })}
          isOpen
          onClose={onClose}
          width="wide"
        >
          <ReportForm ids={open.ids} onMade={onClose} />
        </Dialog>
      );
    case 'report-open':
      return <OpenReportDialog onClose={onClose} />;
    case 'site-export':
      return <SiteExportDialog onClose={onClose} />;
    case 'site-import':
      return <SiteImportDialog onClose={onClose} />;
    case 'support-package':
      return <SupportDialog ids={open.ids} onClose={onClose} />;
    default:
      return null;
  }
}

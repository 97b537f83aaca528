import { AccessDialogs } from '../features/access/AccessDialogs.tsx';
import { ActDialogs } from '../features/acts/ActDialogs.tsx';
import { BookDialogs } from '../features/book/BookDialogs.tsx';
import { CaseDialogs } from '../features/cases/CaseDialogs.tsx';
import { DeviceDialogs } from '../features/devices/DeviceDialogs.tsx';
import { GuideReader } from '../features/guides/GuideReader.tsx';
import { ReportDialogs } from '../features/reports/ReportDialogs.tsx';
import { VaultDialogs } from '../features/vault/VaultDialogs.tsx';

export { AccessTab } from '../features/access/AccessTab.tsx';
export { RecoveryTab } from '../features/cases/RecoveryTab.tsx';

/** The one dialog that is open, if any, and the guide over it. */
export function AllDialogs() {
  return (
    <>
      <DeviceDialogs />
      <ActDialogs />
      <AccessDialogs />
      <BookDialogs />
      <VaultDialogs />
      <CaseDialogs />
      <ReportDialogs />
      <GuideReader />
    </>
  );
}

import { useState } from 'react';
import type { DeviceId } from '../../../../main/contract/device.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useQuery, useSession } from '../../state/app-context.tsx';
import { useDevices } from '../devices/devices-state.tsx';
import { DeviceName } from '../jobs/DeviceName.tsx';
import { rowAsRef } from '../jobs/model/names.ts';
import styles from './cases.module.css';
import { ResetCardView } from './ResetCardView.tsx';

interface ResetCardDialogProps {
  readonly id: DeviceId;
  readonly onClose: () => void;
}

/** The card of the reset button for one device, and the case that goes with pressing it. */
export function ResetCardDialog({ id, onClose }: ResetCardDialogProps) {
  const text = useText();
  const { fleet } = useSession();
  const { dialog } = useDevices();
  const [row] = useState(() => fleet.row(id));
  const { data, error, reload } = useQuery('reset.card', { device: id });
  const start = () => dialog.set({ kind: 'open-case', id, caseKind: 'reset-button' });
  return (
    <Dialog
      title={text('ui/cases/card/title')}
      isOpen
      onClose={onClose}
      width="widest"
      footer={
        <>
          <Button onPress={onClose}>{text('ui/cases/card/close')}</Button>
          {data === undefined || data.hasButton === false ? null : (
            <Button variant="primary" onPress={start}>
              {text('ui/cases/card/start')}
            </Button>
          )}
        </>
      }
    >
      <div className={styles['stack']}>
        {row === undefined ? null : (
          <p className={styles['name']}>
            <DeviceName device={rowAsRef(row)} />
          </p>
        )}
        {error === undefined ? null : <ErrorNotice error={error} onRetry={reload} />}
        {data === undefined ? null : <ResetCardView card={data} />}
      </div>
    </Dialog>
  );
}

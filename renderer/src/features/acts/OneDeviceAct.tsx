import type { ReactNode } from 'react';
import type { DeviceId } from '../../../../main/contract/device.ts';
import type { PreflightLine } from '../../../../main/contract/job.ts';
import { Dialog, type DialogProps } from '../../components/Dialog.tsx';
import styles from './acts.module.css';
import { CloseOnly } from './Form.tsx';
import { Gate } from './Gate.tsx';
import { runnable } from './model.ts';
import type { PreflightKind } from './use-preflight.ts';

interface OneDeviceActProps extends Pick<DialogProps, 'title' | 'width' | 'onClose'> {
  readonly kind: PreflightKind;
  readonly id: DeviceId;
  /** Stands above the way out where nothing can be sent: why, and where it is done instead. */
  readonly elsewhere?: ReactNode;
  readonly children: (line: PreflightLine) => ReactNode;
}

/** The dialog of an act on one device: its lights, then the form, or only the way out. */
export function OneDeviceAct(props: OneDeviceActProps) {
  const { title, width, onClose, kind, id, elsewhere, children } = props;
  const all = { includeUnknown: true, waitForInternet: false, isOverride: true };
  return (
    <Dialog title={title} isOpen onClose={onClose} {...(width === undefined ? {} : { width })}>
      <div className={styles['form']}>
        <Gate kind={kind} ids={[id]}>
          {(lines) => {
            const [line] = runnable(lines, all);
            if (line !== undefined) return children(line);
            return (
              <>
                {elsewhere}
                <CloseOnly onClose={onClose} />
              </>
            );
          }}
        </Gate>
      </div>
    </Dialog>
  );
}

import type { DeviceRef } from '../../../../main/contract/job.ts';
import { Mono } from '../../components/Mono.tsx';
import { maskMiddle } from '../../components/privacy.ts';
import { useText } from '../../i18n/use-text.ts';
import { useSettings } from '../../state/app-context.tsx';
import styles from './jobs.module.css';

interface DeviceNameProps {
  readonly device: DeviceRef;
  /** One under another in a list: serials and addresses line up. */
  readonly isInList?: boolean;
}

/** Model · serial tail · address: how every dialog and every result names a device. */
export function DeviceName({ device, isInList = false }: DeviceNameProps) {
  const text = useText();
  const { isPrivate } = useSettings();
  const serial = device.shortSerial ?? device.mac;
  // A whole MAC has no room in a column made for the end of a serial; its end tells devices apart as well.
  const isCut = isInList && device.shortSerial === null && serial !== null;
  const number = serial !== null && isPrivate ? maskMiddle(serial) : serial;
  return (
    <span className={isInList ? styles['device'] : styles['deviceAlone']}>
      <span className={styles['model']}>
        {device.name ?? device.model ?? text('ui/detail/noModel')}
      </span>
      {serial === null || number === null ? null : (
        <span title={isCut ? number : undefined}>
          <Mono>{isCut ? `…${number.slice(-8)}` : number}</Mono>
        </span>
      )}
      <Mono>{device.address ?? text('ui/detail/noAddress')}</Mono>
    </span>
  );
}

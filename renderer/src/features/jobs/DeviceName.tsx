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
  return (
    <span className={isInList ? styles['device'] : styles['deviceAlone']}>
      <span className={styles['model']}>
        {device.name ?? device.model ?? text('ui/detail/noModel')}
      </span>
      {serial === null ? null : <Mono>{isPrivate ? maskMiddle(serial) : serial}</Mono>}
      <Mono>{device.address ?? text('ui/detail/noAddress')}</Mono>
    </span>
  );
}

import type { DeviceRef } from '../../../../main/contract/job.ts';
import type { SecretTarget } from '../acts/SecretsForm.tsx';
import { DeviceName } from '../jobs/DeviceName.tsx';
import styles from './access.module.css';

/** The one device that a dialog is about. */
export function OneName({ device }: { readonly device: DeviceRef }) {
  return (
    <div className={styles['device']}>
      <DeviceName device={device} />
    </div>
  );
}

/** Names the device when it is one; several are counted in the title. */
export function TargetName({ targets }: { readonly targets: readonly SecretTarget[] }) {
  const [first] = targets;
  return first === undefined || targets.length > 1 ? null : <OneName device={first.device} />;
}

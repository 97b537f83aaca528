import { PanelRightClose } from 'lucide-react';
import { useEffect } from 'react';
import type { DeviceId } from '../../../../main/contract/device.ts';
import { IconButton } from '../../components/Button.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useRow, useSession, useStore } from '../../state/app-context.tsx';
import { useDevices } from '../devices/devices-state.tsx';
import { editStoreOf } from '../network-edit/edit-store.ts';
import { LeaveDialog } from '../network-edit/LeaveDialog.tsx';
import { useGuardedIds } from '../network-edit/use-guarded-ids.ts';
import styles from './Detail.module.css';
import { ManyDevices } from './ManyDevices.tsx';
import { OneDevice, type OneDeviceProps } from './OneDevice.tsx';

export interface DetailPaneProps {
  /** The selected devices: none, one, or several. */
  readonly ids: readonly DeviceId[];
  readonly onClose: () => void;
  /** Asks for the rename dialog of this device. */
  readonly onRename: (id: DeviceId) => void;
}

function Nothing({ words, onClose }: { readonly words: string; readonly onClose: () => void }) {
  const text = useText();
  return (
    <div className={styles['head']}>
      <div className={styles['titleLine']}>
        <p className={styles['title']}>{words}</p>
        <IconButton
          isSmall
          icon={<PanelRightClose aria-hidden />}
          label={text('ui/detail/close')}
          onPress={onClose}
        />
      </div>
    </div>
  );
}

function Single({ id, ...props }: Omit<OneDeviceProps, 'row'> & { readonly id: DeviceId }) {
  const text = useText();
  const row = useRow(id);
  if (row === undefined) return <Nothing words={text('ui/detail/gone')} onClose={props.onClose} />;
  return <OneDevice row={row} {...props} />;
}

/** The right pane: everything about the selected device, or what several of them are together. */
export function DetailPane({ ids: wanted, onClose, onRename }: DetailPaneProps) {
  const text = useText();
  const { tab } = useDevices();
  const shownTab = useStore(tab);
  const { ids, asking, keep, discard } = useGuardedIds(wanted);
  const [first] = ids;
  const isEditWanted = useStore(editStoreOf(useSession()).wanted) !== null;
  useEffect(() => {
    if (isEditWanted) tab.set('network');
  }, [isEditWanted, tab]);
  return (
    <section className={styles['pane']} aria-label={text('ui/detail/pane')}>
      {first === undefined ? (
        <Nothing words={text('ui/detail/none')} onClose={onClose} />
      ) : ids.length > 1 ? (
        <ManyDevices ids={ids} onClose={onClose} />
      ) : (
        <Single id={first} tab={shownTab} onTab={tab.set} onClose={onClose} onRename={onRename} />
      )}
      {asking === null ? null : <LeaveDialog id={asking} keep={keep} discard={discard} />}
    </section>
  );
}

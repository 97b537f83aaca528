import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useRow, useSession } from '../../state/app-context.tsx';
import { deviceLabel } from '../devices/model/copy.ts';
import { editStoreOf, typedFor } from './edit-store.ts';
import { valuesOf } from './model/fields.ts';
import { changedFields, deviceText, isDhcpOn, shownText } from './model/form.ts';
import styles from './network-edit.module.css';
import type { GuardedIds } from './use-guarded-ids.ts';

type LeaveProps = Pick<GuardedIds, 'keep' | 'discard'> & {
  readonly id: NonNullable<GuardedIds['asking']>;
};

/** Another device was chosen while changes were typed that nobody sent. */
export function LeaveDialog({ id, keep, discard }: LeaveProps) {
  const text = useText();
  const session = useSession();
  const row = useRow(id);
  if (row === undefined) return null;
  const values = valuesOf(row);
  const typed = typedFor(editStoreOf(session).drafts.get(), id);
  const onOff = (isOn: boolean) => text(isOn ? 'ui/detail/network/on' : 'ui/detail/network/off');
  return (
    <Dialog
      title={text('ui/networkEdit/leave/title')}
      isOpen
      onClose={keep}
      role="alertdialog"
      width="narrow"
      footer={
        <>
          <Button onPress={discard}>{text('ui/networkEdit/leave/discard')}</Button>
          <Button variant="primary" onPress={keep} autoFocus>
            {text('ui/networkEdit/leave/keep')}
          </Button>
        </>
      }
    >
      <p className={styles['device']}>{deviceLabel(row)}</p>
      <p>{text('ui/networkEdit/leave/detail')}</p>
      <ul className={styles['leaveList']}>
        {changedFields(values, typed).map((field) => (
          <li key={field}>
            {text(`networkFields/${field}`)}:{' '}
            {field === 'dhcpEnabled'
              ? `${onOff(values.dhcpEnabled === true)} → ${onOff(isDhcpOn(values, typed))}`
              : `${deviceText(values, field)} → ${shownText(values, typed, field)}`}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

import { useState } from 'react';
import type { DeviceId, DeviceRow } from '../../../../../main/contract/device.ts';
import { Button } from '../../../components/Button.tsx';
import { Checkbox } from '../../../components/Checkbox.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { useAction } from '../../../components/use-action.ts';
import { useText } from '../../../i18n/use-text.ts';
import { useSession, useSite } from '../../../state/app-context.tsx';
import acts from '../../acts/acts.module.css';
import { useDevices } from '../devices-state.tsx';
import { deviceLabel } from '../model/copy.ts';
import { useTellDone } from '../use-undo.ts';
import styles from './dialogs.module.css';

const mostNamed = 8;

function Named({ rows }: { readonly rows: readonly DeviceRow[] }) {
  const text = useText();
  const rest = rows.length - mostNamed;
  return (
    <ul className={styles['names']}>
      {rows.slice(0, mostNamed).map((row) => (
        <li key={row.id}>{deviceLabel(row)}</li>
      ))}
      {rest > 0 ? <li>{text('ui/devices/remove/more', { count: rest })}</li> : null}
    </ul>
  );
}

function useRemove(onClose: () => void) {
  const session = useSession();
  const devices = useDevices();
  const text = useText();
  const tellDone = useTellDone();
  const { run, isBusy, error } = useAction();
  const remove = async (rows: readonly DeviceRow[], acceptAuthorised: boolean) => {
    const ids = rows.map((row) => row.id);
    const input = { ids, acceptAuthorised };
    const isDone = await run(async () => {
      await session.client.call('devices.remove', input);
    });
    if (!isDone) return;
    devices.selection.take(ids);
    const name = rows[0] === undefined ? '' : deviceLabel(rows[0]);
    const done = text('ui/devices/remove/done', { count: ids.length, name });
    tellDone(done, async () => {
      await session.client.call('devices.restore', { ids });
    });
    onClose();
  };
  return { error, isBusy, remove };
}

interface RemoveDialogProps {
  readonly ids: readonly DeviceId[];
  readonly onClose: () => void;
}

/** Says what leaves and what stays: this is a list edit, never an unbind. */
export function RemoveDialog({ ids, onClose }: RemoveDialogProps) {
  const { fleet } = useSession();
  const text = useText();
  const { error, isBusy, remove } = useRemove(onClose);
  const [rows] = useState(() => ids.flatMap((id) => fleet.row(id) ?? []));
  const { isAuthorised } = useSite();
  const [hasAccepted, setAccepted] = useState(false);
  const count = rows.length;
  const held = isAuthorised ? rows.filter(({ bookHost }) => bookHost === null).length : 0;
  // One of the book may have been found by the scan: then the core holds it too and says so.
  const needsWord = held > 0 || error?.code === 'device.site-authorised';
  return (
    <Dialog
      title={text('ui/devices/remove/title', { count })}
      isOpen
      onClose={onClose}
      role="alertdialog"
      footer={
        <>
          <Button variant="plain" onPress={onClose} autoFocus>
            {text('ui/devices/remove/cancel')}
          </Button>
          <Button
            variant="danger"
            isBusy={isBusy}
            isDisabled={count === 0}
            whyDisabled={
              needsWord && !hasAccepted ? text('ui/devices/remove/authorisedMissing') : undefined
            }
            onPress={() => void remove(rows, hasAccepted)}
          >
            {text('ui/devices/remove/confirm', { count })}
          </Button>
        </>
      }
    >
      {error === null ? null : <ErrorNotice error={error} />}
      <Named rows={rows} />
      <p>{text('ui/devices/remove/changes')}</p>
      <p>{text('ui/devices/remove/stays')}</p>
      {needsWord ? (
        <div className={acts['warning']}>
          <p>{text('ui/devices/remove/authorised', { count: Math.max(held, 1) })}</p>
          <Checkbox isSelected={hasAccepted} onChange={setAccepted}>
            {text('ui/devices/remove/authorisedTick')}
          </Checkbox>
        </div>
      ) : null}
    </Dialog>
  );
}

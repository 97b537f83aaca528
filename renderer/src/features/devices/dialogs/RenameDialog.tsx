import { useId, useState } from 'react';
import type { DeviceId } from '../../../../../main/contract/device.ts';
import { Button } from '../../../components/Button.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { Field } from '../../../components/Field.tsx';
import { useAction } from '../../../components/use-action.ts';
import { useText } from '../../../i18n/use-text.ts';
import { useSession } from '../../../state/app-context.tsx';
import { deviceLabel } from '../model/copy.ts';
import { useTellDone } from '../use-undo.ts';
import styles from './dialogs.module.css';

function useRename(id: DeviceId, onClose: () => void) {
  const session = useSession();
  const text = useText();
  const tellDone = useTellDone();
  const { run, isBusy, error } = useAction();
  const rename = async (typed: string, before: string | null) => {
    const name = typed.trim() === '' ? null : typed.trim();
    if (name === before) {
      onClose();
      return;
    }
    const edit = (value: string | null) => session.client.call('devices.edit', { id, name: value });
    if (!(await run(async () => void (await edit(name))))) return;
    const done =
      name === null ? text('ui/devices/rename/cleared') : text('ui/devices/rename/done', { name });
    tellDone(done, async () => void (await edit(before)));
    onClose();
  };
  return { error, isBusy, rename };
}

interface RenameDialogProps {
  readonly id: DeviceId;
  readonly onClose: () => void;
}

/** The name the operator gives; it follows the device by its serial. */
export function RenameDialog({ id, onClose }: RenameDialogProps) {
  const { fleet } = useSession();
  const text = useText();
  const formId = useId();
  const [row] = useState(() => fleet.row(id));
  const [name, setName] = useState(row?.name ?? '');
  const { error, isBusy, rename } = useRename(id, onClose);
  return (
    <Dialog
      title={text('ui/devices/rename/title')}
      isOpen
      onClose={onClose}
      width="narrow"
      footer={
        <>
          <Button onPress={onClose}>{text('ui/devices/rename/cancel')}</Button>
          <Button
            variant="primary"
            isBusy={isBusy}
            onPress={() => void rename(name, row?.name ?? null)}
          >
            {text('ui/devices/rename/save')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          void rename(name, row?.name ?? null);
        }}
      >
        {error === null ? null : <ErrorNotice error={error} />}
        <p className={styles['names']}>{row === undefined ? '' : deviceLabel(row)}</p>
        <Field
          label={text('ui/devices/rename/label')}
          description={text('ui/devices/rename/hint')}
          value={name}
          onChange={setName}
          maxLength={120}
          autoFocus
        />
      </form>
    </Dialog>
  );
}

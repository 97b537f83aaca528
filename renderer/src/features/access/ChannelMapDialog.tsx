import { useState } from 'react';
import type { DeviceId } from '../../../../main/contract/device.ts';
import { Choice } from '../../components/Choice.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Field } from '../../components/Field.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useSession, useSettings } from '../../state/app-context.tsx';
import { ActForm } from '../acts/ActForm.tsx';
import actStyles from '../acts/acts.module.css';
import { useDevices } from '../devices/devices-state.tsx';
import { refLabel, rowAsRef } from '../jobs/model/names.ts';
import styles from './access.module.css';
import { candidatesFor } from './model.ts';
import { useAnswer } from './use-answer.ts';
import { useChannel } from './use-channel.ts';

interface ChannelMapDialogProps {
  readonly id: DeviceId;
  readonly channel: number;
}

/** Says which device of the list a channel is, when the signs do not. */
export function ChannelMapDialog({ id, channel }: ChannelMapDialogProps) {
  const text = useText();
  const { fleet } = useSession();
  const { isPrivate } = useSettings();
  const { dialog } = useDevices();
  const known = useChannel(id, channel);
  const { answer, isBusy } = useAnswer(id);
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<string>('');
  const onClose = () => dialog.set({ kind: 'channels', id });
  const { shown, more } = candidatesFor(fleet.rows(), search, {
    recorder: id,
    address: known?.address ?? null,
  });
  const row = shown.find((one) => one.id === chosen);
  const submit = () => {
    if (row === undefined) return;
    answer(channel, rowAsRef(row));
    onClose();
  };
  return (
    <Dialog title={text('ui/access/recorder/map/title', { channel })} isOpen onClose={onClose}>
      <div className={actStyles['form']}>
        <ActForm
          verb={text('ui/access/recorder/map/confirm')}
          whyNot={row === undefined ? text('ui/access/recorder/map/choose') : null}
          isBusy={isBusy}
          error={null}
          onSubmit={submit}
          onClose={onClose}
        >
          <Field
            label={text('ui/access/recorder/map/find')}
            description={text('ui/access/recorder/map/findHint')}
            value={search}
            onChange={setSearch}
            autoFocus
          />
          {shown.length === 0 ? (
            <p>{text('ui/access/recorder/map/none')}</p>
          ) : (
            <Choice<string>
              label={text('ui/access/recorder/map/camera')}
              value={chosen}
              onChange={setChosen}
              options={shown.map((one) => ({
                id: one.id,
                label: refLabel(rowAsRef(one), isPrivate),
                detail: text(`kinds/${one.kind}`),
              }))}
            />
          )}
          {more === 0 ? null : (
            <p className={styles['dim']}>{text('ui/access/recorder/map/more', { count: more })}</p>
          )}
        </ActForm>
      </div>
    </Dialog>
  );
}

import { useRef, useState } from 'react';
import type { DeviceKind, DeviceRow } from '../../../../main/contract/device.ts';
import { deviceKinds } from '../../../../main/contract/lists.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Field } from '../../components/Field.tsx';
import { Select } from '../../components/Select.tsx';
import { useAction } from '../../components/use-action.ts';
import { useText } from '../../i18n/use-text.ts';
import { useAnnounce, useApi } from '../../state/app-context.tsx';
import styles from './Detail.module.css';

/** The operator's own words about the device: note and kind. They follow the serial number. */
export function OwnSection({ row }: { readonly row: DeviceRow }) {
  const text = useText();
  const api = useApi();
  const announce = useAnnounce();
  const action = useAction();
  const field = useRef<HTMLTextAreaElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const saved = row.note ?? '';
  const note = typed ?? saved;
  const isChanged = note !== saved;
  /** The two buttons go away, so the focus goes back to the text. */
  const setBack = () => {
    field.current?.focus();
    setTyped(null);
  };
  const saveNote = async () => {
    const isDone = await action.run(async () => {
      await api.call('devices.edit', { id: row.id, note: note === '' ? null : note });
      announce(text('ui/detail/own/saved'));
    });
    if (isDone) setBack();
  };
  const saveKind = (choice: DeviceKind | 'auto') => {
    const kind = choice === 'auto' ? null : choice;
    void action.run(async () => {
      await api.call('devices.edit', { id: row.id, kind });
      announce(text('ui/detail/own/kindSaved'));
    });
  };
  return (
    <section className={styles['section']} aria-label={text('ui/detail/own/title')}>
      <h3>{text('ui/detail/own/title')}</h3>
      {action.error === null ? null : <ErrorNotice error={action.error} />}
      <Field
        label={text('ui/detail/own/note')}
        value={note}
        onChange={setTyped}
        isMultiline
        areaRef={field}
        maxLength={4000}
        placeholder={text('ui/detail/own/notePlaceholder')}
      />
      {isChanged ? (
        <div className={styles['buttons']}>
          <Button variant="primary" isBusy={action.isBusy} onPress={() => void saveNote()}>
            {text('ui/detail/own/save')}
          </Button>
          <Button variant="quiet" onPress={setBack}>
            {text('ui/detail/own/undo')}
          </Button>
        </div>
      ) : null}
      <Select<DeviceKind | 'auto'>
        label={text('ui/detail/own/kind')}
        description={text('ui/detail/own/kindHint')}
        value={row.kind}
        onChange={saveKind}
        options={[
          ...deviceKinds.map((id) => ({ id, label: text(`kinds/${id}`) })),
          { id: 'auto' as const, label: text('ui/detail/own/kindAuto') },
        ]}
      />
    </section>
  );
}

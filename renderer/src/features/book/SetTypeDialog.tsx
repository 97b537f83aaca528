import { useState } from 'react';
import type { DeviceId, DeviceKind } from '../../../../main/contract/device.ts';
import { Choice } from '../../components/Choice.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { useAction } from '../../components/use-action.ts';
import { useText } from '../../i18n/use-text.ts';
import { useApi, useSession } from '../../state/app-context.tsx';
import { ActForm } from '../acts/ActForm.tsx';
import { ChangesStays } from '../acts/ChangesStays.tsx';
import { kindNames } from '../devices/bar/value-names.ts';
import { useTellDone } from '../devices/use-undo.ts';
import { DeviceName } from '../jobs/DeviceName.tsx';
import { rowAsRef } from '../jobs/model/names.ts';

interface SetTypeProps {
  readonly ids: readonly DeviceId[];
  readonly onClose: () => void;
}

type Picked = DeviceKind | 'auto';

function Body({ ids, onClose }: SetTypeProps) {
  const text = useText();
  const api = useApi();
  const { fleet } = useSession();
  const tellDone = useTellDone();
  const { run, isBusy, error } = useAction();
  const [rows] = useState(() => ids.flatMap((id) => fleet.row(id) ?? []));
  const [first] = rows;
  const [kind, setKind] = useState<Picked>(first?.kind ?? 'unknown');
  const set = async () => {
    const wanted = kind === 'auto' ? null : kind;
    const isDone = await run(async () => {
      for (const { id } of rows) await api.call('devices.edit', { id, kind: wanted });
    });
    if (!isDone) return;
    tellDone(text('ui/book/type/done', { count: rows.length }), async () => {
      for (const { id, kind: before } of rows) {
        await api.call('devices.edit', { id, kind: before });
      }
    });
    onClose();
  };
  const kinds = [...new Set(rows.map((row) => text(`kinds/${row.kind}`)))].join(', ');
  return (
    <ActForm
      verb={text('ui/book/type/confirm', { count: rows.length })}
      whyNot={rows.length === 0 ? text('ui/detail/gone') : null}
      {...{ isBusy, error, onClose }}
      onSubmit={() => void set()}
    >
      {first === undefined || rows.length > 1 ? null : <DeviceName device={rowAsRef(first)} />}
      <p>{text('ui/book/type/now', { kinds })}</p>
      <Choice<Picked>
        label={text('ui/book/type/label')}
        value={kind}
        onChange={setKind}
        options={[
          ...kindNames.map((id) => ({ id, label: text(`kinds/${id}`) })),
          { id: 'auto' as const, label: text('ui/book/type/auto') },
        ]}
      />
      <ChangesStays changes={text('ui/book/type/changes')} stays={text('ui/book/type/stays')} />
    </ActForm>
  );
}

/** What kind of device it is, where the model does not tell; remembered with the device. */
export function SetTypeDialog(props: SetTypeProps) {
  const text = useText();
  return (
    <Dialog
      title={text('ui/book/type/title', { count: props.ids.length })}
      isOpen
      onClose={props.onClose}
    >
      <Body {...props} />
    </Dialog>
  );
}

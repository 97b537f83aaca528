import { useState } from 'react';
import type { DeviceId, DeviceKind } from '../../../../main/contract/device.ts';
import { deviceKinds } from '../../../../main/contract/lists.ts';
import { Choice } from '../../components/Choice.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { useAction } from '../../components/use-action.ts';
import { useText } from '../../i18n/use-text.ts';
import { useApi, useQuery, useSession } from '../../state/app-context.tsx';
import type { Client } from '../../transport/client.ts';
import { ActForm } from '../acts/ActForm.tsx';
import { ChangesStays } from '../acts/ChangesStays.tsx';
import { useTellDone } from '../devices/use-undo.ts';
import { DeviceName } from '../jobs/DeviceName.tsx';
import { rowAsRef } from '../jobs/model/names.ts';

interface Before {
  readonly id: DeviceId;
  /** `null`: nobody chose one, it was the guess. */
  readonly kind: DeviceKind | null;
}

/** What to put back: a guess stays a guess, so that a better one may take its place. */
async function chosenKinds(api: Client, ids: readonly DeviceId[]): Promise<readonly Before[]> {
  const chosen: Before[] = [];
  for (const id of ids) {
    const { row, isKindSet } = await api.call('devices.get', { id });
    chosen.push({ id, kind: isKindSet ? row.kind : null });
  }
  return chosen;
}

async function putKinds(api: Client, kinds: readonly Before[]): Promise<void> {
  for (const { id, kind } of kinds) await api.call('devices.edit', { id, kind });
}

/** What the model says, and whether somebody said otherwise. */
function Guess({ id }: { readonly id: DeviceId }) {
  const text = useText();
  const { data } = useQuery('devices.get', { id });
  if (data === undefined) return null;
  return (
    <p>
      {text('ui/book/type/guess', { kind: text(`kinds/${data.kindGuess}`) })}{' '}
      {text(data.isKindSet ? 'ui/book/type/isSet' : 'ui/book/type/isGuess')}
    </p>
  );
}

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
    let before: readonly Before[] = [];
    const isDone = await run(async () => {
      const own = rows.map(({ id }) => id);
      before = await chosenKinds(api, own);
      const next = own.map((id) => ({ id, kind: wanted }));
      await putKinds(api, next);
    });
    if (!isDone) return;
    const done = text('ui/book/type/done', { count: rows.length });
    tellDone(done, () => putKinds(api, before));
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
      {first !== undefined && rows.length === 1 ? (
        <Guess id={first.id} />
      ) : (
        <p>{text('ui/book/type/now', { kinds })}</p>
      )}
      <Choice<Picked>
        label={text('ui/book/type/label')}
        value={kind}
        onChange={setKind}
        options={[
          ...deviceKinds.map((id) => ({ id, label: text(`kinds/${id}`) })),
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

import { useState } from 'react';
import type { DeviceId } from '../../../../main/contract/device.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { useText } from '../../i18n/use-text.ts';
import { ActForm } from '../acts/ActForm.tsx';
import actStyles from '../acts/acts.module.css';
import { ChangesStays } from '../acts/ChangesStays.tsx';
import { overrideInput } from '../acts/model.ts';
import { Override } from '../acts/Override.tsx';
import { SecretsForm } from '../acts/SecretsForm.tsx';
import { useSecrets } from '../acts/use-secrets.ts';
import { useDevices } from '../devices/devices-state.tsx';
import type { ReadKind } from './access-dialog.ts';
import { TargetName } from './OneName.tsx';
import { useReading } from './use-read.ts';
import { useTargets } from './use-targets.ts';

interface ReadDialogProps {
  readonly ids: readonly DeviceId[];
  readonly what: ReadKind;
  readonly onClose: () => void;
}

function Body({ ids, what, onClose }: ReadDialogProps) {
  const text = useText();
  const { dialog } = useDevices();
  const draft = useSecrets();
  const { run, isBusy, error } = useReading(what);
  const { targets, guarded } = useTargets(ids);
  const [typed, setTyped] = useState('');
  const count = targets.length;
  const submit = async () => {
    const isDone = await run({
      ids,
      secrets: draft.read(ids),
      ...overrideInput(typed),
    });
    const [id] = ids;
    if (!isDone) return;
    if (what === 'channels' && id !== undefined) dialog.set({ kind: 'channels', id });
    else onClose();
  };
  return (
    <ActForm
      verb={text(`ui/access/login/confirm/${what}`, { count })}
      whyNot={
        count === 0
          ? text('ui/detail/gone')
          : draft.countFor(ids) === 0
            ? text('ui/acts/secrets/missing')
            : null
      }
      isBusy={isBusy}
      error={error}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <TargetName targets={targets} />
      <Override count={guarded} value={typed} onChange={setTyped} />
      <SecretsForm draft={draft} targets={targets} autoFocus />
      <ChangesStays
        changes={text('ui/access/login/changes')}
        stays={text('ui/access/login/stays')}
      />
    </ActForm>
  );
}

/** The login for something that is only read. */
export function ReadDialog(props: ReadDialogProps) {
  const text = useText();
  return (
    <Dialog
      title={text(`ui/access/login/title/${props.what}`)}
      isOpen
      onClose={props.onClose}
      width={props.ids.length > 1 ? 'wide' : 'normal'}
    >
      <div className={actStyles['form']}>
        <Body {...props} />
      </div>
    </Dialog>
  );
}

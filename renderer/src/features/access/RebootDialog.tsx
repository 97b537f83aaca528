import { useState } from 'react';
import type { DeviceId } from '../../../../main/contract/device.ts';
import type { PreflightLine } from '../../../../main/contract/job.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { useText } from '../../i18n/use-text.ts';
import { ActForm } from '../acts/ActForm.tsx';
import actStyles from '../acts/acts.module.css';
import { ChangesStays } from '../acts/ChangesStays.tsx';
import { CloseOnly } from '../acts/Form.tsx';
import { Gate } from '../acts/Gate.tsx';
import { idsOfLines, isGuarded, isOverrideWord, overrideInput, runnable } from '../acts/model.ts';
import { Override } from '../acts/Override.tsx';
import { SecretsForm } from '../acts/SecretsForm.tsx';
import { useSecrets } from '../acts/use-secrets.ts';
import { useStart } from '../acts/use-start.ts';

interface BodyProps {
  readonly lines: readonly PreflightLine[];
  readonly onClose: () => void;
}

function Body({ lines, onClose }: BodyProps) {
  const text = useText();
  const draft = useSecrets();
  const { start, isBusy, error } = useStart(onClose);
  const [typed, setTyped] = useState('');
  const isOverride = isOverrideWord(typed);
  const going = runnable(lines, { includeUnknown: true, waitForInternet: false, isOverride });
  const ids = idsOfLines(going);
  const guarded = lines.filter(isGuarded).length;
  if (ids.length === 0 && guarded === 0) return <CloseOnly onClose={onClose} />;
  const whyNot =
    ids.length === 0
      ? text('ui/access/reboot/nothing')
      : draft.countFor(ids) === 0
        ? text('ui/acts/secrets/missing')
        : null;
  return (
    <ActForm
      verb={text('ui/access/reboot/confirm', { count: ids.length })}
      whyNot={whyNot}
      isBusy={isBusy}
      error={error}
      onClose={onClose}
      onSubmit={() =>
        start('devices.reboot', () => ({
          ids,
          secrets: draft.read(ids),
          ...overrideInput(typed),
        }))
      }
    >
      <Override count={guarded} value={typed} onChange={setTyped} />
      {ids.length === 0 ? null : <SecretsForm draft={draft} targets={going} autoFocus />}
      <ChangesStays
        changes={text('ui/access/reboot/changes')}
        stays={text('ui/access/reboot/stays')}
      />
      <p className={actStyles['dim']}>{text('ui/access/reboot/request')}</p>
    </ActForm>
  );
}

interface RebootDialogProps {
  readonly ids: readonly DeviceId[];
  readonly onClose: () => void;
}

/** Restarts devices; they count as done only when they are back. */
export function RebootDialog({ ids, onClose }: RebootDialogProps) {
  const text = useText();
  return (
    <Dialog
      title={text('ui/access/reboot/title', { count: ids.length })}
      isOpen
      onClose={onClose}
      width="widest"
    >
      <div className={actStyles['form']}>
        <Gate kind="reboot" ids={ids}>
          {(lines) => <Body lines={lines} onClose={onClose} />}
        </Gate>
      </div>
    </Dialog>
  );
}

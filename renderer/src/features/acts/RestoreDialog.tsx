import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { DeviceId } from '../../../../main/contract/device.ts';
import type { PreflightLine } from '../../../../main/contract/job.ts';
import { useText } from '../../i18n/use-text.ts';
import { ActForm } from './ActForm.tsx';
import styles from './acts.module.css';
import { ChangesStays } from './ChangesStays.tsx';
import { isGuarded, isOverrideWord, isTail, overrideInput } from './model.ts';
import { OneDeviceAct } from './OneDeviceAct.tsx';
import { Override } from './Override.tsx';
import { SecretsForm } from './SecretsForm.tsx';
import { TailField } from './TailField.tsx';
import { useSecrets } from './use-secrets.ts';
import { useStart } from './use-start.ts';

interface RestoreDialogProps {
  readonly id: DeviceId;
  readonly onClose: () => void;
}

/** Why it is not offered, and where it is done instead. */
function Elsewhere() {
  const text = useText();
  return (
    <div className={styles['warning']}>
      <p>{text('ui/acts/restore/elsewhere')}</p>
    </div>
  );
}

function Body(props: RestoreDialogProps & { readonly line: PreflightLine }) {
  const { id, line, onClose } = props;
  const text = useText();
  const draft = useSecrets();
  const { start, isBusy, error } = useStart(onClose);
  const [tail, setTail] = useState('');
  const [typed, setTyped] = useState('');
  const isOverride = isOverrideWord(typed);
  const whyNot = () => {
    if (isGuarded(line) && !isOverride) return text('ui/acts/override/hint');
    if (!isTail(tail, line.device.serial)) return text('ui/acts/serial/missing');
    return draft.countFor([id]) === 0 ? text('ui/acts/secrets/missing') : null;
  };
  return (
    <ActForm
      verb={text('ui/acts/restore/confirm')}
      variant="danger"
      whyNot={whyNot()}
      isBusy={isBusy}
      error={error}
      onClose={onClose}
      onSubmit={() =>
        start('devices.restoreInactive', () => ({
          id,
          confirmSerial: tail.trim(),
          secrets: draft.read([id]),
          ...overrideInput(typed),
        }))
      }
    >
      <div className={styles['warning']}>
        <p>
          <TriangleAlert aria-hidden /> {text('ui/acts/restore/warning')}
        </p>
      </div>
      <Override count={isGuarded(line) ? 1 : 0} value={typed} onChange={setTyped} />
      <SecretsForm draft={draft} targets={[line]} autoFocus />
      <TailField value={tail} onChange={setTail} />
      <ChangesStays
        changes={text('ui/acts/restore/changes')}
        stays={text('ui/acts/restore/stays')}
      />
    </ActForm>
  );
}

/** Takes a device's password away, where its generation lets us; cannot be undone. */
export function RestoreDialog(props: RestoreDialogProps) {
  const text = useText();
  return (
    <OneDeviceAct
      kind="restore-inactive"
      id={props.id}
      title={text('ui/acts/restore/title')}
      width="widest"
      onClose={props.onClose}
      elsewhere={<Elsewhere />}
    >
      {(line) => <Body {...props} line={line} />}
    </OneDeviceAct>
  );
}

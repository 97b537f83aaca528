import { useRef, useState } from 'react';
import type { DeviceId } from '../../../../main/contract/device.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { PasswordField } from '../../components/PasswordField.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useSession } from '../../state/app-context.tsx';
import { DeviceName } from '../jobs/DeviceName.tsx';
import { rowAsRef } from '../jobs/model/names.ts';
import { ActForm } from './ActForm.tsx';
import styles from './acts.module.css';
import { ChangesStays } from './ChangesStays.tsx';
import { isVerificationCode } from './model.ts';
import { SecretsForm } from './SecretsForm.tsx';
import { useSecrets } from './use-secrets.ts';
import { useStart } from './use-start.ts';

interface CodeDialogProps {
  readonly id: DeviceId;
  readonly onClose: () => void;
}

function Body({ id, onClose }: CodeDialogProps) {
  const { fleet } = useSession();
  const text = useText();
  const draft = useSecrets();
  const { start, isBusy, error } = useStart(onClose);
  const [row] = useState(() => fleet.row(id));
  const code = useRef('');
  const [state, setState] = useState<'empty' | 'bad' | 'good'>('empty');
  const [wasLeft, setLeft] = useState(false);
  const whyNot =
    state !== 'good'
      ? text('ui/acts/code/rule')
      : draft.countFor([id]) === 0
        ? text('ui/acts/secrets/missing')
        : null;
  return (
    <ActForm
      verb={text('ui/acts/code/confirm')}
      whyNot={row === undefined ? text('ui/detail/gone') : whyNot}
      isBusy={isBusy}
      error={error}
      onClose={onClose}
      onSubmit={() =>
        start('devices.setVerificationCode', () => ({
          id,
          code: code.current,
          secrets: draft.read([id]),
        }))
      }
    >
      {row === undefined ? null : <DeviceName device={rowAsRef(row)} />}
      <PasswordField
        label={text('ui/acts/code/label')}
        description={text('ui/acts/code/rule')}
        error={wasLeft && state === 'bad' ? text('ui/acts/code/rule') : undefined}
        autoFocus
        onBlur={() => setLeft(true)}
        onChange={(value) => {
          code.current = value;
          setState(value === '' ? 'empty' : isVerificationCode(value) ? 'good' : 'bad');
        }}
      />
      {row === undefined ? null : (
        <SecretsForm
          draft={draft}
          targets={[{ device: rowAsRef(row), attemptsLeft: row.attemptsLeft }]}
        />
      )}
      <ChangesStays changes={text('ui/acts/code/changes')} stays={text('ui/acts/code/stays')} />
    </ActForm>
  );
}

/** Sets the code that Hik-Connect asks for when a device is added or a picture is watched. */
export function CodeDialog(props: CodeDialogProps) {
  const text = useText();
  return (
    <Dialog title={text('ui/acts/code/title')} isOpen onClose={props.onClose}>
      <div className={styles['form']}>
        <Body {...props} />
      </div>
    </Dialog>
  );
}

import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { DeviceId } from '../../../../main/contract/device.ts';
import type { PreflightLine } from '../../../../main/contract/job.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { Field } from '../../components/Field.tsx';
import { useText } from '../../i18n/use-text.ts';
import { ActForm } from './ActForm.tsx';
import styles from './acts.module.css';
import { ChangesStays } from './ChangesStays.tsx';
import { CloseOnly } from './Form.tsx';
import { Gate } from './Gate.tsx';
import { isGuarded, isOverrideWord, overrideWord, runnable } from './model.ts';
import { Override } from './Override.tsx';
import { SecretsForm } from './SecretsForm.tsx';
import { useSecrets } from './use-secrets.ts';
import { useStart } from './use-start.ts';

interface RestoreDialogProps {
  readonly id: DeviceId;
  readonly onClose: () => void;
}

/** Why it is not offered, and where it is done instead. */
function Elsewhere({ onClose }: { readonly onClose: () => void }) {
  const text = useText();
  return (
    <>
      <div className={styles['warning']}>
        <p>{text('ui/acts/restore/elsewhere')}</p>
      </div>
      <CloseOnly onClose={onClose} />
    </>
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
  const wanted = line.device.serial?.slice(-4) ?? '';
  const isRight = wanted !== '' && tail.trim().toUpperCase() === wanted.toUpperCase();
  const whyNot = () => {
    if (isGuarded(line) && !isOverride) return text('ui/acts/override/hint');
    if (!isRight) return text('ui/acts/restore/noTail');
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
          ...(isOverride ? { override: overrideWord } : {}),
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
      <div className={styles['pair']}>
        <Field
          label={text('ui/acts/restore/tail')}
          description={text('ui/acts/restore/tailHint')}
          value={tail}
          onChange={setTail}
          maxLength={8}
          isMono
        />
      </div>
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
  const all = { includeUnknown: true, waitForInternet: false, isOverride: true };
  return (
    <Dialog title={text('ui/acts/restore/title')} isOpen onClose={props.onClose} width="widest">
      <div className={styles['form']}>
        <Gate kind="restore-inactive" ids={[props.id]}>
          {(lines) => {
            const [line] = runnable(lines, all);
            return line === undefined ? (
              <Elsewhere onClose={props.onClose} />
            ) : (
              <Body {...props} line={line} />
            );
          }}
        </Gate>
      </div>
    </Dialog>
  );
}

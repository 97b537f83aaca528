import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { DeviceId } from '../../../../main/contract/device.ts';
import type { PreflightLine } from '../../../../main/contract/job.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { Field } from '../../components/Field.tsx';
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
import { useVault } from '../vault/use-vault.ts';
import styles from './access.module.css';

interface BodyProps {
  readonly ids: readonly DeviceId[];
  readonly lines: readonly PreflightLine[];
  readonly onClose: () => void;
}

function Warnings() {
  const text = useText();
  const { mode } = useVault();
  return (
    <div className={actStyles['warning']}>
      <p>
        <TriangleAlert aria-hidden /> {text('ui/access/password/recorders')}
      </p>
      {mode === 'none' || mode === 'locked' ? (
        <p>
          <TriangleAlert aria-hidden /> {text('ui/access/password/noVault')}
        </p>
      ) : null}
    </div>
  );
}

/** Both sets of passwords, and what stands against going on. */
function usePasswords(lines: readonly PreflightLine[], typed: string, user: string) {
  const text = useText();
  const old = useSecrets();
  const fresh = useSecrets();
  const isOverride = isOverrideWord(typed);
  const going = runnable(lines, { includeUnknown: true, waitForInternet: false, isOverride });
  const ids = idsOfLines(going);
  const slots = fresh.isEach ? ids : (['all'] as const);
  const whyNot = () => {
    if (ids.length === 0) return text('ui/access/password/nothing');
    if (user.trim() === '') return text('ui/access/password/noUser');
    // One that no password is known for would only be skipped, unseen below the others.
    if (old.countFor(ids) < ids.length) return text('ui/access/password/missingOld');
    if (fresh.countFor(ids) < ids.length) return text('ui/acts/secrets/missingNew');
    return slots.some((slot) => fresh.unequal.has(slot)) ? text('ui/acts/secrets/differs') : null;
  };
  return { old, fresh, going, ids, whyNot: whyNot() };
}

function Body({ lines, onClose }: BodyProps) {
  const text = useText();
  const { start, isBusy, error } = useStart(onClose);
  const [user, setUser] = useState('admin');
  const [typed, setTyped] = useState('');
  const { old, fresh, going, ids, whyNot } = usePasswords(lines, typed, user);
  const guarded = lines.filter(isGuarded).length;
  if (ids.length === 0 && guarded === 0) return <CloseOnly onClose={onClose} />;
  return (
    <ActForm
      verb={text('ui/access/password/confirm', { count: ids.length })}
      whyNot={whyNot}
      isBusy={isBusy}
      error={error}
      onClose={onClose}
      onSubmit={() =>
        start('devices.setPassword', () => ({
          ids,
          userName: user.trim(),
          secrets: old.read(ids),
          newSecrets: fresh.read(ids),
          ...overrideInput(typed),
        }))
      }
    >
      <Override count={guarded} value={typed} onChange={setTyped} />
      {ids.length === 0 ? null : (
        <>
          <section className={styles['section']} aria-label={text('ui/access/password/old')}>
            <h3>{text('ui/access/password/old')}</h3>
            <SecretsForm draft={old} targets={going} autoFocus />
          </section>
          <section className={styles['section']} aria-label={text('ui/access/password/fresh')}>
            <h3>{text('ui/access/password/fresh')}</h3>
            <div className={styles['half']}>
              <Field
                label={text('ui/access/password/user')}
                description={text('ui/access/password/userHint')}
                value={user}
                onChange={setUser}
                maxLength={64}
                isMono
              />
            </div>
            <SecretsForm draft={fresh} targets={going} isNew />
          </section>
        </>
      )}
      <Warnings />
      <ChangesStays
        changes={text('ui/access/password/changes')}
        stays={text('ui/access/password/stays')}
      />
    </ActForm>
  );
}

/** Gives one device or many a new password, each proven by a login afterwards. */
export function PasswordDialog(props: Omit<BodyProps, 'lines'>) {
  const { ids, onClose } = props;
  const text = useText();
  return (
    <Dialog
      title={text('ui/access/password/title', { count: ids.length })}
      isOpen
      onClose={onClose}
      width="widest"
    >
      <div className={actStyles['form']}>
        <Gate kind="password" ids={ids}>
          {(lines) => <Body {...props} lines={lines} />}
        </Gate>
      </div>
    </Dialog>
  );
}

import { Choice } from '../../../components/Choice.tsx';
import { PasswordField } from '../../../components/PasswordField.tsx';
import { useText } from '../../../i18n/use-text.ts';
import { useSettings } from '../../../state/app-context.tsx';
import { refLabel } from '../../jobs/model/names.ts';
import { SavedChoice } from '../../vault/SavedChoice.tsx';
import type { PasswordMode, Passwords, PlanLine } from '../model/plan.ts';
import styles from './plan.module.css';
import type { PlanSaved } from './use-plan-run.ts';

interface PasswordsProps {
  readonly passwords: Passwords;
  readonly onChange: (passwords: Passwords) => void;
  readonly saved: PlanSaved;
  readonly onEnter: () => void;
}

/** Security Verification for several devices: one password for all of them, or one in each row. */
export function PasswordsPart({ passwords, onChange, saved, onEnter }: PasswordsProps) {
  const text = useText();
  const isAllSaved = saved.isUsed && saved.rest === 0;
  return (
    <form
      className={styles['passwords']}
      aria-label={text('ui/networkEdit/security')}
      onSubmit={(event) => {
        event.preventDefault();
        onEnter();
      }}
    >
      <SavedChoice
        saved={saved.logins}
        total={saved.total}
        isUsed={saved.isUsed}
        onUse={saved.setUsed}
      />
      {isAllSaved ? null : <Typed {...{ passwords, onChange, saved }} />}
    </form>
  );
}

/** One for all of them, or one in each row. */
function Typed({ passwords, onChange, saved }: Omit<PasswordsProps, 'onEnter'>) {
  const text = useText();
  return (
    <>
      <Choice<PasswordMode>
        label={text('ui/networkEdit/security')}
        value={passwords.mode}
        onChange={(mode) => onChange({ ...passwords, mode })}
        options={[
          { id: 'one', label: text('ui/networkEdit/plan/onePassword') },
          { id: 'each', label: text('ui/networkEdit/plan/eachPassword') },
        ]}
      />
      {passwords.mode === 'one' ? (
        <div className={styles['onePassword']}>
          <PasswordField
            label={
              saved.isUsed
                ? text('ui/vault/saved/others', { count: saved.rest })
                : text('ui/networkEdit/password')
            }
            onChange={(all) => onChange({ ...passwords, all })}
          />
        </div>
      ) : null}
    </>
  );
}

interface RowPasswordProps extends Omit<PasswordsProps, 'onEnter' | 'saved'> {
  readonly line: PlanLine;
}

/** The password of one device, in its row. */
export function RowPassword({ line, passwords, onChange }: RowPasswordProps) {
  const text = useText();
  const { isPrivate } = useSettings();
  const { device } = line.row;
  if (device === null) return null;
  const name = refLabel(device, isPrivate);
  return (
    <PasswordField
      isLabelHidden
      label={text('ui/networkEdit/plan/passwordOf', { name })}
      onChange={(password) =>
        onChange({ ...passwords, byDevice: new Map(passwords.byDevice).set(device.id, password) })
      }
    />
  );
}

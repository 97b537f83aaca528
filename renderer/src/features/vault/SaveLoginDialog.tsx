import { useState } from 'react';
import type { DeviceId } from '../../../../main/contract/device.ts';
import { credentialScopes } from '../../../../main/contract/lists.ts';
import type { MethodInput } from '../../../../main/contract/methods.ts';
import { Choice } from '../../components/Choice.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Field } from '../../components/Field.tsx';
import { PasswordField } from '../../components/PasswordField.tsx';
import { showToast } from '../../components/toast-store.ts';
import { useAction } from '../../components/use-action.ts';
import { useText } from '../../i18n/use-text.ts';
import { useApi, useQuery, useSession, useSite } from '../../state/app-context.tsx';
import { Form } from '../acts/Form.tsx';
import { DeviceName } from '../jobs/DeviceName.tsx';
import { rowAsRef } from '../jobs/model/names.ts';
import { groupsOf } from './model.ts';
import { LockedNote } from './UnlockDialog.tsx';
import { useSecretField } from './use-secret-field.ts';
import { useVault } from './use-vault.ts';
import styles from './vault.module.css';

type Scope = (typeof credentialScopes)[number];
type Target = MethodInput<'vault.save'>['target'];

interface SaveLoginProps {
  readonly id: DeviceId | null;
  readonly onClose: () => void;
}

function useTarget(id: DeviceId | null, scope: Scope, group: string): Target | null {
  const site = useSite();
  const { mode } = useVault();
  const { data } = useQuery('vault.list', {}, { isEnabled: mode === 'open' });
  if (scope === 'device') return id === null ? null : { scope, device: id };
  if (scope === 'site') return { scope, id: site.id };
  const name = group.trim();
  // The same name again means the same group, with another password from now on.
  const known = groupsOf(data?.credentials ?? []).find((one) => one.name === name);
  return name === '' ? null : { scope, id: known?.id ?? crypto.randomUUID() };
}

interface ScopeChoiceProps {
  readonly hasDevice: boolean;
  readonly scope: Scope;
  readonly onScope: (scope: Scope) => void;
}

function ScopeChoice({ hasDevice, scope, onScope }: ScopeChoiceProps) {
  const text = useText();
  const { name } = useSite();
  const scopes: readonly Scope[] = hasDevice
    ? credentialScopes
    : credentialScopes.filter((each) => each !== 'device');
  return (
    <Choice<Scope>
      label={text('ui/vault/save/for')}
      value={scope}
      onChange={onScope}
      options={scopes.map((id) => ({
        id,
        label: text(`ui/vault/save/scopes/${id}`, { site: name }),
        detail: text(`ui/vault/save/scopeDetails/${id}`),
      }))}
    />
  );
}

function Body({ id, onClose }: SaveLoginProps) {
  const text = useText();
  const api = useApi();
  const { fleet } = useSession();
  const { mode } = useVault();
  const [row] = useState(() => (id === null ? undefined : fleet.row(id)));
  const [scope, setScope] = useState<Scope>(id === null ? 'site' : 'device');
  const [group, setGroup] = useState('');
  const [userName, setUser] = useState('admin');
  const password = useSecretField();
  const target = useTarget(id, scope, group);
  const { run, isBusy, error } = useAction();
  const save = async () => {
    if (target === null) return;
    const isDone = await run(async () => {
      const label = scope === 'group' ? group.trim() : null;
      const login = { userName: userName.trim(), password: password.read(), label };
      await api.call('vault.save', { target, ...login });
    });
    if (!isDone) return;
    showToast({ text: text('ui/vault/save/done'), durationMs: 4000 });
    onClose();
  };
  const whyNot =
    mode !== 'open'
      ? text('ui/vault/list/locked')
      : target === null
        ? text('ui/vault/save/noGroup')
        : !password.isFilled || userName.trim() === ''
          ? text('ui/vault/save/noLogin')
          : null;
  return (
    <Form
      verb={text('ui/vault/save/confirm')}
      {...{ whyNot, isBusy, error, onClose }}
      onSubmit={() => void save()}
    >
      {row === undefined ? null : <DeviceName device={rowAsRef(row)} />}
      {mode === 'locked' ? <LockedNote /> : null}
      <ScopeChoice hasDevice={id !== null} scope={scope} onScope={setScope} />
      {scope === 'group' ? (
        <Field
          label={text('ui/vault/save/groupName')}
          description={text('ui/vault/save/groupHint')}
          value={group}
          onChange={setGroup}
          maxLength={80}
        />
      ) : null}
      <div className={styles['pair']}>
        <Field
          label={text('ui/vault/save/user')}
          value={userName}
          onChange={setUser}
          maxLength={64}
        />
        <PasswordField
          label={text('ui/vault/save/password')}
          inputRef={password.inputRef}
          onChange={password.onChange}
        />
      </div>
      <p className={styles['dim']}>{text('ui/vault/save/notTried')}</p>
    </Form>
  );
}

/** Keeps a login without trying it; the next act with it shows whether it is right. */
export function SaveLoginDialog(props: SaveLoginProps) {
  const text = useText();
  return (
    <Dialog title={text('ui/vault/save/title')} isOpen onClose={props.onClose}>
      <Body {...props} />
    </Dialog>
  );
}

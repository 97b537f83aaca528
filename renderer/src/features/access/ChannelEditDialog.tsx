import { useState } from 'react';
import type { DeviceId } from '../../../../main/contract/device.ts';
import type { PreflightLine } from '../../../../main/contract/job.ts';
import type { RecorderChannel } from '../../../../main/contract/login.ts';
import { Field } from '../../components/Field.tsx';
import { PasswordField } from '../../components/PasswordField.tsx';
import { useText } from '../../i18n/use-text.ts';
import { ActForm } from '../acts/ActForm.tsx';
import { ChangesStays } from '../acts/ChangesStays.tsx';
import { isGuarded, isOverrideWord, overrideInput } from '../acts/model.ts';
import { OneDeviceAct } from '../acts/OneDeviceAct.tsx';
import { Override } from '../acts/Override.tsx';
import { SecretsForm } from '../acts/SecretsForm.tsx';
import { useSecrets } from '../acts/use-secrets.ts';
import { useStart } from '../acts/use-start.ts';
import { useSavedLogins } from '../vault/SavedChoice.tsx';
import { type SecretField, useSecretField } from '../vault/use-secret-field.ts';
import styles from './access.module.css';
import { ChannelName } from './ChannelName.tsx';
import { type ChannelDraft, changeOf, draftOf, portOf } from './model.ts';
import { useChannel } from './use-channel.ts';

interface ChannelEditProps {
  readonly id: DeviceId;
  readonly channel: number;
  /** Where the camera moved; stands in the form already. */
  readonly address?: string;
  readonly onClose: () => void;
}

interface FieldsProps {
  readonly draft: ChannelDraft;
  readonly onChange: (draft: ChannelDraft) => void;
  readonly password: SecretField;
}

function Fields({ draft, onChange, password }: FieldsProps) {
  const text = useText();
  const set = (field: keyof ChannelDraft) => (value: string) =>
    onChange({ ...draft, [field]: value });
  const isBad = portOf(draft.port) === 'bad';
  return (
    <>
      <div className={styles['pair']}>
        <Field
          label={text('ui/access/recorder/editing/address')}
          value={draft.address}
          onChange={set('address')}
          maxLength={253}
          isMono
          autoFocus
        />
        <Field
          label={text('ui/access/recorder/editing/port')}
          description={text('ui/access/recorder/editing/portHint')}
          error={isBad ? text('ui/access/recorder/editing/badPort') : undefined}
          value={draft.port}
          onChange={set('port')}
          maxLength={5}
          isMono
        />
        <Field
          label={text('ui/access/recorder/editing/name')}
          value={draft.name}
          onChange={set('name')}
          maxLength={64}
        />
        <Field
          label={text('ui/access/recorder/editing/user')}
          value={draft.userName}
          onChange={set('userName')}
          maxLength={64}
          isMono
        />
      </div>
      <PasswordField
        label={text('ui/access/recorder/editing/password')}
        description={text('ui/access/recorder/editing/passwordHint')}
        inputRef={password.inputRef}
        onChange={password.onChange}
      />
    </>
  );
}

/** Without the camera's password the recorder would forget it, and then lock the camera by its tries. */
function useNeedsPassword(known: RecorderChannel | null, isFilled: boolean): boolean {
  const camera = known?.match.device ?? null;
  const saved = useSavedLogins(camera === null ? [] : [camera.id]);
  // What this page has not read the core knows better: it stops before anything is sent.
  if (isFilled || known === null) return false;
  return camera === null || saved.isLocked || !saved.ids.has(camera.id);
}

function Body(props: ChannelEditProps & { readonly line: PreflightLine }) {
  const { id, channel, address, line, onClose } = props;
  const text = useText();
  const known = useChannel(id, channel);
  const secrets = useSecrets();
  const password = useSecretField();
  const { start, isBusy, error } = useStart(onClose);
  const [draft, setDraft] = useState(() => draftOf(known, address));
  const [typed, setTyped] = useState('');
  const isOverride = isOverrideWord(typed);
  const change = changeOf(known, draft);
  const isPasswordMissing = useNeedsPassword(known, password.isFilled);
  const whyNot = () => {
    if (portOf(draft.port) === 'bad') return text('ui/access/recorder/editing/badPort');
    if (Object.keys(change).length === 0 && !password.isFilled) {
      return text('ui/access/recorder/editing/nothing');
    }
    if (isPasswordMissing) return text('ui/access/recorder/editing/passwordNeeded');
    if (isGuarded(line) && !isOverride) return text('ui/acts/override/hint');
    return secrets.countFor([id]) === 0 ? text('ui/acts/secrets/missing') : null;
  };
  return (
    <ActForm
      verb={text('ui/access/recorder/editing/confirm')}
      whyNot={whyNot()}
      isBusy={isBusy}
      error={error}
      onClose={onClose}
      onSubmit={() =>
        start('recorder.edit', () => ({
          ...{ id, channel, ...change, secrets: secrets.read([id]) },
          ...(password.isFilled ? { channelPassword: password.read() } : {}),
          ...overrideInput(typed),
        }))
      }
    >
      {known === null ? null : <ChannelName channel={known} />}
      {address === undefined ? null : (
        <p>{text('ui/access/recorder/editing/moved', { address })}</p>
      )}
      <Fields draft={draft} onChange={setDraft} password={password} />
      <section
        className={styles['section']}
        aria-label={text('ui/access/recorder/editing/recorderPassword')}
      >
        <h3>{text('ui/access/recorder/editing/recorderPassword')}</h3>
        <Override count={isGuarded(line) ? 1 : 0} value={typed} onChange={setTyped} />
        <SecretsForm draft={secrets} targets={[line]} />
      </section>
      <ChangesStays
        changes={text('ui/access/recorder/editing/changes')}
        stays={text('ui/access/recorder/editing/stays')}
      />
    </ActForm>
  );
}

/** Changes how a recorder reaches one camera; the camera's password goes along each time. */
export function ChannelEditDialog(props: ChannelEditProps) {
  const text = useText();
  return (
    <OneDeviceAct
      kind="channel-edit"
      id={props.id}
      title={text('ui/access/recorder/editing/title', { channel: props.channel })}
      width="wide"
      onClose={props.onClose}
    >
      {(line) => <Body {...props} line={line} />}
    </OneDeviceAct>
  );
}

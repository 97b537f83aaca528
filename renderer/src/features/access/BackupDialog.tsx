import { Download } from 'lucide-react';
import { useState } from 'react';
import type { DeviceId } from '../../../../main/contract/device.ts';
import type { MethodOutput } from '../../../../main/contract/methods.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { PasswordField } from '../../components/PasswordField.tsx';
import { useAction } from '../../components/use-action.ts';
import { useText } from '../../i18n/use-text.ts';
import { useApi } from '../../state/app-context.tsx';
import { ActForm } from '../acts/ActForm.tsx';
import actStyles from '../acts/acts.module.css';
import { overrideInput } from '../acts/model.ts';
import { Override } from '../acts/Override.tsx';
import { SecretsForm } from '../acts/SecretsForm.tsx';
import { useSecrets } from '../acts/use-secrets.ts';
import { saveFile } from '../export/save-file.ts';
import { useSecretField } from '../vault/use-secret-field.ts';
import styles from './access.module.css';
import { MetaFacts } from './MetaFacts.tsx';
import { isSecretKey } from './model.ts';
import { TargetName } from './OneName.tsx';
import { SealChoice, useSeal } from './SealChoice.tsx';
import { useTargets } from './use-targets.ts';

type Made = MethodOutput<'backup.make'>;

function save({ fileName, base64 }: Made): void {
  saveFile({ fileName, base64, mediaType: 'application/octet-stream' });
}

/** The key under which the device itself puts the file, typed twice. */
function useKey() {
  const first = useSecretField();
  const second = useSecretField();
  const [state, setState] = useState<'bad' | 'differs' | 'good'>('bad');
  const look = () => {
    const key = first.read();
    setState(!isSecretKey(key) ? 'bad' : key === second.read() ? 'good' : 'differs');
  };
  return { first, second, state, look };
}

function KeyPair({ draft }: { readonly draft: ReturnType<typeof useKey> }) {
  const text = useText();
  const [wasLeft, setLeft] = useState(false);
  const { first, second, state, look } = draft;
  const label = text('ui/access/backup/key');
  return (
    <div className={styles['pair']}>
      <PasswordField
        label={label}
        description={text('ui/access/backup/keyHint')}
        inputRef={first.inputRef}
        onChange={(value) => {
          first.onChange(value);
          look();
        }}
      />
      <PasswordField
        label={text('ui/acts/secrets/repeat', { label })}
        inputRef={second.inputRef}
        error={wasLeft && state === 'differs' ? text('ui/access/backup/keyDiffers') : undefined}
        onBlur={() => setLeft(true)}
        onChange={(value) => {
          second.onChange(value);
          look();
        }}
      />
    </div>
  );
}

interface BodyProps {
  readonly id: DeviceId;
  readonly onClose: () => void;
  readonly onMade: (made: Made) => void;
}

function Form({ id, onClose, onMade }: BodyProps) {
  const text = useText();
  const api = useApi();
  const { run, isBusy, error } = useAction();
  const secrets = useSecrets();
  const key = useKey();
  const seal = useSeal();
  const { targets, guarded } = useTargets([id]);
  const [typed, setTyped] = useState('');
  const whyNot = () => {
    if (targets.length === 0) return text('ui/detail/gone');
    if (secrets.countFor([id]) === 0) return text('ui/acts/secrets/missing');
    if (key.state === 'bad') return text('ui/access/backup/keyMissing');
    return key.state === 'differs' ? text('ui/access/backup/keyDiffers') : seal.whyNot;
  };
  const submit = () =>
    void run(async () => {
      const made = await api.call('backup.make', {
        ...{ id, secretKey: key.first.read(), secrets: secrets.read([id]), ...seal.read() },
        ...overrideInput(typed),
      });
      save(made);
      onMade(made);
    });
  return (
    <ActForm
      verb={text('ui/access/backup/confirm')}
      whyNot={whyNot()}
      isBusy={isBusy}
      error={error}
      onSubmit={submit}
      onClose={onClose}
    >
      <TargetName targets={targets} />
      <p>{text('ui/access/backup/what')}</p>
      <Override count={guarded} value={typed} onChange={setTyped} />
      <SecretsForm draft={secrets} targets={targets} autoFocus />
      <KeyPair draft={key} />
      <SealChoice draft={seal} plainWarning={text('ui/access/backup/plainWarning')} />
    </ActForm>
  );
}

function Done({ made, onClose }: { readonly made: Made; readonly onClose: () => void }) {
  const text = useText();
  return (
    <>
      <p role="status">{text('ui/access/backup/done', { file: made.fileName })}</p>
      <MetaFacts meta={made.meta} />
      <p>{text('ui/access/backup/keep')}</p>
      <div className={actStyles['buttons']}>
        <Button icon={<Download aria-hidden />} onPress={() => save(made)}>
          {text('ui/access/backup/saveAgain')}
        </Button>
        <Button variant="primary" autoFocus onPress={onClose}>
          {text('ui/access/backup/close')}
        </Button>
      </div>
    </>
  );
}

/** Takes a device's configuration out into a file, sealed unless somebody insists. */
export function BackupDialog({ id, onClose }: Omit<BodyProps, 'onMade'>) {
  const text = useText();
  const [made, setMade] = useState<Made | null>(null);
  return (
    <Dialog title={text('ui/access/backup/title')} isOpen onClose={onClose} width="wide">
      <div className={actStyles['form']}>
        {made === null ? (
          <Form id={id} onClose={onClose} onMade={setMade} />
        ) : (
          <Done made={made} onClose={onClose} />
        )}
      </div>
    </Dialog>
  );
}

import { FolderOpen, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import type { DeviceId } from '../../../../main/contract/device.ts';
import type { PreflightLine } from '../../../../main/contract/job.ts';
import type { BackupMeta } from '../../../../main/contract/login.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { PasswordField } from '../../components/PasswordField.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { ActForm } from '../acts/ActForm.tsx';
import actStyles from '../acts/acts.module.css';
import { ChangesStays } from '../acts/ChangesStays.tsx';
import { isGuarded, isOverrideWord, isTail, overrideInput } from '../acts/model.ts';
import { OneDeviceAct } from '../acts/OneDeviceAct.tsx';
import { Override } from '../acts/Override.tsx';
import { SecretsForm } from '../acts/SecretsForm.tsx';
import { TailField } from '../acts/TailField.tsx';
import { useSecrets } from '../acts/use-secrets.ts';
import { useStart } from '../acts/use-start.ts';
import { useSecretField } from '../vault/use-secret-field.ts';
import styles from './access.module.css';
import { MetaFacts } from './MetaFacts.tsx';
import { type BackupFile, useBackupFile } from './use-backup-file.ts';

const bytesPerMb = 1024 * 1024;

/** A sealed one shows what stands on it; its passphrase proves it. */
function Passphrase({ file }: { readonly file: BackupFile }) {
  const text = useText();
  return (
    <div className={styles['line']}>
      <PasswordField
        label={text('ui/access/restoreBackup/passphrase')}
        inputRef={file.passphrase.inputRef}
        onChange={file.passphrase.onChange}
      />
      <Button
        isBusy={file.isBusy}
        whyDisabled={
          file.passphrase.isFilled ? undefined : text('ui/access/restoreBackup/notOpened')
        }
        onPress={file.open}
      >
        {text('ui/access/restoreBackup/open')}
      </Button>
    </div>
  );
}

function FilePart({ file }: { readonly file: BackupFile }) {
  const text = useText();
  const format = useFormat();
  const { meta, name, tooLarge } = file;
  return (
    <section className={styles['section']} aria-label={text('ui/access/restoreBackup/file')}>
      <h3>{text('ui/access/restoreBackup/file')}</h3>
      <div className={styles['line']}>
        <FileTrigger
          onSelect={(files) => {
            const chosen = files?.[0];
            if (chosen !== undefined) file.choose(chosen);
          }}
        >
          <Button icon={<FolderOpen aria-hidden />} isBusy={file.isBusy} autoFocus>
            {text(`ui/access/restoreBackup/${name === null ? 'choose' : 'other'}`)}
          </Button>
        </FileTrigger>
        <span>{name}</span>
      </div>
      {tooLarge === null ? null : (
        <p role="alert">
          {text('ui/access/restoreBackup/tooLarge', {
            size: format.number(Math.ceil(tooLarge / bytesPerMb)),
          })}
        </p>
      )}
      {meta === null ? null : (
        <>
          <MetaFacts meta={meta} />
          <p className={styles['dim']} role="status">
            {text(`ui/access/meta/${file.isProven ? 'proven' : 'notProven'}`)}
          </p>
          {file.isProven ? null : <Passphrase file={file} />}
        </>
      )}
      {file.error === null ? null : <ErrorNotice error={file.error} />}
    </section>
  );
}

/** The core refuses another model; another device of the same model is a person's own decision. */
function Mismatch({ meta, line }: { readonly meta: BackupMeta; readonly line: PreflightLine }) {
  const text = useText();
  const { model, serial } = line.device;
  const isOtherModel = meta.model !== null && model !== null && meta.model !== model;
  const isOther = meta.serial !== null && serial !== null && meta.serial !== serial;
  if (!isOtherModel && !isOther) return null;
  return (
    <div className={actStyles['warning']}>
      <p>
        <TriangleAlert aria-hidden />{' '}
        {isOtherModel
          ? text('ui/access/restoreBackup/otherModel', { model: meta.model ?? '' })
          : text('ui/access/restoreBackup/otherSerial', { serial: meta.serial ?? '' })}
      </p>
    </div>
  );
}

interface RestoreBackupDialogProps {
  readonly id: DeviceId;
  readonly onClose: () => void;
}

function Body(props: RestoreBackupDialogProps & { readonly line: PreflightLine }) {
  const { id, line, onClose } = props;
  const text = useText();
  const file = useBackupFile();
  const key = useSecretField();
  const draft = useSecrets();
  const { start, isBusy, error } = useStart(onClose);
  const [tail, setTail] = useState('');
  const [typed, setTyped] = useState('');
  const isOverride = isOverrideWord(typed);
  const whyNot = () => {
    if (file.meta === null) return text('ui/access/restoreBackup/noFile');
    if (!file.isProven) return text('ui/access/restoreBackup/notOpened');
    if (isGuarded(line) && !isOverride) return text('ui/acts/override/hint');
    if (!key.isFilled) return text('ui/access/restoreBackup/keyMissing');
    if (draft.countFor([id]) === 0) return text('ui/acts/secrets/missing');
    return isTail(tail, line.device.serial) ? null : text('ui/acts/serial/missing');
  };
  return (
    <ActForm
      verb={text('ui/access/restoreBackup/confirm')}
      variant="danger"
      whyNot={whyNot()}
      isBusy={isBusy}
      error={error}
      onClose={onClose}
      onSubmit={() =>
        start('backup.restore', () => ({
          ...{ id, ...file.read(), secretKey: key.read(), confirmSerial: tail.trim() },
          secrets: draft.read([id]),
          ...overrideInput(typed),
        }))
      }
    >
      <FilePart file={file} />
      {file.meta === null ? null : <Mismatch meta={file.meta} line={line} />}
      <div className={styles['half']}>
        <PasswordField
          label={text('ui/access/restoreBackup/key')}
          inputRef={key.inputRef}
          onChange={key.onChange}
        />
      </div>
      <Override count={isGuarded(line) ? 1 : 0} value={typed} onChange={setTyped} />
      <SecretsForm draft={draft} targets={[line]} />
      <TailField value={tail} onChange={setTail} />
      <ChangesStays
        changes={text('ui/access/restoreBackup/changes')}
        stays={text('ui/access/restoreBackup/stays')}
      />
    </ActForm>
  );
}

/** Gives a device its configuration back out of a backup of its own model and firmware. */
export function RestoreBackupDialog(props: RestoreBackupDialogProps) {
  const text = useText();
  return (
    <OneDeviceAct
      kind="restore-config"
      id={props.id}
      title={text('ui/access/restoreBackup/title')}
      width="widest"
      onClose={props.onClose}
    >
      {(line) => <Body {...props} line={line} />}
    </OneDeviceAct>
  );
}

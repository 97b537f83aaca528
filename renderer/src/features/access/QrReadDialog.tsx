import { useState } from 'react';
import type { MethodOutput } from '../../../../main/contract/methods.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Field } from '../../components/Field.tsx';
import { Mono, Serial } from '../../components/Mono.tsx';
import { PasswordField } from '../../components/PasswordField.tsx';
import { showToast } from '../../components/toast-store.ts';
import { useAction } from '../../components/use-action.ts';
import { useText } from '../../i18n/use-text.ts';
import { useApi, useSettings } from '../../state/app-context.tsx';
import { ActForm } from '../acts/ActForm.tsx';
import actStyles from '../acts/acts.module.css';
import { refLabel } from '../jobs/model/names.ts';
import { useSecretField } from '../vault/use-secret-field.ts';
import styles from './access.module.css';

type Content = MethodOutput<'qr.read'>;
type Coded = Content['devices'][number];

/** A code longer than this is none of ours. */
const mostText = 8000;

function CodedDevice({ device }: { readonly device: Coded }) {
  const text = useText();
  const { isPrivate } = useSettings();
  const scheme = device.isTls ? 'https' : 'http';
  const port = device.httpPort === null ? '' : `:${device.httpPort}`;
  return (
    <li className={styles['finding']}>
      <div className={styles['line']}>
        <strong>{device.name ?? device.model ?? text('ui/detail/noModel')}</strong>
        {device.serial === null ? null : <Serial serial={device.serial} />}
        {device.host === null ? (
          <span className={styles['dim']}>{text('ui/access/qrRead/noAddress')}</span>
        ) : (
          <Mono>{`${scheme}://${device.host}${port}`}</Mono>
        )}
      </div>
      <p className={styles['dim']}>
        {device.existing === null
          ? text('ui/access/qrRead/isNew')
          : `${text('ui/access/qrRead/inList')}: ${refLabel(device.existing, isPrivate)}`}
        {device.userName === null ? null : ` · ${device.userName}`}
        {device.hasPassword ? ` · ${text('ui/access/qrRead/withPassword')}` : null}
      </p>
    </li>
  );
}

interface ResultProps {
  readonly content: Content;
  readonly isBusy: boolean;
  readonly onAdd: () => void;
}

/** What the code is, what is in it, and what can be done with it. */
function Result({ content, isBusy, onAdd }: ResultProps) {
  const text = useText();
  const { kind, devices } = content;
  return (
    <section className={styles['section']} aria-label={text('ui/access/qrRead/devices')}>
      <div role="status">
        <h3>{text(`ui/access/qrRead/kinds/${kind}`)}</h3>
      </div>
      <p>{text(`ui/access/qrRead/advice/${kind}`)}</p>
      {devices.length === 0 ? null : (
        <ul>
          {devices.map((device) => (
            <CodedDevice
              key={`${device.serial} ${device.host} ${device.httpPort} ${device.name}`}
              device={device}
            />
          ))}
        </ul>
      )}
      {kind === 'ours' && devices.length > 0 ? (
        <div className={styles['line']}>
          <Button variant="primary" isBusy={isBusy} onPress={onAdd}>
            {text('ui/access/qrRead/add', { count: devices.length })}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

function Body({ onClose }: { readonly onClose: () => void }) {
  const text = useText();
  const api = useApi();
  const reading = useAction();
  const adding = useAction();
  const passphrase = useSecretField();
  const [code, setCode] = useState('');
  const [content, setContent] = useState<Content | null>(null);
  const input = () => {
    const typed = passphrase.read();
    return { text: code, ...(typed === '' ? {} : { passphrase: typed }) };
  };
  const read = () => {
    setContent(null);
    void reading.run(async () => setContent(await api.call('qr.read', input())));
  };
  const add = () =>
    void adding.run(async () => {
      const { ids, passwords, without } = await api.call('qr.add', input());
      showToast({
        text: text('ui/access/qrRead/added', { devices: ids.length, passwords, without }),
      });
      onClose();
    });
  return (
    <ActForm
      verb={text('ui/access/qrRead/read')}
      variant={content === null ? 'primary' : 'plain'}
      whyNot={code.trim() === '' ? text('ui/access/qrRead/noText') : null}
      isBusy={reading.isBusy}
      error={reading.error}
      onSubmit={read}
      onClose={onClose}
    >
      <Field
        label={text('ui/access/qrRead/text')}
        description={text('ui/access/qrRead/textHint')}
        value={code}
        onChange={(typed) => {
          setCode(typed);
          setContent(null);
        }}
        maxLength={mostText}
        isMultiline
        isMono
        autoFocus
      />
      <div className={styles['narrow']}>
        <PasswordField
          label={text('ui/access/qrRead/passphrase')}
          description={text('ui/access/qrRead/passphraseHint')}
          inputRef={passphrase.inputRef}
          onChange={passphrase.onChange}
        />
      </div>
      {content === null ? null : <Result content={content} isBusy={adding.isBusy} onAdd={add} />}
      {adding.error === null ? null : <ErrorNotice error={adding.error} />}
    </ActForm>
  );
}

/** Reads what a scanner or a telephone made of a code; the vendor's own are named and left closed. */
export function QrReadDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useText();
  return (
    <Dialog title={text('ui/access/qrRead/title')} isOpen onClose={onClose} width="wide">
      <div className={actStyles['form']}>
        <Body onClose={onClose} />
      </div>
    </Dialog>
  );
}

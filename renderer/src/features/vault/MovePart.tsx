import { Download, Upload } from 'lucide-react';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import type { ImportReport } from '../../../../main/contract/credential.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { PasswordField } from '../../components/PasswordField.tsx';
import { useAction } from '../../components/use-action.ts';
import { useText } from '../../i18n/use-text.ts';
import { useApi } from '../../state/app-context.tsx';
import { DoneOnly, Form } from '../acts/Form.tsx';
import { saveFile } from '../export/save-file.ts';
import { bytesAsBase64 } from './file-bytes.ts';
import { PassphrasePair, usePassphraseDraft } from './PassphrasePair.tsx';
import { useSecretField } from './use-secret-field.ts';
import styles from './vault.module.css';

interface MoveProps {
  readonly onClose: () => void;
}

function ExportBody({ onClose }: MoveProps) {
  const text = useText();
  const api = useApi();
  const draft = usePassphraseDraft();
  const { run, isBusy, error } = useAction();
  const [done, setDone] = useState<{ entries: number; leftOut: number } | null>(null);
  if (done !== null) {
    return (
      <div className={styles['stack']}>
        <p>{text('ui/vault/move/exported', { count: done.entries })}</p>
        {done.leftOut === 0 ? null : (
          <p>{text('ui/vault/move/leftOut', { count: done.leftOut })}</p>
        )}
        <DoneOnly onClose={onClose} />
      </div>
    );
  }
  const send = () =>
    run(async () => {
      const file = await api.call('vault.export', { passphrase: draft.first.read() });
      saveFile({ ...file, mediaType: 'application/octet-stream' });
      setDone(file);
    });
  const whyNot =
    draft.problem === null ? null : text(`ui/vault/passphraseProblems/${draft.problem}`);
  return (
    <Form
      verb={text('ui/vault/move/export')}
      {...{ whyNot, isBusy, error, onClose }}
      onSubmit={() => void send()}
    >
      <p>{text('ui/vault/move/exportWhat')}</p>
      <PassphrasePair draft={draft} label={text('ui/vault/move/filePassphrase')} autoFocus />
    </Form>
  );
}

function Report({ report, onClose }: MoveProps & { readonly report: ImportReport }) {
  const text = useText();
  const { added, updated, same, conflicts } = report;
  return (
    <div className={styles['stack']}>
      <p role="status">{text('ui/vault/move/imported', { added, updated, same })}</p>
      {conflicts.length === 0 ? null : (
        <>
          <p>{text('ui/vault/move/conflicts', { count: conflicts.length })}</p>
          <ul className={styles['scroll']}>
            {conflicts.map((one) => (
              <li key={`${one.scope} ${one.subject} ${one.state}`} className={styles['entry']}>
                <span className={styles['grow']}>{one.subject}</span>
                {text(`ui/vault/move/kept/${one.kept}`)}
              </li>
            ))}
          </ul>
        </>
      )}
      <DoneOnly onClose={onClose} />
    </div>
  );
}

function ImportBody({ onClose }: MoveProps) {
  const text = useText();
  const api = useApi();
  const field = useSecretField();
  const { run, isBusy, error } = useAction();
  const [file, setFile] = useState<File | null>(null);
  const [report, setReport] = useState<ImportReport | null>(null);
  if (report !== null) return <Report report={report} onClose={onClose} />;
  const whyNot =
    file === null
      ? text('ui/vault/move/noFile')
      : field.isFilled
        ? null
        : text('ui/vault/typePassphrase');
  const read = () =>
    run(async () => {
      if (file === null) return;
      const base64 = bytesAsBase64(new Uint8Array(await file.arrayBuffer()));
      setReport(await api.call('vault.import', { base64, passphrase: field.read() }));
    });
  return (
    <Form
      verb={text('ui/vault/move/import')}
      {...{ whyNot, isBusy, error, onClose }}
      onSubmit={() => void read()}
    >
      <p>{text('ui/vault/move/importWhat')}</p>
      <div className={styles['line']}>
        <FileTrigger onSelect={(files) => setFile(files?.[0] ?? null)}>
          <Button autoFocus>{text('ui/vault/move/choose')}</Button>
        </FileTrigger>
        <span>{file?.name ?? text('ui/vault/move/noFile')}</span>
      </div>
      <PasswordField
        label={text('ui/vault/move/filePassphrase')}
        inputRef={field.inputRef}
        onChange={field.onChange}
      />
    </Form>
  );
}

/** The sealed file for another laptop, out and in. */
export function MovePart({ isLocked }: { readonly isLocked: boolean }) {
  const text = useText();
  const [opened, setOpened] = useState<'export' | 'import' | null>(null);
  const close = () => setOpened(null);
  const why = isLocked ? text('ui/vault/list/locked') : undefined;
  return (
    <div className={styles['stack']}>
      <h3>{text('ui/vault/move/title')}</h3>
      <div className={styles['line']}>
        <Button
          icon={<Download aria-hidden />}
          whyDisabled={why}
          onPress={() => setOpened('export')}
        >
          {text('ui/vault/move/exportOpen')}
        </Button>
        <Button icon={<Upload aria-hidden />} whyDisabled={why} onPress={() => setOpened('import')}>
          {text('ui/vault/move/importOpen')}
        </Button>
      </div>
      {opened === 'export' ? (
        <Dialog title={text('ui/vault/move/exportTitle')} isOpen onClose={close}>
          <ExportBody onClose={close} />
        </Dialog>
      ) : null}
      {opened === 'import' ? (
        <Dialog title={text('ui/vault/move/importTitle')} isOpen onClose={close}>
          <ImportBody onClose={close} />
        </Dialog>
      ) : null}
    </div>
  );
}

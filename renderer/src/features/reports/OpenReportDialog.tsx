import { Download, Printer } from 'lucide-react';
import { useState } from 'react';
import type { MethodOutput } from '../../../../main/contract/methods.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { PasswordField } from '../../components/PasswordField.tsx';
import { useAction } from '../../components/use-action.ts';
import { useText } from '../../i18n/use-text.ts';
import { useApi } from '../../state/app-context.tsx';
import { DoneOnly, Form } from '../acts/Form.tsx';
import { saveFile } from '../export/save-file.ts';
import { printPage } from '../jobs/print-page.ts';
import { bytesAsBase64 } from '../vault/file-bytes.ts';
import { useSecretField } from '../vault/use-secret-field.ts';
import { FileLine } from './FileLine.tsx';
import styles from './reports.module.css';
import { textOfFile } from './text-of-file.ts';

interface BodyProps {
  readonly onClose: () => void;
}

function Opened({ file, onClose }: BodyProps & { readonly file: MethodOutput<'reports.open'> }) {
  const text = useText();
  const isPage = file.mediaType.startsWith('text/html');
  return (
    <div className={styles['section']}>
      <p role="status">{text('ui/reports/open/opened', { name: file.fileName })}</p>
      <div className={styles['line']}>
        <Button icon={<Download aria-hidden />} onPress={() => saveFile(file)}>
          {text('ui/reports/open/save')}
        </Button>
        {isPage ? (
          <Button icon={<Printer aria-hidden />} onPress={() => void printPage(textOfFile(file))}>
            {text('ui/reports/print')}
          </Button>
        ) : null}
      </div>
      <DoneOnly onClose={onClose} />
    </div>
  );
}

function Body({ onClose }: BodyProps) {
  const text = useText();
  const api = useApi();
  const field = useSecretField();
  const { run, isBusy, error } = useAction();
  const [file, setFile] = useState<File | null>(null);
  const [opened, setOpened] = useState<MethodOutput<'reports.open'> | null>(null);
  if (opened !== null) return <Opened file={opened} onClose={onClose} />;
  const missing = field.isFilled ? null : text('ui/vault/typePassphrase');
  const open = () =>
    run(async () => {
      if (file === null) return;
      const base64 = bytesAsBase64(new Uint8Array(await file.arrayBuffer()));
      setOpened(await api.call('reports.open', { base64, passphrase: field.read() }));
      field.clear();
    });
  return (
    <Form
      verb={text('ui/reports/open/do')}
      whyNot={file === null ? text('ui/reports/noFile') : missing}
      {...{ isBusy, error, onClose }}
      onSubmit={() => void open()}
    >
      <p>{text('ui/reports/open/what')}</p>
      <FileLine file={file} onFile={setFile} />
      <PasswordField
        label={text('ui/reports/passphrase')}
        inputRef={field.inputRef}
        onChange={field.onChange}
      />
    </Form>
  );
}

/** A sealed report again, to read or to print. */
export function OpenReportDialog({ onClose }: BodyProps) {
  const text = useText();
  return (
    <Dialog title={text('ui/reports/open/title')} isOpen onClose={onClose}>
      <Body onClose={onClose} />
    </Dialog>
  );
}

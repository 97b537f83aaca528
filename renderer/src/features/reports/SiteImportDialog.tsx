import { useState } from 'react';
import type { MethodOutput } from '../../../../main/contract/methods.ts';
import type { SitePreview } from '../../../../main/contract/report.ts';
import { shownSiteName } from '../../../../main/contract/text/given-names.ts';
import { Checkbox } from '../../components/Checkbox.tsx';
import { Choice } from '../../components/Choice.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { PasswordField } from '../../components/PasswordField.tsx';
import { useAction } from '../../components/use-action.ts';
import { useText } from '../../i18n/use-text.ts';
import { useApi, useSession, useSite, useStore } from '../../state/app-context.tsx';
import { DoneOnly, Form } from '../acts/Form.tsx';
import { bytesAsBase64 } from '../vault/file-bytes.ts';
import { useSecretField } from '../vault/use-secret-field.ts';
import { ConflictList } from './ConflictList.tsx';
import { FileLine } from './FileLine.tsx';
import type { Choices } from './model.ts';
import { PreviewFacts } from './PreviewFacts.tsx';
import styles from './reports.module.css';

interface BodyProps {
  readonly onClose: () => void;
}

/** The passphrase is needed twice, to look and to take in; it stays with its field in between. */
function Body({ onClose }: BodyProps) {
  const text = useText();
  const api = useApi();
  const field = useSecretField();
  const { run, isBusy, error } = useAction();
  const [file, setFile] = useState<File | null>(null);
  const [read, setRead] = useState<{
    readonly base64: string;
    readonly preview: SitePreview;
  } | null>(null);
  const [done, setDone] = useState<MethodOutput<'sites.importFile'> | null>(null);
  if (done !== null) return <Done done={done} onClose={onClose} />;
  const missing = field.isFilled ? null : text('ui/vault/typePassphrase');
  const look = () =>
    run(async () => {
      if (file === null) return;
      const base64 = bytesAsBase64(new Uint8Array(await file.arrayBuffer()));
      const preview = await api.call('sites.readFile', { base64, passphrase: field.read() });
      setRead({ base64, preview });
    });
  if (read !== null) {
    return <TakeIn {...read} passphrase={field.read} onDone={setDone} onClose={onClose} />;
  }
  return (
    <Form
      verb={text('ui/reports/siteFile/look')}
      whyNot={file === null ? text('ui/reports/noFile') : missing}
      {...{ isBusy, error, onClose }}
      onSubmit={() => void look()}
    >
      <p>{text('ui/reports/siteFile/importWhat')}</p>
      <FileLine file={file} onFile={setFile} />
      <PasswordField
        label={text('ui/reports/passphrase')}
        inputRef={field.inputRef}
        onChange={field.onChange}
      />
    </Form>
  );
}

interface TakeInProps extends BodyProps {
  readonly base64: string;
  readonly preview: SitePreview;
  readonly passphrase: () => string;
  readonly onDone: (done: MethodOutput<'sites.importFile'>) => void;
}

function TakeIn({ base64, preview, passphrase, onDone, onClose }: TakeInProps) {
  const text = useText();
  const api = useApi();
  const site = useSite();
  const vault = useStore(useSession().vault);
  const { run, isBusy, error } = useAction();
  const [into, setInto] = useState<'current' | 'new'>('current');
  const [choices, setChoices] = useState<Choices>({});
  const [leaveOut, setLeaveOut] = useState(false);
  const isOpen = vault?.exists === true && !vault.isLocked;
  const needsVault = preview.credentials > 0 && !isOpen && !leaveOut;
  const take = () =>
    run(async () => {
      const plain = Object.fromEntries(
        Object.entries(choices).map(([key, fields]) => [key, { ...fields }]),
      );
      onDone(
        await api.call('sites.importFile', {
          ...{ base64, passphrase: passphrase(), into, leaveOutPasswords: leaveOut },
          choices: plain,
        }),
      );
    });
  return (
    <Form
      verb={text('ui/reports/siteFile/import')}
      whyNot={needsVault ? text('ui/reports/siteFile/vaultNeeded') : null}
      {...{ isBusy, error, onClose }}
      onSubmit={() => void take()}
    >
      <PreviewFacts preview={preview} />
      <Choice
        label={text('ui/reports/siteFile/into')}
        value={into}
        onChange={setInto}
        options={[
          { id: 'current', label: text('ui/reports/siteFile/intoCurrent', { site: site.name }) },
          {
            id: 'new',
            label: text('ui/reports/siteFile/intoNew', {
              site: shownSiteName(preview.name, text.locale),
            }),
          },
        ]}
      />
      <ConflictList preview={preview} choices={choices} onChoices={setChoices} />
      {preview.credentials === 0 ? null : (
        <Checkbox isSelected={leaveOut} onChange={setLeaveOut}>
          {text('ui/reports/siteFile/leaveOut')}
        </Checkbox>
      )}
    </Form>
  );
}

function Done({ done, onClose }: BodyProps & { readonly done: MethodOutput<'sites.importFile'> }) {
  const text = useText();
  const { added, merged, cases, credentials, auditLines } = done;
  return (
    <div className={styles['section']}>
      <p role="status">
        {text('ui/reports/siteFile/done', { added, merged, cases, credentials, auditLines })}
      </p>
      <DoneOnly onClose={onClose} />
    </div>
  );
}

/** Another laptop's site: looked at first, then taken in. */
export function SiteImportDialog({ onClose }: BodyProps) {
  const text = useText();
  return (
    <Dialog title={text('ui/reports/siteFile/importTitle')} isOpen onClose={onClose} width="wide">
      <Body onClose={onClose} />
    </Dialog>
  );
}

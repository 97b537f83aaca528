import { useState } from 'react';
import { Checkbox } from '../../components/Checkbox.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { showToast } from '../../components/toast-store.ts';
import { useAction } from '../../components/use-action.ts';
import { useText } from '../../i18n/use-text.ts';
import { useAnnounce, useApi, useSession, useSite, useStore } from '../../state/app-context.tsx';
import { Form } from '../acts/Form.tsx';
import { saveFile } from '../export/save-file.ts';
import { PassphrasePair, usePassphraseDraft } from '../vault/PassphrasePair.tsx';

interface BodyProps {
  readonly onClose: () => void;
}

function Body({ onClose }: BodyProps) {
  const text = useText();
  const api = useApi();
  const announce = useAnnounce();
  const draft = usePassphraseDraft();
  const vault = useStore(useSession().vault);
  const { run, isBusy, error } = useAction();
  const isLocked = vault?.exists === true && vault.isLocked;
  const [leaveOut, setLeaveOut] = useState(false);
  const problem =
    draft.problem === null ? null : text(`ui/vault/passphraseProblems/${draft.problem}`);
  const whyNot = isLocked && !leaveOut ? text('ui/reports/siteFile/vaultLocked') : problem;
  const send = async () => {
    const isSaved = await run(async () => {
      const file = await api.call('sites.exportFile', {
        passphrase: draft.first.read(),
        leaveOutPasswords: leaveOut,
      });
      saveFile(file);
      const words = text('ui/reports/saved', { name: file.fileName });
      announce(words);
      showToast({ text: words });
    });
    if (isSaved) onClose();
  };
  return (
    <Form
      verb={text('ui/reports/siteFile/export')}
      {...{ whyNot, isBusy, error, onClose }}
      onSubmit={() => void send()}
    >
      <p>{text('ui/reports/siteFile/exportWhat')}</p>
      <PassphrasePair draft={draft} label={text('ui/reports/passphrase')} autoFocus />
      <Checkbox isSelected={leaveOut} onChange={setLeaveOut}>
        {text('ui/reports/siteFile/leaveOut')}
      </Checkbox>
    </Form>
  );
}

/** The whole site in one sealed file. */
export function SiteExportDialog({ onClose }: BodyProps) {
  const text = useText();
  const site = useSite();
  return (
    <Dialog
      title={text('ui/reports/siteFile/exportTitle', { site: site.name })}
      isOpen
      onClose={onClose}
    >
      <Body onClose={onClose} />
    </Dialog>
  );
}

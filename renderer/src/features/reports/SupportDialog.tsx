import { useState } from 'react';
import type { DeviceId } from '../../../../main/contract/device.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { Field } from '../../components/Field.tsx';
import { showToast } from '../../components/toast-store.ts';
import { useAction } from '../../components/use-action.ts';
import { useLocale, useText } from '../../i18n/use-text.ts';
import { useAnnounce, useApi, useSession } from '../../state/app-context.tsx';
import { Form } from '../acts/Form.tsx';
import { saveFile } from '../export/save-file.ts';
import styles from './reports.module.css';

interface SupportDialogProps {
  /** Empty: the whole site. */
  readonly ids: readonly DeviceId[];
  readonly onClose: () => void;
}

const mostNamed = 3;

function useWho(ids: readonly DeviceId[]): string {
  const text = useText();
  const { fleet } = useSession();
  if (ids.length === 0) return text('ui/reports/support/wholeSite');
  if (ids.length > mostNamed) return text('ui/reports/support/devices', { count: ids.length });
  const names = ids.map((id) => {
    const row = fleet.row(id);
    const parts = [row?.name ?? row?.model, row?.shortSerial, row?.ipv4Address];
    return parts.filter(Boolean).join(' ');
  });
  return names.join('; ');
}

function Body({ ids, onClose }: SupportDialogProps) {
  const text = useText();
  const api = useApi();
  const locale = useLocale();
  const announce = useAnnounce();
  const who = useWho(ids);
  const [story, setStory] = useState('');
  const { run, isBusy, error } = useAction();
  const make = async () => {
    const isSaved = await run(async () => {
      const file = await api.call('support.make', {
        ...{ locale, story },
        ...(ids.length === 0 ? {} : { ids: [...ids] }),
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
      verb={text('ui/reports/support/do')}
      whyNot={null}
      {...{ isBusy, error, onClose }}
      onSubmit={() => void make()}
    >
      <p>{who}</p>
      <p>{text('ui/reports/support/holds')}</p>
      <Field
        label={text('ui/reports/support/story')}
        description={text('ui/reports/support/storyHint')}
        value={story}
        onChange={setStory}
        isMultiline
        autoFocus
        maxLength={4000}
      />
      <p className={styles['dim']}>{text('ui/reports/support/stays')}</p>
    </Form>
  );
}

/** Everything support asks for, in one file that can be read before it is sent. */
export function SupportDialog(props: SupportDialogProps) {
  const text = useText();
  return (
    <Dialog title={text('ui/reports/support/dialogTitle')} isOpen onClose={props.onClose}>
      <Body {...props} />
    </Dialog>
  );
}

import { Download, Printer } from 'lucide-react';
import { useState } from 'react';
import type { DeviceId } from '../../../../main/contract/device.ts';
import type { MethodInput } from '../../../../main/contract/methods.ts';
import { Button } from '../../components/Button.tsx';
import { Choice } from '../../components/Choice.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Field } from '../../components/Field.tsx';
import { Select } from '../../components/Select.tsx';
import { showToast } from '../../components/toast-store.ts';
import { useAction } from '../../components/use-action.ts';
import { type Locale, locales } from '../../i18n/locales.ts';
import { useLocale, useText } from '../../i18n/use-text.ts';
import { useAnnounce, useApi } from '../../state/app-context.tsx';
import { saveFile } from '../export/save-file.ts';
import { printPage } from '../jobs/print-page.ts';
import { PassphrasePair, usePassphraseDraft } from '../vault/PassphrasePair.tsx';
import { formatsOf, kinds, type ReportFormat, type ReportKind } from './model.ts';
import styles from './reports.module.css';
import { textOfFile } from './text-of-file.ts';

interface ReportFormProps {
  /** The whole site when `null`. */
  readonly ids: readonly DeviceId[] | null;
  readonly onMade: () => void;
}

/** What goes on paper, for whom, in which language. */
export function ReportForm({ ids, onMade }: ReportFormProps) {
  const text = useText();
  const locale = useLocale();
  const [kind, setKind] = useState<ReportKind>('handover-client');
  const [wanted, setFormat] = useState<ReportFormat>('html');
  const [language, setLanguage] = useState<Locale>(locale);
  const [client, setClient] = useState('');
  const [installer, setInstaller] = useState('');
  const draft = usePassphraseDraft();
  const formats = formatsOf(kind);
  const format = formats.includes(wanted) ? wanted : 'html';
  const isSealed = kind === 'handover-office';
  const make = useMake(onMade);
  const whyNot =
    isSealed && draft.problem !== null
      ? text(`ui/vault/passphraseProblems/${draft.problem}`)
      : undefined;
  const request = (as: ReportFormat) => ({
    ...{ kind, format: as, locale: language },
    ...(ids === null ? {} : { ids: [...ids] }),
    ...(client.trim() === '' ? {} : { client }),
    ...(installer.trim() === '' ? {} : { installer }),
    ...(isSealed ? { passphrase: draft.first.read() } : {}),
  });
  return (
    <form
      className={styles['section']}
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (whyNot === undefined) make.save(request(format));
      }}
    >
      <Choice
        label={text('ui/reports/kind')}
        value={kind}
        onChange={setKind}
        options={kinds.map((id) => ({
          id,
          label: text(`reports/kinds/${id}`),
          detail: text(`ui/reports/kindDetails/${id}`),
        }))}
      />
      <Shape {...{ formats, format, setFormat, language, setLanguage }} />
      <div className={styles['pair']}>
        <Field
          label={text('ui/reports/client')}
          value={client}
          onChange={setClient}
          maxLength={200}
        />
        <Field
          label={text('ui/reports/installer')}
          value={installer}
          onChange={setInstaller}
          maxLength={200}
        />
      </div>
      {isSealed ? <PassphrasePair draft={draft} label={text('ui/reports/passphrase')} /> : null}
      {kind === 'handover-client' ? (
        <p className={styles['dim']}>{text('ui/reports/privateHint')}</p>
      ) : null}
      {make.error === null ? null : <ErrorNotice error={make.error} />}
      <Verbs
        isBusy={make.isBusy}
        whyNot={whyNot}
        onPrint={isSealed ? null : () => make.print(request('html'))}
      />
    </form>
  );
}

interface ShapeProps {
  readonly formats: readonly ReportFormat[];
  readonly format: ReportFormat;
  readonly setFormat: (format: ReportFormat) => void;
  readonly language: Locale;
  readonly setLanguage: (language: Locale) => void;
}

function Shape({ formats, format, setFormat, language, setLanguage }: ShapeProps) {
  const text = useText();
  return (
    <div className={styles['pair']}>
      <Select
        label={text('ui/reports/format')}
        value={format}
        onChange={setFormat}
        options={formats.map((id) => ({ id, label: text(`ui/reports/formats/${id}`) }))}
      />
      <Select
        label={text('ui/reports/language')}
        value={language}
        onChange={setLanguage}
        options={locales.map((id) => ({ id, label: text(`ui/reports/languages/${id}`) }))}
      />
    </div>
  );
}

interface VerbsProps {
  readonly isBusy: boolean;
  readonly whyNot: string | undefined;
  /** `null`: a sealed one is no page. */
  readonly onPrint: (() => void) | null;
}

function Verbs({ isBusy, whyNot, onPrint }: VerbsProps) {
  const text = useText();
  return (
    <div className={styles['line']}>
      <Button
        type="submit"
        variant="primary"
        icon={<Download aria-hidden />}
        isBusy={isBusy}
        whyDisabled={whyNot}
      >
        {text('ui/reports/save')}
      </Button>
      {onPrint === null ? null : (
        <Button icon={<Printer aria-hidden />} isBusy={isBusy} onPress={onPrint}>
          {text('ui/reports/print')}
        </Button>
      )}
    </div>
  );
}

type Request = MethodInput<'reports.make'>;

function useMake(onMade: () => void) {
  const text = useText();
  const api = useApi();
  const announce = useAnnounce();
  const { run, isBusy, error } = useAction();
  const save = (request: Request) =>
    void run(async () => {
      const file = await api.call('reports.make', request);
      saveFile(file);
      const words = text('ui/reports/saved', { name: file.fileName });
      announce(words);
      showToast({ text: words });
      onMade();
    });
  const print = (request: Request) =>
    void run(async () => {
      const file = await api.call('reports.make', request);
      onMade();
      await printPage(textOfFile(file));
    });
  return { save, print, isBusy, error };
}

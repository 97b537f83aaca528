import { Printer } from 'lucide-react';
import { type RefObject, useRef, useState } from 'react';
import type { DeviceId } from '../../../../main/contract/device.ts';
import { ownerMessages } from '../../../../main/contract/lists.ts';
import { Button } from '../../components/Button.tsx';
import { Choice } from '../../components/Choice.tsx';
import { CopyButton } from '../../components/CopyButton.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Field } from '../../components/Field.tsx';
import { Select } from '../../components/Select.tsx';
import { type Locale, localeNames, locales } from '../../i18n/locales.ts';
import { useText } from '../../i18n/use-text.ts';
import { useQuery, useSession } from '../../state/app-context.tsx';
import { svgAsUrl } from '../access/model.ts';
import { pageToPrint } from '../guides/print-guide.ts';
import { DeviceName } from '../jobs/DeviceName.tsx';
import { rowAsRef } from '../jobs/model/names.ts';
import { printPage } from '../jobs/print-page.ts';
import styles from './cases.module.css';
import type { OwnerMessage } from './model/messages.ts';

interface OwnerMessageProps {
  readonly id: DeviceId;
  readonly caseId: string | undefined;
  /** The one to begin with. */
  readonly first: OwnerMessage | undefined;
  readonly onClose: () => void;
}

interface PaperProps {
  readonly message: string;
  readonly svgs: readonly string[];
  readonly locale: Locale;
  readonly paper: RefObject<HTMLElement | null>;
}

/** Text and codes as the owner gets them; an image keeps whatever a code holds from being part of the page. */
function Paper({ message, svgs, locale, paper }: PaperProps) {
  const text = useText();
  const count = svgs.length;
  return (
    <>
      <article ref={paper} className={styles['paper']} lang={locale}>
        <pre className={styles['message']}>{message}</pre>
        <div className={styles['qrs']}>
          {svgs.map((svg, at) => (
            <figure key={svg}>
              <img
                className={styles['qr']}
                src={svgAsUrl(svg)}
                alt={
                  count === 1
                    ? text('ui/cases/message/qr')
                    : text('ui/cases/message/qrPart', { number: at + 1, count })
                }
              />
              {count === 1 ? null : (
                <figcaption>
                  {at + 1} / {count}
                </figcaption>
              )}
            </figure>
          ))}
        </div>
      </article>
      <p className={styles['dim']}>
        {count === 1 ? null : `${text('ui/cases/message/parts', { count })} `}
        {text('ui/cases/message/local')}
      </p>
    </>
  );
}

interface FooterProps {
  readonly message: string | undefined;
  readonly onPrint: () => void;
  readonly onClose: () => void;
}

/** What the dialog is for stays in sight however long the text is. */
function Footer({ message, onPrint, onClose }: FooterProps) {
  const text = useText();
  return (
    <>
      {message === undefined ? null : (
        <>
          <CopyButton isWide label={text('ui/cases/message/copy')} textToCopy={() => message} />
          <Button icon={<Printer aria-hidden />} onPress={onPrint}>
            {text('ui/cases/message/print')}
          </Button>
        </>
      )}
      <Button onPress={onClose}>{text('ui/cases/message/close')}</Button>
    </>
  );
}

/** What the owner has to do, in the owner's language; to be copied, photographed or printed. */
export function OwnerMessageDialog({ id, caseId, first, onClose }: OwnerMessageProps) {
  const text = useText();
  const { fleet } = useSession();
  const [row] = useState(() => fleet.row(id));
  const [message, setMessage] = useState<OwnerMessage>(first ?? 'delete-in-app');
  const [locale, setLocale] = useState<Locale>(text.locale);
  const [installer, setInstaller] = useState('');
  const name = installer.trim();
  const { data, error, reload } = useQuery('messages.make', {
    ...{ message, locale, device: id },
    ...(caseId === undefined ? {} : { case: caseId }),
    ...(name === '' ? {} : { installer: name }),
  });
  // The text of a moment ago stays while the next one is made: a box that blinks cannot be read.
  const last = useRef(data);
  if (data !== undefined) last.current = data;
  const shown = data ?? (error === undefined ? last.current : undefined);
  const isToSupport = message === 'ask-support-again';
  const paper = useRef<HTMLElement>(null);
  const print = () => {
    if (paper.current === null) return;
    void printPage(pageToPrint(paper.current, text(`ui/cases/message/kinds/${message}`)));
  };
  return (
    <Dialog
      title={text(`ui/cases/message/${isToSupport ? 'titleSupport' : 'title'}`)}
      isOpen
      onClose={onClose}
      width="widest"
      footer={<Footer message={shown?.text} onPrint={print} onClose={onClose} />}
    >
      <div className={styles['stack']}>
        {row === undefined ? null : (
          <p className={styles['name']}>
            <DeviceName device={rowAsRef(row)} />
          </p>
        )}
        <div className={styles['pair']}>
          <Select
            label={text('ui/cases/message/which')}
            options={ownerMessages.map((one) => ({
              id: one,
              label: text(`ui/cases/message/kinds/${one}`),
            }))}
            value={message}
            onChange={setMessage}
          />
          <Field
            label={text('ui/cases/message/installer')}
            value={installer}
            onChange={setInstaller}
            maxLength={120}
          />
        </div>
        <Choice
          label={text(`ui/cases/message/${isToSupport ? 'languageSupport' : 'language'}`)}
          options={locales.map((one) => ({ id: one, label: localeNames[one] }))}
          value={locale}
          onChange={setLocale}
        />
        {error === undefined ? null : <ErrorNotice error={error} onRetry={reload} />}
        {shown === undefined ? null : (
          <Paper
            message={shown.text}
            svgs={[shown.svg, ...shown.more]}
            locale={locale}
            paper={paper}
          />
        )}
      </div>
    </Dialog>
  );
}

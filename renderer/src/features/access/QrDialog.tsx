import { ArrowLeft, Download, Printer } from 'lucide-react';
import { useState } from 'react';
import type { DeviceId } from '../../../../main/contract/device.ts';
import type { MethodOutput } from '../../../../main/contract/methods.ts';
import { Button } from '../../components/Button.tsx';
import { Checkbox } from '../../components/Checkbox.tsx';
import { Choice } from '../../components/Choice.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { useAction } from '../../components/use-action.ts';
import { useLocale, useText } from '../../i18n/use-text.ts';
import { useApi, useSettings } from '../../state/app-context.tsx';
import { ActForm } from '../acts/ActForm.tsx';
import actStyles from '../acts/acts.module.css';
import { saveFile } from '../export/save-file.ts';
import { DeviceName } from '../jobs/DeviceName.tsx';
import { refLabel } from '../jobs/model/names.ts';
import { printPage } from '../jobs/print-page.ts';
import { bytesAsBase64 } from '../vault/file-bytes.ts';
import styles from './access.module.css';
import { svgAsUrl, widthOfCode } from './model.ts';
import { TargetName } from './OneName.tsx';
import { SealChoice, useSeal } from './SealChoice.tsx';
import { useTargets } from './use-targets.ts';

type Made = MethodOutput<'qr.make'>;
type Layout = 'label' | 'site';

/** Enough to see that they are right; the sheet has all of them. */
const shownCodes = 24;

interface FormProps {
  readonly ids: readonly DeviceId[];
  readonly onMade: (made: Made) => void;
  readonly onClose: () => void;
}

function Form({ ids, onMade, onClose }: FormProps) {
  const text = useText();
  const locale = useLocale();
  const api = useApi();
  const { run, isBusy, error } = useAction();
  const { targets } = useTargets(ids);
  const seal = useSeal();
  const [layout, setLayout] = useState<Layout>('label');
  const [hasLogin, setLogin] = useState(false);
  const isWithLogin = hasLogin && !seal.isPlain;
  const submit = () =>
    void run(async () => {
      const input = { ids: [...ids], layout, hasLogin: isWithLogin, locale };
      onMade(await api.call('qr.make', { ...input, ...seal.read() }));
    });
  return (
    <ActForm
      verb={text('ui/access/qr/make')}
      whyNot={targets.length === 0 ? text('ui/detail/gone') : seal.whyNot}
      isBusy={isBusy}
      error={error}
      onSubmit={submit}
      onClose={onClose}
    >
      <TargetName targets={targets} />
      <Choice<Layout>
        label={text('ui/access/qr/layout')}
        value={layout}
        onChange={setLayout}
        options={(['label', 'site'] as const).map((id) => ({
          id,
          label: text(`ui/access/qr/${id}`),
          detail: text(`ui/access/qr/${id}Detail`),
        }))}
      />
      <SealChoice draft={seal} plainWarning={text('ui/access/qr/plainWarning')} autoFocus />
      {seal.isPlain ? null : (
        <div>
          <Checkbox isSelected={hasLogin} onChange={setLogin}>
            {text('ui/access/qr/login')}
          </Checkbox>
          <p className={styles['dim']}>{text('ui/access/qr/loginSealed')}</p>
        </div>
      )}
    </ActForm>
  );
}

function Code({ code, number }: { readonly code: Made['codes'][number]; readonly number: number }) {
  const text = useText();
  const { isPrivate } = useSettings();
  const [first] = code.devices;
  const isOne = code.devices.length === 1 && first !== undefined;
  const label = isOne
    ? refLabel(first, isPrivate)
    : text('ui/access/qr/codeOfMany', { number, count: code.devices.length });
  const width = widthOfCode(code.svg);
  return (
    <li className={styles['code']} style={{ width }}>
      <img src={svgAsUrl(code.svg)} alt={text('ui/access/qr/codeOf', { device: label })} />
      {isOne ? <DeviceName device={first} /> : <span>{label}</span>}
    </li>
  );
}

interface DoneProps {
  readonly made: Made;
  readonly onBack: () => void;
  readonly onClose: () => void;
}

function Done({ made, onBack, onClose }: DoneProps) {
  const text = useText();
  const { codes, sheet, fileName } = made;
  const save = () =>
    saveFile({
      fileName,
      mediaType: 'text/html',
      base64: bytesAsBase64(new TextEncoder().encode(sheet)),
    });
  const hidden = codes.length - shownCodes;
  return (
    <>
      <p role="status">{text('ui/access/qr/made', { count: codes.length })}</p>
      <ul className={styles['codes']}>
        {codes.slice(0, shownCodes).map((code, at) => (
          <Code key={code.text} code={code} number={at + 1} />
        ))}
      </ul>
      {hidden > 0 ? <p>{text('ui/access/qr/more', { count: hidden })}</p> : null}
      <p className={styles['dim']}>{text('ui/access/qr/apps')}</p>
      <div className={actStyles['buttons']}>
        <Button icon={<ArrowLeft aria-hidden />} onPress={onBack}>
          {text('ui/access/qr/back')}
        </Button>
        <Button icon={<Download aria-hidden />} onPress={save}>
          {text('ui/access/qr/save')}
        </Button>
        <Button
          variant="primary"
          icon={<Printer aria-hidden />}
          autoFocus
          // The dialog of the system is open as long as the operator likes; nothing waits for it.
          onPress={() => void printPage(sheet)}
        >
          {text('ui/access/qr/print')}
        </Button>
        <Button onPress={onClose}>{text('ui/access/backup/close')}</Button>
      </div>
    </>
  );
}

/** Codes that take devices over to another laptop, sealed unless somebody insists. */
export function QrDialog({ ids, onClose }: Omit<FormProps, 'onMade'>) {
  const text = useText();
  const [made, setMade] = useState<Made | null>(null);
  return (
    <Dialog
      title={text('ui/access/qr/title', { count: ids.length })}
      isOpen
      onClose={onClose}
      width="wide"
    >
      <div className={actStyles['form']}>
        {made === null ? (
          <Form ids={ids} onMade={setMade} onClose={onClose} />
        ) : (
          <Done made={made} onBack={() => setMade(null)} onClose={onClose} />
        )}
      </div>
    </Dialog>
  );
}

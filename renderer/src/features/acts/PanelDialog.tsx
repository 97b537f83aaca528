import { TriangleAlert } from 'lucide-react';
import { useRef, useState } from 'react';
import type { DeviceId } from '../../../../main/contract/device.ts';
import { Checkbox } from '../../components/Checkbox.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { PasswordField } from '../../components/PasswordField.tsx';
import { useText } from '../../i18n/use-text.ts';
import { ActForm } from './ActForm.tsx';
import styles from './acts.module.css';
import { ChangesStays } from './ChangesStays.tsx';
import { CloseOnly } from './Form.tsx';
import { Gate } from './Gate.tsx';
import { useStart } from './use-start.ts';

interface PanelDialogProps {
  readonly id: DeviceId;
  readonly onClose: () => void;
}

function Body({ id, onClose }: PanelDialogProps) {
  const text = useText();
  const { start, isBusy, error } = useStart(onClose);
  const code = useRef('');
  const [isFilled, setFilled] = useState(false);
  const [isUnderstood, setUnderstood] = useState(false);
  const whyNot = !isFilled
    ? text('ui/acts/panel/noCode')
    : isUnderstood
      ? null
      : text('ui/acts/panel/noConsent');
  return (
    <ActForm
      verb={text('ui/acts/panel/confirm')}
      variant="danger"
      whyNot={whyNot}
      isBusy={isBusy}
      error={error}
      onSubmit={() => start('devices.unbindPanel', () => ({ id, code: code.current.trim() }))}
      onClose={onClose}
    >
      <div className={styles['warning']}>
        <p>
          <TriangleAlert aria-hidden /> {text('ui/acts/panel/warning')}
        </p>
      </div>
      <PasswordField
        label={text('ui/acts/panel/code')}
        description={text('ui/acts/panel/codeHint')}
        autoFocus
        onChange={(value) => {
          code.current = value;
          setFilled(value.trim() !== '');
        }}
      />
      <Checkbox isSelected={isUnderstood} onChange={setUnderstood}>
        {text('ui/acts/panel/understood')}
      </Checkbox>
      <ChangesStays changes={text('ui/acts/panel/changes')} stays={text('ui/acts/panel/stays')} />
    </ActForm>
  );
}

/** Unbinds one AX PRO panel with the vendor's code; it takes the installers' accounts with it. */
export function PanelDialog(props: PanelDialogProps) {
  const text = useText();
  return (
    <Dialog title={text('ui/acts/panel/title')} isOpen onClose={props.onClose} width="widest">
      <div className={styles['form']}>
        <Gate kind="unbind-panel" ids={[props.id]}>
          {(lines) =>
            lines.some(({ light }) => light !== 'stop') ? (
              <Body {...props} />
            ) : (
              <CloseOnly onClose={props.onClose} />
            )
          }
        </Gate>
      </div>
    </Dialog>
  );
}

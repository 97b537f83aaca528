import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { DeviceId } from '../../../../main/contract/device.ts';
import type { PreflightLine } from '../../../../main/contract/job.ts';
import { Button } from '../../components/Button.tsx';
import { Checkbox } from '../../components/Checkbox.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useDevices } from '../devices/devices-state.tsx';
import { DeviceName } from '../jobs/DeviceName.tsx';
import { ActForm } from './ActForm.tsx';
import styles from './acts.module.css';
import { ChangesStays } from './ChangesStays.tsx';
import { CloseOnly } from './Form.tsx';
import { Gate, useGateWait } from './Gate.tsx';
import {
  idsOfLines,
  isGuarded,
  isOverrideWord,
  isUnknown,
  needsInternet,
  overrideInput,
  runnable,
} from './model.ts';
import { Override } from './Override.tsx';
import { SecretsForm } from './SecretsForm.tsx';
import { useSecrets } from './use-secrets.ts';
import { useStart } from './use-start.ts';

/** AX PRO panels have a command of their own, with other consequences. */
function Panels({ lines }: { readonly lines: readonly PreflightLine[] }) {
  const text = useText();
  const { dialog } = useDevices();
  const panels = lines.filter(({ reason }) => reason === 'panel');
  if (panels.length === 0) return null;
  return (
    <div className={styles['warning']}>
      <p>
        <TriangleAlert aria-hidden /> {text('ui/acts/panel/what', { count: panels.length })}
      </p>
      {panels.map(({ device }) => (
        <div key={device.id} className={styles['panelLine']}>
          <DeviceName device={device} isInList />
          <Button isSmall onPress={() => dialog.set({ kind: 'unbind-panel', id: device.id })}>
            {text('ui/acts/panel/open')}
          </Button>
        </div>
      ))}
    </div>
  );
}

interface Choices {
  readonly includeUnknown: boolean;
  readonly waitForInternet: boolean;
  readonly typed: string;
}

function Consents(props: {
  readonly lines: readonly PreflightLine[];
  readonly choices: Choices;
  readonly onChange: (choices: Choices) => void;
}) {
  const { lines, choices, onChange } = props;
  const text = useText();
  const unknown = lines.filter(isUnknown).length;
  const offline = lines.filter(needsInternet).length;
  return (
    <>
      {unknown === 0 ? null : (
        <Checkbox
          isSelected={choices.includeUnknown}
          onChange={(includeUnknown) => onChange({ ...choices, includeUnknown })}
        >
          {text('ui/acts/unbind/includeUnknown', { count: unknown })}
        </Checkbox>
      )}
      {offline === 0 ? null : (
        <Checkbox
          isSelected={choices.waitForInternet}
          onChange={(waitForInternet) => onChange({ ...choices, waitForInternet })}
        >
          {text('ui/acts/unbind/wait', { count: offline })}
        </Checkbox>
      )}
      <Override
        count={lines.filter(isGuarded).length}
        value={choices.typed}
        onChange={(typed) => onChange({ ...choices, typed })}
      />
    </>
  );
}

interface BodyProps {
  readonly ids: readonly DeviceId[];
  readonly lines: readonly PreflightLine[];
  readonly onClose: () => void;
}

function Body({ ids, lines, onClose }: BodyProps) {
  const text = useText();
  const draft = useSecrets();
  const wait = useGateWait();
  const { start, isBusy, error } = useStart(onClose);
  const [choices, setChoices] = useState<Choices>({
    includeUnknown: false,
    waitForInternet: true,
    typed: '',
  });
  const isOverride = isOverrideWord(choices.typed);
  const going = runnable(lines, { ...choices, isOverride });
  const count = going.length;
  // Those that go on later need their password now: nobody may be there when the Internet comes.
  const goingIds = idsOfLines(going);
  const ready = going.filter(({ light }) => light === 'ready');
  const whyNot =
    count === 0
      ? text('ui/acts/unbind/nothing', { count: lines.length })
      : draft.countFor(goingIds) === 0
        ? text('ui/acts/secrets/missing')
        : null;
  const hasChoice = lines.some((line) => isUnknown(line) || needsInternet(line) || isGuarded(line));
  if (count === 0 && !hasChoice && wait === null) {
    return (
      <>
        <Panels lines={lines} />
        <p>{text('ui/acts/unbind/nothing', { count: lines.length })}</p>
        <CloseOnly onClose={onClose} />
      </>
    );
  }
  const submit = () =>
    start('devices.unbind', () => ({
      // The ready ones first: the first that takes the password opens the way for the rest of its group.
      ids: [...new Set([...idsOfLines(ready), ...goingIds, ...ids])],
      secrets: draft.read(goingIds),
      includeUnknown: choices.includeUnknown,
      waitForInternet: choices.waitForInternet,
      ...overrideInput(choices.typed),
    }));
  return (
    <ActForm
      verb={text('ui/acts/unbind/confirm', { count })}
      whyNot={whyNot}
      isBusy={isBusy}
      error={error}
      onSubmit={submit}
      onClose={onClose}
    >
      {count === 0 ? null : <SecretsForm draft={draft} targets={going} autoFocus />}
      <Consents lines={lines} choices={choices} onChange={setChoices} />
      <Panels lines={lines} />
      <ChangesStays changes={text('ui/acts/unbind/changes')} stays={text('ui/acts/unbind/stays')} />
    </ActForm>
  );
}

/** Takes devices out of their cloud account: lights first, then the password, then the run. */
export function UnbindDialog(props: Omit<BodyProps, 'lines'>) {
  const { ids, onClose } = props;
  const text = useText();
  return (
    <Dialog
      title={text('ui/acts/unbind/title', { count: ids.length })}
      isOpen
      onClose={onClose}
      width="widest"
    >
      <div className={styles['form']}>
        <Gate kind="unbind" ids={ids}>
          {(lines) => <Body {...props} lines={lines} />}
        </Gate>
      </div>
    </Dialog>
  );
}

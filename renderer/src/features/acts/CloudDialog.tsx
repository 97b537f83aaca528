import { useState } from 'react';
import type { DeviceId, DeviceRow } from '../../../../main/contract/device.ts';
import type { PreflightLine } from '../../../../main/contract/job.ts';
import { Button } from '../../components/Button.tsx';
import { Choice } from '../../components/Choice.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useSession } from '../../state/app-context.tsx';
import { useDevices } from '../devices/devices-state.tsx';
import { ActForm } from './ActForm.tsx';
import styles from './acts.module.css';
import { ChangesStays } from './ChangesStays.tsx';
import { Gate } from './Gate.tsx';
import { idsOfLines, isGuarded, isOverrideWord, overrideInput, runnable } from './model.ts';
import { Override } from './Override.tsx';
import { SecretsForm } from './SecretsForm.tsx';
import { useSecrets } from './use-secrets.ts';
import { useStart } from './use-start.ts';

/** "3 on, 1 off, 2 unknown" before the change. */
function Before({ rows }: { readonly rows: readonly DeviceRow[] }) {
  const text = useText();
  const [first] = rows;
  if (first !== undefined && rows.length === 1) {
    const { cloudEnabled } = first;
    const word = cloudEnabled === null ? 'unknown' : cloudEnabled ? 'on' : 'off';
    return <p>{text(`ui/acts/cloud/now/${word}`)}</p>;
  }
  const count = (value: boolean | null) => rows.filter((row) => row.cloudEnabled === value).length;
  return (
    <p>
      {text('ui/acts/cloud/before', { on: count(true), off: count(false), unknown: count(null) })}
    </p>
  );
}

interface BodyProps {
  readonly ids: readonly DeviceId[];
  readonly lines: readonly PreflightLine[];
  readonly onClose: () => void;
}

function CodeHint({ id }: { readonly id: DeviceId | undefined }) {
  const text = useText();
  const { dialog } = useDevices();
  return (
    <div className={styles['notes']}>
      <p>{text('ui/acts/cloud/codeNote')}</p>
      {id === undefined ? null : (
        <Button isSmall onPress={() => dialog.set({ kind: 'verification-code', id })}>
          {text('ui/acts/code/open')}
        </Button>
      )}
    </div>
  );
}

function Body({ ids, lines, onClose }: BodyProps) {
  const { fleet } = useSession();
  const text = useText();
  const draft = useSecrets();
  const { start, isBusy, error } = useStart(onClose);
  const rows = ids.flatMap((id) => fleet.row(id) ?? []);
  const [isEnabled, setEnabled] = useState(() => rows.some((row) => row.cloudEnabled !== true));
  const [typed, setTyped] = useState('');
  const isOverride = isOverrideWord(typed);
  const going = runnable(lines, { includeUnknown: true, waitForInternet: true, isOverride });
  const goingIds = idsOfLines(going);
  const count = goingIds.length;
  const whyNot =
    count === 0
      ? text('ui/acts/cloud/nothing')
      : draft.countFor(goingIds) === 0
        ? text('ui/acts/secrets/missing')
        : null;
  const word = isEnabled ? 'on' : 'off';
  return (
    <ActForm
      verb={text(`ui/acts/cloud/confirm/${word}`, { count })}
      whyNot={whyNot}
      isBusy={isBusy}
      error={error}
      onClose={onClose}
      onSubmit={() =>
        start('devices.setCloud', () => ({
          ids: [...ids],
          isEnabled,
          secrets: draft.read(goingIds),
          ...overrideInput(typed),
        }))
      }
    >
      <Before rows={rows} />
      <Choice<'on' | 'off'>
        label={text('ui/acts/cloud/to')}
        value={word}
        onChange={(value) => setEnabled(value === 'on')}
        options={[
          { id: 'on', label: text('ui/acts/cloud/on') },
          { id: 'off', label: text('ui/acts/cloud/off') },
        ]}
      />
      <Override count={lines.filter(isGuarded).length} value={typed} onChange={setTyped} />
      {count === 0 ? null : <SecretsForm draft={draft} targets={going} autoFocus />}
      <ChangesStays
        changes={text(`ui/acts/cloud/changes/${word}`)}
        stays={text(`ui/acts/cloud/stays/${word}`)}
      />
      {isEnabled ? <CodeHint id={ids.length === 1 ? ids[0] : undefined} /> : null}
    </ActForm>
  );
}

interface CloudDialogProps {
  readonly ids: readonly DeviceId[];
  readonly onClose: () => void;
}

/** Switches the Hik-Connect service of devices on or off; that is not the binding to an account. */
export function CloudDialog({ ids, onClose }: CloudDialogProps) {
  const text = useText();
  return (
    <Dialog
      title={text('ui/acts/cloud/title', { count: ids.length })}
      isOpen
      onClose={onClose}
      width="widest"
    >
      <div className={styles['form']}>
        <Gate kind="cloud" ids={ids}>
          {(lines) => <Body ids={ids} lines={lines} onClose={onClose} />}
        </Gate>
      </div>
    </Dialog>
  );
}

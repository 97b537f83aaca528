import type { DeviceId } from '../../../../main/contract/device.ts';
import type { PreflightLine } from '../../../../main/contract/job.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useSession } from '../../state/app-context.tsx';
import { ActForm } from './ActForm.tsx';
import styles from './acts.module.css';
import { ChangesStays } from './ChangesStays.tsx';
import { Gate } from './Gate.tsx';
import { idsOfLines, runnable } from './model.ts';
import { SecretsForm } from './SecretsForm.tsx';
import { useSecrets } from './use-secrets.ts';
import { useStart } from './use-start.ts';

interface BodyProps {
  readonly lines: readonly PreflightLine[];
  readonly onClose: () => void;
}

/** What the devices will do by themselves after it, as far as they told. */
function Consequences({ ids }: { readonly ids: readonly DeviceId[] }) {
  const { fleet } = useSession();
  const text = useText();
  const rows = ids.flatMap((id) => fleet.row(id) ?? []);
  const dhcp = rows.filter((row) => row.dhcpEnabled === true).length;
  const shared = rows.filter((row) => row.sameAddress > 1).length;
  return (
    <ul className={styles['notes']}>
      {dhcp === 0 ? null : <li>{text('ui/acts/activate/dhcp', { count: dhcp })}</li>}
      {shared === 0 ? null : <li>{text('ui/acts/activate/shared', { count: shared })}</li>}
      <li>{text('ui/acts/activate/cloud')}</li>
      <li>{text('ui/acts/activate/phone')}</li>
    </ul>
  );
}

function Body({ lines, onClose }: BodyProps) {
  const text = useText();
  const draft = useSecrets();
  const { start, isBusy, error } = useStart(onClose);
  const going = runnable(lines, {
    includeUnknown: true,
    waitForInternet: false,
    isOverride: false,
  });
  const ids = idsOfLines(going);
  const slots = draft.isEach ? ids : (['all'] as const);
  const hasUnequal = slots.some((slot) => draft.unequal.has(slot));
  const whyNot = () => {
    if (ids.length === 0) return text('ui/acts/activate/nothing');
    if (draft.countFor(ids) < ids.length) return text('ui/acts/secrets/missingNew');
    return hasUnequal ? text('ui/acts/secrets/differs') : null;
  };
  return (
    <ActForm
      verb={text('ui/acts/activate/confirm', { count: ids.length })}
      whyNot={whyNot()}
      isBusy={isBusy}
      error={error}
      onSubmit={() => start('devices.activate', () => ({ ids, secrets: draft.read(ids) }))}
      onClose={onClose}
    >
      {ids.length === 0 ? null : <SecretsForm draft={draft} targets={going} isNew autoFocus />}
      <ChangesStays
        changes={text('ui/acts/activate/changes')}
        stays={text('ui/acts/activate/stays')}
      />
      <Consequences ids={ids} />
    </ActForm>
  );
}

interface ActivateDialogProps {
  readonly ids: readonly DeviceId[];
  readonly onClose: () => void;
}

/** Sets the first password of new devices. */
export function ActivateDialog({ ids, onClose }: ActivateDialogProps) {
  const text = useText();
  return (
    <Dialog
      title={text('ui/acts/activate/title', { count: ids.length })}
      isOpen
      onClose={onClose}
      width="widest"
    >
      <div className={styles['form']}>
        <Gate kind="activate" ids={ids}>
          {(lines) => <Body lines={lines} onClose={onClose} />}
        </Gate>
      </div>
    </Dialog>
  );
}

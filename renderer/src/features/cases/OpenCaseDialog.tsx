import { useState } from 'react';
import type { DeviceId } from '../../../../main/contract/device.ts';
import { caseKinds } from '../../../../main/contract/lists.ts';
import type { CaseKind } from '../../../../main/contract/recovery.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { Field } from '../../components/Field.tsx';
import { Select } from '../../components/Select.tsx';
import { useAction } from '../../components/use-action.ts';
import { useText } from '../../i18n/use-text.ts';
import { useApi, useSession } from '../../state/app-context.tsx';
import { ActForm } from '../acts/ActForm.tsx';
import { ChangesStays } from '../acts/ChangesStays.tsx';
import { DeviceName } from '../jobs/DeviceName.tsx';
import { rowAsRef } from '../jobs/model/names.ts';
import { CaseLine } from './CaseLine.tsx';
import styles from './cases.module.css';
import { isOpenCase } from './model/list.ts';
import { useCaseList } from './use-cases.ts';

/** A reset by command opens its case itself, when it is sent. */
const kinds = caseKinds.filter((kind) => kind !== 'software-reset');

interface OpenCaseProps {
  readonly id: DeviceId;
  readonly caseKind: CaseKind | undefined;
  readonly onClose: () => void;
}

function OpenOnes({
  id,
  onOpen,
}: {
  readonly id: DeviceId;
  readonly onOpen: (id: string) => void;
}) {
  const text = useText();
  const { data } = useCaseList(id);
  const open = data?.cases.filter(isOpenCase) ?? [];
  if (open.length === 0) return null;
  return (
    <div>
      <p>{text('ui/cases/openDialog/already')}</p>
      <ul className={styles['list']}>
        {open.map((one) => (
          <CaseLine key={one.id} one={one} isShort onOpen={onOpen} />
        ))}
      </ul>
    </div>
  );
}

/** A case for something that takes longer than this visit. */
export function OpenCaseDialog({ id, caseKind, onClose }: OpenCaseProps) {
  const text = useText();
  const api = useApi();
  const { fleet, place } = useSession();
  const { run, isBusy, error } = useAction();
  const [row] = useState(() => fleet.row(id));
  const [kind, setKind] = useState<CaseKind>(caseKind ?? 'reset-button');
  const [reason, setReason] = useState('');
  const [authorisedBy, setAuthorised] = useState('');
  const show = (caseId: string) => {
    onClose();
    place.set({ page: 'cases', caseId });
  };
  const submit = () =>
    void run(async () => {
      const opened = await api.call('cases.open', { device: id, kind, reason, authorisedBy });
      show(opened.id);
    });
  return (
    <Dialog title={text('ui/cases/openDialog/title')} isOpen onClose={onClose}>
      <ActForm
        verb={text('ui/cases/openDialog/confirm')}
        whyNot={null}
        isBusy={isBusy}
        error={error}
        onSubmit={submit}
        onClose={onClose}
      >
        {row === undefined ? null : (
          <p>
            <DeviceName device={rowAsRef(row)} />
          </p>
        )}
        <OpenOnes id={id} onOpen={show} />
        <Select
          label={text('ui/cases/openDialog/kind')}
          options={kinds.map((one) => ({ id: one, label: text(`cases/kinds/${one}`) }))}
          value={kind}
          onChange={setKind}
        />
        <Field
          label={text('ui/cases/openDialog/authorised')}
          description={text('ui/cases/openDialog/authorisedHint')}
          value={authorisedBy}
          onChange={setAuthorised}
          maxLength={300}
        />
        <Field
          label={text('ui/cases/openDialog/reason')}
          value={reason}
          onChange={setReason}
          maxLength={1000}
        />
        <ChangesStays
          changes={text('ui/cases/openDialog/changes')}
          stays={text('ui/cases/openDialog/stays')}
        />
      </ActForm>
    </Dialog>
  );
}

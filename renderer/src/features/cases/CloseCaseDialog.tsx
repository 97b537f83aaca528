import { useState } from 'react';
import type { RecoveryCase } from '../../../../main/contract/recovery.ts';
import { Choice } from '../../components/Choice.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Field } from '../../components/Field.tsx';
import { useAction } from '../../components/use-action.ts';
import { useText } from '../../i18n/use-text.ts';
import { useApi } from '../../state/app-context.tsx';
import { ActForm } from '../acts/ActForm.tsx';
import { ChangesStays } from '../acts/ChangesStays.tsx';
import { DeviceName } from '../jobs/DeviceName.tsx';
import styles from './cases.module.css';
import { outcomesFor } from './model/list.ts';
import { useCase } from './use-cases.ts';

interface CloseCaseProps {
  readonly caseId: string;
  readonly onClose: () => void;
}

function Body({ one, onClose }: { readonly one: RecoveryCase; readonly onClose: () => void }) {
  const text = useText();
  const api = useApi();
  const { run, isBusy, error } = useAction();
  const outcomes = outcomesFor(one.steps);
  const [first] = outcomes;
  const [outcome, setOutcome] = useState(first ?? 'told-by-person');
  const [note, setNote] = useState('');
  const submit = () =>
    void run(async () => {
      const words = note.trim();
      const input = { id: one.id, outcome, ...(words === '' ? {} : { note: words }) };
      await api.call('cases.close', input);
      onClose();
    });
  return (
    <ActForm
      verb={text('ui/cases/closeDialog/confirm')}
      whyNot={null}
      isBusy={isBusy}
      error={error}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>
        <strong>{text(`cases/kinds/${one.kind}`)}</strong> <DeviceName device={one.device} />
      </p>
      <Choice
        label={text('ui/cases/closeDialog/outcome')}
        options={outcomes.map((id) => ({ id, label: text(`cases/outcomes/${id}`) }))}
        value={outcome}
        onChange={setOutcome}
      />
      <p className={styles['dim']}>{text('ui/cases/closeDialog/proof')}</p>
      <Field
        label={text('ui/cases/closeDialog/note')}
        value={note}
        onChange={setNote}
        maxLength={1000}
      />
      <ChangesStays
        changes={text('ui/cases/closeDialog/changes')}
        stays={text('ui/cases/closeDialog/stays')}
      />
    </ActForm>
  );
}

/** How it ended; "verified" only where the tool has seen it. */
export function CloseCaseDialog({ caseId, onClose }: CloseCaseProps) {
  const text = useText();
  const { data, error, reload } = useCase(caseId);
  return (
    <Dialog title={text('ui/cases/closeDialog/title')} isOpen onClose={onClose}>
      {error === undefined ? null : <ErrorNotice error={error} onRetry={reload} />}
      {data === undefined ? null : <Body one={data} onClose={onClose} />}
    </Dialog>
  );
}

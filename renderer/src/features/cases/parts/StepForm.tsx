import { useState } from 'react';
import type { CaseStep } from '../../../../../main/contract/recovery.ts';
import { Button } from '../../../components/Button.tsx';
import { Field } from '../../../components/Field.tsx';
import { useText } from '../../../i18n/use-text.ts';
import styles from '../cases.module.css';

export interface StepChoice {
  readonly state: CaseStep['state'];
  readonly note: string;
  /** For the step that says who allowed it. */
  readonly authorisedBy?: string;
}

export interface StepFormProps {
  readonly step: CaseStep;
  readonly isBusy: boolean;
  readonly authorisedBy: string;
  readonly onChoose: (choice: StepChoice) => void;
}

/** A person's tick with a note; a tick can be taken back. */
export function StepForm({ step, isBusy, authorisedBy, onChoose }: StepFormProps) {
  const text = useText();
  const isAsking = step.id === 'authorised';
  const [note, setNote] = useState(isAsking ? authorisedBy : '');
  const words = note.trim();
  const choose = (state: CaseStep['state']) =>
    onChoose(
      isAsking && state === 'done'
        ? { state, note: '', authorisedBy: words }
        : { state, note: words },
    );
  if (step.state !== 'todo') {
    return (
      <div>
        <Button isSmall isBusy={isBusy} onPress={() => onChoose({ state: 'todo', note: '' })}>
          {text('ui/cases/step/undo')}
        </Button>
      </div>
    );
  }
  return (
    <form
      className={styles['stack']}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy && (!isAsking || words !== '')) choose('done');
      }}
    >
      <Field
        label={text(isAsking ? 'ui/cases/step/who' : 'ui/cases/step/note')}
        description={text(isAsking ? 'ui/cases/step/whoHint' : 'ui/cases/step/noteHint')}
        value={note}
        onChange={setNote}
        maxLength={isAsking ? 300 : 1000}
      />
      <div className={styles['buttons']}>
        <Button
          isSmall
          type="submit"
          variant="primary"
          isBusy={isBusy}
          isDisabled={isAsking && words === ''}
        >
          {text('ui/cases/step/done')}
        </Button>
        <Button isSmall isBusy={isBusy} onPress={() => choose('skipped')}>
          {text('ui/cases/step/skip')}
        </Button>
        <Button isSmall variant="quiet" isBusy={isBusy} onPress={() => choose('failed')}>
          {text('ui/cases/step/failed')}
        </Button>
      </div>
    </form>
  );
}

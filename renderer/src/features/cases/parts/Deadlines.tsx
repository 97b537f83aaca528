import { useId, useState } from 'react';
import { deadlineIds } from '../../../../../main/contract/lists.ts';
import type { RecoveryCase } from '../../../../../main/contract/recovery.ts';
import { Button } from '../../../components/Button.tsx';
import { cx } from '../../../components/cx.ts';
import fieldStyles from '../../../components/Field.module.css';
import { Select } from '../../../components/Select.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useText } from '../../../i18n/use-text.ts';
import type { CaseProps } from '../CaseButtons.tsx';
import styles from '../cases.module.css';
import { isOpenCase } from '../model/list.ts';
import { fromFieldTime, toFieldTime } from '../model/times.ts';
import { useWayBack } from '../use-way-back.ts';
import { DeadlineMark } from './DeadlineMark.tsx';

type DeadlineId = RecoveryCase['deadlines'][number]['id'];

/** Those a person may set; how long the tool watches is asked for when the watch starts. */
const settable = deadlineIds.filter((id) => id !== 'watch');

const dayMs = 86_400_000;

/** What most often runs out in a case of this kind. */
function usual(kind: RecoveryCase['kind']): DeadlineId {
  if (kind === 'portal-reset') return 'portal-request';
  if (kind === 'support-case' || kind === 'owner-unbind') return 'answer';
  return kind === 'email-code' ? 'email-code' : 'file-expire';
}

function TimeField(props: {
  readonly value: string;
  readonly error: string | null;
  readonly onChange: (value: string) => void;
}) {
  const text = useText();
  const id = useId();
  const errorId = useId();
  return (
    <div className={fieldStyles['field']}>
      <label className={fieldStyles['label']} htmlFor={id}>
        {text('ui/cases/deadlines/until')}
      </label>
      <input
        id={id}
        type="datetime-local"
        className={cx(fieldStyles['input'], fieldStyles['mono'])}
        value={props.value}
        aria-invalid={props.error !== null}
        aria-describedby={props.error === null ? undefined : errorId}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      />
      {props.error === null ? null : (
        <span id={errorId} className={fieldStyles['error']}>
          {props.error}
        </span>
      )}
    </div>
  );
}

interface EditProps extends CaseProps {
  /** `null`: a new one, to be chosen. */
  readonly deadline: RecoveryCase['deadlines'][number] | null;
  readonly onClose: () => void;
}

function Edit({ one, commands, deadline, onClose }: EditProps) {
  const text = useText();
  const [which, setWhich] = useState<DeadlineId>(deadline?.id ?? usual(one.kind));
  const [time, setTime] = useState(() => toFieldTime(deadline?.at ?? Date.now() + dayMs));
  const at = fromFieldTime(time);
  const save = async () => {
    if (at === null) return;
    const input = { id: one.id, deadline: which, at };
    if (await commands.call((api) => api.call('cases.setDeadline', input))) onClose();
  };
  return (
    <form
      className={styles['stack']}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {deadline === null ? (
        <Select
          label={text('ui/cases/deadlines/which')}
          options={settable.map((id) => ({ id, label: text(`cases/deadlines/${id}`) }))}
          value={which}
          onChange={setWhich}
        />
      ) : (
        <strong>{text(`cases/deadlines/${deadline.id}`)}</strong>
      )}
      <TimeField
        value={time}
        error={at === null ? text('ui/cases/deadlines/bad') : null}
        onChange={setTime}
      />
      <div className={styles['buttons']}>
        <Button isSmall type="submit" variant="primary" isBusy={commands.isBusy}>
          {text('ui/cases/deadlines/save')}
        </Button>
        <Button isSmall onPress={onClose}>
          {text('ui/cases/deadlines/cancel')}
        </Button>
      </div>
    </form>
  );
}

/** What runs out, how long there is, and where the time comes from. */
export function Deadlines({ one, commands }: CaseProps) {
  const text = useText();
  const format = useFormat();
  const [editing, setEditing] = useState<DeadlineId | 'new' | null>(null);
  const isOpen = isOpenCase(one);
  const { ref, back } = useWayBack();
  const close = () => {
    back();
    setEditing(null);
  };
  return (
    <section ref={ref} tabIndex={-1}>
      <h2>{text('ui/cases/deadlines/title')}</h2>
      {one.deadlines.length === 0 ? (
        <p className={styles['dim']}>{text('ui/cases/deadlines/none')}</p>
      ) : null}
      <ul className={styles['deadlines']}>
        {one.deadlines.map((deadline) => (
          <li key={deadline.id}>
            {editing === deadline.id ? (
              <Edit one={one} commands={commands} deadline={deadline} onClose={close} />
            ) : (
              <>
                <div className={styles['spread']}>
                  <strong>{text(`cases/deadlines/${deadline.id}`)}</strong>
                  {isOpen ? <DeadlineMark deadline={deadline} /> : null}
                </div>
                <div className={styles['spread']}>
                  <span className={styles['dim']}>
                    {format.dateTime(deadline.at)},{' '}
                    {text(`cases/deadlineSources/${deadline.source}`)}
                  </span>
                  {isOpen && deadline.id !== 'watch' ? (
                    <Button isSmall variant="quiet" onPress={() => setEditing(deadline.id)}>
                      {text('ui/cases/deadlines/edit')}
                    </Button>
                  ) : null}
                </div>
              </>
            )}
          </li>
        ))}
      </ul>
      {editing === 'new' ? (
        <Edit one={one} commands={commands} deadline={null} onClose={close} />
      ) : isOpen ? (
        <Button isSmall variant="quiet" onPress={() => setEditing('new')}>
          {text('ui/cases/deadlines/add')}
        </Button>
      ) : null}
    </section>
  );
}

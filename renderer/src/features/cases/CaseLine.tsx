import type { RecoveryCase } from '../../../../main/contract/recovery.ts';
import { Mark } from '../../components/StatusMark.tsx';
import { TimeAgo } from '../../components/TimeAgo.tsx';
import { useText } from '../../i18n/use-text.ts';
import { DeviceName } from '../jobs/DeviceName.tsx';
import styles from './cases.module.css';
import { currentStep, doneCount, isOpenCase, nextDeadline } from './model/list.ts';
import { caseLook } from './model/looks.ts';
import { DeadlineMark } from './parts/DeadlineMark.tsx';

function Where({ one }: { readonly one: RecoveryCase }) {
  const text = useText();
  const step = currentStep(one.steps);
  if (!isOpenCase(one)) {
    return one.outcome === null ? null : <span>{text(`cases/outcomes/${one.outcome}`)}</span>;
  }
  return (
    <span>
      {step === null ? null : text('ui/cases/next', { step: text(`cases/steps/${step.id}/title`) })}
    </span>
  );
}

export interface CaseLineProps {
  readonly one: RecoveryCase;
  readonly onOpen: (id: string) => void;
  /** In the pane of a device its name is known. */
  readonly isShort?: boolean;
}

/** One case in a list: state, what it is, whose, what comes next, and how long there is. */
export function CaseLine({ one, onOpen, isShort = false }: CaseLineProps) {
  const text = useText();
  const deadline = nextDeadline(one);
  const steps = { done: doneCount(one.steps), total: one.steps.length };
  return (
    <li>
      <button
        type="button"
        className={isShort ? styles['shortLine'] : styles['line']}
        onClick={() => onOpen(one.id)}
      >
        <Mark {...caseLook(one)} word={text(`cases/states/${one.state}`)} />
        <strong>{text(`cases/kinds/${one.kind}`)}</strong>
        {isShort ? null : <DeviceName device={one.device} />}
        <span className={styles['where']}>
          <Where one={one} />
          <span className={styles['dim']}>{text('ui/cases/steps', steps)}</span>
        </span>
        <span className={styles['when']}>
          {deadline === null ? (
            <span className={styles['dim']}>
              <TimeAgo at={one.closedAt ?? one.openedAt} />
            </span>
          ) : (
            <DeadlineMark deadline={deadline} />
          )}
        </span>
      </button>
    </li>
  );
}

import type { ReactNode } from 'react';
import { Button } from '../../../components/Button.tsx';
import { useText } from '../../../i18n/use-text.ts';
import styles from './plan.module.css';
import type { PlanRun } from './use-plan-run.ts';

interface PlanFooterProps {
  readonly run: PlanRun;
  readonly onClose: () => void;
  readonly onStart: () => void;
  /** The table is not the answer to what stands in the fields. */
  readonly isStale?: boolean;
  /** Further buttons, before the one that closes. */
  readonly children?: ReactNode;
}

/** What is still missing, and the button that names how many devices it changes. */
export function PlanFooter({ run, onClose, onStart, isStale = false, children }: PlanFooterProps) {
  const text = useText();
  const { count } = run;
  const missing =
    count === 0
      ? text('ui/networkEdit/plan/nothing')
      : run.withoutPassword > 0
        ? text('ui/networkEdit/plan/noPassword', { count: run.withoutPassword })
        : null;
  const isReady = count > 0 && run.withoutPassword === 0 && !isStale;
  return (
    <>
      <span className={styles['missing']} role="status">
        {missing}
      </span>
      {children}
      <Button onPress={onClose}>{text('ui/networkEdit/plan/cancel')}</Button>
      <Button variant="primary" isDisabled={!isReady} isBusy={run.action.isBusy} onPress={onStart}>
        {count === 0
          ? text('ui/networkEdit/plan/startNone')
          : text('ui/networkEdit/plan/start', { count })}
      </Button>
    </>
  );
}

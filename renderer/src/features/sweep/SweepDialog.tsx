import { useRef } from 'react';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useAction } from '../../components/use-action.ts';
import { useText } from '../../i18n/use-text.ts';
import { useAnnounce, useApi, useSweep } from '../../state/app-context.tsx';
import { RangeForm } from './RangeForm.tsx';
import styles from './SweepDialog.module.css';
import { LastSweep, RunningSweep } from './SweepProgress.tsx';

export interface SweepDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

function SweepBody() {
  const text = useText();
  const api = useApi();
  const sweep = useSweep();
  const announce = useAnnounce();
  const action = useAction();
  const isRunning = sweep?.state === 'running';
  const onStart = (cidr: string) => {
    void action.run(async () => {
      await api.call('sweep.start', { cidr });
      announce(text('ui/sweep/started', { cidr }));
    });
  };
  return (
    <div className={styles['stack']}>
      <p className={styles['dim']}>{text('ui/sweep/intro')}</p>
      {action.error === null ? null : <ErrorNotice error={action.error} />}
      {sweep === null || isRunning ? null : <LastSweep sweep={sweep} />}
      {isRunning ? (
        <RunningSweep sweep={sweep} />
      ) : (
        <RangeForm isBusy={action.isBusy} onStart={onStart} />
      )}
    </div>
  );
}

function Footer({ onClose }: { readonly onClose: () => void }) {
  const text = useText();
  const api = useApi();
  const action = useAction();
  const isRunning = useSweep()?.state === 'running';
  // The pressed button goes away when a sweep starts or ends; the focus goes on to the next one.
  const hasRun = useRef(false);
  if (isRunning) hasRun.current = true;
  if (!isRunning) {
    return (
      <Button key="close" onPress={onClose} autoFocus={hasRun.current}>
        {text('ui/components/close')}
      </Button>
    );
  }
  const onCancel = () => void action.run(async () => void (await api.call('sweep.cancel', {})));
  return (
    <>
      <Button onPress={onCancel} isBusy={action.isBusy}>
        {text('ui/sweep/cancel')}
      </Button>
      <Button variant="primary" onPress={onClose} autoFocus>
        {text('ui/sweep/hide')}
      </Button>
    </>
  );
}

/** Starts a sweep and shows it; closing the dialog leaves it running, the strip shows it. */
export function SweepDialog({ isOpen, onClose }: SweepDialogProps) {
  const text = useText();
  return (
    <Dialog
      title={text('ui/sweep/title')}
      isOpen={isOpen}
      onClose={onClose}
      footer={<Footer onClose={onClose} />}
    >
      <SweepBody />
    </Dialog>
  );
}

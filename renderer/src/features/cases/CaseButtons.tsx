import { Hand, MessageSquareText, RotateCcw, Send } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { RecoveryCase } from '../../../../main/contract/recovery.ts';
import { Button } from '../../components/Button.tsx';
import { useText } from '../../i18n/use-text.ts';
import { catchLostFocus } from '../../zones.ts';
import { useDevices } from '../devices/devices-state.tsx';
import styles from './cases.module.css';
import { canSendAgain, isOpenCase } from './model/list.ts';
import { messageOfCase } from './model/messages.ts';
import type { CaseCommands } from './use-cases.ts';

export interface CaseProps {
  readonly one: RecoveryCase;
  readonly commands: CaseCommands;
}

/** Opens the words for whoever has to answer: the owner, or the vendor's support. */
function useMessage({ id, device, kind, state }: RecoveryCase) {
  const { dialog } = useDevices();
  return () =>
    dialog.set({
      ...{ kind: 'owner-message', id: device.id, caseId: id },
      message: messageOfCase(kind, state),
    });
}

/** Once more; the message that goes with it is ready at once. */
function AgainButton({ one, commands }: CaseProps) {
  const text = useText();
  // Of the case as it stands now: afterwards it is no longer expired.
  const openMessage = useMessage({ ...one, state: 'expired' });
  const again = async () => {
    const isSent = await commands.call((api) => api.call('cases.sendAgain', { id: one.id }));
    if (isSent) openMessage();
  };
  if (!canSendAgain(one)) return null;
  return (
    <Button icon={<Send aria-hidden />} isBusy={commands.isBusy} onPress={() => void again()}>
      {text('ui/cases/actions/again')}
    </Button>
  );
}

/** The request and its answer go through the device itself. */
function FileButtons({ one, commands }: CaseProps) {
  const text = useText();
  const { dialog } = useDevices();
  const openMessage = useMessage(one);
  if (one.kind !== 'reset-file') return null;
  const isExpired = one.state === 'expired';
  const isAgain =
    isExpired || one.steps.some(({ id, state }) => id === 'file-exported' && state === 'done');
  const ask = async () => {
    const isHere = await commands.call((api) => api.call('recovery.export', { id: one.id }));
    if (isHere && isExpired) openMessage();
  };
  return (
    <>
      <Button isBusy={commands.isBusy} onPress={() => void ask()}>
        {text(isAgain ? 'ui/cases/actions/exportAgain' : 'ui/cases/actions/export')}
      </Button>
      <Button onPress={() => dialog.set({ kind: 'apply-answer', caseId: one.id })}>
        {text('ui/cases/actions/apply')}
      </Button>
    </>
  );
}

/** Where the button is, and the view to hold it by. */
function ResetButtons({ one }: Pick<CaseProps, 'one'>) {
  const text = useText();
  const { dialog } = useDevices();
  return (
    <>
      <Button
        variant="primary"
        icon={<Hand aria-hidden />}
        onPress={() => dialog.set({ kind: 'ladder', caseId: one.id })}
      >
        {text('ui/cases/actions/ladder')}
      </Button>
      <Button onPress={() => dialog.set({ kind: 'reset-card', id: one.device.id })}>
        {text('ui/cases/actions/card')}
      </Button>
    </>
  );
}

/** What can be done with a case as a whole. */
export function CaseButtons({ one, commands }: CaseProps) {
  const text = useText();
  const { dialog } = useDevices();
  const openMessage = useMessage(one);
  const { id } = one;
  const isOpen = isOpenCase(one);
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    // The button that closed or reopened it went away with that.
    if (wasOpen.current !== isOpen) catchLostFocus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  if (!isOpenCase(one)) {
    return (
      <div className={styles['buttons']}>
        <Button
          icon={<RotateCcw aria-hidden />}
          isBusy={commands.isBusy}
          onPress={() => void commands.call((api) => api.call('cases.reopen', { id }))}
        >
          {text('ui/cases/actions/reopen')}
        </Button>
      </div>
    );
  }
  return (
    <div className={styles['buttons']}>
      {one.kind === 'reset-button' ? <ResetButtons one={one} /> : null}
      <FileButtons one={one} commands={commands} />
      <AgainButton one={one} commands={commands} />
      <Button icon={<MessageSquareText aria-hidden />} onPress={openMessage}>
        {text('ui/cases/actions/message')}
      </Button>
      <Button onPress={() => dialog.set({ kind: 'close-case', caseId: id })}>
        {text('ui/cases/actions/close')}
      </Button>
    </div>
  );
}

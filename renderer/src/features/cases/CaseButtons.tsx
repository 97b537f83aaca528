import { Hand, MessageSquareText, RotateCcw, Send } from 'lucide-react';
import type { RecoveryCase } from '../../../../main/contract/recovery.ts';
import { Button } from '../../components/Button.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useDevices } from '../devices/devices-state.tsx';
import styles from './cases.module.css';
import { isOpenCase } from './model/list.ts';
import { messageOfCase } from './model/messages.ts';
import type { CaseCommands } from './use-cases.ts';

export interface CaseProps {
  readonly one: RecoveryCase;
  readonly commands: CaseCommands;
}

/** Kinds whose request runs out and is made again by a person; a file comes anew from the device. */
const withRequest: ReadonlySet<RecoveryCase['kind']> = new Set(['portal-reset', 'email-code']);

/** The request and its answer go through the device itself. */
function FileButtons({ one, commands }: CaseProps) {
  const text = useText();
  const { dialog } = useDevices();
  if (one.kind !== 'reset-file') return null;
  const isExported = one.steps.some(({ id, state }) => id === 'file-exported' && state === 'done');
  return (
    <>
      <Button
        isBusy={commands.isBusy}
        onPress={() => void commands.call((api) => api.call('recovery.export', { id: one.id }))}
      >
        {text(isExported ? 'ui/cases/actions/exportAgain' : 'ui/cases/actions/export')}
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
  const { id } = one;
  const hasLeft = one.steps.some(({ id: step, state }) => {
    return ['request-sent', 'code-asked'].includes(step) && state === 'done';
  });
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
      {withRequest.has(one.kind) && hasLeft ? (
        <Button
          icon={<Send aria-hidden />}
          isBusy={commands.isBusy}
          onPress={() => void commands.call((api) => api.call('cases.sendAgain', { id }))}
        >
          {text('ui/cases/actions/again')}
        </Button>
      ) : null}
      <Button
        icon={<MessageSquareText aria-hidden />}
        onPress={() =>
          dialog.set({
            kind: 'owner-message',
            id: one.device.id,
            caseId: id,
            message: messageOfCase(one.kind, one.state),
          })
        }
      >
        {text('ui/cases/actions/message')}
      </Button>
      <Button onPress={() => dialog.set({ kind: 'close-case', caseId: id })}>
        {text('ui/cases/actions/close')}
      </Button>
    </div>
  );
}

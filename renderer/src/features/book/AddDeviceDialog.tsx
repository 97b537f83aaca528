import { useState } from 'react';
import type { BookAnswer } from '../../../../main/contract/book.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useApi } from '../../state/app-context.tsx';
import { ActForm } from '../acts/ActForm.tsx';
import acts from '../acts/acts.module.css';
import { ChangesStays } from '../acts/ChangesStays.tsx';
import { useDevices } from '../devices/devices-state.tsx';
import { useSecretField } from '../vault/use-secret-field.ts';
import styles from './book.module.css';
import { EntryFields } from './EntryFields.tsx';
import { draftProblem, type EntryDraft, newDraft, splitHost } from './model.ts';
import { PasswordPart } from './PasswordPart.tsx';
import { TestResult } from './TestResult.tsx';
import { type EntryState, useEntry } from './use-entry.ts';
import { useLeaveOut } from './use-leave-out.ts';

interface CloseProps {
  readonly onClose: () => void;
}

function AddForm({ entry, onClose }: CloseProps & { readonly entry: EntryState }) {
  const text = useText();
  const api = useApi();
  const secret = useSecretField();
  const [draft, setDraft] = useState<EntryDraft>(newDraft);
  const problem = draftProblem(draft);
  const { isLeftOut, setLeaveOut, isStuck } = useLeaveOut(secret.isFilled);
  const whyNot =
    problem !== null
      ? text(`ui/book/missing/${problem}`)
      : isStuck
        ? text('ui/book/missing/vault')
        : null;
  const add = () => {
    const { name, host, port, isTls, commandPort, userName } = splitHost(draft);
    void entry.run(async () => {
      const answer = await api.call('book.add', {
        ...{ host: host.trim(), httpPort: Number(port), isTls, commandPort: Number(commandPort) },
        ...(name.trim() === '' ? {} : { name: name.trim() }),
        userName: userName.trim(),
        ...(secret.isFilled ? { password: secret.read() } : {}),
        leaveOutPassword: isLeftOut,
      });
      secret.clear();
      entry.put(answer);
    });
  };
  return (
    <ActForm
      verb={text('ui/book/add/confirm')}
      whyNot={whyNot}
      isBusy={entry.isBusy}
      error={entry.error}
      onSubmit={add}
      onClose={onClose}
    >
      <EntryFields draft={draft} onDraft={setDraft} />
      <PasswordPart
        userName={draft.userName}
        onUserName={(userName) => setDraft({ ...draft, userName })}
        hint={text('ui/book/fields/passwordHint')}
        {...{ secret, isLeftOut, onLeaveOut: setLeaveOut }}
      />
      <ChangesStays changes={text('ui/book/add/changes')} stays={text('ui/book/add/stays')} />
    </ActForm>
  );
}

interface ResultProps extends CloseProps {
  readonly entry: EntryState;
  readonly answer: BookAnswer;
  readonly onAnother: () => void;
}

function Added({ entry, answer, onAnother, onClose }: ResultProps) {
  const text = useText();
  const { dialog } = useDevices();
  const { host, httpPort, test } = answer.entry;
  const isWhole = test?.login === 'proven' && answer.question === null;
  return (
    <div className={styles['stack']}>
      <p role="status">
        {text(isWhole ? 'ui/book/add/done' : 'ui/book/add/kept', { host, port: httpPort })}
      </p>
      {entry.error === null ? null : <ErrorNotice error={entry.error} />}
      <TestResult entry={entry} />
      <div className={acts['buttons']}>
        <Button onPress={() => dialog.set({ kind: 'edit-entry', id: answer.id })}>
          {text('ui/book/actions/edit')}
        </Button>
        <Button isBusy={entry.isBusy} onPress={() => entry.test()}>
          {text('ui/book/testAgain')}
        </Button>
        <Button onPress={onAnother}>{text('ui/book/add/another')}</Button>
        <Button variant="primary" autoFocus onPress={onClose}>
          {text('ui/book/done')}
        </Button>
      </div>
    </div>
  );
}

function Body({ onClose, onAnother }: CloseProps & Pick<ResultProps, 'onAnother'>) {
  const entry = useEntry();
  const { answer } = entry;
  return answer === null ? (
    <AddForm entry={entry} onClose={onClose} />
  ) : (
    <Added {...{ entry, answer, onAnother, onClose }} />
  );
}

/** A device by its address or name: kept whatever the test says, and the test says all it found. */
export function AddDeviceDialog({ onClose }: CloseProps) {
  const text = useText();
  const [round, setRound] = useState(0);
  return (
    <Dialog title={text('ui/book/add/title')} isOpen onClose={onClose} width="wide">
      <Body key={round} onClose={onClose} onAnother={() => setRound(round + 1)} />
    </Dialog>
  );
}

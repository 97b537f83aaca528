import { useEffect, useRef, useState } from 'react';
import type { BookEntry } from '../../../../main/contract/book.ts';
import type { DeviceId } from '../../../../main/contract/device.ts';
import { Button } from '../../components/Button.tsx';
import { Checkbox } from '../../components/Checkbox.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Mono } from '../../components/Mono.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useApi, useQuery, useRow } from '../../state/app-context.tsx';
import { ActForm } from '../acts/ActForm.tsx';
import { DoneOnly } from '../acts/Form.tsx';
import { DeviceName } from '../jobs/DeviceName.tsx';
import { rowAsRef } from '../jobs/model/names.ts';
import { useSecretField } from '../vault/use-secret-field.ts';
import styles from './book.module.css';
import { EntryFields } from './EntryFields.tsx';
import { draftOf, draftProblem, type EntryDraft, editOf, fingerprintText } from './model.ts';
import { PasswordPart } from './PasswordPart.tsx';
import { TestResult } from './TestResult.tsx';
import { type EntryState, useEntry } from './use-entry.ts';
import { useLeaveOut } from './use-leave-out.ts';

interface EditProps {
  readonly id: DeviceId;
  readonly isTested?: boolean;
  readonly onClose: () => void;
}

interface FormProps {
  readonly id: DeviceId;
  readonly entry: EntryState;
  readonly saved: BookEntry;
  readonly name: string | null;
  readonly hasPassword: boolean | null;
  readonly onClose: () => void;
}

/** The certificate that is accepted for this device, and the way to forget it. */
function Pin({ entry, saved }: Pick<FormProps, 'entry' | 'saved'>) {
  const text = useText();
  const api = useApi();
  if (saved.pin === null || entry.answer === null) return null;
  const { id } = entry.answer;
  const forget = () =>
    void entry.run(async () =>
      entry.put(await api.call('book.edit', { id, acceptCertificate: null })),
    );
  return (
    <div className={styles['line']}>
      <p className={styles['stepWords']}>
        {text('ui/book/pin/what')} <Mono>{fingerprintText(saved.pin)}</Mono>
      </p>
      <Button isSmall isBusy={entry.isBusy} onPress={forget}>
        {text('ui/book/pin/forget')}
      </Button>
    </div>
  );
}

function EditForm({ id, entry, saved, name, hasPassword, onClose }: FormProps) {
  const text = useText();
  const api = useApi();
  const secret = useSecretField();
  const [draft, setDraft] = useState(() => draftOf(saved, name));
  // A redirect or a consent that was taken over stands in the fields too; what is typed otherwise stays.
  const taken = JSON.stringify(draftOf(saved, null));
  useEffect(() => {
    const way = JSON.parse(taken) as EntryDraft;
    setDraft((old) => ({ ...way, name: old.name }));
  }, [taken]);
  const problem = draftProblem(draft);
  const { isLeftOut, setLeaveOut, isStuck } = useLeaveOut(secret.isFilled);
  const whyNot =
    problem !== null
      ? text(`ui/book/missing/${problem}`)
      : isStuck
        ? text('ui/book/missing/vault')
        : null;
  const save = (isTested: boolean) =>
    void entry.run(async () => {
      const password = secret.isFilled ? { password: secret.read() } : {};
      const edit = { ...editOf(saved, name, draft), ...password, leaveOutPassword: isLeftOut };
      entry.put(await api.call('book.edit', { id, ...edit }));
      secret.clear();
      // A password that is not kept is used for this one test.
      if (isTested) entry.put(await api.call('book.test', { id, ...(isLeftOut ? password : {}) }));
      else onClose();
    });
  const known = hasPassword === null ? 'unknown' : hasPassword ? 'yes' : 'no';
  return (
    <ActForm
      verb={text('ui/book/edit/confirm')}
      whyNot={whyNot}
      isBusy={entry.isBusy}
      error={entry.error}
      onSubmit={() => save(true)}
      onClose={onClose}
    >
      <EntryFields draft={draft} onDraft={setDraft} />
      <PasswordPart
        userName={draft.userName}
        onUserName={(userName) => setDraft({ ...draft, userName })}
        hint={text(`ui/book/edit/hasPassword/${known}`)}
        {...{ secret, isLeftOut, onLeaveOut: setLeaveOut }}
      />
      <Checkbox
        isSelected={draft.isBasicAllowed}
        onChange={(isBasicAllowed) => setDraft({ ...draft, isBasicAllowed })}
      >
        {text('ui/book/edit/basic')}
      </Checkbox>
      <Pin entry={entry} saved={saved} />
      <div className={styles['line']}>
        <Button
          isBusy={entry.isBusy}
          whyDisabled={whyNot === null ? undefined : whyNot}
          onPress={() => save(false)}
        >
          {text('ui/book/edit/saveOnly')}
        </Button>
        <Button isBusy={entry.isBusy} onPress={() => entry.test()}>
          {text('ui/book/testAgain')}
        </Button>
      </div>
      <TestResult entry={entry} hasField />
    </ActForm>
  );
}

function Body({ id, isTested = false, onClose }: EditProps) {
  const text = useText();
  const row = useRow(id);
  const entry = useEntry();
  const { data, error, reload } = useQuery('book.get', { id });
  const { answer, put, test } = entry;
  const first = data?.entry ?? null;
  useEffect(() => {
    if (answer === null && first !== null) {
      put({ id, entry: first, question: null, password: 'none' });
    }
  }, [answer, first, id, put]);
  const wantsTest = useRef(isTested);
  useEffect(() => {
    if (answer === null || !wantsTest.current) return;
    wantsTest.current = false;
    test();
  }, [answer, test]);
  if (error !== undefined) return <ErrorNotice error={error} onRetry={reload} />;
  if (data === undefined) return <p>{text('ui/book/edit/asking')}</p>;
  if (answer === null) return first === null ? <p>{text('ui/book/edit/notThere')}</p> : null;
  // Merged or accepted, the entry is another device's now, and so is its form.
  const isMoved = answer.id !== id;
  return (
    <div className={styles['stack']}>
      {isMoved || row === undefined ? null : <DeviceName device={rowAsRef(row)} />}
      {isMoved ? (
        <>
          <TestResult entry={entry} />
          <DoneOnly onClose={onClose} />
        </>
      ) : (
        <EditForm
          {...{ id, entry, onClose, saved: answer.entry }}
          name={row?.name ?? null}
          hasPassword={data.hasPassword}
        />
      )}
    </div>
  );
}

/** Every field of an entry; what was changed is tested at once. */
export function EditEntryDialog(props: EditProps) {
  const text = useText();
  return (
    <Dialog title={text('ui/book/edit/title')} isOpen onClose={props.onClose} width="wide">
      <Body {...props} />
    </Dialog>
  );
}

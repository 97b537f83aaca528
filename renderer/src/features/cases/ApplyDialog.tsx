import { useRef, useState } from 'react';
import type { RecoveryCase } from '../../../../main/contract/recovery.ts';
import { Button } from '../../components/Button.tsx';
import { Checkbox } from '../../components/Checkbox.tsx';
import { Choice } from '../../components/Choice.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Field } from '../../components/Field.tsx';
import { PasswordField } from '../../components/PasswordField.tsx';
import { useAction } from '../../components/use-action.ts';
import { useText } from '../../i18n/use-text.ts';
import { useApi } from '../../state/app-context.tsx';
import { ActForm } from '../acts/ActForm.tsx';
import { ChangesStays } from '../acts/ChangesStays.tsx';
import { overrideInput, overrideWord } from '../acts/model.ts';
import { DeviceName } from '../jobs/DeviceName.tsx';
import { bytesAsBase64 } from '../vault/file-bytes.ts';
import { useSecretField } from '../vault/use-secret-field.ts';
import styles from './cases.module.css';
import { mayInsist } from './model/insist.ts';
import { Warnings } from './parts/Warnings.tsx';
import { useCase } from './use-cases.ts';

type How = 'file' | 'code';

interface Chosen {
  readonly name: string;
  readonly base64: string;
}

/** The vendor's file is read when it is chosen; its bytes stay here until they are sent. */
function FileChoice(props: {
  readonly chosen: Chosen | null;
  readonly onChoose: (file: File) => void;
}) {
  const text = useText();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className={styles['buttons']}>
      <input
        ref={input}
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        aria-hidden
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (file !== undefined) props.onChoose(file);
        }}
      />
      <Button onPress={() => input.current?.click()}>{text('ui/cases/applyDialog/choose')}</Button>
      {props.chosen === null ? null : (
        <span role="status">
          {text('ui/cases/applyDialog/chosen', { name: props.chosen.name })}
        </span>
      )}
    </div>
  );
}

/** Codes are as good as passwords: they stay in their field, like the new password. */
function useAnswer() {
  const [how, setHow] = useState<How>('file');
  const [file, setFile] = useState<Chosen | null>(null);
  const code = useSecretField();
  const password = useSecretField();
  const again = useSecretField();
  const [isForChannels, setForChannels] = useState(false);
  const isReady = how === 'file' ? file !== null : code.isFilled;
  const read = () => ({
    ...(how === 'file' ? { fileBase64: file?.base64 ?? '' } : { code: code.read() }),
    ...(password.isFilled ? { newPassword: { all: password.read() } } : {}),
    isForChannels,
  });
  return {
    ...{ how, setHow, file, setFile, code, password, again, isForChannels, setForChannels },
    ...{ isReady, read },
  };
}

type Answer = ReturnType<typeof useAnswer>;

function NewPassword(props: { readonly answer: Answer; readonly isDifferent: boolean }) {
  const text = useText();
  const { password, again } = props.answer;
  return (
    <div className={styles['pair']}>
      <PasswordField
        label={text('ui/cases/applyDialog/password')}
        description={text('ui/cases/applyDialog/passwordHint')}
        onChange={password.onChange}
        inputRef={password.inputRef}
      />
      <PasswordField
        label={text('ui/cases/applyDialog/again')}
        error={props.isDifferent ? text('ui/cases/applyDialog/differs') : undefined}
        onChange={again.onChange}
        inputRef={again.inputRef}
      />
    </div>
  );
}

interface BodyProps {
  readonly one: RecoveryCase;
  readonly onClose: () => void;
}

function Body({ one, onClose }: BodyProps) {
  const text = useText();
  const api = useApi();
  const answer = useAnswer();
  const { run, isBusy, error } = useAction();
  const [isDifferent, setDifferent] = useState(false);
  const [typed, setTyped] = useState('');
  // It stands until the next request leaves.
  const isProbablyVoid = one.warnings.some(({ code }) => code === 'restarted-since-export');
  const choose = (file: File) =>
    void run(async () => {
      const base64 = bytesAsBase64(new Uint8Array(await file.arrayBuffer()));
      answer.setFile({ name: file.name, base64 });
    });
  const submit = () => {
    const isSame = answer.password.read() === answer.again.read();
    setDifferent(!isSame);
    if (!isSame) return;
    void run(async () => {
      const override = overrideInput(typed);
      await api.call('recovery.apply', { id: one.id, ...answer.read(), ...override });
      onClose();
    });
  };
  return (
    <ActForm
      verb={text('ui/cases/applyDialog/confirm')}
      whyNot={answer.isReady ? null : text('ui/cases/applyDialog/missing')}
      isBusy={isBusy}
      error={error}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>
        <DeviceName device={one.device} />
      </p>
      <Warnings one={one} />
      <Choice<How>
        label={text('ui/cases/applyDialog/how')}
        options={[
          { id: 'file', label: text('ui/cases/applyDialog/file') },
          { id: 'code', label: text('ui/cases/applyDialog/code') },
        ]}
        value={answer.how}
        onChange={answer.setHow}
      />
      {answer.how === 'file' ? (
        <FileChoice chosen={answer.file} onChoose={choose} />
      ) : (
        <PasswordField
          label={text('ui/cases/applyDialog/codeLabel')}
          onChange={answer.code.onChange}
          inputRef={answer.code.inputRef}
        />
      )}
      <NewPassword answer={answer} isDifferent={isDifferent} />
      <Checkbox isSelected={answer.isForChannels} onChange={answer.setForChannels}>
        {text('ui/cases/applyDialog/channels')}
      </Checkbox>
      {isProbablyVoid || mayInsist(error) ? (
        <Field
          isMono
          label={text('ui/acts/override/label', { word: overrideWord })}
          description={text('ui/cases/applyDialog/insist')}
          value={typed}
          onChange={setTyped}
          maxLength={20}
        />
      ) : null}
      <ChangesStays
        changes={text('ui/cases/applyDialog/changes')}
        stays={text('ui/cases/applyDialog/stays')}
      />
    </ActForm>
  );
}

interface ApplyDialogProps {
  readonly caseId: string;
  readonly onClose: () => void;
}

/** The vendor's answer on its way to the device, with the new password. */
export function ApplyDialog({ caseId, onClose }: ApplyDialogProps) {
  const text = useText();
  const { data, error, reload } = useCase(caseId);
  return (
    <Dialog title={text('ui/cases/applyDialog/title')} isOpen onClose={onClose}>
      {error === undefined ? null : <ErrorNotice error={error} onRetry={reload} />}
      {data === undefined ? null : <Body one={data} onClose={onClose} />}
    </Dialog>
  );
}

import { useState } from 'react';
import type { VaultState } from '../../../../main/contract/methods-vault.ts';
import { Checkbox } from '../../components/Checkbox.tsx';
import { Choice } from '../../components/Choice.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Field } from '../../components/Field.tsx';
import { useAction } from '../../components/use-action.ts';
import { type TextLookup, useText } from '../../i18n/use-text.ts';
import { useAnnounce, useSession } from '../../state/app-context.tsx';
import { Form } from '../acts/Form.tsx';
import { type NewLock, newLocks, startOverWord } from './model.ts';
import { type PassphraseDraft, PassphrasePair, usePassphraseDraft } from './PassphrasePair.tsx';
import { useVault } from './use-vault.ts';
import styles from './vault.module.css';

interface MakeProps {
  /** Gives up the vault that is there. */
  readonly isStartOver?: boolean;
  readonly onClose: () => void;
}

/** The system's keystore hides nothing here, and somebody has to know that. */
export function WeakConsent(props: {
  readonly isSelected: boolean;
  readonly onChange: (is: boolean) => void;
}) {
  const text = useText();
  return (
    <div className={styles['note']}>
      <p>{text('ui/vault/weakWhat')}</p>
      <Checkbox {...props}>{text('ui/vault/weakAccept')}</Checkbox>
    </div>
  );
}

interface Draft {
  readonly lock: NewLock;
  readonly isWeakAccepted: boolean;
  readonly word: string;
}

interface Judged extends Pick<MakeProps, 'isStartOver'> {
  readonly state: VaultState;
  readonly draft: Draft;
  readonly passphrase: PassphraseDraft;
}

function whyNotYet({ state, draft, passphrase, isStartOver }: Judged, text: TextLookup) {
  const needsConsent = draft.lock !== 'passphrase' && state.osBox === 'weak';
  if (draft.lock !== 'os' && passphrase.problem !== null) {
    return text(`ui/vault/passphraseProblems/${passphrase.problem}`);
  }
  if (needsConsent && !draft.isWeakAccepted) return text('ui/vault/weakMissing');
  if (isStartOver === true && draft.word.trim().toUpperCase() !== startOverWord) {
    return text('ui/vault/startOver/label', { word: startOverWord });
  }
  return null;
}

function LockChoice(props: {
  readonly state: VaultState;
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
}) {
  const { state, draft, onDraft } = props;
  const text = useText();
  const locks = newLocks(state);
  return (
    <>
      {locks.length < 2 ? (
        <p>{text(`ui/vault/osHere/${state.osBox === 'unavailable' ? 'unavailable' : 'none'}`)}</p>
      ) : (
        <Choice<NewLock>
          label={text('ui/vault/lockWith')}
          value={draft.lock}
          onChange={(lock) => onDraft({ ...draft, lock })}
          options={locks.map((id) => ({
            id,
            label: text(`ui/vault/locks/${id}`),
            detail: text(`ui/vault/lockDetails/${id}`),
          }))}
        />
      )}
      {draft.lock !== 'passphrase' && state.osBox === 'weak' ? (
        <WeakConsent
          isSelected={draft.isWeakAccepted}
          onChange={(isWeakAccepted) => onDraft({ ...draft, isWeakAccepted })}
        />
      ) : null}
    </>
  );
}

function Body(props: MakeProps & { readonly state: VaultState }) {
  const { state, isStartOver = false, onClose } = props;
  const text = useText();
  const announce = useAnnounce();
  const { client, vault } = useSession();
  const { run, isBusy, error } = useAction();
  const passphrase = usePassphraseDraft();
  const [draft, setDraft] = useState<Draft>(() => ({
    lock: newLocks(state)[0] ?? 'passphrase',
    isWeakAccepted: false,
    word: '',
  }));
  const make = async () => {
    const isMade = await run(async () => {
      const input = {
        ...(draft.lock === 'os' ? {} : { passphrase: passphrase.first.read() }),
        useOs: draft.lock !== 'passphrase',
        acceptWeak: draft.isWeakAccepted,
      };
      vault.set(
        isStartOver
          ? await client.call('vault.startOver', { ...input, confirm: startOverWord })
          : await client.call('vault.init', input),
      );
    });
    if (!isMade) return;
    announce(text('ui/vault/isOpenNow'));
    onClose();
  };
  return (
    <Form
      verb={text(isStartOver ? 'ui/vault/startOver/confirm' : 'ui/vault/make')}
      variant={isStartOver ? 'danger' : 'primary'}
      whyNot={whyNotYet({ state, draft, passphrase, isStartOver }, text)}
      isBusy={isBusy}
      error={error}
      onSubmit={() => void make()}
      onClose={onClose}
    >
      <p>{text(isStartOver ? 'ui/vault/startOver/what' : 'ui/vault/makeWhat')}</p>
      <LockChoice state={state} draft={draft} onDraft={setDraft} />
      {draft.lock === 'os' ? null : (
        <PassphrasePair draft={passphrase} label={text('ui/vault/newPassphrase')} autoFocus />
      )}
      {isStartOver ? (
        <Field
          label={text('ui/vault/startOver/label', { word: startOverWord })}
          value={draft.word}
          onChange={(word) => setDraft({ ...draft, word })}
          maxLength={20}
          isMono
        />
      ) : (
        <p className={styles['dim']}>{text('ui/vault/makeLost')}</p>
      )}
    </Form>
  );
}

/** Sets the vault up, or anew after every way to open the old one was lost. */
export function MakeVaultDialog(props: MakeProps) {
  const text = useText();
  const { state } = useVault();
  const isOver = props.isStartOver === true;
  return (
    <Dialog
      title={text(isOver ? 'ui/vault/startOver/title' : 'ui/vault/makeTitle')}
      isOpen
      onClose={props.onClose}
      role={isOver ? 'alertdialog' : 'dialog'}
    >
      {state === null ? <p>{text('ui/vault/asking')}</p> : <Body {...props} state={state} />}
    </Dialog>
  );
}

import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { VaultBox } from '../../../../main/contract/credential.ts';
import type { VaultState } from '../../../../main/contract/methods-vault.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { PasswordField } from '../../components/PasswordField.tsx';
import { TimeAgo } from '../../components/TimeAgo.tsx';
import { useAction } from '../../components/use-action.ts';
import { useText } from '../../i18n/use-text.ts';
import { useAnnounce, useSession } from '../../state/app-context.tsx';
import { Form } from '../acts/Form.tsx';
import { WeakConsent } from './MakeVaultDialog.tsx';
import { PassphrasePair, usePassphraseDraft } from './PassphrasePair.tsx';
import { useSecretField } from './use-secret-field.ts';
import styles from './vault.module.css';

type Opened = 'add-os' | 'add-passphrase' | 'change' | VaultBox | null;

interface WayDialogProps {
  readonly onClose: () => void;
}

function ChangePassphrase({ onClose }: WayDialogProps) {
  const text = useText();
  const announce = useAnnounce();
  const { client, vault } = useSession();
  const old = useSecretField();
  const draft = usePassphraseDraft();
  const { run, isBusy, error } = useAction();
  const problem = draft.problem;
  const whyNot = !old.isFilled
    ? text('ui/vault/typePassphrase')
    : problem === null
      ? null
      : text(`ui/vault/passphraseProblems/${problem}`);
  const change = async () => {
    const isDone = await run(async () => {
      const input = { passphrase: old.read(), newPassphrase: draft.first.read() };
      vault.set(await client.call('vault.changePassphrase', input));
    });
    if (!isDone) return;
    announce(text('ui/vault/ways/changed'));
    onClose();
  };
  return (
    <Dialog title={text('ui/vault/ways/changeTitle')} isOpen onClose={onClose}>
      <Form
        verb={text('ui/vault/ways/change')}
        {...{ whyNot, isBusy, error, onClose }}
        onSubmit={() => void change()}
      >
        <PasswordField
          label={text('ui/vault/passphrase')}
          autoFocus
          inputRef={old.inputRef}
          onChange={old.onChange}
        />
        <PassphrasePair draft={draft} label={text('ui/vault/newPassphrase')} />
      </Form>
    </Dialog>
  );
}

function AddWay({ kind, state, onClose }: WayDialogProps & AddWayProps) {
  const text = useText();
  const announce = useAnnounce();
  const { client, vault } = useSession();
  const draft = usePassphraseDraft();
  const [acceptWeak, setAccept] = useState(false);
  const { run, isBusy, error } = useAction();
  const isWeak = kind === 'os' && state.osBox === 'weak';
  const whyNot =
    kind === 'passphrase' && draft.problem !== null
      ? text(`ui/vault/passphraseProblems/${draft.problem}`)
      : isWeak && !acceptWeak
        ? text('ui/vault/weakMissing')
        : null;
  const add = async () => {
    const isDone = await run(async () => {
      const own = kind === 'passphrase' ? { passphrase: draft.first.read() } : {};
      vault.set(await client.call('vault.addBox', { kind, acceptWeak, ...own }));
    });
    if (!isDone) return;
    announce(text('ui/vault/ways/added'));
    onClose();
  };
  return (
    <Dialog title={text(`ui/vault/ways/addTitle/${kind}`)} isOpen onClose={onClose}>
      <Form
        verb={text(`ui/vault/ways/add/${kind}`)}
        {...{ whyNot, isBusy, error, onClose }}
        onSubmit={() => void add()}
      >
        <p>{text(`ui/vault/ways/addWhat/${kind}`)}</p>
        {isWeak ? <WeakConsent isSelected={acceptWeak} onChange={setAccept} /> : null}
        {kind === 'passphrase' ? (
          <PassphrasePair draft={draft} label={text('ui/vault/newPassphrase')} autoFocus />
        ) : null}
      </Form>
    </Dialog>
  );
}

interface AddWayProps {
  readonly kind: VaultBox['kind'];
  readonly state: VaultState;
}

function RemoveWay({ box, onClose }: WayDialogProps & { readonly box: VaultBox }) {
  const text = useText();
  const announce = useAnnounce();
  const { client, vault } = useSession();
  const { run, isBusy, error } = useAction();
  const remove = async () => {
    const isDone = await run(async () =>
      vault.set(await client.call('vault.removeBox', { id: box.id })),
    );
    if (!isDone) return;
    announce(text('ui/vault/ways/removed'));
    onClose();
  };
  return (
    <Dialog
      title={text(`ui/vault/ways/removeTitle/${box.kind}`)}
      isOpen
      onClose={onClose}
      role="alertdialog"
      width="narrow"
      footer={
        <>
          <Button onPress={onClose} autoFocus>
            {text('ui/acts/close')}
          </Button>
          <Button variant="danger" isBusy={isBusy} onPress={() => void remove()}>
            {text(`ui/vault/ways/remove/${box.kind}`)}
          </Button>
        </>
      }
    >
      <div className={styles['stack']}>
        {error === null ? null : <ErrorNotice error={error} />}
        <p>{text('ui/vault/ways/removeWhat')}</p>
      </div>
    </Dialog>
  );
}

/** The ways to open the vault: keystore, passphrase, or both. */
export function WaysPart({ state }: { readonly state: VaultState }) {
  const text = useText();
  const [opened, setOpened] = useState<Opened>(null);
  const close = () => setOpened(null);
  const has = (kind: VaultBox['kind']) => state.boxes.some((box) => box.kind === kind);
  const isOsHere = state.osBox === 'strong' || state.osBox === 'weak';
  const canAdd = !has('passphrase') || (!has('os') && isOsHere);
  return (
    <div className={styles['stack']}>
      <h3>{text('ui/vault/ways/title')}</h3>
      <ul className={styles['list']}>
        {state.boxes.map((box) => (
          <li key={box.id} className={styles['entry']}>
            <span className={styles['grow']}>
              {text(`ui/vault/ways/kinds/${box.kind}`)}{' '}
              <span className={styles['dim']}>
                {text('ui/vault/ways/since')} <TimeAgo at={box.changedAt} />
              </span>
            </span>
            {box.kind === 'passphrase' ? (
              <Button isSmall onPress={() => setOpened('change')}>
                {text('ui/vault/ways/changeOpen')}
              </Button>
            ) : null}
            <Button
              isSmall
              whyDisabled={state.boxes.length < 2 ? text('ui/vault/ways/last') : undefined}
              onPress={() => setOpened(box)}
            >
              {text('ui/vault/ways/removeOpen')}
            </Button>
          </li>
        ))}
      </ul>
      {state.isLocked || !canAdd ? null : (
        <div className={styles['line']}>
          {has('passphrase') ? null : (
            <Button icon={<Plus aria-hidden />} onPress={() => setOpened('add-passphrase')}>
              {text('ui/vault/ways/addOpen/passphrase')}
            </Button>
          )}
          {has('os') || !isOsHere ? null : (
            <Button icon={<Plus aria-hidden />} onPress={() => setOpened('add-os')}>
              {text('ui/vault/ways/addOpen/os')}
            </Button>
          )}
        </div>
      )}
      {opened === 'change' ? <ChangePassphrase onClose={close} /> : null}
      {opened === 'add-os' ? <AddWay kind="os" state={state} onClose={close} /> : null}
      {opened === 'add-passphrase' ? (
        <AddWay kind="passphrase" state={state} onClose={close} />
      ) : null}
      {typeof opened === 'object' && opened !== null ? (
        <RemoveWay box={opened} onClose={close} />
      ) : null}
    </div>
  );
}

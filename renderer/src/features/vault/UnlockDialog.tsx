import { LockKeyholeOpen } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { PasswordField } from '../../components/PasswordField.tsx';
import { useAction } from '../../components/use-action.ts';
import { useText } from '../../i18n/use-text.ts';
import { useAnnounce, useSession } from '../../state/app-context.tsx';
import { Form } from '../acts/Form.tsx';
import { waysToOpen } from './model.ts';
import { useSecretField } from './use-secret-field.ts';
import { useVault } from './use-vault.ts';
import styles from './vault.module.css';

interface UnlockProps {
  readonly onClose: () => void;
}

function Body({ onClose }: UnlockProps) {
  const text = useText();
  const announce = useAnnounce();
  const { client, vault } = useSession();
  const { state } = useVault();
  const field = useSecretField();
  const { run, isBusy, error } = useAction();
  const ways = state === null ? { hasOs: false, hasPassphrase: true } : waysToOpen(state);
  const open = async (passphrase: string | undefined) => {
    const isOpen = await run(async () => {
      vault.set(await client.call('vault.unlock', passphrase === undefined ? {} : { passphrase }));
    });
    field.clear();
    if (!isOpen) {
      field.inputRef.current?.focus();
      return;
    }
    announce(text('ui/vault/isOpenNow'));
    onClose();
  };
  return (
    <Form
      verb={text('ui/vault/unlock')}
      whyNot={field.isFilled ? null : text('ui/vault/typePassphrase')}
      isBusy={isBusy}
      error={error}
      onSubmit={() => void open(field.read())}
      onClose={onClose}
    >
      <p>{text('ui/vault/unlockWhat')}</p>
      <PasswordField
        label={text('ui/vault/passphrase')}
        autoFocus
        inputRef={field.inputRef}
        onChange={field.onChange}
        description={ways.hasPassphrase ? undefined : text('ui/vault/noPassphraseHere')}
      />
      {ways.hasOs ? (
        <div className={styles['line']}>
          <Button isBusy={isBusy} onPress={() => void open(undefined)}>
            {text('ui/vault/unlockOs')}
          </Button>
        </div>
      ) : null}
      <p className={styles['dim']}>{text('ui/vault/forgotten')}</p>
    </Form>
  );
}

export function UnlockDialog({ onClose }: UnlockProps) {
  const text = useText();
  return (
    <Dialog title={text('ui/vault/unlockTitle')} isOpen onClose={onClose} width="narrow">
      <Body onClose={onClose} />
    </Dialog>
  );
}

/** Unlocks the vault from within any form, over it. */
export function UnlockHere() {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button isSmall icon={<LockKeyholeOpen aria-hidden />} onPress={() => setOpen(true)}>
        {text('ui/vault/unlockHere')}
      </Button>
      {isOpen ? <UnlockDialog onClose={() => setOpen(false)} /> : null}
    </>
  );
}

/** Above a form that has to wait for the vault. */
export function LockedNote() {
  const text = useText();
  return (
    <div className={styles['note']}>
      <p>{text('ui/vault/list/locked')}</p>
      <UnlockHere />
    </div>
  );
}

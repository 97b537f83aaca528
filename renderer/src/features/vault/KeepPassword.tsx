import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Checkbox } from '../../components/Checkbox.tsx';
import { useText } from '../../i18n/use-text.ts';
import { MakeVaultDialog } from './MakeVaultDialog.tsx';
import { UnlockHere } from './UnlockDialog.tsx';
import { useVault } from './use-vault.ts';
import styles from './vault.module.css';

function MakeHere() {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button isSmall icon={<KeyRound aria-hidden />} onPress={() => setOpen(true)}>
        {text('ui/vault/makeHere')}
      </Button>
      {isOpen ? <MakeVaultDialog onClose={() => setOpen(false)} /> : null}
    </>
  );
}

export interface KeepPasswordProps {
  readonly isLeftOut: boolean;
  readonly onLeaveOut: (isLeftOut: boolean) => void;
}

/** Under a password that is to be kept: where it goes, and what to do while the vault is not open. */
export function KeepPassword({ isLeftOut, onLeaveOut }: KeepPasswordProps) {
  const text = useText();
  const { mode } = useVault();
  if (mode === 'open') return <p className={styles['dim']}>{text('ui/vault/keep/open')}</p>;
  if (mode === 'unknown') return null;
  return (
    <div className={styles['note']}>
      <p>{text(`ui/vault/keep/${mode}`)}</p>
      {mode === 'locked' ? <UnlockHere /> : <MakeHere />}
      <Checkbox isSelected={isLeftOut} onChange={onLeaveOut}>
        {text('ui/vault/keep/leaveOut')}
      </Checkbox>
    </div>
  );
}

import { KeyRound, LockKeyhole, LockKeyholeOpen, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { MethodInput } from '../../../../main/contract/methods.ts';
import type { VaultState } from '../../../../main/contract/methods-vault.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Select } from '../../components/Select.tsx';
import { type Action, useAction } from '../../components/use-action.ts';
import { useText } from '../../i18n/use-text.ts';
import { useSession } from '../../state/app-context.tsx';
import { useDevices } from '../devices/devices-state.tsx';
import settings from '../settings/SettingsPage.module.css';
import { MakeVaultDialog } from './MakeVaultDialog.tsx';
import { MovePart } from './MovePart.tsx';
import { SavedPart } from './SavedPart.tsx';
import { useVault } from './use-vault.ts';
import styles from './vault.module.css';
import { WaysPart } from './WaysPart.tsx';

/** Minutes without use; 0 stands for never. */
const idleChoices: readonly number[] = [5, 15, 30, 60, 240, 0];
/** Days of one password; 0 stands for never. */
const remindChoices: readonly number[] = [90, 180, 365, 730, 0];

/** What is set now is among the choices, wherever it was set. */
function withOwn(choices: readonly number[], own: number): readonly number[] {
  if (choices.includes(own)) return choices;
  return [...choices, own].sort((a, b) => (a || Infinity) - (b || Infinity));
}

interface PartProps {
  readonly state: VaultState;
  readonly action: Action;
}

function Times({ state, action }: PartProps) {
  const text = useText();
  const { client, vault } = useSession();
  const set = (input: MethodInput<'vault.configure'>) =>
    void action.run(async () => vault.set(await client.call('vault.configure', input)));
  const idle = state.idleMinutes ?? 0;
  const remind = state.remindDays ?? 0;
  return (
    <div className={styles['pair']}>
      <Select
        label={text('ui/vault/idle/label')}
        description={text('ui/vault/idle/hint')}
        value={String(idle)}
        onChange={(value) => set({ idleMinutes: Number(value) || null })}
        options={withOwn(idleChoices, idle).map((count) => ({
          id: String(count),
          label: count === 0 ? text('ui/vault/idle/never') : text('ui/vault/idle/after', { count }),
        }))}
      />
      <Select
        label={text('ui/vault/remind/label')}
        description={text('ui/vault/remind/hint')}
        value={String(remind)}
        onChange={(value) => set({ remindDays: Number(value) || null })}
        options={withOwn(remindChoices, remind).map((count) => ({
          id: String(count),
          label:
            count === 0 ? text('ui/vault/remind/never') : text('ui/vault/remind/after', { count }),
        }))}
      />
    </div>
  );
}

function OpenOrLocked({ state, action }: PartProps) {
  const text = useText();
  const { client, vault } = useSession();
  const { dialog } = useDevices();
  const { devices, sites, groups } = state.credentials;
  return (
    <div className={styles['line']}>
      <p className={styles['grow']}>
        <strong>{text(`ui/vault/strip/${state.isLocked ? 'locked' : 'open'}`)}</strong>
        {' · '}
        {text('ui/vault/holds', { devices, sites, groups })}
        {state.waiting === 0 ? null : (
          <span className={styles['dim']}>
            {' '}
            {text('ui/vault/waiting', { count: state.waiting })}
          </span>
        )}
      </p>
      {state.isLocked ? (
        <Button
          variant="primary"
          icon={<LockKeyholeOpen aria-hidden />}
          onPress={() => dialog.set({ kind: 'vault-unlock' })}
        >
          {text('ui/vault/unlockHere')}
        </Button>
      ) : (
        <Button
          icon={<LockKeyhole aria-hidden />}
          isBusy={action.isBusy}
          onPress={() =>
            void action.run(async () => vault.set(await client.call('vault.lock', {})))
          }
        >
          {text('ui/vault/lock')}
        </Button>
      )}
    </div>
  );
}

function StartOver() {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={styles['line']}>
      <p className={`${styles['grow']} ${styles['dim']}`}>{text('ui/vault/startOver/when')}</p>
      <Button variant="danger" icon={<Trash2 aria-hidden />} onPress={() => setOpen(true)}>
        {text('ui/vault/startOver/open')}
      </Button>
      {isOpen ? <MakeVaultDialog isStartOver onClose={() => setOpen(false)} /> : null}
    </div>
  );
}

function NoVault() {
  const text = useText();
  const { dialog } = useDevices();
  return (
    <>
      <p>{text('ui/vault/noneYet')}</p>
      <div>
        <Button
          variant="primary"
          icon={<KeyRound aria-hidden />}
          onPress={() => dialog.set({ kind: 'vault-make' })}
        >
          {text('ui/vault/makeHere')}
        </Button>
      </div>
    </>
  );
}

function Whole({ state }: { readonly state: VaultState }) {
  const action = useAction();
  return (
    <>
      {action.error === null ? null : <ErrorNotice error={action.error} />}
      <OpenOrLocked state={state} action={action} />
      <WaysPart state={state} />
      <Times state={state} action={action} />
      <SavedPart isLocked={state.isLocked} />
      <MovePart isLocked={state.isLocked} />
      <StartOver />
    </>
  );
}

/** Everything about the vault, among the settings. */
export function VaultSection() {
  const text = useText();
  const { state, mode } = useVault();
  return (
    <section className={settings['section']} aria-label={text('ui/vault/title')}>
      <h2>{text('ui/vault/title')}</h2>
      {state === null ? <p>{text('ui/vault/asking')}</p> : null}
      {mode === 'none' ? <NoVault /> : null}
      {state?.exists ? <Whole state={state} /> : null}
    </section>
  );
}

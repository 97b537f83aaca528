import type { DeviceId } from '../../../../main/contract/device.ts';
import { credentialScopes } from '../../../../main/contract/lists.ts';
import { Choice } from '../../components/Choice.tsx';
import { TimeAgo } from '../../components/TimeAgo.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useQuery } from '../../state/app-context.tsx';
import { type Saved, savedFor } from './model.ts';
import { UnlockHere } from './UnlockDialog.tsx';
import { useVault } from './use-vault.ts';
import styles from './vault.module.css';

export interface SavedLogins extends Saved {
  /** They are there and cannot be used before the vault is unlocked. */
  readonly isLocked: boolean;
}

const nothingSaved: SavedLogins = { ...savedFor([]), isLocked: false };

/** Whose saved passwords these devices would get; tells nothing of the passwords. */
export function useSavedLogins(ids: readonly DeviceId[], isWanted = true): SavedLogins {
  const { mode } = useVault();
  const isAsked = isWanted && ids.length > 0 && (mode === 'open' || mode === 'locked');
  const { data } = useQuery(
    'vault.knows',
    { ids: [...ids] },
    { isEnabled: isAsked, invalidateOn: ['vault.changed'] },
  );
  if (!isAsked || data === undefined) return nothingSaved;
  return { ...savedFor(data.known), isLocked: mode === 'locked' };
}

/** "For this device, as admin, last accepted 2 h ago." */
export function SavedWords({ saved, total }: { readonly saved: Saved; readonly total: number }) {
  const text = useText();
  const { scopes, userName, provenAt } = saved;
  const whose = credentialScopes
    .filter((scope) => scopes[scope] > 0)
    .map((scope) => text(`ui/vault/saved/whose/${scope}`, { count: scopes[scope] }))
    .join(', ');
  return (
    <p className={styles['dim']}>
      {total > 1 ? `${text('ui/vault/saved/count', { count: saved.ids.size, total })} ` : null}
      {whose}
      {userName === null ? null : ` · ${text('ui/vault/saved/user', { user: userName })}`}
      {' · '}
      {provenAt === null ? (
        text('ui/vault/saved/neverProven')
      ) : (
        <>
          {text('ui/vault/saved/proven')} <TimeAgo at={provenAt} />
        </>
      )}
    </p>
  );
}

export interface SavedChoiceProps {
  readonly saved: SavedLogins;
  readonly total: number;
  readonly isUsed: boolean;
  readonly onUse: (isUsed: boolean) => void;
}

/** The saved password or a typed one; whose it is stands below. Shown only where there is one. */
export function SavedChoice({ saved, total, isUsed, onUse }: SavedChoiceProps) {
  const text = useText();
  if (saved.ids.size === 0) return null;
  if (saved.isLocked) {
    return (
      <div className={styles['note']}>
        <p>{text('ui/vault/saved/locked', { count: saved.ids.size })}</p>
        <UnlockHere />
      </div>
    );
  }
  return (
    <div>
      <Choice<'saved' | 'typed'>
        label={text('ui/vault/saved/group')}
        value={isUsed ? 'saved' : 'typed'}
        onChange={(value) => onUse(value === 'saved')}
        options={[
          { id: 'saved', label: text('ui/vault/saved/use', { count: saved.ids.size }) },
          { id: 'typed', label: text('ui/vault/saved/type') },
        ]}
      />
      {isUsed ? <SavedWords saved={saved} total={total} /> : null}
    </div>
  );
}

/** A typed password is kept by itself once a device accepted it; where it is not, that is said too. */
export function KeptAfterProof() {
  const text = useText();
  const { mode } = useVault();
  if (mode === 'unknown') return null;
  return <p className={styles['dim']}>{text(`ui/vault/keep/after/${mode}`)}</p>;
}

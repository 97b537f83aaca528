import { useCallback } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { cx } from '../../components/cx.ts';
import { Mark, type MarkProps } from '../../components/StatusMark.tsx';
import { showToast } from '../../components/toast-store.ts';
import { useAction } from '../../components/use-action.ts';
import { useText } from '../../i18n/use-text.ts';
import { useSession } from '../../state/app-context.tsx';
import strip from '../adapters/StatusStrip.module.css';
import { useDevices } from '../devices/devices-state.tsx';
import { tellError } from '../devices/tell-error.ts';
import type { VaultMode } from './model.ts';
import { useVault, useVaultFeed } from './use-vault.ts';

const looks: Readonly<Record<Exclude<VaultMode, 'unknown'>, Pick<MarkProps, 'shape' | 'tone'>>> = {
  none: { shape: 'minus', tone: 'unknown' },
  locked: { shape: 'padlock', tone: 'locked' },
  open: { shape: 'dot', tone: 'online' },
};

/** Open, locked or not there; a press locks it, unlocks it or sets it up. */
export function VaultItem() {
  const text = useText();
  const { client, vault } = useSession();
  const { dialog } = useDevices();
  const { mode } = useVault();
  const { run } = useAction();
  const onError = useCallback(
    (code: string) => showToast({ text: text('ui/vault/strip/notTold', { code }) }),
    [text],
  );
  useVaultFeed(onError);
  if (mode === 'unknown') return null;
  const lock = () =>
    void run(async () => {
      try {
        vault.set(await client.call('vault.lock', {}));
        showToast({ text: text('ui/vault/isLockedNow'), durationMs: 3000 });
      } catch (thrown) {
        tellError(text, thrown);
      }
    });
  const press = () => {
    if (mode === 'open') lock();
    else dialog.set({ kind: mode === 'locked' ? 'vault-unlock' : 'vault-make' });
  };
  return (
    <AriaButton className={cx(strip['open'], strip['last'])} onPress={press}>
      <Mark {...looks[mode]} word={text(`ui/vault/strip/${mode}`)} />
      <span className="visually-hidden">, {text(`ui/vault/strip/press/${mode}`)}</span>
    </AriaButton>
  );
}

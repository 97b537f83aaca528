import { useEffect } from 'react';
import type { VaultState } from '../../../../main/contract/methods-vault.ts';
import { useIsConnected, useSession, useStore } from '../../state/app-context.tsx';
import { errorShapeOf } from '../../transport/client.ts';
import { modeOf, type VaultMode } from './model.ts';

export function useVault(): { readonly state: VaultState | null; readonly mode: VaultMode } {
  const state = useStore(useSession().vault);
  return { state, mode: modeOf(state) };
}

/** Asks once each time the host is there again; from then on `vault.changed` tells. */
export function useVaultFeed(onError: (code: string) => void): void {
  const { client, vault } = useSession();
  const isLive = useIsConnected();
  useEffect(() => {
    if (!isLive) return;
    client.call('vault.status', {}).then(vault.set, (thrown: unknown) => {
      onError(errorShapeOf(thrown).code);
    });
  }, [client, vault, isLive, onError]);
}

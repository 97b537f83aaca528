import type { DeviceId } from '../../main/contract/device.ts';
import type { AccountPassword, CredentialVault } from '../../main/ports/vault.ts';

export interface MemoryVault extends CredentialVault {
  readonly saved: Map<DeviceId, AccountPassword>;
  readonly offers: { device: DeviceId; userName: string; state: string }[];
  isLocked: boolean;
  /** How often a password was asked for by hand, so that it keeps the vault open. */
  asked: number;
}

/** The vault's second implementation: it remembers, and hides nothing. */
export function createMemoryVault(): MemoryVault {
  const saved = new Map<DeviceId, AccountPassword>();
  const offers: MemoryVault['offers'] = [];
  const vault: MemoryVault = {
    ...{ saved, offers, isLocked: false, asked: 0 },
    state: () => (vault.isLocked ? 'locked' : 'open'),
    isOpen: () => !vault.isLocked,
    password: async (device) => (vault.isLocked ? null : (saved.get(device)?.password ?? null)),
    account: async (device, isQuiet) => {
      if (vault.isLocked) return null;
      if (!isQuiet) vault.asked += 1;
      return saved.get(device) ?? null;
    },
    offer: async (device, given, state) => {
      const login = typeof given === 'string' ? { userName: 'admin', password: given } : given;
      offers.push({ device, userName: login.userName, state });
      if (state === 'proven') saved.set(device, login);
    },
    hold: () => () => undefined,
  };
  return vault;
}

import type { DeviceId } from '../contract/device.ts';

/**
 * Where credentials are kept between runs. Until a vault is set up, `none` answers: nothing is kept and
 * every run asks.
 */
export interface CredentialVault {
  isOpen(): boolean;
  /** The device's last-known-good password, or `null`. */
  password(device: DeviceId): Promise<string | null>;
  /** Offered after a device proved the password right, and before a new one is sent to it. */
  offer(device: DeviceId, password: string, state: 'pending' | 'proven'): Promise<void>;
}

export const noVault: CredentialVault = {
  isOpen: () => false,
  password: () => Promise.resolve(null),
  offer: () => Promise.resolve(),
};

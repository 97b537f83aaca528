import type { DeviceId } from '../contract/device.ts';

/** A password with the account it is for. */
export interface AccountPassword {
  readonly userName: string;
  readonly password: string;
}

/** Where credentials are kept between runs. `none` keeps nothing, so that every run asks. */
export interface CredentialVault {
  /** `none`: nothing was set up. `locked`: something may be kept, and nobody can get at it now. */
  state(): 'none' | 'locked' | 'open';
  isOpen(): boolean;
  /**
   * The device's last-known-good password of its administrator, or `null`. SADP speaks as the
   * administrator only, so another account's is not given.
   */
  password(device: DeviceId): Promise<string | null>;
  /**
   * Offered after a device proved the password right, and before a new one is sent to it. A bare text is
   * the administrator's.
   */
  offer(
    device: DeviceId,
    password: string | AccountPassword,
    state: 'pending' | 'proven',
  ): Promise<void>;
  /**
   * The device's saved login of whatever account, or `null`; where absent, `password` is all there is.
   * `isQuiet`: nobody asked for it, so it does not keep the vault from locking by itself.
   */
  account?(device: DeviceId, isQuiet: boolean): Promise<AccountPassword | null>;
  /** A new password that was offered before it was sent, and that no device has proven or refused so far. */
  pending?(device: DeviceId): Promise<AccountPassword | null>;
  /** The device said no to the pending one: it is set aside, what is current stays. */
  refused?(device: DeviceId): void;
  /** Where something is saved for the device, known also while it is locked; `null`: nowhere. */
  hint?(device: DeviceId): object | null;
  /** Keeps it from locking by itself until the returned function is called. */
  hold(): () => void;
}

export const noVault: CredentialVault = {
  state: () => 'none',
  isOpen: () => false,
  password: () => Promise.resolve(null),
  offer: () => Promise.resolve(),
  hold: () => () => undefined,
};

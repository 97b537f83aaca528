import type { DeviceId } from '../../../../main/contract/device.ts';

/** The dialogs of this feature; one at a time, like every dialog of the page. */
export type VaultDialog =
  | { readonly kind: 'vault-unlock' }
  | { readonly kind: 'vault-make' }
  /** A login to be kept: for these devices, or for a site or a group when there are none. */
  | { readonly kind: 'vault-save'; readonly id: DeviceId | null }
  | { readonly kind: 'vault-group'; readonly ids: readonly DeviceId[] };

import type { DeviceId } from '../../../../main/contract/device.ts';

/** The dialogs that change addresses; editing one device happens in the right pane. */
export type NetworkDialog =
  /** In this order: addresses are counted upwards along it. */
  | { readonly kind: 'change-addresses'; readonly ids: readonly DeviceId[] }
  | { readonly kind: 'ip-plan' }
  /** `null`: every group of the site that shares an address. */
  | { readonly kind: 'resolve-same-ip'; readonly ids: readonly DeviceId[] | null };

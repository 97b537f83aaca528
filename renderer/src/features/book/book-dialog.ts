import type { DeviceId } from '../../../../main/contract/device.ts';

/** The dialogs of this feature; one at a time, like every dialog of the page. */
export type BookDialog =
  | { readonly kind: 'add-device' }
  | { readonly kind: 'edit-entry'; readonly id: DeviceId }
  | { readonly kind: 'import-devices' }
  | { readonly kind: 'merge-question'; readonly id: DeviceId }
  | { readonly kind: 'set-type'; readonly ids: readonly DeviceId[] };

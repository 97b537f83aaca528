import type { DeviceId } from '../../../../main/contract/device.ts';

/** The dialogs of this feature; one at a time, like every dialog of the page. */
export type BookDialog =
  | { readonly kind: 'add-device' }
  /** `isTested`: the entry is tested as soon as it is open. */
  | { readonly kind: 'edit-entry'; readonly id: DeviceId; readonly isTested?: boolean }
  | { readonly kind: 'import-devices' }
  | { readonly kind: 'set-type'; readonly ids: readonly DeviceId[] };

import type { DeviceId } from '../../../../main/contract/device.ts';

/** The dialogs of this feature; one at a time, like every dialog of the page. */
export type AccessDialog =
  | { readonly kind: 'set-password'; readonly ids: readonly DeviceId[] }
  | { readonly kind: 'reboot'; readonly ids: readonly DeviceId[] }
  | { readonly kind: 'reset-device'; readonly id: DeviceId }
  | { readonly kind: 'backup'; readonly id: DeviceId }
  | { readonly kind: 'restore-backup'; readonly id: DeviceId }
  | { readonly kind: 'qr'; readonly ids: readonly DeviceId[] }
  | { readonly kind: 'qr-read' }
  | { readonly kind: 'channel-edit'; readonly id: DeviceId; readonly channel: number }
  | { readonly kind: 'channel-remove'; readonly id: DeviceId; readonly channel: number };

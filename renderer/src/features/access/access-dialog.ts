import type { DeviceId } from '../../../../main/contract/device.ts';

/** What a login can read without changing anything. */
export type ReadKind = 'health' | 'cloud' | 'channels';

/** The dialogs of this feature; one at a time, like every dialog of the page. */
export type AccessDialog =
  | { readonly kind: 'read-login'; readonly ids: readonly DeviceId[]; readonly what: ReadKind }
  | { readonly kind: 'set-password'; readonly ids: readonly DeviceId[] }
  | { readonly kind: 'reboot'; readonly ids: readonly DeviceId[] }
  | { readonly kind: 'reset-device'; readonly id: DeviceId }
  | { readonly kind: 'backup'; readonly id: DeviceId }
  | { readonly kind: 'restore-backup'; readonly id: DeviceId }
  | { readonly kind: 'qr'; readonly ids: readonly DeviceId[] }
  | { readonly kind: 'qr-read' }
  | { readonly kind: 'channels'; readonly id: DeviceId }
  | { readonly kind: 'channel-map'; readonly id: DeviceId; readonly channel: number }
  | {
      readonly kind: 'channel-edit';
      readonly id: DeviceId;
      readonly channel: number;
      /** The camera moved there; the recorder does not know yet. */
      readonly address?: string;
    }
  | { readonly kind: 'channel-remove'; readonly id: DeviceId; readonly channel: number };

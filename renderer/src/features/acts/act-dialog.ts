import type { DeviceId } from '../../../../main/contract/device.ts';

/** The dialogs that change devices; one at a time, like every dialog of the page. */
export type ActDialog =
  | { readonly kind: 'unbind'; readonly ids: readonly DeviceId[] }
  | { readonly kind: 'unbind-panel'; readonly id: DeviceId }
  | { readonly kind: 'activate'; readonly ids: readonly DeviceId[] }
  | { readonly kind: 'cloud'; readonly ids: readonly DeviceId[] }
  | { readonly kind: 'verification-code'; readonly id: DeviceId }
  | { readonly kind: 'restore-inactive'; readonly id: DeviceId }
  | { readonly kind: 'resume-job'; readonly jobId: string }
  | { readonly kind: 'undo-job'; readonly jobId: string };

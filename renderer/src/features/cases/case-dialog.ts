import type { DeviceId } from '../../../../main/contract/device.ts';

/** The dialogs of this feature; one at a time, like every dialog of the page. */
export type CaseDialog =
  | { readonly kind: 'open-case'; readonly id: DeviceId }
  | { readonly kind: 'chooser'; readonly id: DeviceId }
  | { readonly kind: 'ladder'; readonly caseId: string }
  | { readonly kind: 'owner-message'; readonly id: DeviceId; readonly caseId?: string }
  | { readonly kind: 'reset-card'; readonly id: DeviceId };

import type { DeviceId } from '../../../../main/contract/device.ts';
import type { CaseKind } from '../../../../main/contract/recovery.ts';

import type { OwnerMessage } from './model/messages.ts';

/** The dialogs of this feature; one at a time, like every dialog of the page. */
export type CaseDialog =
  | { readonly kind: 'open-case'; readonly id: DeviceId; readonly caseKind?: CaseKind }
  | { readonly kind: 'close-case'; readonly caseId: string }
  | { readonly kind: 'apply-answer'; readonly caseId: string }
  | { readonly kind: 'chooser'; readonly id: DeviceId }
  | { readonly kind: 'ladder'; readonly caseId: string }
  | {
      readonly kind: 'owner-message';
      readonly id: DeviceId;
      readonly caseId?: string;
      readonly message?: OwnerMessage;
    }
  | { readonly kind: 'reset-card'; readonly id: DeviceId };

import type { DeviceId } from '../../../../main/contract/device.ts';

/** The dialogs of this feature; one at a time, like every dialog of the page. */
export type ReportDialog =
  | { readonly kind: 'report'; readonly ids: readonly DeviceId[] }
  | { readonly kind: 'report-open' }
  | { readonly kind: 'site-export' }
  | { readonly kind: 'site-import' }
  | { readonly kind: 'support-package'; readonly ids: readonly DeviceId[] };

import type { RecoveryRoute } from '../../../../../main/contract/recovery.ts';
import type { TextLookup } from '../../../i18n/use-text.ts';

export function routeTitle(text: TextLookup, route: RecoveryRoute): string {
  return text(`chooser/routes/${route}`);
}

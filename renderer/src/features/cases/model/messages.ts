import type { MethodInput } from '../../../../../main/contract/methods.ts';
import type { CaseKind, CaseState, RecoveryRoute } from '../../../../../main/contract/recovery.ts';

export type OwnerMessage = MethodInput<'messages.make'>['message'];

const ofCases: Readonly<Partial<Record<CaseKind, OwnerMessage>>> = {
  'portal-reset': 'agree-portal-reset',
  'email-code': 'scan-email-code',
  'after-unbind': 'remove-shared-users',
};

/** Who is asked again when no answer came in time. */
const ofExpired: Readonly<Partial<Record<CaseKind, OwnerMessage>>> = {
  'portal-reset': 'portal-reset-again',
  'reset-file': 'ask-support-again',
  'support-case': 'ask-support-again',
};

/** What the owner most likely has to be told in this case; a person may choose another. */
export function messageOfCase(kind: CaseKind, state: CaseState): OwnerMessage {
  const again = state === 'expired' ? ofExpired[kind] : undefined;
  return again ?? ofCases[kind] ?? 'delete-in-app';
}

const ofRoutes: Readonly<Partial<Record<RecoveryRoute, OwnerMessage>>> = {
  'owner-account': 'delete-in-app',
  'owner-forgot-account': 'forgot-account',
  'owner-forgot-password': 'forgot-password',
  'portal-reset': 'agree-portal-reset',
  'email-code': 'scan-email-code',
};

/** `null` where this way asks nothing of the owner. */
export function messageOfRoute(route: RecoveryRoute): OwnerMessage | null {
  return ofRoutes[route] ?? null;
}

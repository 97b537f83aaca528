import type { FactKey } from '../contract/device.ts';
import type { CaseKind } from '../contract/recovery.ts';
import type { KnownFacts } from './record.ts';

export interface RecoveryWay {
  readonly kind: CaseKind;
  /** `null`: the device does not say. */
  readonly isSupported: boolean | null;
  /** The fact that says so. */
  readonly fact: FactKey | null;
}

/** Ways back to a device whose password is lost, with the facts that speak of each; the first told counts. */
const ways: readonly (readonly [CaseKind, readonly FactKey[]])[] = [
  ['security-questions', ['securityQuestions']],
  ['guid-file', ['guid']],
  ['email-code', ['mailbox']],
  ['reset-file', ['passwordReset', 'passwordResetSecondMode']],
  // The portal asks the owner through Hik-Connect: without that platform it leads nowhere.
  ['portal-reset', ['cloudSupported']],
  ['reset-button', []],
];

/** What the device itself says of each. Where any of several facts says yes, it is yes. */
export function recoveryWays(facts: KnownFacts): RecoveryWay[] {
  return ways.map(([kind, keys]) => {
    const told = keys.filter((key) => typeof facts[key] === 'boolean');
    const fact = told.find((key) => facts[key] === true) ?? told[0] ?? null;
    if (fact === null) return { kind, isSupported: null, fact: null };
    const isSupported = facts[fact] === true;
    // Having the platform is needed, and not yet enough: the owner must have bound it.
    return { kind, isSupported: kind === 'portal-reset' && isSupported ? null : isSupported, fact };
  });
}

import type { JobKind, Reason, Verdict } from '../contract/job.ts';

/** What an item ends with. */
export interface Finding {
  readonly verdict: Verdict;
  readonly reason: Reason;
}

/**
 * A device's answer to a command, in the words of the protocol; `areas-differ` is what is recognised in
 * texts that are none of them, `other` is every other text.
 */
export const answerCodes = [
  'success',
  'failed',
  'PasswordError',
  'locked',
  'notActivated',
  'hasActivated',
  'riskPassword',
  'emptyEncryptString',
  'exportFileOverDue',
  'codeError',
  'LongAnswer',
  'invalidGUID',
  'AnswerError',
  'QuestionNumErr',
  'IllegalVerificationCode',
  'BindErrorDev',
  'ExcedMaxBindNum',
  'notExist',
  'notSetMailBox',
  'notSetPhoneNo',
  'areas-differ',
  'other',
] as const;
export type AnswerCode = (typeof answerCodes)[number];

const refusals: Readonly<Partial<Record<AnswerCode, Finding>>> = {
  failed: { verdict: 'refused', reason: 'denied' },
  PasswordError: { verdict: 'wrong-password', reason: 'wrong-password' },
  locked: { verdict: 'locked', reason: 'locked' },
  notActivated: { verdict: 'refused', reason: 'not-activated' },
  riskPassword: { verdict: 'refused', reason: 'weak-password' },
  codeError: { verdict: 'refused', reason: 'invalid-values' },
  IllegalVerificationCode: { verdict: 'refused', reason: 'invalid-values' },
  'areas-differ': { verdict: 'different-area', reason: 'areas-differ' },
  other: { verdict: 'unknown', reason: 'unknown-result' },
};

/**
 * What an answer means when it is no success; `null` for `success`, which is never believed without
 * reading the device again.
 */
export function findingOf(kind: JobKind, code: AnswerCode): Finding | null {
  if (code === 'success') return null;
  // For everything but activation a device that is activated is as it should be, so the word is odd there.
  if (code === 'hasActivated' && kind === 'activate') {
    return { verdict: 'already', reason: 'already-activated' };
  }
  // A word of the protocol that does not belong to this command: the device said no, for its own reason.
  return refusals[code] ?? { verdict: 'refused', reason: 'unknown-result' };
}

const notSentVerdicts: Readonly<Partial<Record<Reason, Verdict>>> = {
  locked: 'locked',
  'attempts-low': 'skipped',
  'same-password': 'skipped',
  'group-stopped': 'skipped',
  'no-password': 'skipped',
  'address-taken': 'skipped',
  cancelled: 'skipped',
  interrupted: 'skipped',
  offline: 'no-answer',
  silent: 'no-answer',
  'generation-unsupported': 'not-supported',
  'function-unsupported': 'not-supported',
  'no-sadp': 'not-supported',
  'not-hikvision': 'not-supported',
  panel: 'not-supported',
};

/** What it means that a command never left, for this reason. */
export function findingNotSent(reason: Reason): Finding {
  return { verdict: notSentVerdicts[reason] ?? 'failed', reason };
}

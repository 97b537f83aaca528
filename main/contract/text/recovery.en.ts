import type { ErrorCode } from '../errors.ts';

interface Message {
  readonly what: string;
  readonly next: string;
}

/** Errors of the vendor's reset request and answer; `en.ts` puts them beside the others. */
export const recoveryErrorsEn = {
  'recovery.wrong-kind': {
    what: 'A case of the kind "{{kind}}" has no request or answer that Untether can carry.',
    next: 'Follow the steps of the case; its guide says who does what. Attach what you receive.',
  },
  'recovery.not-supported': {
    what: 'This device’s form of the reset request or answer is not known well enough to be sent ({{why}}).',
    next: 'Use Forgot Password in the vendor’s SADP Tool for this step, then attach its file here: steps and deadlines go on in this case.',
  },
  'recovery.no-answer': {
    what: 'The device did not answer.',
    next: 'Check power and cable, look whether it is in the list, then try again. Do not restart it: a request holds for one start.',
  },
  'recovery.not-sent': {
    what: 'Nothing was sent: {{reason}}.',
    next: 'Correct that, then try again.',
  },
  'recovery.not-whole': {
    what: 'The device’s request did not arrive whole, so it was not kept.',
    next: 'Ask for it again. If it stays so, use Forgot Password in the vendor’s SADP Tool.',
  },
  'recovery.refused': {
    what: 'The device refused: "{{result}}".',
    next: 'Nothing was changed. Check the case’s guide for this device, or ask support with this text.',
  },
  'recovery.answer-wrong': {
    what: 'The device says that this answer is wrong (tries left: {{left}}).',
    next: 'Check that the answer is for this device and for the last export. Do not try others: wrong answers lock it.',
  },
  'recovery.answer-void': {
    what: 'The device has no request that this answer could belong to. It restarted, or another request was made.',
    next: 'Export the request anew and send it to support again.',
  },
  'recovery.answer-expired': {
    what: 'The device says that its request is too old for this answer.',
    next: 'Export the request anew and send it to support again.',
  },
  'recovery.locked': {
    what: 'The device is locked by wrong tries and takes no answer now.',
    next: 'Wait for the lock to end; it stands on the row. Keep the device powered.',
  },
  'recovery.weak-password': {
    what: 'The device would not take the new password: {{problems}}.',
    next: 'Choose 8 to 16 characters with two kinds at least, better three, without the user name.',
  },
  'recovery.unclear': {
    what: 'It is not known whether the device took the answer (it said: {{result}}).',
    next: 'Sign in once with the new password. Only if that is refused, bring the answer again.',
  },
  'recovery.restarted': {
    what: 'The device restarted since the request left it ({{from}}, now {{to}}), so the answer is probably void.',
    next: 'Export anew. If support says that its answer still holds, try it anyway by an explicit word.',
  },
  'recovery.same-answer': {
    what: 'The device has refused this very answer before.',
    next: 'Ask support for another one, or try it anyway by an explicit word.',
  },
  'recovery.needs-answer': {
    what: 'Neither a file nor a code was given.',
    next: 'Choose the file that support sent, or type its code.',
  },
  'recovery.needs-password': {
    what: 'No new password was given.',
    next: 'Enter the new password that the device is to have.',
  },
  'recovery.bad-file': {
    what: 'This file cannot be the vendor’s answer: it is empty, no text, or larger than {{limitKb}} KB.',
    next: 'Choose the file exactly as support sent it, unpacked and unchanged.',
  },
} satisfies Readonly<Partial<Record<ErrorCode, Message>>>;

export type RecoveryErrors = Readonly<Record<keyof typeof recoveryErrorsEn, Message>>;

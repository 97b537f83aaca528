import type { recoveryMethods } from '../contract/methods-recovery.ts';
import type { Core } from './core.ts';
import type { Handlers } from './dispatch.ts';
import { notYet } from './not-yet.ts';

export type RecoveryHandlers = Pick<Handlers, keyof typeof recoveryMethods>;

export function createRecoveryHandlers(_core: Core): RecoveryHandlers {
  return {
    'cases.list': notYet,
    'cases.get': notYet,
    'cases.open': notYet,
    'cases.step': notYet,
    'cases.edit': notYet,
    'cases.setDeadline': notYet,
    'cases.watch': notYet,
    'cases.sendAgain': notYet,
    'cases.close': notYet,
    'cases.reopen': notYet,
    'cases.attach': notYet,
    'cases.attachment': notYet,
    'cases.reminders': notYet,
    'cases.dismissReminder': notYet,
    'recovery.ways': notYet,
    'recovery.export': notYet,
    'recovery.apply': notYet,
    'chooser.get': notYet,
    'chooser.answer': notYet,
    'reset.card': notYet,
    'messages.make': notYet,
  };
}

import { areasDiffer } from '../../protocol/sadp/areas.ts';
import type { SadpResult } from '../../protocol/sadp/results.ts';
import type { TryOutcome } from './rules.ts';

/**
 * Whether an answer to a command that carried the device's password cost it a try. A bare `failed` may
 * be a wrong password on old firmware: it counts as possible and is never called wrong.
 */
export function tryOutcomeOf({ code, raw }: SadpResult): TryOutcome {
  switch (code) {
    case 'success':
      return 'right';
    case 'PasswordError':
      return 'wrong';
    case 'locked':
      return 'locked';
    case 'failed':
      return 'possible';
    case 'other':
      // The region of the account is wrong; the password was not judged.
      return areasDiffer(raw) ? 'none' : 'possible';
    default:
      // The device named another cause: no account, not activated, a code that does not fit.
      return 'none';
  }
}

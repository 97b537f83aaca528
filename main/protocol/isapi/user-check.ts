import type { XmlElement } from '../xml.ts';
import { type Decoded, openDocument, textAt, toFlag, toInt } from './read.ts';

/** `null` everywhere: the device did not say. */
export interface UserCheck {
  /** The number in the body, 200 or 401; HTTP may say 200 while this says 401. */
  readonly statusValue: number | null;
  readonly isLocked: boolean | null;
  /** Seconds until it lets somebody try again, as told; also 0 when it is not locked. */
  readonly unlockSeconds: number | null;
  readonly attemptsLeft: number | null;
  readonly isDefaultPassword: boolean | null;
  readonly isRiskPassword: boolean | null;
  readonly isActivated: boolean | null;
  /** Days the password stays valid. */
  readonly residualValidityDays: number | null;
}

/** A lock of a day is longer than any device has; what is above was misread or made up. */
const maxUnlockSeconds = 86_400;

/**
 * `GET /ISAPI/Security/userCheck`, and the body with which firmware since about V5.3 refuses any other
 * request. Never throws. Source: public captures and the vendor's public guide (`lock` and `locked`).
 */
export function decodeUserCheck(body: Uint8Array | string): Decoded<UserCheck> {
  const opened = openDocument(body, 'userCheck');
  return opened.ok ? { ok: true, value: readUserCheck(opened.value.root) } : opened;
}

function readUserCheck(root: XmlElement): UserCheck {
  const lock = textAt(root, 'lockStatus')?.toLowerCase();
  return {
    statusValue: toInt(textAt(root, 'statusValue'), { max: 999 }),
    isLocked: lock === 'lock' || lock === 'locked' ? true : lock === 'unlock' ? false : null,
    unlockSeconds: toInt(textAt(root, 'unlockTime'), { max: maxUnlockSeconds }),
    attemptsLeft: toInt(textAt(root, 'retryLoginTime'), { max: 100 }),
    isDefaultPassword: toFlag(textAt(root, 'isDefaultPassword')),
    isRiskPassword: toFlag(textAt(root, 'isRiskPassword')),
    isActivated: toFlag(textAt(root, 'isActivated')),
    residualValidityDays: toInt(textAt(root, 'residualValidity'), { max: 100_000 }),
  };
}

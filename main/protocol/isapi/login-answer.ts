import { causeOf, decodeResponseStatus, type ResponseStatus } from './response-status.ts';
import { decodeUserCheck, type UserCheck } from './user-check.ts';

/** What a device told about its lock, in the words of the lockout guard. */
export interface LoginTold {
  /** `null`: not told. */
  readonly attemptsLeft: number | null;
  /** Minutes begun; `null` when it is not locked or does not say for how long. */
  readonly lockMinutes: number | null;
  readonly isLocked: boolean;
}

export type LoginVerdict =
  /** No word against the login. */
  | 'fine'
  /** Name or password is wrong, as far as the device tells. */
  | 'wrong'
  /** It refuses every password now. */
  | 'locked'
  /** It did not like the nonce and did not look at the password: one more try with a new one. */
  | 'nonce'
  /** Another cause than the login: not activated, no right to this, not supported. */
  | 'other-cause';

export interface LoginAnswer {
  readonly verdict: LoginVerdict;
  readonly told: LoginTold;
}

export const nothingTold: LoginTold = { attemptsLeft: null, lockMinutes: null, isLocked: false };

/**
 * Reads an answer to a signed request for what it says about the login. The body counts, not only the
 * status: some firmware says 401 inside a 200. An empty 401 body means that the nonce was refused; a page
 * of HTML is how old firmware says "wrong", without numbers. Source: captures and public client programs.
 */
export function readLoginAnswer(status: number, body: string): LoginAnswer {
  const check = decodeUserCheck(body);
  if (check.ok) return { verdict: verdictOfCheck(status, check.value), told: toldBy(check.value) };
  const response = status >= 400 ? decodeResponseStatus(body) : null;
  if (response !== null) return fromStatus(status, response);
  if (status !== 401) return { verdict: 'fine', told: nothingTold };
  return { verdict: body.trim() === '' ? 'nonce' : 'wrong', told: nothingTold };
}

/** What an unsigned request already tells about a lock; costs no attempt. */
export function readLockHint(body: string): LoginTold {
  const check = decodeUserCheck(body);
  return check.ok ? toldBy(check.value) : nothingTold;
}

function verdictOfCheck(status: number, check: UserCheck): LoginVerdict {
  const isRefused = status === 401 || status === 403 || check.statusValue === 401;
  if (!isRefused) return 'fine';
  if (check.isLocked === true) return 'locked';
  return check.isActivated === false ? 'other-cause' : 'wrong';
}

function toldBy(check: UserCheck): LoginTold {
  const isLocked = check.isLocked === true;
  const seconds = check.unlockSeconds ?? 0;
  return {
    attemptsLeft: isLocked ? 0 : check.attemptsLeft,
    lockMinutes: isLocked && seconds > 0 ? Math.ceil(seconds / 60) : null,
    isLocked,
  };
}

function fromStatus(status: number, response: ResponseStatus): LoginAnswer {
  switch (causeOf(response)) {
    case 'locked':
      return { verdict: 'locked', told: { ...nothingTold, attemptsLeft: 0, isLocked: true } };
    case 'wrong-password':
      // With another status than 401 it speaks of a password inside the request.
      return { verdict: status === 401 ? 'wrong' : 'other-cause', told: nothingTold };
    default: {
      const isNonce = response.subCode?.toLowerCase() === 'invalidoperation';
      return { verdict: status === 401 && isNonce ? 'nonce' : 'other-cause', told: nothingTold };
    }
  }
}

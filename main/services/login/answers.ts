import type { Reason, Verdict } from '../../contract/job.ts';
import { findingNotSent } from '../../domain/verdicts.ts';
import type { HttpClientResult } from '../../ports/http-client.ts';
import { decodeText } from '../../protocol/text.ts';
import type { GuardedResult } from '../lockout/http-login.ts';
import type { LoginAnswer, LoginFailure } from './types.ts';

interface Ending {
  readonly verdict: Verdict;
  readonly reason: Reason;
  readonly isSent?: boolean;
  readonly params?: LoginFailure['params'];
  /** It is about the login, so no further request may go out with it. */
  readonly isFinal?: boolean;
}

export interface ReadAnswer {
  readonly answer: LoginAnswer;
  readonly isFinal: boolean;
  /** What it says of the login; `null`: nothing. */
  readonly login: 'proven' | 'refused' | null;
}

/** What a failure needs beside its cause. */
export interface LockNow {
  readonly attemptsLeft: number | null;
  readonly lockedUntil: number | null;
  readonly now: number;
}

export function failure(
  { verdict, reason, isSent = false, params = {} }: Ending,
  lock?: LockNow,
): LoginFailure {
  const attemptsLeft = lock?.attemptsLeft ?? null;
  const lockedUntil = lock?.lockedUntil ?? null;
  const minutes =
    lock === undefined || lockedUntil === null
      ? null
      : Math.ceil((lockedUntil - lock.now) / 60_000);
  const told = {
    ...(attemptsLeft === null ? {} : { attempts: attemptsLeft }),
    ...(minutes === null || minutes <= 0 ? {} : { minutes }),
  };
  const all = { ...told, ...params };
  return { kind: 'failed', verdict, reason, params: all, attemptsLeft, lockedUntil, isSent };
}

/** One answer of the HTTP port, in the words of verdicts. `maxBytes` is what the caller allowed. */
export function readAnswer(guarded: GuardedResult, host: string, lock: LockNow): ReadAnswer {
  if (guarded.kind === 'guarded') {
    const finding = findingNotSent(guarded.reason);
    return { answer: failure(finding, lock), isFinal: true, login: null };
  }
  const { result } = guarded;
  if (result.kind === 'ok') {
    const { status, body } = result;
    const text = decodeText(body, body.length);
    const isProven = isProof(result);
    const answer = { kind: 'ok', status, body, isProven, text: text.ok ? text.text : '' } as const;
    return { answer, isFinal: false, login: isProven ? 'proven' : null };
  }
  const ending = endingOf(result, host);
  const isRefusal = result.kind === 'wrong-password' || result.kind === 'login-unclear';
  return {
    answer: failure(ending, lock),
    isFinal: ending.isFinal === true,
    login: isRefusal ? 'refused' : null,
  };
}

/** A page that asks for no login proves none, and a server in trouble may not have looked at it. */
function isProof({ status, signedRequests }: Extract<HttpClientResult, { kind: 'ok' }>): boolean {
  return signedRequests > 0 && status !== 401 && status < 500;
}

function endingOf(result: Exclude<HttpClientResult, { kind: 'ok' }>, host: string): Ending {
  const address = result.address ?? host;
  switch (result.kind) {
    case 'wrong-password':
      return { verdict: 'wrong-password', reason: 'wrong-password', isFinal: true };
    case 'locked':
      return { verdict: 'locked', reason: 'locked', isFinal: true };
    case 'login-unclear':
      return { verdict: 'refused', reason: 'login-unclear', isFinal: true };
    case 'unsupported-login': {
      const params = { schemes: result.schemes.join(' ') };
      return { verdict: 'not-supported', reason: 'function-unsupported', isFinal: true, params };
    }
    case 'needs-consent-basic':
      return { verdict: 'skipped', reason: 'basic-only', isFinal: true };
    case 'certificate-changed': {
      const params = { pinned: result.pinned, shown: result.certificate?.fingerprint ?? null };
      return { verdict: 'refused', reason: 'certificate-changed', isFinal: true, params };
    }
    case 'held-back':
    case 'needs-login':
      return { verdict: 'skipped', reason: 'attempts-low', isFinal: true };
    case 'canceled':
      return { verdict: 'skipped', reason: 'cancelled', isSent: result.isSent };
    case 'timeout':
      return { verdict: 'no-answer', reason: 'silent', isSent: result.isSent };
    case 'unreachable': {
      const params = { address, why: result.why };
      return { verdict: 'no-answer', reason: 'unreachable', isSent: result.isSent, params };
    }
    case 'redirect': {
      const params = { address, location: result.location };
      return { verdict: 'no-answer', reason: 'unreachable', params };
    }
    case 'not-http': {
      const params = { address, why: 'not-http' };
      return { verdict: 'no-answer', reason: 'unreachable', isSent: true, params };
    }
    case 'too-large': {
      const params = { result: `more than ${result.limitBytes} bytes` };
      return { verdict: 'unknown', reason: 'unknown-result', isSent: true, params };
    }
  }
}

import type { Reason, Verdict } from '../../../contract/job.ts';
import {
  causeOf,
  type ResponseStatus,
  type StatusCause,
} from '../../../protocol/isapi/response-status.ts';
import type { LoginFailure } from '../../login/logins.ts';
import { type Done, done } from '../outcomes.ts';

interface Finding {
  readonly verdict: Verdict;
  readonly reason: Reason;
}

const invalid: Finding = { verdict: 'refused', reason: 'invalid-values' };

/** What a device's refusal means; the ones that are missing are shown in its own words. */
const findings: Readonly<Partial<Record<StatusCause, Finding>>> = {
  'no-right': { verdict: 'refused', reason: 'low-privilege' },
  locked: { verdict: 'locked', reason: 'locked' },
  'not-activated': { verdict: 'refused', reason: 'not-activated' },
  'already-activated': { verdict: 'already', reason: 'already-activated' },
  'not-supported': { verdict: 'not-supported', reason: 'function-unsupported' },
  'weak-password': { verdict: 'refused', reason: 'weak-password' },
  'bad-address': invalid,
  'address-conflict': invalid,
  'bad-mask': invalid,
  'bad-gateway': invalid,
  'bad-dns': invalid,
  'bad-port': invalid,
};

/** The outcome that a ResponseStatus speaks of when the device did not accept. */
export function outcomeOfStatus(status: ResponseStatus): Done {
  const said = wordsOf(status);
  const cause = causeOf(status);
  const finding = cause === null ? undefined : findings[cause];
  if (finding === undefined) {
    const verdict = status.kind === 'other' ? 'unknown' : 'refused';
    return done(verdict, 'unknown-result', { params: { result: said }, rawResult: said });
  }
  return finding.reason === 'invalid-values'
    ? done(finding.verdict, finding.reason, { params: { problem: said }, rawResult: said })
    : done(finding.verdict, finding.reason);
}

/** The device's own words, the most precise first. */
export function wordsOf({ subCode, text, code }: ResponseStatus): string {
  return (subCode ?? text ?? (code === null ? '?' : String(code))).slice(0, 200);
}

export function outcomeOfFailure({ verdict, reason, params }: LoginFailure): Done {
  return done(verdict, reason, { params });
}

/** Nothing the device says can be read as what was asked for. */
export function unreadableOutcome(detail: string): Done {
  return done('unknown', 'unknown-result', { params: { result: detail } });
}

/** A path as evidence shows it: slashes and long names look like a sealed text, which evidence hides. */
export function pathWords(path: string): string {
  return path.replace(/^\//, '').replaceAll('/', ' ');
}

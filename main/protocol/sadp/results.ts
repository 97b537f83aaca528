import type { SadpMessage } from './messages.ts';
import { findExtra } from './reply-elements.ts';

/**
 * Outcome texts the vendor's client knows, in its spelling; `codeError` is also sent as `CodeError`.
 * `ExcedMaxBindNum` is spelled like that. Everything else is `other`.
 */
export const sadpResultCodes = [
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
] as const;
export type SadpResultCode = (typeof sadpResultCodes)[number] | 'other';

/** What a device answered to a command. */
export interface SadpResult {
  readonly code: SadpResultCode;
  /** `Result` as sent; `null` when the reply has none. */
  readonly raw: string | null;
  /** Tries left before the device locks itself; `null` when not told. 0 means it is locked. */
  readonly attemptsLeft: number | null;
  /** Minutes the device stays locked; `null` when not told or 0. */
  readonly lockMinutes: number | null;
}

type Reply = Pick<SadpMessage, 'result' | 'extra'>;

/**
 * Reads the outcome of a command. The vendor's client compares in exact letters; other letter cases are
 * taken after that, since what is at stake is only which words a person gets to read: no outcome is
 * believed without reading the device again.
 */
export function readResult(message: Reply): SadpResult {
  const code = findText(message.result, codeTexts) ?? 'other';
  return { code, raw: message.result, ...readLock(message, code) };
}

const codeTexts: ReadonlyMap<string, SadpResultCode> = new Map([
  ...sadpResultCodes.map((code) => [code, code] as const),
  ['CodeError', 'codeError'],
]);

/** Exact letters first, then any letter case. */
function findText<C>(raw: string | null, known: ReadonlyMap<string, C>): C | null {
  if (raw === null) return null;
  const exact = known.get(raw);
  if (exact !== undefined) return exact;
  const wanted = raw.toLowerCase();
  for (const [text, code] of known) {
    if (text.toLowerCase() === wanted) return code;
  }
  return null;
}

/**
 * `RetryModifyTime` (of `update`) and `RetryTimes` (of the others) are tries left, `SurplusLockTime`
 * minutes. A firmware may fill its reply's template with zeros, so they are not read from a `success`,
 * and nothing but zeros counts only where the password was what failed.
 */
function readLock(
  message: Reply,
  code: SadpResultCode,
): Pick<SadpResult, 'attemptsLeft' | 'lockMinutes'> {
  if (code === 'success') return { attemptsLeft: null, lockMinutes: null };
  const lockMinutes = readCount(message, 'SurplusLockTime', maxLockMinutes) || null;
  const told = [
    readCount(message, 'RetryModifyTime', maxAttempts),
    readCount(message, 'RetryTimes', maxAttempts),
  ].filter((count) => count !== null);
  const attemptsLeft = told.length === 0 ? null : Math.min(...told);
  const isAboutPassword = code === 'PasswordError' || code === 'locked';
  const isTemplate = attemptsLeft === 0 && lockMinutes === null && !isAboutPassword;
  return { attemptsLeft: isTemplate ? null : attemptsLeft, lockMinutes };
}

const maxAttempts = 255;
/** A year: longer is no lock but a damaged number. */
const maxLockMinutes = 525_600;

function readCount(message: Reply, name: string, max: number): number | null {
  const text = findExtra(message, name);
  if (text === null || !/^\d{1,9}$/.test(text)) return null;
  const count = Number(text);
  return count <= max ? count : null;
}

/** The vendor's numbers: 1 can be unbound, 2 no account bound, 3 cloud off, 4 cloud offline. */
export interface UnbindStatus {
  readonly status: 1 | 2 | 3 | 4 | null;
  /** `failed`: the device refuses to tell. `other`: no word we know, see `raw`. */
  readonly code: 'can-unbind' | 'not-bound' | 'cloud-off' | 'cloud-offline' | 'failed' | 'other';
  readonly raw: string | null;
}

type Known = Pick<UnbindStatus, 'status' | 'code'>;
const unbindTexts: ReadonlyMap<string, Known> = new Map<string, Known>([
  ['success', { status: 1, code: 'can-unbind' }],
  ['notBind', { status: 2, code: 'not-bound' }],
  ['unenableHCPlatform', { status: 3, code: 'cloud-off' }],
  ['offlineHCPlatform', { status: 4, code: 'cloud-offline' }],
  ['failed', { status: null, code: 'failed' }],
]);

/** Reads the reply to `getUnbindStatus`. Source: the vendor's client and published headers. */
export function unbindStatus(message: Pick<SadpMessage, 'result'>): UnbindStatus {
  const known = findText(message.result, unbindTexts) ?? { status: null, code: 'other' };
  return { ...known, raw: message.result };
}

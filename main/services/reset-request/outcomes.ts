import { AppError } from '../../contract/errors.ts';
import { readResult, type SadpResult } from '../../protocol/sadp/results.ts';
import type { Answer } from '../commands/commands.ts';

/** What a device's refusal means for the person. */
export function refuse({ code, raw, attemptsLeft }: SadpResult): AppError {
  switch (code) {
    case 'codeError':
      return new AppError('recovery.answer-wrong', { left: attemptsLeft ?? '?' });
    case 'emptyEncryptString':
      return new AppError('recovery.answer-void', {});
    case 'exportFileOverDue':
      return new AppError('recovery.answer-expired', {});
    case 'riskPassword':
      return new AppError('recovery.weak-password', { problems: 'riskPassword' });
    case 'locked':
      return new AppError('recovery.locked', {});
    default:
      return new AppError('recovery.refused', { result: raw ?? '' });
  }
}

/** Why the answer was not taken. `isRefusal`: the device said so; else nobody knows, or nothing was sent. */
export function failOf(sent: Answer): { readonly error: AppError; readonly isRefusal: boolean } {
  if (sent.kind === 'reply') {
    const result = readResult(sent.message);
    const isKnown = result.code !== 'other';
    return { error: isKnown ? refuse(result) : unclear(result.raw), isRefusal: isKnown };
  }
  if (sent.kind === 'silent') return { error: unclear(null), isRefusal: false };
  if (sent.kind !== 'not-sent') return { error: unclear(sent.kind), isRefusal: false };
  const { reason } = sent;
  const error =
    reason === 'locked'
      ? new AppError('recovery.locked', {})
      : new AppError('recovery.not-sent', { reason });
  return { error, isRefusal: false };
}

function unclear(raw: string | null): AppError {
  return new AppError('recovery.unclear', { result: raw ?? '-' });
}

import { AppError } from '../../contract/errors.ts';
import type { LoginFailure } from './types.ts';

/** What a login that led nowhere is to somebody who only wanted to read. */
export function loginError(device: string, { reason, params }: LoginFailure): AppError {
  const told = Object.entries(params).filter(([, value]) => value !== null);
  // The words of the reason take what stands beside it: tries left, minutes, an address.
  const all = { ...Object.fromEntries(told), device, problem: reason, advice: reason };
  return new AppError('login.failed', all);
}

/** It was let in, and what came back says nothing that can be used. */
export function readError(device: string, result: string): AppError {
  const all = { result, device, problem: 'unknown-result', advice: 'unknown-result' };
  return new AppError('login.failed', all);
}

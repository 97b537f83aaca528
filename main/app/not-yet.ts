import { AppError } from '../contract/errors.ts';

/** Stands in for a handler that is being written. Goes when the last one is there. */
export function notYet(): never {
  throw new AppError('internal.unexpected', {}, { detail: 'not built yet' });
}

import type { AppErrorShape } from '../../../../../main/contract/errors.ts';

/** The lockout guard's advice, as the core names it where nothing was sent. */
const guardReasons: ReadonlySet<unknown> = new Set(['attempts-low', 'same-password', 'locked']);

/** What only a person's word goes over: the guard, an answer that is probably void, one sent before. */
export function mayInsist(error: Pick<AppErrorShape, 'code' | 'params'> | null): boolean {
  if (error === null) return false;
  if (error.code === 'recovery.not-sent') return guardReasons.has(error.params['reason']);
  return ['recovery.restarted', 'recovery.same-answer', 'recovery.locked'].includes(error.code);
}

import { goodVerdicts, type Job, type JobKind, type Verdict } from '../../../contract/job.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';

/**
 * Kinds that no reading can prove: a lamp is seen by a person only, and no device tells its verification
 * code. There the device's yes is all there is to have.
 */
const unprovable: readonly JobKind[] = ['locate', 'verification-code'];

export function isWell(kind: JobKind, verdict: Verdict | null): boolean {
  if (verdict === null) return false;
  return goodVerdicts.includes(verdict) || (verdict === 'accepted' && unprovable.includes(kind));
}

/** 0 when every device ended well, 1 otherwise. */
export function jobExitCode({ kind, items }: Pick<Job, 'kind' | 'items'>): ExitCode {
  const isAllWell = items.every(({ verdict }) => isWell(kind, verdict));
  return isAllWell ? exitCodes.well : exitCodes.itemFailed;
}

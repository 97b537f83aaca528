import type { JobItem, PreflightLine } from '../../../../../main/contract/job.ts';
import { fillKnown, minutesLeft } from '../../../../../main/contract/text/fill.ts';
import type { TextLookup } from '../../../i18n/use-text.ts';

export interface ReasonWords {
  readonly what: string;
  readonly next: string;
}

type Told = Pick<JobItem, 'reason' | 'params' | 'attemptsLeft' | 'lockedUntil'> &
  Partial<Pick<JobItem, 'rawResult'>>;

/**
 * Why an item or a line stands as it does, and what to do about it, with the device's own numbers.
 * A sentence whose value nobody told is left out.
 */
export function itemWords(
  text: TextLookup,
  told: Told | PreflightLine,
  now: number,
): ReasonWords | null {
  if (told.reason === null) return null;
  const values = {
    result: 'rawResult' in told ? (told.rawResult ?? null) : null,
    attempts: told.attemptsLeft,
    minutes: minutesLeft(told.lockedUntil, now),
    ...told.params,
  };
  // Asked for without values, a text keeps its places for them.
  return {
    what: fillKnown(text(`reasons/${told.reason}/what`), values),
    next: fillKnown(text(`reasons/${told.reason}/next`), values),
  };
}

import type { JobItem, PreflightLine, Reason } from '../../../../../main/contract/job.ts';
import type { TextLookup } from '../../../i18n/use-text.ts';

type Params = JobItem['params'];

/** Stands for a value nobody told; no text has it of its own. */
const gap = '\u0000';
const known = ['address', 'by', 'attempts', 'minutes', 'result', 'problem', 'generation', 'field'];

/** Every sentence whose value is not known is left out; the first one of a text has none. */
function fillKnown(text: TextLookup, key: string, params: Params): string {
  const told = Object.entries(params).filter(([, value]) => value !== null && value !== '');
  const values = Object.fromEntries([
    ...known.map((name) => [name, gap]),
    ...told.map(([name, value]) => [name, value ?? gap]),
  ]);
  return text
    .any(key, values)
    .split(/(?<=[.!?])\s+/)
    .filter((sentence) => !sentence.includes(gap))
    .join(' ');
}

export interface ReasonWords {
  readonly what: string;
  readonly next: string;
}

/** Why something stands as it does, and what to do about it. */
export function reasonWords(text: TextLookup, reason: Reason, params: Params): ReasonWords {
  return {
    what: fillKnown(text, `reasons/${reason}/what`, params),
    next: fillKnown(text, `reasons/${reason}/next`, params),
  };
}

type Told = Pick<JobItem, 'params' | 'attemptsLeft' | 'lockedUntil'> &
  Partial<Pick<JobItem, 'rawResult'>>;

/** The values of a line by the names the texts use. */
export function paramsOf(told: Told, now: number): Params {
  const minutes =
    told.lockedUntil === null ? null : Math.max(0, Math.ceil((told.lockedUntil - now) / 60_000));
  return {
    ...(told.attemptsLeft === null ? {} : { attempts: told.attemptsLeft }),
    ...(minutes === null || minutes === 0 ? {} : { minutes }),
    ...(told.rawResult == null ? {} : { result: told.rawResult }),
    ...told.params,
  };
}

export function lineWords(text: TextLookup, line: PreflightLine, now: number): ReasonWords {
  return reasonWords(text, line.reason, paramsOf(line, now));
}

export function itemWords(text: TextLookup, item: JobItem, now: number): ReasonWords | null {
  return item.reason === null ? null : reasonWords(text, item.reason, paramsOf(item, now));
}

import type { Reason } from '../../contract/job.ts';
import type { Answer } from './commands.ts';
import type { Expectation } from './waiter.ts';

/** The vendor's client waits as long. */
export const answerMs = 10_000;

export interface RequestRules extends Pick<Expectation, 'isOwn' | 'isStrict' | 'graceMs'> {
  readonly timeoutMs: number;
  /** Right before the datagram is handed to the system; throwing keeps it. */
  readonly beforeSend?: () => void;
}

export function notSent(reason: Reason, detail: string): Answer {
  return { kind: 'not-sent', reason, detail };
}

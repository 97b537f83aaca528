import type { Context, Outcome } from './context.ts';

/** The chosen command, ready to run. */
export interface Job {
  /** Loads the command's code and runs it; `null` when it printed everything itself. */
  readonly run: (context: Context) => Promise<Outcome | null>;
  /** Whether Ctrl+C is the normal end (servers), so that the exit code is 0 and not 130. */
  readonly isEndless?: boolean;
}

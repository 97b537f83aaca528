import { fail, ok } from '../../contract/result.ts';
import type { Locale } from '../../contract/settings.ts';
import { interpolate } from '../../contract/text/interpolate.ts';
import { problemOf, wordsOf } from '../problems.ts';
import { CliFailure, type Outcome } from './context.ts';
import { type ExitCode, exitCodeOf, exitCodes } from './exit-codes.ts';
import { type Json, withIsoTimes } from './iso-times.ts';
import { errorColumns, print, printJson } from './output.ts';
import type { CliText } from './text/index.ts';
import { printable, wrap } from './width.ts';

/** What the end of a command is printed with. */
export interface Frame {
  readonly locale: Locale;
  readonly text: CliText;
  readonly isJson: boolean;
}

export type End =
  | { readonly kind: 'done'; readonly outcome: Outcome | null }
  | { readonly kind: 'failed'; readonly failure: unknown };

function finishFailure(frame: Frame, thrown: unknown): ExitCode {
  const error = thrown instanceof CliFailure ? thrown.error : problemOf(thrown);
  const code = (thrown instanceof CliFailure && thrown.code) || exitCodeOf(error.code);
  if (frame.isJson) {
    printJson(fail(error));
    return code;
  }
  const { what, next } = wordsOf(error, frame.locale);
  const { failed, reference } = frame.text.errors;
  const own: Readonly<Record<string, string>> = frame.text.next;
  const columns = errorColumns();
  print(wrap(`${failed} ${printable(what)}`, '', columns), 'stderr');
  print(wrap(own[error.code] ?? printable(next), '', columns), 'stderr');
  if (error.code.startsWith('internal.')) {
    print(interpolate(reference, { code: error.code, ref: error.ref }), 'stderr');
    // Nobody else sees this terminal, and without it the reference leads nowhere.
    if (!(thrown instanceof CliFailure)) print(String(thrown), 'stderr');
  }
  return code;
}

/** Prints the one document or the human text, and tells the exit code. */
export function finish(frame: Frame, end: End): ExitCode {
  if (end.kind === 'failed') return finishFailure(frame, end.failure);
  if (end.outcome === null) return exitCodes.well;
  const { data, human } = end.outcome;
  if (frame.isJson) printJson(ok(withIsoTimes(data as Json)));
  else print(human);
  return end.outcome.code ?? exitCodes.well;
}

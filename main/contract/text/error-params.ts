import type { AppErrorShape } from '../errors.ts';
import type { Text } from './en.ts';
import { fillKnown } from './fill.ts';
import { interpolate } from './interpolate.ts';

type Words = Readonly<Record<string, string>>;
type Params = AppErrorShape['params'];

/** `missing-column: serial, mac`: a code, and what it is about. */
function planProblem(text: Text, value: string): string {
  const [code = '', column = ''] = value.split(/:\s*/, 2);
  const words: Words = { ...text.planProblems, ...text.planFileProblems };
  const known = words[code];
  return known === undefined ? value : fillKnown(known, { column });
}

function fileProblem(text: Text, value: string): string {
  const [code = '', column = ''] = value.split(/:\s*/, 2);
  const words: Words = text.book.fileProblems;
  const known = words[code];
  return known === undefined ? value : fillKnown(known, { column });
}

/** Parameters of an error as a person reads them: some are codes that have words of their own. */
export function errorParams(text: Text, error: Pick<AppErrorShape, 'code' | 'params'>): Params {
  const { code, params } = error;
  const one = (name: string, read: (value: string) => string): Params => {
    const value = params[name];
    return typeof value === 'string' ? { ...params, [name]: read(value) } : params;
  };
  const word = (words: Words) => (value: string) => words[value] ?? value;
  switch (code) {
    case 'job.bad-password':
    case 'recovery.weak-password':
      return one('problems', (value) =>
        value.split(/,\s*/).map(word(text.passwordProblems)).join(', '),
      );
    case 'job.not-resumable':
      return one('state', word(text.jobStates));
    case 'job.bad-plan':
      return one('problem', (value) => planProblem(text, value));
    case 'book.bad-file':
      return one('problem', (value) => fileProblem(text, value));
    case 'vault.not-opened':
    case 'vault.box-damaged':
    case 'vault.box-unavailable':
    case 'vault.box-exists':
    case 'vault.last-box':
      return one('box', word(text.vaultBoxes));
    case 'recovery.not-sent':
      return one('reason', (value) => reasonWords(text, value, params));
    case 'login.failed':
      return { ...params, ...loginWords(text, params) };
    default:
      return params;
  }
}

/** The same within a sentence that ends with its own full stop. */
function reasonWords(text: Text, reason: string, params: Params): string {
  const { problem } = loginWords(text, { ...params, problem: reason });
  return typeof problem === 'string' ? problem.replace(/\.$/, '') : reason;
}

/** A reason of a job, for something that was no job. */
function loginWords(text: Text, params: Params): Params {
  const reasons: Readonly<Record<string, { readonly what: string; readonly next: string }>> =
    text.reasons;
  const words = reasons[String(params['problem'])];
  if (words === undefined) return {};
  return { problem: fillKnown(words.what, params), advice: fillKnown(words.next, params) };
}

/** What happened and what to do next, with everything in it. */
export function errorWords(
  text: Text,
  error: Pick<AppErrorShape, 'code' | 'params'>,
): { readonly what: string; readonly next: string } {
  const { what, next } = text.errors[error.code];
  const params = errorParams(text, error);
  return { what: interpolate(what, params), next: interpolate(next, params) };
}

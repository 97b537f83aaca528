import type { AppErrorShape } from '../contract/errors.ts';
import { texts } from '../contract/text/index.ts';
import { interpolate } from '../contract/text/interpolate.ts';

/** What happened, in English, for `--json` and the log; a screen shows its own language's words. */
export function errorMessage(error: Pick<AppErrorShape, 'code' | 'params'>): string {
  return interpolate(texts.en.errors[error.code].what, error.params);
}

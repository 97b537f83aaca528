import type { AppErrorShape } from '../contract/errors.ts';
import { errorWords, texts } from '../contract/text/index.ts';

/** What happened, in English, for `--json` and the log; a screen shows its own language's words. */
export function errorMessage(error: Pick<AppErrorShape, 'code' | 'params'>): string {
  return errorWords(texts.en, error).what;
}

import { AppError, type AppErrorShape, type ErrorCode } from '../contract/errors.ts';
import type { Locale } from '../contract/settings.ts';
import { errorWords, texts } from '../contract/text/index.ts';

export interface Words {
  readonly what: string;
  readonly next: string;
}

/** The plain words of an error: what happened and what to do next. */
export function wordsOf(error: Pick<AppErrorShape, 'code' | 'params'>, locale: Locale): Words {
  return errorWords(texts[locale], error);
}

let running = 0;

/** A short mark that is unlikely to repeat within one log. */
export function newRef(): string {
  running += 1;
  return `h${Date.now().toString(36).slice(-5)}${running.toString(36)}`;
}

function shape(
  code: ErrorCode,
  params: AppErrorShape['params'],
  detail: string | undefined,
): AppErrorShape {
  return {
    code,
    params,
    message: wordsOf({ code, params }, 'en').what,
    ...(detail === undefined ? {} : { detail }),
    ref: newRef(),
  };
}

/** An error that a host itself found, in the shape of the wire. */
export function problem(code: ErrorCode, params: AppErrorShape['params'] = {}): AppErrorShape {
  return shape(code, params, undefined);
}

/**
 * Anything that was thrown outside `dispatch`, in the shape of the wire. A thing that is not one of
 * our errors keeps its message out of it: it goes to the log, and may hold a path or worse.
 */
export function problemOf(thrown: unknown): AppErrorShape {
  if (thrown instanceof AppError) return shape(thrown.code, { ...thrown.params }, thrown.detail);
  return shape('internal.unexpected', {}, undefined);
}

import type { Locale } from '../../../main/contract/settings.ts';
import type { Context, GlobalOptions } from '../../../main/host/cli/context.ts';
import { cliTexts } from '../../../main/host/cli/text/index.ts';

/** A command's context with nobody at the terminal and quiet, unless said otherwise. */
export function aContext(
  options: Partial<GlobalOptions> & {
    readonly signal?: AbortSignal;
    readonly locale?: Locale;
  } = {},
): Context {
  const { signal = new AbortController().signal, locale = 'en', ...rest } = options;
  return {
    options: {
      dataDir: undefined,
      isJson: true,
      iface: [],
      timeoutMs: undefined,
      isYes: false,
      demo: undefined,
      ...rest,
    },
    locale,
    text: cliTexts[locale],
    terminal: { hasColour: false, columns: null },
    signal,
    isInterrupted: () => signal.aborted,
  };
}

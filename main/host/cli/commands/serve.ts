import { ok } from '../../../contract/result.ts';
import { type Context, tell } from '../context.ts';
import { print, printJson } from '../output.ts';

export interface ServeCommandOptions {
  readonly port: number;
  readonly isOpen: boolean;
}

/** `serve`: runs until the signal; Ctrl+C is its normal end. */
export async function serveCommand(context: Context, options: ServeCommandOptions): Promise<null> {
  const { serve } = await import('../../web/serve.ts');
  const { dataDir, demo, iface, isJson } = context.options;
  const words = context.text.serve;
  await serve({
    dataDir,
    demo,
    only: iface,
    signal: context.signal,
    ...options,
    onLink(link, browser) {
      if (isJson) return printJson(ok({ url: link }));
      if (browser === 'no-display') tell(context, words.noDisplay);
      if (browser === 'no-program') tell(context, words.noProgram);
      print(browser === 'opened' ? words.opened : words.link);
      print(`  ${link}`);
      tell(context, words.once);
    },
  });
  return null;
}

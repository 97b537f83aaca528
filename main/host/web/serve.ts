import { createInterface } from 'node:readline';
import { AppError } from '../../contract/errors.ts';
import type { DemoFlags } from '../flags.ts';
import { type BrowserAnswer, openBrowser } from '../open-browser.ts';
import { startCore } from '../runtime.ts';
import { untilAborted } from '../signals.ts';
import { linkLifeMs } from './gate.ts';
import { linkFileIn } from './link-file.ts';
import { startWebServer, type WebServer, type WebServerOptions } from './server.ts';

export interface ServeOptions {
  readonly dataDir: string | undefined;
  readonly demo: DemoFlags | undefined;
  readonly only?: readonly string[];
  readonly port: number;
  readonly isOpen: boolean;
  /** Ends it. */
  readonly signal: AbortSignal;
  /** Told the first link and every link after it; `browser` is `null` where none was asked for. */
  readonly onLink: (link: string, browser: BrowserAnswer | null) => void;
}

/** A new link for each Enter, so that a second browser needs no restart. */
function onEnter(run: () => void): () => void {
  if (!process.stdin.isTTY) return () => undefined;
  const lines = createInterface({ input: process.stdin });
  lines.on('line', run);
  return () => lines.close();
}

/** @throws AppError `input.invalid` when another program uses the port */
async function openServer(options: WebServerOptions): Promise<WebServer> {
  try {
    return await startWebServer(options);
  } catch (cause) {
    const code = cause instanceof Error && Reflect.get(cause, 'code');
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw cause;
    throw new AppError('input.invalid', { fields: `--port ${options.port} (${code})` }, { cause });
  }
}

/**
 * Runs the web host until the signal.
 * @throws AppError when the core cannot start or the port is taken
 */
export async function serve(options: ServeOptions): Promise<void> {
  const core = await startCore({ host: 'web', discovery: 'continuous', ...options });
  const file = linkFileIn(core.dataDir);
  let stopListening: () => void = () => undefined;
  let renewal: NodeJS.Timeout | undefined;
  let server: WebServer | null = null;
  try {
    const { api, log, places } = core;
    const running = await openServer({
      api,
      log,
      rendererDir: places.rendererDir,
      port: options.port,
    });
    server = running;
    file.write(running.url);
    options.onLink(running.url, options.isOpen ? await openBrowser(running.url) : null);
    const relink = () => {
      const link = running.newLink();
      file.write(link);
      options.onLink(link, null);
    };
    stopListening = onEnter(relink);
    // A link that nobody used in its time would leave the last line of the terminal worthless.
    renewal = setInterval(() => running.isLinkUnused() && relink(), linkLifeMs);
    await untilAborted(options.signal);
  } finally {
    stopListening();
    clearInterval(renewal);
    file.remove();
    await server?.close();
    await core.api.close();
  }
}

import { systemClock } from '../../main/adapters/node/clock.ts';
import { systemCrypto } from '../../main/adapters/node/crypto.ts';
import { systemRandom } from '../../main/adapters/node/random.ts';
import { passphraseBoxes } from '../../main/adapters/node/vault-boxes.ts';
import { systemVaultCrypto } from '../../main/adapters/node/vault-crypto.ts';
import { createApp } from '../../main/app/create-app.ts';
import type { Api } from '../../main/contract/api.ts';
import type { AppEvent } from '../../main/contract/events.ts';
import type { AppInfo } from '../../main/contract/methods.ts';
import type { Envelope } from '../../main/contract/result.ts';
import { startWebServer } from '../../main/host/web/server.ts';
import { silentLog } from '../../main/ports/log.ts';
import { createFleet } from '../../main/simulator/fleet.ts';
import { createMemoryNetwork } from '../../main/simulator/net.ts';
import { startStandIn } from '../electron/stand-in/start.ts';
import { cookieFor, openSocket } from '../helpers/http.ts';
import { startWebHost } from '../helpers/web-host.ts';

/** A core behind one wire, as the suite sees it. */
export interface Carrier {
  /** What `app.info` must say about itself. */
  readonly host: AppInfo['host'];
  call(method: unknown, input?: unknown): Promise<Envelope<unknown>>;
  subscribe(listener: (event: AppEvent) => void): () => void;
  close(): Promise<void>;
}

/** A real core over a simulated site in memory, on the real clock. */
function startApp(host: AppInfo['host']): Promise<Api> {
  const fleet = createFleet({ scenario: 'small-shop', seed: 7, startedAt: Date.now() });
  return createApp({
    host,
    version: '0.0.0',
    dataDir: null,
    network: createMemoryNetwork({ fleet, clock: systemClock }),
    clock: systemClock,
    random: systemRandom,
    log: silentLog,
    isDemo: false,
    discovery: 'manual',
    crypto: systemCrypto,
    vaultCrypto: systemVaultCrypto,
    boxes: passphraseBoxes,
    isStrict: true,
  });
}

async function inProcess(): Promise<Carrier> {
  const api = await startApp('test');
  return {
    host: 'test',
    call: (method, input) => api.callUnknown(method, input),
    subscribe: (listener) => api.subscribe(listener),
    close: () => api.close(),
  };
}

/** The wire of a page in a browser: POST with cookie and Origin, one WebSocket. */
async function overWeb(link: string, close: () => Promise<void>): Promise<Carrier> {
  const { origin } = new URL(link);
  const cookie = await cookieFor(link);
  const headers = { cookie, origin };
  const socket = await openSocket(`${origin.replace('http', 'ws')}/events`, headers);
  if (typeof socket === 'number') throw new Error(`the event stream was refused with ${socket}`);
  return {
    host: 'web',
    async call(method, input) {
      const reply = await fetch(`${origin}/api/${encodeURIComponent(String(method))}`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify({ input: input ?? {} }),
      });
      return (await reply.json()) as Envelope<unknown>;
    },
    subscribe(listener) {
      const relay = (data: unknown) => listener(JSON.parse(String(data)) as AppEvent);
      socket.on('message', relay);
      return () => socket.off('message', relay);
    },
    async close() {
      socket.terminate();
      await close();
    },
  };
}

async function web(): Promise<Carrier> {
  const api = await startApp('web');
  const server = await startWebServer({
    api,
    rendererDir: '/nowhere',
    port: 0,
    log: silentLog,
  });
  return overWeb(server.url, async () => {
    await server.close();
    await api.close();
  });
}

async function builtWeb(): Promise<Carrier> {
  const host = await startWebHost();
  return overWeb(host.link, () => host.close());
}

async function builtElectron(): Promise<Carrier> {
  const standIn = await startStandIn({ args: ['--demo'] });
  return {
    host: 'electron',
    call: (method, input) => standIn.call(method, input),
    subscribe: (listener) => standIn.subscribe(listener),
    async close() {
      await standIn.quit();
    },
  };
}

/** Every way in which the core can be reached. The real Electron program has its own level. */
export const carriers: readonly (readonly [name: string, start: () => Promise<Carrier>])[] = [
  ['in process', inProcess],
  ['web server', web],
  ['web host as built', builtWeb],
  ['Electron host as built, behind a stand-in', builtElectron],
];

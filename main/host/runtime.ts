import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { systemClock } from '../adapters/node/clock.ts';
import { systemCrypto } from '../adapters/node/crypto.ts';
import { createGuideFiles } from '../adapters/node/guide-files.ts';
import { createNodeHttpClient } from '../adapters/node/http-client.ts';
import { createFileLog } from '../adapters/node/log-file.ts';
import { readLogTail } from '../adapters/node/log-tail.ts';
import { createNodeNameResolver } from '../adapters/node/name-resolver.ts';
import { createNodeNetwork } from '../adapters/node/network.ts';
import { systemRandom } from '../adapters/node/random.ts';
import { redact } from '../adapters/node/redact.ts';
import { passphraseBoxes } from '../adapters/node/vault-boxes.ts';
import { systemVaultCrypto } from '../adapters/node/vault-crypto.ts';
import { createApp } from '../app/create-app.ts';
import type { Api } from '../contract/api.ts';
import { AppError } from '../contract/errors.ts';
import type { AppInfo } from '../contract/methods.ts';
import type { Log } from '../ports/log.ts';
import type { Network } from '../ports/network.ts';
import type { VaultBoxes } from '../ports/vault-boxes.ts';
import { defaultDataDir } from './data-dir.ts';
import type { DemoFlags } from './flags.ts';
import { type Places, placesOf } from './places.ts';
import type { Training } from './training.ts';

export interface CoreOptions {
  readonly host: AppInfo['host'];
  readonly dataDir?: string | undefined;
  /** Simulated devices over loopback in place of the real network, with a data folder of their own. */
  readonly demo?: DemoFlags | undefined;
  /** Adapter names or addresses to use, all others off. */
  readonly only?: readonly string[] | undefined;
  readonly discovery: 'continuous' | 'manual';
  /** What the vault can be locked with; a passphrase when left out. */
  readonly boxes?: VaultBoxes | undefined;
}

export interface Core {
  readonly api: Api;
  readonly log: Log;
  readonly places: Places;
  readonly dataDir: string;
}

/**
 * Step by step from the first parent that is there: Node's own `recursive` never ends in a place such as
 * /proc, which says for every new folder that its parent is missing.
 */
function makeFolder(dir: string): void {
  if (existsSync(dir)) return;
  const parent = dirname(dir);
  if (parent !== dir) makeFolder(parent);
  try {
    mkdirSync(dir, { mode: 0o700 });
  } catch (error) {
    // Another process on the same folder may have made it meanwhile.
    if (!existsSync(dir)) throw error;
  }
}

/** @throws AppError `store.unwritable` when the folder cannot be made or written */
function openDataDir(dir: string): void {
  try {
    // The inventory of somebody's cameras is nobody else's business on a shared machine.
    makeFolder(dir);
    accessSync(dir, constants.W_OK);
  } catch (cause) {
    throw new AppError('store.unwritable', { path: dir }, { cause });
  }
}

/** For the audit. A user without an entry in the system's table still has a number. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return process.env['USER'] ?? `uid ${process.getuid?.() ?? 'unknown'}`;
  }
}

/** The simulator is loaded only when somebody trains: it is large, and no command needs it. */
async function trainingFor(demo: DemoFlags, log: Log): Promise<Training> {
  const { openTraining } = await import('./training.ts');
  return openTraining(demo, log.child('training'));
}

/**
 * Puts the core together for a host on this machine.
 * @throws AppError when the data folder or the data file refuses
 */
export async function startCore(options: CoreOptions): Promise<Core> {
  const places = placesOf(import.meta.url);
  const base = defaultDataDir(options.dataDir);
  const dataDir = options.demo === undefined ? base : join(base, 'training');
  openDataDir(dataDir);
  const log = createFileLog({
    dir: join(dataDir, 'log'),
    level: process.env['UNTETHER_LOG'] === 'debug' ? 'debug' : 'info',
  });
  const training = options.demo === undefined ? null : await trainingFor(options.demo, log);
  const only = options.only?.length ? { only: options.only } : {};
  let network: Network | null = null;
  try {
    network = await createNodeNetwork({
      log: log.child('network'),
      workerUrl: places.workerUrl,
      ...(training === null ? {} : { training: training.port }),
      ...only,
    });
    const api = await createApp({
      host: options.host,
      version: places.version,
      dataDir,
      network,
      clock: systemClock,
      random: systemRandom,
      crypto: systemCrypto,
      vaultCrypto: systemVaultCrypto,
      boxes: options.boxes ?? passphraseBoxes,
      http: training?.http ?? createNodeHttpClient(),
      names: training?.names ?? createNodeNameResolver(),
      guides: createGuideFiles({ dir: places.guidesDir, log: log.child('guides') }),
      operator: { user: userName(), machine: hostname() },
      logTail: () => readLogTail(join(dataDir, 'log'), log),
      redact,
      log,
      isDemo: training !== null,
      ...(training === null ? {} : { training: training.controls }),
      discovery: options.discovery,
      ...only,
    });
    return { api: closingBoth(api, training), log, places, dataDir };
  } catch (error) {
    await network?.close();
    await training?.close();
    throw error;
  }
}

/** The core first, so that its last words still find the training site's sockets open. */
function closingBoth(api: Api, training: Training | null): Api {
  if (training === null) return api;
  return {
    call: (method, input) => api.call(method, input),
    callUnknown: (method, input) => api.callUnknown(method, input),
    subscribe: (listener) => api.subscribe(listener),
    async close() {
      await api.close();
      await training.close();
    },
  };
}

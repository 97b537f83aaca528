import type { Api } from '../contract/api.ts';
import type { MethodInput, MethodName, MethodOutput } from '../contract/methods.ts';
import type { Envelope } from '../contract/result.ts';
import { type OpenedStore, openStore } from '../store/open.ts';
import type { AppConfig } from './config.ts';
import { type Core, createCore } from './core.ts';
import { createDispatch } from './dispatch.ts';
import { createHandlers } from './handlers.ts';
import { infoOf } from './info.ts';

export type { AppConfig } from './config.ts';

const saveEveryMs = 250;
const presenceEveryMs = 1000;

/**
 * Builds the core from its ports. The API it gives back is the same whatever host carries it.
 * @throws AppError `store.newer|unwritable|busy` or `network.adapter-not-found`; the network is then
 *   left to the caller.
 */
export async function createApp(config: AppConfig): Promise<Api> {
  const path = dataPath(config.dataDir);
  const opened = openStore({
    path,
    now: () => config.clock.now(),
    log: config.log.child('store'),
  });
  return createAppOn(config, { opened, path });
}

/** The same over a store that is open already, which the app then owns; tests bring one that fails. */
export function createAppOn(
  config: AppConfig,
  data: { readonly opened: OpenedStore; readonly path: string },
): Api {
  let core: Core;
  try {
    core = createCore({ config, ...data });
  } catch (error) {
    data.opened.store.close();
    throw error;
  }
  raiseFirstNotices(core, config, data.opened);
  return startApp(core, config, data.opened);
}

function dataPath(dir: string | null): string {
  return dir === null ? ':memory:' : `${dir.replace(/[/\\]+$/, '')}/untether.db`;
}

function raiseFirstNotices(
  { notices }: Core,
  { isDemo }: AppConfig,
  { notice }: OpenedStore,
): void {
  if (notice !== null) {
    const level = notice.code === 'store-memory' ? 'problem' : 'warning';
    notices.raise({ code: notice.code, level, params: { ...notice.params } });
  }
  if (isDemo) notices.raise({ code: 'demo', level: 'info', params: {} });
}

function startApp(core: Core, config: AppConfig, { store }: OpenedStore): Api {
  const { clock, random, network } = config;
  const log = config.log.child('app');
  let isClosed = false;
  const timers = [
    clock.every(saveEveryMs, () => {
      core.drain();
      core.persistence.tick();
    }),
    clock.every(presenceEveryMs, () => {
      core.registry.tick(clock.now());
      core.pump.request();
    }),
  ];
  core.acts.start();
  core.recovery.start();
  core.login.start();
  // Not awaited: a keystore may ask the person first.
  void core.vault.start();
  // Not awaited: a window opens while the sockets do.
  if (config.discovery === 'continuous') core.discovery.start();

  const dispatch = createDispatch({
    handlers: createHandlers(core, {
      info: () => infoOf(config),
      training: config.isDemo ? (config.training ?? null) : null,
    }),
    ...{ clock, random, log, audit: core.acts.audit },
    isClosed: () => isClosed,
    isStrict: config.isStrict ?? config.host === 'test',
  });
  let closing: Promise<void> | null = null;
  const close = async (): Promise<void> => {
    isClosed = true;
    for (const timer of timers) timer.cancel();
    await core.stop();
    store.close();
    await network.close();
    log.info(() => 'closed');
  };
  return {
    // The dispatcher checks the answer against the same table that types it.
    call: <M extends MethodName>(method: M, input: MethodInput<M>) =>
      dispatch(method, input) as Promise<Envelope<MethodOutput<M>>>,
    callUnknown: dispatch,
    subscribe: (listener) => core.pump.subscribe(listener),
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}

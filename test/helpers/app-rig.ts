import { type AppConfig, createAppOn } from '../../main/app/create-app.ts';
import type { Api } from '../../main/contract/api.ts';
import type { AppEvent } from '../../main/contract/events.ts';
import { isLanHost } from '../../main/contract/ip.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../main/contract/methods.ts';
import type { Envelope } from '../../main/contract/result.ts';
import type { NameResolver } from '../../main/ports/name-resolver.ts';
import type { AdapterInfo } from '../../main/ports/network.ts';
import { createFleet, type Fleet } from '../../main/simulator/fleet.ts';
import {
  createMemoryNetwork,
  type MemoryNetwork,
  type MemoryNetworkOptions,
} from '../../main/simulator/net.ts';
import { createMemoryHttpClient, type MemoryHttpClient } from '../../main/simulator/net-http.ts';
import type { DeviceSpec } from '../../main/simulator/types.ts';
import { createFakeClock, type FakeClock } from './fake-clock.ts';
import { createFakeRandom } from './fake-random.ts';
import { createMemoryLog } from './memory-log.ts';
import { createMemoryStore, type MemoryStore } from './memory-store.ts';

export interface AppRig {
  readonly api: Api;
  readonly clock: FakeClock;
  readonly fleet: Fleet;
  readonly network: MemoryNetwork;
  readonly http: MemoryHttpClient;
  readonly store: MemoryStore;
  readonly log: ReturnType<typeof createMemoryLog>;
  readonly events: readonly AppEvent[];
  /** Calls, lets time pass until the answer is there, and unwraps it. Throws the error's code. */
  ask<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>>;
}

export interface AppRigOptions {
  readonly devices?: readonly DeviceSpec[];
  readonly adapters?: readonly AdapterInfo[];
  readonly network?: Partial<Omit<MemoryNetworkOptions, 'fleet' | 'clock' | 'adapters'>>;
  readonly config?: Partial<AppConfig>;
  readonly store?: MemoryStore;
  /** Before the app starts. */
  readonly prepare?: (network: MemoryNetwork) => void;
}

/** The whole core over a simulated site, moved by a fake clock. */
export function createAppRig(options: AppRigOptions = {}): AppRig {
  const clock = createFakeClock();
  const fleet = createFleet({ scenario: options.devices ?? [], seed: 7, startedAt: clock.now() });
  const network = createMemoryNetwork({
    fleet,
    clock,
    ...options.network,
    ...(options.adapters === undefined ? {} : { adapters: options.adapters }),
  });
  options.prepare?.(network);
  const http = createMemoryHttpClient({ fleet, clock });
  const names = fleetNames(fleet);
  const store = options.store ?? createMemoryStore();
  const log = createMemoryLog();
  const config: AppConfig = {
    host: 'test',
    version: '0.0.0',
    dataDir: null,
    ...{ network, clock, log, http, names, random: createFakeRandom() },
    isDemo: false,
    discovery: 'manual',
    ...options.config,
  };
  const api = createAppOn(config, { opened: { store, notice: null }, path: '/data/untether.db' });
  const events: AppEvent[] = [];
  api.subscribe((event) => events.push(event));
  return {
    ...{ api, clock, fleet, network, http, store, log, events },
    async ask(method, input) {
      const envelope = await inTime(clock, api.call(method, input));
      if (!envelope.ok) throw new Error(`${envelope.error.code}: ${envelope.error.message}`);
      return envelope.data;
    },
  };
}

/** The site's name server. */
export function fleetNames(fleet: Fleet): NameResolver {
  return { resolve: async (name) => (await fleet.resolve(name)).find(isLanHost) ?? null };
}

/** Moves the clock on until the call has answered, at most ten minutes. */
export async function inTime<T>(
  clock: FakeClock,
  call: Promise<Envelope<T>>,
): Promise<Envelope<T>> {
  let answer: Envelope<T> | null = null;
  void call.then((envelope) => {
    answer = envelope;
  });
  for (let waited = 0; waited < 600_000; waited += 100) {
    await clock.settle();
    if (answer !== null) return answer;
    await clock.advance(100);
  }
  throw new Error('the call did not answer within ten minutes');
}

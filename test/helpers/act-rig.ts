import { type Core, createCore } from '../../main/app/core.ts';
import type { AppConfig } from '../../main/app/create-app.ts';
import type { DeviceId } from '../../main/contract/device.ts';
import type { AppEvent } from '../../main/contract/events.ts';
import type { Job } from '../../main/contract/job.ts';
import type { DeviceRecord } from '../../main/domain/record.ts';
import { silentLog } from '../../main/ports/log.ts';
import type { SimDevice } from '../../main/simulator/device.ts';
import { createFleet, type Fleet } from '../../main/simulator/fleet.ts';
import { createMemoryNetwork, type MemoryNetwork } from '../../main/simulator/net.ts';
import { createMemoryHttpClient, type MemoryHttpClient } from '../../main/simulator/net-http.ts';
import type { DeviceSpec } from '../../main/simulator/types.ts';
import { openStore, type Store } from '../../main/store/open.ts';
import { fleetNames } from './app-rig.ts';
import { createFakeClock, type FakeClock } from './fake-clock.ts';
import { createFakeRandom } from './fake-random.ts';
import { createMemoryLog } from './memory-log.ts';
import { testCrypto, warmUp } from './test-crypto.ts';

export interface ActRig {
  readonly core: Core;
  readonly clock: FakeClock;
  readonly fleet: Fleet;
  readonly network: MemoryNetwork;
  readonly http: MemoryHttpClient;
  readonly store: Store;
  readonly log: ReturnType<typeof createMemoryLog>;
  readonly events: readonly AppEvent[];
  /** The id and record of the fleet's n-th device. */
  id(index: number): DeviceId;
  record(index: number): DeviceRecord;
  device(index: number): SimDevice;
  /** Lets time pass until the promise settles, at most `limitMs`. */
  wait<T>(promise: Promise<T>, limitMs?: number): Promise<T>;
  /** Lets time pass until the job has ended. */
  ended(id: string, limitMs?: number): Promise<Job>;
}

export interface ActRigOptions {
  readonly devices: readonly DeviceSpec[];
  readonly config?: Partial<AppConfig>;
  /** A file; in memory when absent. */
  readonly path?: string;
  readonly clock?: FakeClock;
  readonly fleet?: Fleet;
}

/** The core without its door, over a simulated site whose devices were all heard once. */
export async function createActRig(options: ActRigOptions): Promise<ActRig> {
  await warmUp();
  const clock = options.clock ?? createFakeClock();
  const fleet =
    options.fleet ?? createFleet({ scenario: options.devices, seed: 7, startedAt: clock.now() });
  const network = createMemoryNetwork({ fleet, clock });
  const http = createMemoryHttpClient({ fleet, clock });
  const path = options.path ?? ':memory:';
  const opened = openStore({ path, now: () => clock.now(), log: silentLog });
  const log = createMemoryLog();
  const core = createCore({
    config: {
      ...{ host: 'test', version: '0.0.0', dataDir: null, network, clock, log },
      ...{ http, names: fleetNames(fleet) },
      ...{ random: createFakeRandom(), isDemo: false, discovery: 'manual', crypto: testCrypto },
      operator: { user: 'ann', machine: 'laptop' },
      ...options.config,
    },
    ...{ opened, path },
  });
  const events: AppEvent[] = [];
  core.pump.subscribe((event) => events.push(event));
  core.acts.start();
  core.recovery.start();
  const wait = async <T>(promise: Promise<T>, limitMs = 600_000): Promise<T> => {
    let isOver = false;
    const end = (): void => {
      isOver = true;
    };
    void promise.then(end, end);
    for (let waited = 0; waited < limitMs; waited += 20) {
      await clock.settle();
      if (isOver) return promise;
      await clock.advance(20);
    }
    throw new Error('nothing came of it in time');
  };
  await wait(core.discovery.probe());
  await clock.advance(2000);
  const record = (index: number): DeviceRecord => {
    const found = core.registry.find(fleet.devices[index]?.serial ?? '');
    const known = found.kind === 'one' ? core.registry.record(found.id) : undefined;
    if (known === undefined) throw new Error(`device ${index} is not known`);
    return known;
  };
  return {
    ...{ core, clock, fleet, network, http, log, events, wait, record, store: opened.store },
    id: (index) => record(index).id,
    device: (index) => {
      const found = fleet.devices[index];
      if (found === undefined) throw new Error(`no device ${index}`);
      return found;
    },
    async ended(id, limitMs = 600_000) {
      for (let waited = 0; waited < limitMs; waited += 100) {
        await clock.settle();
        const job = core.acts.jobs.get(id);
        if (job.endedAt !== null) return job;
        await clock.advance(100);
      }
      throw new Error(`job ${id} did not end in time`);
    },
  };
}

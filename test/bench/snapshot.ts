/**
 * What a snapshot of 10,000 devices costs: build the rows, check them, write JSON, read JSON.
 *
 *   node test/bench/snapshot.ts [devices]
 */
import { createAppOn } from '../../main/app/create-app.ts';
import { fleetSnapshot } from '../../main/contract/methods.ts';
import { Registry } from '../../main/domain/registry.ts';
import { silentLog } from '../../main/ports/log.ts';
import { decodeSadp } from '../../main/protocol/sadp/decode.ts';
import { encodeInquiry } from '../../main/protocol/sadp/encode.ts';
import { sadpGeneration } from '../../main/protocol/sadp/generation.ts';
import { createFleet } from '../../main/simulator/fleet.ts';
import { createMemoryNetwork } from '../../main/simulator/net.ts';
import { createFakeClock } from '../helpers/fake-clock.ts';
import { createFakeRandom } from '../helpers/fake-random.ts';
import { createMemoryStore } from '../helpers/memory-store.ts';

const devices = Number(process.argv[2] ?? 10_000);
const runs = 12;

function fill(): ReturnType<typeof createMemoryStore> {
  const clock = createFakeClock();
  const random = createFakeRandom();
  const fleet = createFleet({ scenario: 'campus', devices, seed: 5 });
  const registry = new Registry({ newId: () => random.uuid() });
  const ask = encodeInquiry('11111111-2222-4333-8444-555555555555');
  // Two rounds: a device that answered only once is not kept among thousands of others.
  for (const at of [clock.now(), clock.now() + 15_000]) {
    for (const device of fleet.devices) {
      const context = { to: 'multicast', fromAddress: '10.0.0.5', now: at } as const;
      for (const { data } of device.receive(ask, context)) {
        const result = decodeSadp(data);
        if (!result.ok) continue;
        const { fields, extra } = result.message;
        const generation = sadpGeneration(fields);
        registry.see(
          {
            source: 'sadp',
            adapter: 'eth0',
            at,
            fromAddress: device.address,
            facts: fields,
            extra,
            generation,
          },
          'site-1',
        );
      }
    }
  }
  const store = createMemoryStore();
  const records = registry.rows('site-1').flatMap(({ id }) => registry.record(id) ?? []);
  store.devices.upsertMany(records);
  return store;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

async function main(): Promise<void> {
  const store = fill();
  const clock = createFakeClock();
  const network = createMemoryNetwork({ fleet: createFleet({ scenario: [] }), clock });
  const api = createAppOn(
    {
      ...{ host: 'electron', version: '0', dataDir: null, network, clock, log: silentLog },
      ...{ random: createFakeRandom(), isDemo: false, discovery: 'manual' },
    },
    { opened: { store, notice: null }, path: ':memory:' },
  );
  const times = new Map<string, number[]>();
  const time = async <T>(name: string, run: () => T | Promise<T>): Promise<T> => {
    const began = performance.now();
    const result = await run();
    times.set(name, [...(times.get(name) ?? []), performance.now() - began]);
    return result;
  };
  let rows = 0;
  let bytes = 0;
  for (let run = 0; run < runs; run += 1) {
    const envelope = await time('call with check', () => api.call('devices.snapshot', {}));
    if (!envelope.ok) throw new Error(envelope.error.code);
    rows = envelope.data.rows.length;
    await time('check alone', () => fleetSnapshot.safeParse(envelope.data));
    const text = await time('stringify', () => JSON.stringify(envelope));
    bytes = text.length;
    await time('parse', () => JSON.parse(text));
    await time('clone (Electron)', () => structuredClone(envelope));
  }
  const line = [...times].map(([name, list]) => `${name} ${median(list).toFixed(1)} ms`);
  process.stdout.write(`${rows} rows, ${(bytes / 1e6).toFixed(1)} MB: ${line.join(', ')}\n`);
  await api.close();
}

await main();

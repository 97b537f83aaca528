/** The web host over a fleet in memory; tells its link, then lets devices answer as fast as it is told. */
import { resolve } from 'node:path';
import { systemClock } from '../../../main/adapters/node/clock.ts';
import { systemRandom } from '../../../main/adapters/node/random.ts';
import { createApp } from '../../../main/app/create-app.ts';
import { startWebServer } from '../../../main/host/web/server.ts';
import { silentLog } from '../../../main/ports/log.ts';
import { encodeInquiry } from '../../../main/protocol/sadp/encode.ts';
import { createFleet } from '../../../main/simulator/fleet.ts';
import { createMemoryNetwork } from '../../../main/simulator/net.ts';

const devices = Number(process.argv[2] ?? 10_000);
const made = createFleet({ scenario: 'campus', devices, seed: 5, startedAt: Date.now() });
const question = encodeInquiry(systemRandom.uuid());
// Written once: the bench measures the product, not the simulator's pen.
const answers = made.devices.flatMap((device) => {
  const context = { to: 'multicast', fromAddress: '10.0.0.9', now: Date.now() } as const;
  const [reply] = device.receive(question, context);
  return reply === undefined ? [] : [{ data: reply.data, fromAddress: device.address }];
});
const network = createMemoryNetwork({
  fleet: createFleet({ scenario: [], startedAt: Date.now() }),
  clock: systemClock,
});
const api = await createApp({
  ...{ host: 'web', version: 'bench', dataDir: null, network, log: silentLog },
  ...{ clock: systemClock, random: systemRandom, isDemo: false, discovery: 'continuous' },
});
const rendererDir = resolve(import.meta.dirname, '../../../out/renderer');
const server = await startWebServer({ api, rendererDir, port: 0, log: silentLog });

/** Each device in turn answers somebody's question once more; resolves after `total` answers. */
function answer(perSecond: number, total: number): Promise<void> {
  const periodMs = 20;
  let next = 0;
  return new Promise((done) => {
    const timer = setInterval(() => {
      for (let count = 0; count < (perSecond * periodMs) / 1000; count += 1) {
        const found = answers[next % answers.length];
        next += 1;
        if (found !== undefined) network.inject({ ...found, adapterId: null });
      }
      if (next < total) return;
      clearInterval(timer);
      done();
    }, periodMs);
  });
}

// Two rounds: among thousands of strangers a device is listed when it answers a second time.
for (let round = 0; round < 2; round += 1) {
  await answer(5_000, answers.length);
  await new Promise((done) => setTimeout(done, 4_000));
}
process.send?.(server.url);
process.on('message', (message) => {
  const { changesPerSecond } = message as { changesPerSecond: number };
  void answer(changesPerSecond, Number.POSITIVE_INFINITY);
});
process.on('disconnect', () => process.exit(0));

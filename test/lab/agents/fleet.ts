/**
 * The product's own simulated devices on real sockets of a lab host. The argument is JSON:
 * `{on, groups: [{model, first, count, answers, ...}]}`; ends when its input closes.
 */
import { formatIpv4, parseIpv4 } from '../../../main/contract/ip.ts';
import { silentLog } from '../../../main/ports/log.ts';
import { createFleet } from '../../../main/simulator/fleet.ts';
import { startTrainingSite } from '../../../main/simulator/sockets.ts';
import type { DeviceSpec } from '../../../main/simulator/types.ts';
import { onLine, say } from './lines.ts';

interface Group extends DeviceSpec {
  readonly first: string;
  readonly count: number;
}

const { on, seed, groups } = JSON.parse(process.argv[2] ?? '{}') as {
  readonly on: string;
  readonly seed: number;
  readonly groups: readonly Group[];
};

const specs = groups.flatMap(({ first, count, ...spec }) => {
  const start = parseIpv4(first) ?? 0;
  return Array.from({ length: count }, (_, index) => ({
    ...spec,
    address: formatIpv4(start + index),
  }));
});
const fleet = createFleet({ scenario: specs, seed, startedAt: Date.now() });
const site = await startTrainingSite({ fleet, bindAddress: on, log: silentLog });
say('ready');
onLine(
  () => undefined,
  () => void site.close().then(() => process.exit(0)),
);

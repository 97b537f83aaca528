import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { systemClock } from '../adapters/node/clock.ts';
import { createNodeHttpClient } from '../adapters/node/http-client.ts';
import { createNodeNameResolver } from '../adapters/node/name-resolver.ts';
import type { TrainingOptions } from '../adapters/node/network.ts';
import type { HttpClient } from '../ports/http-client.ts';
import type { Log } from '../ports/log.ts';
import type { NameResolver } from '../ports/name-resolver.ts';
import type { TrainingSiteControls } from '../ports/training.ts';
import { createFleet } from '../simulator/fleet.ts';
import { startTrainingSite } from '../simulator/sockets.ts';
import type { DemoFlags } from './flags.ts';
import { createTrainingHands } from './training-controls.ts';

/** Simulated devices on loopback, and the network options that make them the core's only world. */
export interface Training {
  readonly port: TrainingOptions;
  /** Meets the simulated devices at their invented addresses and names. */
  readonly http: HttpClient;
  readonly names: NameResolver;
  /** Buttons, plugs and the router of the site. */
  readonly controls: TrainingSiteControls;
  close(): Promise<void>;
}

const bindAddress = '127.0.0.1';
const sadpPort = 37_020;
const wsDiscoveryPort = 3702;

/** Ports that nobody uses now. Both are held until both are known, so that they differ. */
async function freePorts(): Promise<{ readonly sadp: number; readonly wsDiscovery: number }> {
  const first = createSocket('udp4').bind(0, bindAddress);
  const second = createSocket('udp4').bind(0, bindAddress);
  await Promise.all([once(first, 'listening'), once(second, 'listening')]);
  const ports = { sadp: first.address().port, wsDiscovery: second.address().port };
  first.close();
  second.close();
  return ports;
}

/**
 * Opens a training site for one core. It plays its services on ports of its own: loopback multicast
 * reaches everybody on a port, and the devices of two trainings would mix.
 */
export async function openTraining(demo: DemoFlags, log: Log): Promise<Training> {
  const fleet = createFleet({ ...demo, startedAt: systemClock.now() });
  const ports = await freePorts();
  const site = await startTrainingSite({
    fleet,
    bindAddress,
    log,
    sadpPort: ports.sadp,
    wsDiscoveryPort: ports.wsDiscovery,
  });
  const controls = createTrainingHands(fleet, systemClock);
  const resolve = (name: string): Promise<readonly string[]> => site.resolve(name);
  return {
    http: createNodeHttpClient({ resolve, dial: (address, port) => site.dial(address, port) }),
    names: createNodeNameResolver(resolve),
    port: {
      adapter: site.adapter,
      bindAddress,
      dial: (address, port) => site.dial(address, port),
      ports: new Map([
        [sadpPort, ports.sadp],
        [wsDiscoveryPort, ports.wsDiscovery],
      ]),
    },
    controls,
    close: () => {
      controls.close();
      return site.close();
    },
  };
}

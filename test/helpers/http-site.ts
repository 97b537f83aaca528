import type { HttpClientRequest, HttpClientResult } from '../../main/ports/http-client.ts';
import { trainingPassword } from '../../main/simulator/account.ts';
import type { SimDevice } from '../../main/simulator/device.ts';
import { createFleet, type Fleet, type ScenarioName } from '../../main/simulator/fleet.ts';
import { createMemoryNetwork, type MemoryNetwork } from '../../main/simulator/net.ts';
import { createMemoryHttpClient, type MemoryHttpClient } from '../../main/simulator/net-http.ts';
import type { DeviceSpec } from '../../main/simulator/types.ts';
import { createFakeClock, type FakeClock } from './fake-clock.ts';

export const administrator = { user: 'admin', password: trainingPassword };

export interface HttpSite {
  readonly clock: FakeClock;
  readonly fleet: Fleet;
  /** Follows the fleet: what devices do by themselves is done when the clock moves. */
  readonly network: MemoryNetwork;
  readonly client: MemoryHttpClient;
  /** The n-th device of the specs. */
  device(nth?: number): SimDevice;
  /** One request as the administrator to the first device, answered; `more` says otherwise. */
  ask(path: string, more?: Partial<HttpClientRequest>): Promise<HttpClientResult>;
  /** The text of an answer, whatever its status. @throws {Error} when there was none */
  text(path: string, more?: Partial<HttpClientRequest>): Promise<string>;
  put(path: string, body: string | Uint8Array): Promise<string>;
}

/** Made-up devices and a client in memory, moved by one fake clock. */
export function createHttpSite(what: DeviceSpec | readonly DeviceSpec[] | ScenarioName): HttpSite {
  const clock = createFakeClock();
  const scenario = typeof what === 'object' && 'model' in what ? [what] : what;
  const fleet = createFleet({ scenario, startedAt: clock.now() });
  const network = createMemoryNetwork({ fleet, clock });
  const client = createMemoryHttpClient({ fleet, clock });
  const device = (nth = 0): SimDevice => {
    const found = fleet.devices[nth];
    if (found === undefined) throw new RangeError(`no device ${nth}`);
    return found;
  };
  const ask: HttpSite['ask'] = async (path, more = {}) => {
    const asked = client.request({
      ...{ host: device().address, port: device().state.ports.http, isTls: false },
      ...{ method: 'GET', path, credentials: administrator, timeoutMs: 5000 },
      ...{ maxBytes: 1_048_576, ...more },
    });
    let isOver = false;
    const over = (): void => {
      isOver = true;
    };
    asked.then(over, over);
    for (let turn = 0; turn < 2600 && !isOver; turn += 1) await clock.advance(2);
    return asked;
  };
  const text: HttpSite['text'] = async (path, more) => {
    const result = await ask(path, more);
    if (result.kind !== 'ok') throw new Error(`${path}: ${result.kind}`);
    return new TextDecoder().decode(result.body);
  };
  return {
    ...{ clock, fleet, network, client, device, ask, text },
    put: (path, body) => text(path, { method: 'PUT', body }),
  };
}

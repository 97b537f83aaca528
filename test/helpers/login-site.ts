import type { DeviceId } from '../../main/contract/device.ts';
import type { Job, JobItem, NetworkEdit } from '../../main/contract/job.ts';
import type { Clock } from '../../main/ports/clock.ts';
import type { HttpClient, HttpClientRequest } from '../../main/ports/http-client.ts';
import type { CredentialVault } from '../../main/ports/vault.ts';
import { trainingPassword } from '../../main/simulator/account.ts';
import { createFleet, type Fleet } from '../../main/simulator/fleet.ts';
import { createMemoryHttpClient, type HttpSentRecord } from '../../main/simulator/net-http.ts';
import type { DeviceSpec } from '../../main/simulator/types.ts';
import { type ActRig, createActRig } from './act-rig.ts';
import { createFakeClock, type FakeClock } from './fake-clock.ts';

/** `null`: the request goes through as it is. */
export type Twist = (
  request: HttpClientRequest,
  inner: HttpClient,
) => ReturnType<HttpClient['request']> | null;

export interface LoginSite extends ActRig {
  /** Requests that reached the wire. */
  readonly sent: readonly HttpSentRecord[];
  /** What the wire does to requests; nothing at first. */
  readonly wire: { twist: Twist | null };
  /** A device that only its address leads to. */
  byAddress(address: string): DeviceId;
  /** The first device of a job that has ended. */
  item(job: Job): Promise<JobItem>;
  setPassword(id: DeviceId, text: string, current?: string): Promise<Job>;
  setNetwork(id: DeviceId, edit: NetworkEdit): Promise<Job>;
  reboot(id: DeviceId): Promise<Job>;
  reset(id: DeviceId, mode: 'restore' | 'default'): Promise<Job>;
  activate(id: DeviceId, text: string): Promise<Job>;
  /** Changing requests that reached the wire with a login, by path. */
  puts(part: string): number;
}

export interface LoginSiteOptions {
  readonly vault?: CredentialVault;
  /** A file, for what must outlive the core. */
  readonly path?: string;
  readonly clock?: FakeClock;
  readonly fleet?: Fleet;
  /** What the program goes by, where that is not the devices' time. */
  readonly laptop?: Clock;
}

/** Devices with their web servers, the whole core over them, and a wire that a test may twist. */
export async function createLoginSite(
  devices: readonly DeviceSpec[],
  { vault, path, laptop, ...given }: LoginSiteOptions = {},
): Promise<LoginSite> {
  const clock = given.clock ?? createFakeClock();
  const fleet = given.fleet ?? createFleet({ scenario: devices, seed: 7, startedAt: clock.now() });
  const inner = createMemoryHttpClient({ fleet, clock });
  const wire: LoginSite['wire'] = { twist: null };
  const http: HttpClient = {
    request: (request) => wire.twist?.(request, inner) ?? inner.request(request),
  };
  const rig = await createActRig({
    ...{ devices, clock, fleet },
    config: {
      ...{ http, ...(vault === undefined ? {} : { vault }) },
      ...(laptop === undefined ? {} : { clock: laptop }),
    },
    ...(path === undefined ? {} : { path }),
  });
  const { provisioning } = rig.core.acts;
  const all = { all: trainingPassword };
  return {
    ...{ ...rig, wire, sent: inner.sent },
    byAddress: (address) => meet(rig, address),
    async item(job) {
      const [found] = (await rig.ended(job.id, 1_500_000)).items;
      if (found === undefined) throw new Error('no item');
      return found;
    },
    setPassword: async (id, text, current = trainingPassword) =>
      rig.wait(
        provisioning.setPassword(
          { ids: [id], userName: 'admin', newSecrets: { all: text } },
          { all: current },
        ),
      ),
    setNetwork: (id, edit) =>
      rig.wait(
        provisioning.setNetwork({ changes: [{ id, edit }], isOneByOne: false, secrets: all }, all),
      ),
    reboot: (id) => rig.wait(provisioning.reboot({ ids: [id], secrets: all }, all)),
    reset: (id, mode) => {
      const confirmSerial = (rig.core.registry.record(id)?.serial ?? '').slice(-4);
      return rig.wait(provisioning.reset({ id, mode, confirmSerial }, all));
    },
    activate: (id, text) =>
      rig.wait(provisioning.activate({ ids: [id], secrets: { all: text } }, { all: text })),
    puts: (part) =>
      inner.sent.filter(({ method, path: where, isSigned }) => {
        return isSigned && method === 'PUT' && where.includes(part);
      }).length,
  };
}

function meet({ core, clock }: ActRig, address: string): DeviceId {
  const seen = core.registry.see(
    {
      ...{ source: 'sweep', adapter: null, at: clock.now(), fromAddress: address },
      ...{ facts: { ipv4Address: address, httpPort: 80 }, vendor: 'hikvision' },
    },
    core.sites.currentId,
  );
  if (seen.kind !== 'merged') throw new Error(seen.why);
  return seen.id;
}

const okBody =
  '<ResponseStatus><statusCode>1</statusCode><statusString>OK</statusString><subStatusCode>ok</subStatusCode></ResponseStatus>';

/** Writes to this path are answered "OK" by somebody who does nothing. */
export function lies(part: string): Twist {
  return (request) =>
    request.method !== 'GET' && request.path.includes(part)
      ? Promise.resolve({
          ...{ kind: 'ok', status: 200, headers: new Map(), signedRequests: 1 },
          ...{ body: new TextEncoder().encode(okBody), address: request.host, certificate: null },
        })
      : null;
}

/** Writes to this path are swallowed on the way. */
export function swallows(part: string): Twist {
  return (request) =>
    request.method !== 'GET' && request.path.includes(part)
      ? Promise.resolve({
          ...{ kind: 'timeout', isSent: true, signedRequests: 1 },
          ...{ address: request.host, certificate: null },
        })
      : null;
}

/** Writes to this path arrive, and their answer is lost. */
export function losesAnswer(part: string): Twist {
  return (request, inner) =>
    request.method !== 'GET' && request.path.includes(part)
      ? inner.request(request).then((answer) => ({
          ...{ kind: 'timeout', isSent: true, signedRequests: answer.signedRequests },
          ...{ address: answer.address, certificate: answer.certificate },
        }))
      : null;
}

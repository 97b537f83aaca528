import { createPassphraseBox } from '../../main/adapters/node/passphrase-box.ts';
import { systemVaultCrypto } from '../../main/adapters/node/vault-crypto.ts';
import type { Job, JobItem } from '../../main/contract/job.ts';
import type {
  HttpClient,
  HttpClientRequest,
  HttpClientResult,
} from '../../main/ports/http-client.ts';
import { createFleet } from '../../main/simulator/fleet.ts';
import { createMemoryHttpClient } from '../../main/simulator/net-http.ts';
import type { DeviceSpec } from '../../main/simulator/types.ts';
import { type ActRig, createActRig } from '../helpers/act-rig.ts';
import { createFakeClock } from '../helpers/fake-clock.ts';

/** `null`: it goes through as it is. */
export type Twist = (
  request: HttpClientRequest,
  inner: HttpClient,
) => Promise<HttpClientResult> | null;

export interface RecorderSite extends ActRig {
  readonly wire: { twist: Twist | null };
  /** Requests that were made, in order: `DELETE /ISAPI/...`. */
  readonly asked: string[];
  /** What devices answered, as text. */
  readonly answered: string[];
  item(job: Promise<Job>): Promise<JobItem>;
}

export async function createRecorderSite(...devices: DeviceSpec[]): Promise<RecorderSite> {
  const clock = createFakeClock();
  const fleet = createFleet({ scenario: devices, seed: 7, startedAt: clock.now() });
  const inner = createMemoryHttpClient({ fleet, clock });
  const wire: RecorderSite['wire'] = { twist: null };
  const asked: string[] = [];
  const answered: string[] = [];
  const http: HttpClient = {
    async request(request) {
      asked.push(`${request.method} ${request.path}`);
      const result = await (wire.twist?.(request, inner) ?? inner.request(request));
      if (result.kind === 'ok') answered.push(new TextDecoder().decode(result.body));
      return result;
    },
  };
  const boxes = {
    passphrase: (passphrase: string) => createPassphraseBox({ passphrase, costLog2: 10 }),
    os: () => null,
    osState: () => Promise.resolve('none' as const),
  };
  const config = { http, boxes, vaultCrypto: systemVaultCrypto };
  const rig = await createActRig({ devices, clock, fleet, config });
  return {
    ...rig,
    ...{ wire, asked, answered },
    async item(job) {
      const [found] = (await rig.ended((await rig.wait(job)).id, 1_500_000)).items;
      if (found === undefined) throw new Error('no item');
      return found;
    },
  };
}

const okBody = new TextEncoder().encode(
  '<ResponseStatus><statusCode>1</statusCode><statusString>OK</statusString></ResponseStatus>',
);

/** Says OK to every request of this method and does nothing. */
export const lie =
  (method: HttpClientRequest['method']): Twist =>
  (request) =>
    request.method === method
      ? Promise.resolve({
          ...{ kind: 'ok', status: 200, headers: new Map(), body: okBody },
          ...{ address: request.host, certificate: null, signedRequests: 1 },
        })
      : null;

/** The device does it, and its answer is lost. */
export const loseAnswer =
  (method: HttpClientRequest['method']): Twist =>
  (request, inner) =>
    request.method === method
      ? inner.request(request).then(({ address, certificate, signedRequests }) => ({
          ...{ kind: 'timeout' as const, isSent: true, address, certificate, signedRequests },
        }))
      : null;

import type { Vendor } from '../../contract/device.ts';
import type { Sighting } from '../../domain/sighting.ts';
import type { CancelSignal } from '../../ports/cancel.ts';
import type { HttpProbeReply, Network } from '../../ports/network.ts';
import { decodeActivateStatus } from '../../protocol/isapi/activate-status.ts';
import { fingerprintHttp } from '../../protocol/isapi/fingerprint.ts';

export const httpPort = 80;
export const httpsPort = 443;
export const sdkPort = 8000;
const ports = [httpPort, sdkPort, httpsPort] as const;

const tcpTimeoutMs = 800;
const httpTimeoutMs = 2000;
const maxBytes = 16_384;

export interface HostPorts {
  readonly open: readonly number[];
  /** Something is there: a port is open, or the host said that it is not. */
  readonly isAlive: boolean;
}

/** Tries the three ports a device of this family uses. Nothing is sent on the connections. */
export async function probePorts(
  network: Network,
  address: string,
  signal: CancelSignal,
): Promise<HostPorts> {
  const results = await Promise.all(
    ports.map((port) => network.tcpProbe(address, port, tcpTimeoutMs, signal)),
  );
  return {
    open: ports.filter((_port, index) => results[index] === 'open'),
    isAlive: results.some((result) => result === 'open' || result === 'refused'),
  };
}

export interface Identity {
  readonly vendor: Vendor;
  readonly activated: boolean | null;
  /** What gave it away, for the detail pane; untranslated. */
  readonly evidence: string;
}

const undecided: Identity = { vendor: 'unknown', activated: null, evidence: 'no answer' };

/** Asks the web port what it is, without credentials: they are never sent to find something out. */
export async function identify(
  network: Network,
  address: string,
  options: { readonly open: readonly number[]; readonly signal: CancelSignal },
): Promise<Identity> {
  let best = undecided;
  for (const port of [httpPort, httpsPort]) {
    if (!options.open.includes(port) || options.signal.aborted) continue;
    const get = (path: string): Promise<HttpProbeReply | null> =>
      network.httpProbe({
        address,
        port,
        isTls: port === httpsPort,
        path,
        timeoutMs: httpTimeoutMs,
        maxBytes,
        signal: options.signal,
      });
    const found = await identifyBy(get);
    if (found.vendor === 'hikvision') return found;
    if (best.vendor === 'unknown') best = found;
  }
  return best;
}

async function identifyBy(
  get: (path: string) => Promise<HttpProbeReply | null>,
): Promise<Identity> {
  const status = await get('/SDK/activateStatus');
  if (status === null) return undecided;
  const activation = decodeActivateStatus(status.body);
  if (activation.ok) {
    const { activated } = activation;
    return { vendor: 'hikvision', activated, evidence: '/SDK/activateStatus' };
  }
  const first = judge(status);
  if (first.vendor !== 'unknown') return first;
  const page = await get('/');
  return page === null ? first : judge(page);
}

function judge(reply: HttpProbeReply): Identity {
  const { family, evidence } = fingerprintHttp(reply);
  return { vendor: family, activated: null, evidence: evidence || 'nothing told' };
}

/** The sighting of a host that was found by its ports. */
export function sightingOfHost(
  host: { readonly address: string; readonly open: readonly number[]; readonly mac: string | null },
  identity: Identity,
  options: { readonly adapter: string | null; readonly at: number },
): Sighting {
  const { address, open, mac } = host;
  return {
    source: 'sweep',
    adapter: options.adapter,
    at: options.at,
    fromAddress: address,
    vendor: identity.vendor,
    facts: {
      ipv4Address: address,
      ...(mac === null ? {} : { mac }),
      ...(open.includes(httpPort) ? { httpPort } : {}),
      ...(open.includes(httpsPort) ? { httpsPort } : {}),
      ...(open.includes(sdkPort) ? { commandPort: sdkPort } : {}),
      ...(identity.activated === null ? {} : { activated: identity.activated }),
    },
    extra: new Map([
      ['openPorts', open.join(' ')],
      ['fingerprint', identity.evidence],
    ]),
  };
}

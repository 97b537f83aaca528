import type { DeviceId, Vendor } from '../../../contract/device.ts';
import { isLanAddress } from '../../../contract/ip.ts';
import type { LocalSubnet } from '../../../domain/outcome.ts';
import type { Sighting } from '../../../domain/sighting.ts';
import type { Log } from '../../../ports/log.ts';
import type { AdapterInfo, Datagram, Network } from '../../../ports/network.ts';
import type { Random } from '../../../ports/random.ts';
import { decodeWsProbeMatches, type WsProbeMatch } from '../../../protocol/ws-discovery/decode.ts';
import { encodeWsProbe } from '../../../protocol/ws-discovery/encode.ts';
import { adaptersFor } from '../../lib/subnets.ts';
import { ChannelKeeper } from '../channel-keeper.ts';
import type { ProbeMemory } from '../probe-memory.ts';
import { wsDiscoveryGroup, wsDiscoveryPort } from '../timing.ts';

export interface OnvifFinderOptions {
  readonly network: Network;
  readonly log: Log;
  readonly random: Random;
  readonly memory: ProbeMemory;
  readonly subnets: () => readonly LocalSubnet[];
  readonly see: (sighting: Sighting) => DeviceId | null;
}

/**
 * WS-Discovery as a third source. It tells little (a MAC, a name, an address) but finds devices whose
 * SADP is switched off. No answer means nothing: ONVIF is off by default on newer firmware. Its
 * failures raise no notice, because SADP is the source that counts.
 */
export class OnvifFinder {
  readonly #options: OnvifFinderOptions;
  readonly #keeper: ChannelKeeper;

  constructor(options: OnvifFinderOptions) {
    this.#options = options;
    this.#keeper = new ChannelKeeper({
      network: options.network,
      log: options.log,
      group: wsDiscoveryGroup,
      port: wsDiscoveryPort,
      onDatagrams: (batch) => this.#take(batch),
      onChange: () => undefined,
    });
  }

  /** Sends one question on each adapter; opens the channel when it is not. Never rejects. */
  async search(adapters: readonly AdapterInfo[]): Promise<void> {
    await this.#keeper.ensure(adapters.map(({ id }) => id));
    const channel = this.#keeper.channel;
    if (channel === null) return;
    await Promise.all(
      adapters.map(async ({ id }) => {
        const uuid = this.#options.random.uuid();
        this.#options.memory.remember(uuid, { adapterId: id, sweepAddress: null });
        const data = encodeWsProbe(uuid.toLowerCase());
        const problem = await channel.send(id, { kind: 'multicast' }, data).catch(String);
        if (problem !== null) this.#options.log.debug(() => `ONVIF probe: ${problem}`, { id });
      }),
    );
  }

  close(): Promise<void> {
    return this.#keeper.close();
  }

  #take(batch: readonly Datagram[]): void {
    for (const datagram of batch) {
      const result = decodeWsProbeMatches(datagram.data);
      // Probes of other programs come here too and are no fault, so nothing is logged or counted.
      if (!result.ok) continue;
      try {
        for (const match of result.matches) this.#see(match, datagram);
      } catch (cause) {
        this.#options.log.error(() => 'an ONVIF match could not be taken in', {
          error: String(cause),
        });
      }
    }
  }

  #see(match: WsProbeMatch, datagram: Datagram): void {
    const [bySender] = adaptersFor(datagram.fromAddress, this.#options.subnets());
    const origin = this.#options.memory.origin(match.relatesTo);
    this.#options.see({
      source: 'onvif',
      adapter: datagram.adapterId ?? origin?.adapterId ?? bySender ?? null,
      at: datagram.receivedAt,
      fromAddress: datagram.fromAddress,
      vendor: vendorOf(match),
      facts: factsOf(match, datagram.fromAddress),
    });
  }
}

/** The endpoint a device names may be on another of its networks; the sender's address is the one that works. */
function factsOf(match: WsProbeMatch, fromAddress: string): Sighting['facts'] {
  const lan = match.addresses.filter(({ address }) => isLanAddress(address));
  const own = lan.find(({ address }) => address === fromAddress) ?? lan[0];
  return {
    ipv4Address: own?.address ?? fromAddress,
    ...(own === undefined ? {} : { httpPort: own.port }),
    ...(match.mac === null ? {} : { mac: match.mac }),
    ...(match.model === null ? {} : { model: match.model }),
    ...(match.manufacturer === null ? {} : { manufacturer: match.manufacturer }),
  };
}

function vendorOf(match: WsProbeMatch): Vendor {
  const told = `${match.manufacturer ?? ''} ${match.name ?? ''}`.toLowerCase();
  if (told.includes('hikvision')) return 'hikvision';
  if (told.includes('ezviz')) return 'ezviz';
  return match.manufacturer === null && match.name === null ? 'unknown' : 'other';
}

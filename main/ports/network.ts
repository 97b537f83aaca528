import type { AdapterKind } from '../contract/network.ts';
import type { CancelSignal } from './cancel.ts';

export interface AdapterAddress {
  readonly address: string;
  readonly netmask: string;
  readonly prefix: number;
  /** Directed broadcast of the subnet; `null` for /31 and /32. */
  readonly broadcast: string | null;
}

/** A network adapter with at least one IPv4 address, or one that lost it. */
export interface AdapterInfo {
  /** The system's name of it; stable while the machine runs. */
  readonly id: string;
  readonly name: string;
  readonly kind: AdapterKind;
  readonly kindReason: string | null;
  readonly mac: string | null;
  readonly addresses: readonly AdapterAddress[];
}

export interface Datagram {
  readonly data: Uint8Array;
  readonly fromAddress: string;
  readonly fromPort: number;
  /** Adapter whose own socket got it; `null` when it came on the joined socket (multicast, broadcast). */
  readonly adapterId: string | null;
  readonly receivedAt: number;
}

export type SendTarget =
  | { readonly kind: 'multicast' }
  | { readonly kind: 'subnet-broadcast' }
  | { readonly kind: 'limited-broadcast' }
  | { readonly kind: 'unicast'; readonly address: string };

/** Why a socket could not do something; errno is mapped to these once, in the adapter. */
export type NetProblem =
  | 'no-ipv4'
  | 'join-failed'
  | 'bind-failed'
  | 'send-failed'
  | 'permission'
  | 'gone'
  | 'no-route';

export interface ChannelAdapterState {
  readonly id: string;
  readonly isListening: boolean;
  readonly problem: NetProblem | null;
  readonly detail: string | null;
}

export interface ChannelStatus {
  readonly mode: 'shared' | 'ephemeral' | 'closed';
  /** Program that holds the port, where the system tells; only looked up when the bind failed. */
  readonly holder: string | null;
  readonly adapters: readonly ChannelAdapterState[];
  /** Datagrams longer than the limit, dropped by us. */
  readonly oversize: number;
}

export interface ChannelOptions {
  readonly group: string;
  readonly port: number;
  /** Adapters to listen and send on; changed later with `setAdapters`. */
  readonly adapterIds: readonly string[];
  /** Called with batches, about every 20 ms while something arrives. */
  readonly onDatagrams: (batch: readonly Datagram[]) => void;
  readonly onStatus: (status: ChannelStatus) => void;
}

/** One multicast service (SADP 37020, WS-Discovery 3702) over all chosen adapters. */
export interface Channel {
  status(): ChannelStatus;
  setAdapters(ids: readonly string[]): Promise<void>;
  /** Sends one datagram from one adapter. Resolves with the problem, `null` when the system took it. */
  send(adapterId: string, target: SendTarget, data: Uint8Array): Promise<NetProblem | null>;
  close(): Promise<void>;
}

export type TcpProbeResult = 'open' | 'refused' | 'silent' | 'no-route';

export interface HttpProbeReply {
  readonly status: number;
  /** Lower-case header names; several of one name are joined with `, `. */
  readonly headers: ReadonlyMap<string, string>;
  /** At most `maxBytes`, decoded as UTF-8 with replacement. */
  readonly body: string;
}

export interface HttpProbeRequest {
  readonly address: string;
  readonly port: number;
  readonly isTls: boolean;
  readonly path: string;
  readonly timeoutMs: number;
  readonly maxBytes: number;
  readonly signal?: CancelSignal;
}

/** What the doctor reads about this machine. `null` or absent means "the system does not tell". */
export interface NetworkFacts {
  readonly platform: string;
  /** Linux: effective rp_filter (larger of `all` and the adapter) by adapter id. */
  readonly rpFilter: ReadonlyMap<string, number> | null;
  /** Adapter ids that carry a default route, as far as the system tells. */
  readonly defaultRoutes: readonly string[] | null;
  /** Linux: RcvbufErrors of this network namespace since the channel was opened. */
  readonly droppedDatagrams: number | null;
  /** Program that holds UDP 37020 besides us. */
  readonly portHolder: string | null;
  /** Windows: network profile by adapter name and whether the firewall is on for it; read, never changed. */
  readonly firewall:
    | readonly { readonly adapter: string; readonly profile: string; readonly isOn: boolean }[]
    | null;
  /** Lines that show where each fact was read. */
  readonly evidence: readonly string[];
}

/** The machine's network: real (`adapters/node`), or a simulated fleet in memory (`simulator`). */
export interface Network {
  adapters(): readonly AdapterInfo[];
  /** Told within 5 s of an adapter that appears, vanishes or changes address. */
  onAdaptersChanged(listener: (adapters: readonly AdapterInfo[]) => void): () => void;
  openChannel(options: ChannelOptions): Promise<Channel>;
  /** Opens and closes one TCP connection without sending a byte. */
  tcpProbe(
    address: string,
    port: number,
    timeoutMs: number,
    signal?: CancelSignal,
  ): Promise<TcpProbeResult>;
  /** One GET without credentials; redirects are not followed. `null` when no HTTP answer came. */
  httpProbe(request: HttpProbeRequest): Promise<HttpProbeReply | null>;
  /** MAC of a neighbour from the system's ARP table, after something was sent to it; `null` if unknown. */
  neighbourMac(address: string): Promise<string | null>;
  facts(): Promise<NetworkFacts>;
  /** Datagrams lost in the system's buffers since the start; cheap; `null` where it does not tell. */
  droppedDatagrams(): number | null;
  /** Bytes sent to addresses outside the LAN since the start (must stay 0). */
  bytesOutsideLan(): number;
  close(): Promise<void>;
}

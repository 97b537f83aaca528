import type { AdapterInfo, NetProblem, SendTarget } from '../../ports/network.ts';
import type { HeardMessage } from '../discovery/listener.ts';

/** What commands need of the discovery that owns the sockets. */
export interface Wire {
  /** @throws AppError `network.no-adapter` or `network.port-closed` */
  open(): Promise<void>;
  usableAdapters(): readonly AdapterInfo[];
  /** Whether answers to the group reach us; not so while another program holds the port. */
  hearsGroup(): boolean;
  /** One datagram. `null` when the system took it. */
  sendOn(
    adapterId: string,
    target: SendTarget,
    request: { readonly uuid: string; readonly data: Uint8Array },
  ): Promise<NetProblem | null>;
  onMessage(listener: (heard: HeardMessage) => void): () => void;
}

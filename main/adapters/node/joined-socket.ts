import type { AdapterAddress } from '../../ports/network.ts';
import type { SocketPlace } from './channel-plan.ts';
import type { SystemError } from './errno.ts';
import type { SocketListener, UdpClient } from './udp-client.ts';
import type { AcceptedSource } from './udp-messages.ts';

export interface JoinWish {
  readonly adapterId: string;
  readonly addresses: readonly AdapterAddress[];
}

export interface JoinSetup {
  readonly client: UdpClient;
  readonly place: SocketPlace;
  readonly owner: SocketListener;
  readonly group: string;
  readonly port: number;
}

interface OpenSocket {
  readonly socket: number;
  readonly accept: AcceptedSource;
  /** Adapter id to the address by which it was joined. */
  readonly by: Map<string, string>;
}

/** The one socket on all addresses that is a member of the group on every adapter. */
export class JoinedSocket {
  readonly #setup: JoinSetup;
  #open: OpenSocket | null = null;

  constructor(setup: JoinSetup) {
    this.#setup = setup;
  }

  get isOpen(): boolean {
    return this.#open !== null;
  }

  isMember(adapterId: string): boolean {
    return this.#open?.by.has(adapterId) ?? false;
  }

  async open(accept: AcceptedSource): Promise<SystemError | null> {
    if (this.#open !== null) return null;
    return this.#openNew(accept);
  }

  /**
   * Joins on every adapter; answers with the failures. Membership of an address that went, or of an
   * adapter that came back, stays half alive in the system, so then the socket is made anew: the new
   * one is open before the old one goes, and nothing that arrives meanwhile is missed.
   */
  async sync(
    wishes: readonly JoinWish[],
    accept: AcceptedSource,
  ): Promise<ReadonlyMap<string, SystemError>> {
    const failures = new Map<string, SystemError>();
    const old = this.#open;
    if (old === null) return failures;
    const isReplaced = isStale(old, wishes, accept) && (await this.#openNew(accept)) === null;
    for (const wish of wishes) {
      const error = await this.#join(wish);
      if (error !== null) failures.set(wish.adapterId, error);
    }
    if (isReplaced) await this.#setup.client.closeSocket(old.socket);
    return failures;
  }

  /**
   * Reports the membership to the network anew. A switch that snoops but has nobody who asks forgets
   * a member after four minutes, and an adapter that was pulled and put back lost it at once.
   */
  async rejoin(): Promise<void> {
    const open = this.#open;
    if (open === null) return;
    const { client, group, place } = this.#setup;
    for (const [id, address] of [...open.by]) {
      const { error } = await client.rejoin(open.socket, group, place.bindAddress(address));
      // The next `sync` joins again or reports why not.
      if (error !== null && error.code !== 'EADDRINUSE') open.by.delete(id);
    }
  }

  /** Told of a socket that failed; `true` when it was this one. */
  broke(socket: number): boolean {
    if (this.#open?.socket !== socket) return false;
    this.#open = null;
    return true;
  }

  async close(): Promise<void> {
    const open = this.#open;
    this.#open = null;
    if (open !== null) await this.#setup.client.closeSocket(open.socket);
  }

  async #openNew(accept: AcceptedSource): Promise<SystemError | null> {
    const { client, port, place, owner } = this.#setup;
    const isLoopbackOn = place.isTraining || accept !== 'network';
    const settings = { address: '0.0.0.0', port, multicastInterface: null, isLoopbackOn, accept };
    const opened = await client.open(settings, owner);
    if (opened.error !== null) return opened.error;
    this.#open = { socket: opened.socket, accept, by: new Map() };
    return null;
  }

  async #join(wish: JoinWish): Promise<SystemError | null> {
    const open = this.#open;
    if (open === null || open.by.has(wish.adapterId)) return null;
    const { client, group, place } = this.#setup;
    let failure: SystemError | null = null;
    for (const { address } of wish.addresses) {
      const { error } = await client.join(open.socket, group, place.bindAddress(address));
      // EADDRINUSE: a member on this adapter already, by another of its addresses.
      if (error === null || error.code === 'EADDRINUSE') {
        open.by.set(wish.adapterId, address);
        return null;
      }
      failure ??= error;
    }
    return failure;
  }
}

function isStale(open: OpenSocket, wishes: readonly JoinWish[], accept: AcceptedSource): boolean {
  if (open.accept !== accept) return true;
  return [...open.by].some(([id, by]) => {
    const wish = wishes.find(({ adapterId }) => adapterId === id);
    return !wish?.addresses.some(({ address }) => address === by);
  });
}

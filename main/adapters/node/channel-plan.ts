import { isInSubnet, parseIpv4 } from '../../contract/ip.ts';
import type {
  AdapterAddress,
  AdapterInfo,
  ChannelAdapterState,
  ChannelStatus,
  NetProblem,
  SendTarget,
} from '../../ports/network.ts';

/** Where the sockets of a channel live. In the training site everything is carried over loopback. */
export interface SocketPlace {
  /** Address that stands for an adapter's own address when binding and joining. */
  bindAddress(address: string): string;
  readonly isTraining: boolean;
}

export const realPlace: SocketPlace = { bindAddress: (address) => address, isTraining: false };

export function trainingPlace(bindAddress: string): SocketPlace {
  return { bindAddress: () => bindAddress, isTraining: true };
}

/** One adapter of a channel while it is chosen. */
export interface Member {
  readonly id: string;
  /** Its own sockets by the address of the adapter. */
  readonly own: Map<string, { readonly socket: number; readonly port: number }>;
  isJoined: boolean;
  problem: NetProblem | null;
  detail: string | null;
  sendProblem: NetProblem | null;
}

export function newMember(id: string): Member {
  return { id, own: new Map(), isJoined: false, problem: null, detail: null, sendProblem: null };
}

export function memberState(member: Member, mode: ChannelStatus['mode']): ChannelAdapterState {
  const isListening = member.own.size > 0 && (mode === 'ephemeral' || member.isJoined);
  const problem = member.problem ?? member.sendProblem;
  return { id: member.id, isListening, problem, detail: member.detail };
}

export interface AddressClaim {
  readonly usable: readonly AdapterAddress[];
  /** The words for an address that another adapter has too. */
  readonly taken: string | null;
}

/**
 * Addresses each adapter may use. One address on two adapters names only one of them to the system,
 * so the first keeps it.
 */
export function claimAddresses(
  ids: readonly string[],
  adapters: readonly AdapterInfo[],
): ReadonlyMap<string, AddressClaim | null> {
  const owners = new Map<string, string>();
  const claims = new Map<string, AddressClaim | null>();
  for (const id of ids) {
    const adapter = adapters.find((candidate) => candidate.id === id);
    if (adapter === undefined) {
      claims.set(id, null);
      continue;
    }
    const usable = adapter.addresses.filter(({ address }) => !owners.has(address));
    const other = adapter.addresses.find(({ address }) => owners.has(address));
    const taken =
      other === undefined ? null : `${other.address} is also on ${owners.get(other.address)}`;
    for (const { address } of usable) owners.set(address, id);
    claims.set(id, { usable, taken });
  }
  return claims;
}

export interface Shot {
  /** Adapter address whose own socket sends. */
  readonly from: string;
  readonly to: string;
  /** A directed broadcast of the adapter's own subnet. */
  readonly isOnLink: boolean;
}

function isNear(target: string, own: AdapterAddress): boolean {
  const value = parseIpv4(target);
  const base = parseIpv4(own.address);
  return value !== null && base !== null && isInSubnet(value, base, own.prefix);
}

/**
 * What has to be sent for one target. Groups and broadcasts leave from every address of the adapter:
 * a device that answers by unicast reaches only the address in its own subnet.
 */
export function shotsFor(
  target: SendTarget,
  group: string,
  addresses: readonly AdapterAddress[],
): Shot[] {
  switch (target.kind) {
    case 'multicast':
      return addresses.map(({ address }) => ({ from: address, to: group, isOnLink: false }));
    case 'limited-broadcast':
      return addresses.map(({ address }) => ({
        from: address,
        to: '255.255.255.255',
        isOnLink: false,
      }));
    case 'subnet-broadcast':
      return addresses.flatMap(({ address, broadcast }) =>
        broadcast === null ? [] : [{ from: address, to: broadcast, isOnLink: true }],
      );
    case 'unicast': {
      const source = addresses.find((own) => isNear(target.address, own)) ?? addresses[0];
      if (source === undefined) return [];
      return [{ from: source.address, to: target.address, isOnLink: false }];
    }
  }
}

import type { DeviceId } from '../contract/device.ts';
import { formatIpv4, isInSubnet, maskOfPrefix, parseIpv4 } from '../contract/ip.ts';
import type { NetworkEdit, NetworkValues, PlanProblem, PlanRow } from '../contract/job.ts';
import { isReserved, noGateway } from './address-rules.ts';

/** A block that addresses are counted in. */
export interface Subnet {
  /** Any address of it. */
  readonly address: number;
  readonly prefix: number;
}

/**
 * The host addresses of a subnet from `first` upwards, without network and broadcast address and the
 * gateway. `wraps`: goes on at the beginning, until all were given.
 */
export function* hostsFrom(
  first: number,
  subnet: Subnet,
  options: { readonly gateway: number | null; readonly wraps?: boolean },
): Generator<number> {
  const mask = maskOfPrefix(subnet.prefix);
  const base = (subnet.address & mask) >>> 0;
  const last = (base | (~mask >>> 0)) >>> 0;
  const rounds: [number, number][] = [[Math.max(first, base), last]];
  if (options.wraps === true) rounds.push([base, first - 1]);
  for (const [from, to] of rounds) {
    for (let address = from; address <= to; address += 1) {
      if (!isReserved(address, subnet.prefix) && address !== options.gateway) yield address;
    }
  }
}

/** Who has an address as far as the list knows. */
export type Holders = ReadonlyMap<string, readonly Holder[]>;

export interface Holder {
  /** `null` for this computer. */
  readonly id: DeviceId | null;
  readonly label: string;
  /** Whether it is there now. */
  readonly isPresent: boolean;
}

export function holdersOf(
  all: Iterable<Holder & { readonly address: string | null }>,
): Map<string, Holder[]> {
  const holders = new Map<string, Holder[]>();
  for (const { address, ...holder } of all) {
    if (address === null) continue;
    const known = holders.get(address);
    if (known === undefined) holders.set(address, [holder]);
    else known.push(holder);
  }
  return holders;
}

/** Another device at the address; the ones that are there come first. */
export function otherHolder(
  holders: Holders,
  address: string,
  own: DeviceId | null,
): Holder | null {
  const others = (holders.get(address) ?? []).filter(({ id }) => id === null || id !== own);
  return others.find(({ isPresent }) => isPresent) ?? others[0] ?? null;
}

/**
 * The gateway a device gets in a subnet: the one asked for, else its own where that fits, else the one
 * most other devices of the subnet have, else none.
 */
export function gatewayFor(
  address: number,
  prefix: number,
  choice: { readonly own: string | null; readonly others: readonly (string | null)[] },
): string {
  const fitting = (text: string | null): number | null => {
    const gateway = parseIpv4(text ?? '');
    if (gateway === null || gateway === address) return null;
    const isInside = isInSubnet(gateway, address, prefix) && !isReserved(gateway, prefix);
    return isInside ? gateway : null;
  };
  const own = fitting(choice.own);
  if (own !== null) return formatIpv4(own);
  const counts = new Map<number, number>();
  for (const gateway of choice.others.map(fitting).filter((one) => one !== null)) {
    counts.set(gateway, (counts.get(gateway) ?? 0) + 1);
  }
  const [best] = [...counts].sort(([a, x], [b, y]) => y - x || a - b);
  return best === undefined ? noGateway : formatIpv4(best[0]);
}

/** One device's new address, for the order of work and the search for doubles. */
export interface Move {
  readonly id: DeviceId | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** For each move the index of another one with the same target, or `null`. */
export function doubledMoves(moves: readonly Move[]): (number | null)[] {
  const byTarget = new Map<string | null, number[]>();
  for (const [index, { to }] of moves.entries()) {
    const same = byTarget.get(to);
    if (same === undefined) byTarget.set(to, [index]);
    else same.push(index);
  }
  byTarget.delete(null);
  return moves.map(({ to }, index) => byTarget.get(to)?.find((other) => other !== index) ?? null);
}

export interface MoveOrder {
  /** Indexes, so that whoever frees an address goes before the one that takes it. */
  readonly order: readonly number[];
  /** Some move waits for another, so they go one after the other. */
  readonly isChained: boolean;
  /** Moves that wait for each other in a circle: one of them needs another address in between. */
  readonly circular: ReadonlySet<number>;
}

/** Who has to move first. Devices that share an address free it only when the last of them has gone. */
export function orderMoves(moves: readonly Move[]): MoveOrder {
  const leavers = leaversOf(moves);
  const waitsFor = moves.map(({ to, from }, index) =>
    to === null || to === from ? [] : (leavers.get(to) ?? []).filter((other) => other !== index),
  );
  const order: number[] = [];
  const done = new Set<number>();
  let isMoving = true;
  while (isMoving) {
    isMoving = false;
    for (const [index, others] of waitsFor.entries()) {
      if (done.has(index) || !others.every((other) => done.has(other))) continue;
      done.add(index);
      order.push(index);
      isMoving = true;
    }
  }
  const circular = new Set([...moves.keys()].filter((index) => !done.has(index)));
  const isChained = waitsFor.some((others) => others.length > 0);
  return { order: [...order, ...circular], isChained, circular };
}

/** Who leaves an address, by address. */
function leaversOf(moves: readonly Move[]): ReadonlyMap<string, readonly number[]> {
  const leavers = new Map<string, number[]>();
  for (const [index, { from, to }] of moves.entries()) {
    if (from === null || to === null || from === to) continue;
    leavers.set(from, [...(leavers.get(from) ?? []), index]);
  }
  return leavers;
}

/** Only what differs: the diff that is shown and sent. */
export function editBetween(current: NetworkValues, wanted: NetworkEdit): NetworkEdit {
  const entries = Object.entries(wanted).filter(
    ([key, value]) => value !== undefined && value !== current[key as keyof NetworkValues],
  );
  return Object.fromEntries(entries);
}

/** The address a row leads to, or `null` when it does not move the device. */
export function targetOf({ from, to }: Pick<PlanRow, 'from' | 'to'>): string | null {
  if (to.dhcpEnabled === true) return null;
  return to.ipv4Address ?? from?.ipv4Address ?? null;
}

export function isStopped({ problems }: { readonly problems: readonly PlanProblem[] }): boolean {
  return problems.some(({ level }) => level === 'stop');
}

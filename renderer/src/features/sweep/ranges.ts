import {
  type Cidr,
  formatCidr,
  isInSubnet,
  isLocalBlock,
  maskOfPrefix,
  parseCidr,
  parseIpv4,
} from '../../../../main/contract/ip.ts';
import type { AdapterView } from '../../../../main/contract/network.ts';

/** The largest sweep the core takes, a /20; asked for here so that the mistake shows while typing. */
export const largestSweep = 4096;
const shortestPrefix = 20;
const usualPrefix = 24;

export interface SuggestedRange {
  readonly cidr: string;
  /** Addresses that will be tried. */
  readonly hosts: number;
}

/** Addresses of a block that can be a device: without the network and the broadcast address. */
export function hostsOf(cidr: Cidr): number {
  return cidr.prefix <= 30 ? cidr.size - 2 : cidr.size;
}

/** The blocks around an address from /24 up to /20, none larger than the adapter's own subnet. */
export function rangesAround(address: string, prefix: number): readonly SuggestedRange[] {
  const value = parseIpv4(address);
  if (value === null) return [];
  const first = Math.max(usualPrefix, prefix);
  const last = Math.max(shortestPrefix, prefix);
  const ranges: SuggestedRange[] = [];
  for (let length = first; length >= last; length -= 1) {
    const base = (value & maskOfPrefix(length)) >>> 0;
    const cidr: Cidr = { base, prefix: length, size: 2 ** (32 - length) };
    if (isLocalBlock(cidr)) ranges.push({ cidr: formatCidr(cidr), hosts: hostsOf(cidr) });
  }
  return ranges;
}

export interface AdapterRanges {
  readonly adapter: string;
  readonly address: string;
  readonly ranges: readonly SuggestedRange[];
}

/** The suggestions for every adapter in use; two adapters in one subnet are both listed. */
export function suggestRanges(adapters: readonly AdapterView[]): readonly AdapterRanges[] {
  return adapters
    .filter(({ enabled, state }) => enabled && state !== 'gone')
    .flatMap(({ name, addresses }) =>
      addresses.map(({ address, prefix }) => ({
        adapter: name,
        address: `${address}/${prefix}`,
        ranges: rangesAround(address, prefix),
      })),
    )
    .filter(({ ranges }) => ranges.length > 0);
}

export type RangeCheck =
  | { readonly ok: true; readonly cidr: string; readonly hosts: number; readonly isOwn: boolean }
  | { readonly ok: false; readonly problem: 'empty' | 'bad' | 'public' | 'large' };

/** Judges a range typed by hand with the same arithmetic as the core. */
export function checkRange(typed: string, adapters: readonly AdapterView[]): RangeCheck {
  if (typed.trim() === '') return { ok: false, problem: 'empty' };
  const cidr = parseCidr(typed);
  if (cidr === null) return { ok: false, problem: 'bad' };
  if (!isLocalBlock(cidr)) return { ok: false, problem: 'public' };
  if (cidr.size > largestSweep) return { ok: false, problem: 'large' };
  const isOwn = adapters.some(
    ({ enabled, addresses }) =>
      enabled &&
      addresses.some((own) => {
        const value = parseIpv4(own.address);
        return value !== null && isInSubnet(cidr.base, value, own.prefix);
      }),
  );
  return { ok: true, cidr: formatCidr(cidr), hosts: hostsOf(cidr), isOwn };
}

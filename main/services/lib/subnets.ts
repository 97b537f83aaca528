import { isInSubnet, parseIpv4 } from '../../contract/ip.ts';
import type { LocalSubnet } from '../../domain/outcome.ts';
import type { AdapterInfo } from '../../ports/network.ts';

/** The IPv4 subnets that these adapters stand in. */
export function localSubnets(adapters: readonly AdapterInfo[]): LocalSubnet[] {
  return adapters.flatMap((adapter) =>
    adapter.addresses.map(({ address, prefix }) => ({ adapter: adapter.id, address, prefix })),
  );
}

/** Adapters whose subnet holds the address, longest prefix first; a /32 holds only itself. */
export function adaptersFor(address: string, subnets: readonly LocalSubnet[]): string[] {
  const wanted = parseIpv4(address);
  if (wanted === null) return [];
  return subnets
    .filter((subnet) => {
      const base = parseIpv4(subnet.address);
      return base !== null && isInSubnet(wanted, base, subnet.prefix);
    })
    .sort((a, b) => b.prefix - a.prefix)
    .map((subnet) => subnet.adapter)
    .filter((id, index, all) => all.indexOf(id) === index);
}

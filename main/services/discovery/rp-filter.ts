import type { AdapterInfo, NetworkFacts } from '../../ports/network.ts';

export interface RpFilterRisk {
  readonly adapter: string;
  readonly name: string;
  readonly value: number;
}

/**
 * Adapters on which Linux drops replies of devices with a foreign address. The kernel looks for a
 * route back to the sender: without a default route both strict (1) and loose (2) drop; a default
 * route by the same adapter lets both pass; one by another adapter satisfies loose only. An empty
 * list means "none", `null` that the system does not tell.
 */
export function rpFilterRisks(
  facts: NetworkFacts,
  adapters: readonly AdapterInfo[],
): RpFilterRisk[] | null {
  const { rpFilter, defaultRoutes } = facts;
  if (rpFilter === null) return null;
  const risks: RpFilterRisk[] = [];
  for (const adapter of adapters) {
    const value = rpFilter.get(adapter.id) ?? 0;
    if (value === 0) continue;
    if (defaultRoutes === null) return null;
    const hasOwnRoute = defaultRoutes.includes(adapter.id);
    const isDropped = !hasOwnRoute && (value === 1 || defaultRoutes.length === 0);
    if (isDropped) risks.push({ adapter: adapter.id, name: adapter.name, value });
  }
  return risks;
}

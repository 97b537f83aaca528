import { AppError } from '../../contract/errors.ts';
import type { AdapterKind } from '../../contract/network.ts';
import type { AdapterInfo } from '../../ports/network.ts';

export interface AdapterChoice {
  readonly isEnabled: boolean;
  readonly by: 'default' | 'operator';
}

export interface AdapterPolicy {
  /** Adapter id to on/off, as the operator chose. */
  readonly overrides: Readonly<Record<string, boolean>>;
  /** Names, ids or addresses given for this run: these are on, all others off. */
  readonly only?: readonly string[] | undefined;
  /** The training site brings one made-up adapter, of whatever kind: it is on. */
  readonly isDemo: boolean;
}

/** Cameras are not behind these; probing them costs time and puts strangers in the list. */
const offByDefault: ReadonlySet<AdapterKind> = new Set(['vpn', 'virtual', 'loopback']);

export function chooseAdapter(adapter: AdapterInfo, policy: AdapterPolicy): AdapterChoice {
  if (policy.only !== undefined && policy.only.length > 0) {
    return { isEnabled: policy.only.some((wanted) => isNamed(adapter, wanted)), by: 'operator' };
  }
  if (Object.hasOwn(policy.overrides, adapter.id)) {
    return { isEnabled: policy.overrides[adapter.id] === true, by: 'operator' };
  }
  return { isEnabled: policy.isDemo || !offByDefault.has(adapter.kind), by: 'default' };
}

/** @throws AppError `network.adapter-not-found` for a wanted adapter that is not present. */
export function requireAdapters(
  wanted: readonly string[] | undefined,
  present: readonly AdapterInfo[],
): void {
  for (const name of wanted ?? []) {
    if (present.some((adapter) => isNamed(adapter, name))) continue;
    const known = present.map((adapter) => adapter.name).join(', ');
    throw new AppError('network.adapter-not-found', { wanted: name, known: known || '-' });
  }
}

function isNamed(adapter: AdapterInfo, wanted: string): boolean {
  const lower = wanted.toLowerCase();
  return (
    adapter.id.toLowerCase() === lower ||
    adapter.name.toLowerCase() === lower ||
    adapter.addresses.some(({ address }) => address === wanted)
  );
}

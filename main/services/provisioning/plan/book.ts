import type { DeviceId, DeviceRow } from '../../../contract/device.ts';
import { isInSubnet, parseIpv4 } from '../../../contract/ip.ts';
import type { PlanProblem } from '../../../contract/job.ts';
import type { EditTarget } from '../../../domain/address-rules.ts';
import { type Holder, type Holders, holdersOf, otherHolder } from '../../../domain/ip-plan.ts';
import type { FindResult, LocalSubnet } from '../../../domain/outcome.ts';
import type { DeviceRecord } from '../../../domain/record.ts';
import { labelOf, networkValuesOf } from '../../jobs/values.ts';
import { runPool } from '../../lib/pool.ts';
import { adaptersFor } from '../../lib/subnets.ts';
import { viewOf } from '../reading.ts';

/** What planning needs of the rest: the list, the laptop's own addresses, and a question to the wire. */
export interface PlanSources {
  /** The current site's rows, without the removed ones. */
  readonly rows: () => readonly DeviceRow[];
  readonly record: (id: DeviceId) => DeviceRecord | undefined;
  readonly find: (wanted: string) => FindResult;
  readonly subnets: () => readonly LocalSubnet[];
  /** MAC that answers for an address, `null` when nothing does. */
  readonly whoHas: (address: string) => Promise<string | null>;
}

const asksAtOnce = 32;

export function isPresent({ presence }: Pick<DeviceRow, 'presence'>): boolean {
  return presence === 'online' || presence === 'stale';
}

/** Who has which address, this computer included. */
export function holdersFrom({ rows, subnets }: PlanSources): Holders {
  const devices = rows().map((row) => ({
    id: row.id,
    label: labelOf({ ...row, address: row.ipv4Address }),
    isPresent: isPresent(row),
    address: row.ipv4Address,
  }));
  const own = subnets().map(({ address, adapter }) => ({
    ...{ id: null, label: adapter, isPresent: true, address },
  }));
  return holdersOf([...own, ...devices]);
}

export function targetFor(record: DeviceRecord): EditTarget {
  const { facts, hasSadp, vendor } = viewOf(record);
  const host = record.book?.host ?? facts.ipv4Address ?? record.address;
  return {
    current: networkValuesOf(record),
    activated: facts.activated ?? null,
    hasSadp,
    isHttp: !hasSadp && vendor !== 'other' && host !== null,
    ipv6Modifiable: facts.ipv6Modifiable ?? null,
  };
}

/** Somebody in the list at the address: a device that is there stops it, a remembered one warns. */
export function holderProblem(
  holders: Holders,
  address: string,
  own: DeviceId | null,
): PlanProblem | null {
  const holder = otherHolder(holders, address, own);
  if (holder === null) return null;
  return { code: 'used-by-device', level: levelOf(holder), params: { by: holder.label } };
}

function levelOf({ isPresent: isThere }: Holder): PlanProblem['level'] {
  return isThere ? 'stop' : 'caution';
}

/** A caution when this computer will not reach the address without going through a router. */
export function reachProblem(address: string, subnets: readonly LocalSubnet[]): PlanProblem | null {
  const isKnown = subnets.length > 0;
  if (!isKnown || adaptersFor(address, subnets).length > 0) return null;
  return { code: 'unreachable-after', level: 'caution', params: {} };
}

/**
 * Which of these addresses something answers for. Addresses beyond the laptop's own subnets are not asked:
 * the question would go to a router.
 */
export async function askWire(
  { subnets, whoHas }: PlanSources,
  addresses: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const local = subnets();
  const asked = [...new Set(addresses)].filter((address) => adaptersFor(address, local).length > 0);
  await runPool(asked, { limit: asksAtOnce }, async (address) => {
    const mac = await whoHas(address);
    if (mac !== null) found.set(address, mac);
  });
  return found;
}

/** The longest local subnet that holds the address; `null` when none does. */
export function subnetOf(
  address: number,
  subnets: readonly LocalSubnet[],
): { readonly address: number; readonly prefix: number } | null {
  const fitting = subnets.flatMap(({ address: text, prefix }) => {
    const base = parseIpv4(text);
    return base !== null && isInSubnet(address, base, prefix) ? [{ address: base, prefix }] : [];
  });
  return fitting.sort((a, b) => b.prefix - a.prefix)[0] ?? null;
}

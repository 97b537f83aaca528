import type { DeviceRow } from '../../../contract/device.ts';
import { defaultAddresses, parseIpv4, prefixOfMask } from '../../../contract/ip.ts';
import type { MethodOutput } from '../../../contract/methods.ts';
import { maskText } from '../../../domain/address-rules.ts';
import { gatewayFor, type Holders, type Subnet } from '../../../domain/ip-plan.ts';
import { askWire, holdersFrom, isPresent, type PlanSources, subnetOf } from './book.ts';
import { FreeAddresses } from './free-addresses.ts';
import { type Draft, draftFor, finish } from './rows.ts';
import type { SkippedAddress } from './types.ts';

type Output = MethodOutput<'network.proposeResolve'>;

/** First address that is proposed in a subnet where nothing else suggests one. */
const usualHost = 64;

/**
 * Groups of devices that claim one address, each with free addresses in the right subnet.
 *
 * - From a factory address everyone moves: the next new device will come with it.
 * - From any other one a device may stay: the one that answers for the address on the wire, since that is
 *   the one others reach there; without an answer the one that has been in the list longest.
 * - The right subnet is this computer's own, by the adapter they were heard by, when they stand on a
 *   factory address; otherwise the group's own.
 */
export async function proposeResolve(
  sources: PlanSources,
  ids: ReadonlySet<string> | null,
): Promise<Output> {
  const groups = groupsOf(sources.rows(), ids);
  const holders = holdersFrom(sources);
  const given = new Set<string>();
  const skipped: SkippedAddress[] = [];
  const result: Output['groups'] = [];
  for (const [address, rows] of groups) {
    const work = { address, rows, holders, given, skipped };
    result.push({ address, rows: await proposeGroup(sources, work) });
  }
  return { groups: result, skipped };
}

function groupsOf(
  rows: readonly DeviceRow[],
  ids: ReadonlySet<string> | null,
): [string, DeviceRow[]][] {
  const byAddress = new Map<string, DeviceRow[]>();
  for (const row of rows) {
    if (row.ipv4Address === null || !isPresent(row) || row.mac === null) continue;
    byAddress.set(row.ipv4Address, [...(byAddress.get(row.ipv4Address) ?? []), row]);
  }
  return [...byAddress].filter(
    ([, group]) => group.length > 1 && (ids === null || group.some(({ id }) => ids.has(id))),
  );
}

interface Work {
  readonly address: string;
  readonly rows: readonly DeviceRow[];
  readonly holders: Holders;
  readonly given: Set<string>;
  readonly skipped: SkippedAddress[];
}

async function proposeGroup(
  sources: PlanSources,
  work: Work,
): Promise<Output['groups'][number]['rows']> {
  const { address, rows } = work;
  const isFactory = defaultAddresses.includes(address);
  const ordered = [...rows].sort((a, b) => a.firstSeenAt - b.firstSeenAt || compareMac(a, b));
  const keeper = isFactory ? null : await keeperOf(sources, address, ordered);
  const subnet = subnetFor(sources, ordered, isFactory);
  const others = sources.rows().map((row) => row.ipv4Gateway);
  const free = new FreeAddresses(sources, {
    ...{ subnet, holders: work.holders, given: work.given, skipped: work.skipped, wraps: true },
    first: firstHost(parseIpv4(address) ?? 0, subnet),
    gateway: parseIpv4(gatewayFor(subnet.address, subnet.prefix, { own: null, others })),
  });
  const drafts: Draft[] = [];
  for (const row of ordered) {
    const record = sources.record(row.id);
    if (record === undefined) continue;
    const next = row.id === keeper ? address : await free.next(row.id, []);
    drafts.push(draftOf(record, { next, address, subnet, others, own: row.ipv4Gateway }));
  }
  // The wire was asked when the addresses were chosen.
  return await finish({ ...sources, whoHas: () => Promise.resolve(null) }, drafts);
}

function draftOf(
  record: Parameters<typeof draftFor>[0],
  place: {
    readonly next: string | null;
    readonly address: string;
    readonly subnet: Subnet;
    readonly others: readonly (string | null)[];
    readonly own: string | null;
  },
): Draft {
  const { next, address, subnet, others, own } = place;
  if (next === null) {
    const problem = { code: 'no-free-address', level: 'stop', params: {} } as const;
    return draftFor(record, {}, { problems: [problem] });
  }
  if (next === address) return draftFor(record, {});
  return draftFor(record, {
    ipv4Address: next,
    ipv4Mask: maskText(subnet.prefix),
    ipv4Gateway: gatewayFor(parseIpv4(next) ?? 0, subnet.prefix, { own, others }),
    dhcpEnabled: false,
  });
}

function compareMac(a: DeviceRow, b: DeviceRow): number {
  return (a.mac ?? '') < (b.mac ?? '') ? -1 : 1;
}

/** The device that stays: the winner on the wire, else the one known longest. */
async function keeperOf(
  sources: PlanSources,
  address: string,
  ordered: readonly DeviceRow[],
): Promise<string | null> {
  const answers = await askWire(sources, [address]);
  const mac = answers.get(address);
  const winner = ordered.find((row) => row.mac === mac);
  return (winner ?? ordered[0])?.id ?? null;
}

function subnetFor(sources: PlanSources, rows: readonly DeviceRow[], isFactory: boolean): Subnet {
  const [first] = rows;
  const address = parseIpv4(first?.ipv4Address ?? '') ?? 0;
  const own = { address, prefix: prefixOfMask(first?.ipv4Mask ?? '') ?? 24 };
  const local = sources.subnets();
  const here = subnetOf(address, local);
  if (here !== null) return here;
  if (!isFactory) return own;
  const adapters = new Set(rows.flatMap(({ via }) => via.map(({ adapter }) => adapter)));
  const heardBy = local.find(({ adapter }) => adapters.has(adapter)) ?? local[0];
  const base = parseIpv4(heardBy?.address ?? '');
  return heardBy === undefined || base === null ? own : { address: base, prefix: heardBy.prefix };
}

/** Behind the shared address where that is in the subnet, else from a host that is seldom used. */
function firstHost(address: number, { address: base, prefix }: Subnet): number {
  const size = 2 ** (32 - prefix);
  const start = base - (base % size);
  const isInside = address >= start && address < start + size;
  return isInside ? address + 1 : start + Math.min(usualHost, size - 2);
}

import { AppError } from '../../../contract/errors.ts';
import { formatIpv4, parseIpv4, prefixOfMask } from '../../../contract/ip.ts';
import type { MethodOutput, MethodParsed } from '../../../contract/methods.ts';
import { checkEdit, maskText } from '../../../domain/address-rules.ts';
import { gatewayFor, type Subnet } from '../../../domain/ip-plan.ts';
import type { DeviceRecord } from '../../../domain/record.ts';
import { holdersFrom, type PlanSources, subnetOf, targetFor } from './book.ts';
import { FreeAddresses } from './free-addresses.ts';
import { type Draft, draftFor, finish } from './rows.ts';
import type { SkippedAddress } from './types.ts';

/** What most installers use where nobody says otherwise. */
const usualPrefix = 24;

type Input = MethodParsed<'network.assign'>;

/**
 * Addresses counted upwards from a start, in the order the devices were given. Addresses of other devices
 * of the selection count as used too: so no device ever has to wait for another one to leave.
 *
 * @throws AppError `job.bad-plan` when first address, mask or gateway cannot be used
 */
export async function assign(
  sources: PlanSources,
  records: readonly DeviceRecord[],
  input: Input,
): Promise<MethodOutput<'network.assign'>> {
  const { first, prefix, gateway } = readInput(sources, input);
  const subnet: Subnet = { address: first, prefix };
  const holders = holdersFrom(sources);
  const skipped: SkippedAddress[] = [];
  const others = sources.rows().map((row) => row.ipv4Gateway);
  const wanted = gateway ?? parseIpv4(gatewayFor(first, prefix, { own: null, others }));
  const free = new FreeAddresses(sources, {
    ...{ first, subnet, holders, skipped, given: new Set<string>(), wraps: false },
    gateway: wanted,
  });
  const drafts: Draft[] = [];
  for (const record of records) {
    const macs = record.nics.map(({ mac }) => mac);
    const address = await free.next(record.id, macs);
    drafts.push(draftOf(record, { address, prefix, gateway, others }));
  }
  // The wire was asked when the addresses were chosen.
  const rows = await finish({ ...sources, whoHas: () => Promise.resolve(null) }, drafts);
  return { rows, skipped };
}

interface Place {
  /** `null`: none is left. */
  readonly address: string | null;
  readonly prefix: number;
  readonly gateway: number | null;
  readonly others: readonly (string | null)[];
}

function draftOf(record: DeviceRecord, { address, prefix, gateway, others }: Place): Draft {
  if (address === null) {
    const problem = { code: 'no-free-address', level: 'stop', params: {} } as const;
    return draftFor(record, {}, { problems: [problem] });
  }
  const own = targetFor(record).current.ipv4Gateway;
  const host = parseIpv4(address) ?? 0;
  return draftFor(record, {
    ipv4Address: address,
    ipv4Mask: maskText(prefix),
    ipv4Gateway: gateway === null ? gatewayFor(host, prefix, { own, others }) : formatIpv4(gateway),
    dhcpEnabled: false,
  });
}

function readInput(
  { subnets }: PlanSources,
  input: Input,
): { first: number; prefix: number; gateway: number | null } {
  const first = parseIpv4(input.first);
  if (first === null) throw bad('bad-address');
  const hasMask = input.mask !== undefined && input.mask !== '';
  const prefix = hasMask
    ? prefixOfMask(input.mask ?? '')
    : (subnetOf(first, subnets())?.prefix ?? usualPrefix);
  if (prefix === null) throw bad('bad-mask');
  const hasGateway = input.gateway !== undefined && input.gateway !== '';
  const gateway = hasGateway ? parseIpv4(input.gateway ?? '') : null;
  if (hasGateway && gateway === null) throw bad('bad-address');
  refuseBad({ ...input, first: input.first }, prefix);
  return { first, prefix, gateway };
}

/** The same rules as for one device, said once for all of them. */
function refuseBad({ first, gateway }: Input, prefix: number): void {
  const current = {
    ...{ ipv4Address: null, ipv4Mask: null, ipv4Gateway: null, dhcpEnabled: false },
    ...{ commandPort: null, httpPort: null, sdkOverTlsPort: null },
    ...{ ipv6Address: null, ipv6Gateway: null, ipv6Prefix: null },
  };
  const edit = {
    ipv4Address: first,
    ipv4Mask: maskText(prefix),
    ...(gateway === undefined ? {} : { ipv4Gateway: gateway }),
  };
  const target = { current, activated: true, hasSadp: true, ipv6Modifiable: null };
  // A first address that is the network's, or the gateway's, is only stepped over.
  const harmless = new Set(['network-address', 'broadcast-address', 'gateway-is-address']);
  const [problem] = checkEdit(edit, target).filter(({ code }) => !harmless.has(code));
  if (problem !== undefined) throw bad(problem.code);
}

function bad(problem: string): AppError<'job.bad-plan'> {
  return new AppError('job.bad-plan', { problem, line: 1 });
}

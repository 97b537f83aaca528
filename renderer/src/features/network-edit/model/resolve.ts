import type { DeviceId } from '../../../../../main/contract/device.ts';
import { parseIpv4 } from '../../../../../main/contract/ip.ts';
import type { Job, JobItem, PlanProblem, PlanRow } from '../../../../../main/contract/job.ts';
import { linesOf, type PlanLine } from './plan.ts';

export interface ResolveGroup {
  readonly address: string;
  readonly rows: readonly PlanRow[];
}

/** Addresses typed over the proposals, by the key of the line. */
export type Targets = ReadonlyMap<string, string>;

/** What the core said about a typed address, by `key address`. */
export type Checked = ReadonlyMap<string, readonly PlanProblem[]>;

export function checkKey(key: string, address: string): string {
  return `${key} ${address}`;
}

/** Keys that are unique over all groups. */
export function groupLines(
  groups: readonly ResolveGroup[],
): readonly { readonly address: string; readonly lines: readonly PlanLine[] }[] {
  return groups.map(({ address, rows }) => ({
    address,
    lines: linesOf(rows).map((line) => ({ ...line, key: `${address} ${line.key}` })),
  }));
}

const stop = (code: PlanProblem['code']): PlanProblem => ({ code, level: 'stop', params: {} });

/** The address the line would get, as typed or as proposed. */
export function targetText(line: PlanLine, targets: Targets): string {
  return targets.get(line.key) ?? line.row.to.ipv4Address ?? '';
}

/** Typed addresses that nobody has asked the network about yet. */
export function unchecked(
  lines: readonly PlanLine[],
  targets: Targets,
  checked: Checked,
): readonly { readonly line: PlanLine; readonly address: string }[] {
  return lines.flatMap((line) => {
    const address = targets.get(line.key)?.trim();
    if (address === undefined || address === line.row.to.ipv4Address) return [];
    if (parseIpv4(address) === null || checked.has(checkKey(line.key, address))) return [];
    return [{ line, address }];
  });
}

function retargeted(line: PlanLine, typed: string, checked: Checked): PlanLine {
  const address = typed.trim();
  const isProposal = address === line.row.to.ipv4Address;
  if (isProposal) return line;
  const problems =
    parseIpv4(address) === null
      ? [stop('bad-address')]
      : (checked.get(checkKey(line.key, address)) ?? []);
  const to = { ...line.row.to, ipv4Address: address };
  const row = { ...line.row, to, problems: [...problems] };
  const [fresh] = linesOf([row]);
  return fresh === undefined ? line : { ...fresh, key: line.key };
}

/** The lines with the typed addresses in them; two that would get the same one are both stopped. */
export function withTargets(
  lines: readonly PlanLine[],
  targets: Targets,
  checked: Checked,
): readonly PlanLine[] {
  const typed = lines.map((line) => {
    const target = targets.get(line.key);
    return target === undefined ? line : retargeted(line, target, checked);
  });
  const uses = new Map<string, number>();
  for (const { row } of typed) {
    const address = row.to.ipv4Address;
    if (address !== undefined) uses.set(address, (uses.get(address) ?? 0) + 1);
  }
  return typed.map((line) => {
    const address = line.row.to.ipv4Address;
    if (address === undefined || (uses.get(address) ?? 0) < 2) return line;
    if (line.row.problems.some(({ code }) => code === 'doubled-in-plan')) return line;
    const problems = [...line.row.problems, stop('doubled-in-plan')];
    return { ...line, state: 'stop' as const, row: { ...line.row, problems } };
  });
}

export interface ResolveEnd {
  /** Every device of the run has an address of its own now. */
  readonly isAllUnique: boolean;
  readonly changed: number;
  /** Those that did not get there, in the order of the run. */
  readonly failed: readonly JobItem[];
  /** Verified, and yet somebody else has the address now. */
  readonly stillShared: readonly JobItem[];
}

/** How it ended; `sameAddress` is what the list says about a device now. */
export function resolveEnd(
  job: Pick<Job, 'items'>,
  sameAddress: (id: DeviceId) => number,
): ResolveEnd {
  const isGood = ({ verdict }: JobItem) => verdict === 'verified' || verdict === 'already';
  const failed = job.items.filter((item) => !isGood(item));
  const stillShared = job.items.filter((item) => isGood(item) && sameAddress(item.device.id) > 1);
  return {
    isAllUnique: failed.length === 0 && stillShared.length === 0,
    changed: job.items.length - failed.length,
    failed,
    stillShared,
  };
}

import type { NetworkEdit, PlanProblem, PlanRow } from '../../../contract/job.ts';
import { checkEdit, completeEdit } from '../../../domain/address-rules.ts';
import {
  doubledMoves,
  editBetween,
  type Holders,
  isStopped,
  type Move,
  orderMoves,
  targetOf,
} from '../../../domain/ip-plan.ts';
import type { DeviceRecord } from '../../../domain/record.ts';
import { deviceRefOf } from '../../jobs/values.ts';
import {
  askWire,
  holderProblem,
  holdersFrom,
  type PlanSources,
  reachProblem,
  targetFor,
} from './book.ts';

/** A row under work; problems are added in several passes. */
export interface Draft extends Omit<PlanRow, 'problems'> {
  readonly record: DeviceRecord | null;
  readonly problems: PlanProblem[];
}

export interface DraftSource {
  readonly line?: number | null;
  readonly wanted?: string | null;
  readonly name?: string | null;
  readonly problems?: readonly PlanProblem[];
}

/** A device and what it shall get, with everything that can be said without asking anybody. */
export function draftFor(
  record: DeviceRecord,
  edit: NetworkEdit,
  { line = null, wanted = null, name = null, problems = [] }: DraftSource = {},
): Draft {
  const target = targetFor(record);
  const found = checkEdit(edit, target);
  const isRenamed = name !== null && name !== record.name;
  // Where something else is to be said of the row, "no change" is not the point.
  const isChange = isRenamed || problems.length > 0;
  const kept = isChange ? found.filter(({ code }) => code !== 'no-change') : found;
  return {
    ...{ line, wanted, name, record },
    device: deviceRefOf(record),
    from: target.current,
    to: editBetween(target.current, completeEdit(edit, target.current)),
    problems: [...problems, ...kept],
  };
}

function moveOf(draft: Draft): Move {
  if (draft.record === null) return { id: null, from: null, to: null };
  const from = draft.from?.ipv4Address ?? null;
  return { id: draft.record.id, from, to: targetOf(draft) };
}

function movesTo(draft: Draft): string | null {
  const target = targetOf(draft);
  if (draft.record === null || target === null || isStopped(draft)) return null;
  return target === draft.from?.ipv4Address ? null : target;
}

/** Two rows of the plan for one address, or for one device. */
function addDoubles(drafts: readonly Draft[]): void {
  const doubled = doubledMoves(drafts.map(moveOf));
  const seen = new Map<string, number>();
  for (const [index, draft] of drafts.entries()) {
    const id = draft.record?.id;
    const before = id === undefined ? undefined : seen.get(id);
    if (id !== undefined && before === undefined) seen.set(id, index);
    const other = before ?? (isMoving(draft) ? doubled[index] : null) ?? null;
    if (other === null) continue;
    const line = drafts[other]?.line ?? other + 1;
    draft.problems.push({ code: 'doubled-in-plan', level: 'stop', params: { line } });
  }
}

/** Devices that share an address and keep it are no fault of the plan. */
function isMoving(draft: Draft): boolean {
  const target = targetOf(draft);
  return target !== null && draft.record !== null && target !== draft.from?.ipv4Address;
}

/** Addresses that devices of this plan leave, so that others of it may take them. */
function freedBy(drafts: readonly Draft[], holders: Holders): ReadonlySet<string> {
  const leaving = drafts.filter((draft) => movesTo(draft) !== null);
  const leavingIds = new Set<string>(leaving.map(({ record }) => record?.id ?? ''));
  const addresses = new Set(leaving.map(({ from }) => from?.ipv4Address ?? ''));
  return new Set(
    [...addresses].filter((address) =>
      (holders.get(address) ?? []).every(({ id }) => id !== null && leavingIds.has(id)),
    ),
  );
}

/**
 * The checks that look beyond a row: doubles within the plan, devices of the list, and the wire. A device
 * may take the address that another one of the plan leaves, unless they wait for each other in a circle.
 */
export async function finish(sources: PlanSources, drafts: readonly Draft[]): Promise<PlanRow[]> {
  addDoubles(drafts);
  const holders = holdersFrom(sources);
  const freed = freedBy(drafts, holders);
  const { circular } = orderMoves(
    drafts.map((draft) => ({ ...moveOf(draft), to: movesTo(draft) })),
  );
  const local = sources.subnets();
  for (const [index, draft] of drafts.entries()) {
    const target = movesTo(draft);
    if (target === null) continue;
    const isFreed = freed.has(target) && !circular.has(index);
    const used = isFreed ? null : holderProblem(holders, target, draft.record?.id ?? null);
    const far = reachProblem(target, local);
    draft.problems.push(...[used, far].filter((one) => one !== null));
  }
  await addWire(sources, drafts, freed);
  return drafts.map(({ record: _record, ...row }) => row);
}

async function addWire(
  sources: PlanSources,
  drafts: readonly Draft[],
  freed: ReadonlySet<string>,
): Promise<void> {
  const targets = drafts.map(movesTo);
  const asked = targets.filter((target) => target !== null && !freed.has(target));
  const answers = await askWire(
    sources,
    asked.filter((target) => target !== null),
  );
  for (const [index, draft] of drafts.entries()) {
    const by = answers.get(targets[index] ?? '');
    if (by === undefined || draft.record?.nics.some(({ mac }) => mac === by) === true) continue;
    draft.problems.push({ code: 'used-on-wire', level: 'stop', params: { by } });
  }
}

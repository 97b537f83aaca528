import type {
  CaseState,
  CaseStep,
  RecoveryCase,
  Reminder,
} from '../../../../../main/contract/recovery.ts';

/** The states somebody still has to do something about; the contract's own list, in the order of need. */
const openRank: Readonly<Partial<Record<CaseState, number>>> = { expired: 0, open: 1, waiting: 2 };

export function isOpenCase({ state }: Pick<RecoveryCase, 'state'>): boolean {
  return openRank[state] !== undefined;
}

type Deadline = RecoveryCase['deadlines'][number];

/** The one to look at: the next that still runs, else the last that is over. `null`: none, or it is closed. */
export function nextDeadline(one: Pick<RecoveryCase, 'state' | 'deadlines'>): Deadline | null {
  if (!isOpenCase(one)) return null;
  const sorted = [...one.deadlines].sort((a, b) => a.at - b.at);
  return sorted.find(({ isOver }) => !isOver) ?? sorted.at(-1) ?? null;
}

/** Open first, what runs out soonest before the rest; then the closed ones, the newest first. */
export function sortCases(cases: readonly RecoveryCase[]): readonly RecoveryCase[] {
  const rank = ({ state }: RecoveryCase) => openRank[state] ?? 3;
  const due = (one: RecoveryCase) => nextDeadline(one)?.at ?? Number.POSITIVE_INFINITY;
  const newest = (one: RecoveryCase) => one.closedAt ?? one.openedAt;
  return [...cases].sort((a, b) => {
    if (rank(a) !== rank(b)) return rank(a) - rank(b);
    if (isOpenCase(a) && due(a) !== due(b)) return due(a) < due(b) ? -1 : 1;
    return newest(b) - newest(a);
  });
}

/** The first step that is still to be done and not only nice to have; else the first optional one. */
export function currentStep(steps: readonly CaseStep[]): CaseStep | null {
  const todo = steps.filter(({ state }) => state === 'todo');
  return todo.find(({ isOptional }) => !isOptional) ?? todo[0] ?? null;
}

/** The steps that prove a way: what comes before them is settled with the proof, what comes after is work. */
const proofSteps: ReadonlySet<string> = new Set(['inactive', 'login-proven', 'bind-read']);

/** What a case that ended well leaves to do; may still be ticked. Empty while the case is open. */
export function leftSteps({
  state,
  steps,
}: Pick<RecoveryCase, 'state' | 'steps'>): readonly CaseStep[] {
  const proof = steps.findLastIndex(({ id }) => proofSteps.has(id));
  if (state !== 'done' || proof < 0) return [];
  // Where it came back is seen or not; nobody can do anything about it.
  return steps
    .slice(proof + 1)
    .filter((step) => step.state === 'todo' && step.id !== 'address-default');
}

export function doneCount(steps: readonly CaseStep[]): number {
  return steps.filter(({ state }) => state === 'done' || state === 'skipped').length;
}

/** Cases with something due: the number on the rail. */
export function dueCases(reminders: readonly Pick<Reminder, 'caseId'>[]): number {
  return new Set(reminders.map(({ caseId }) => caseId)).size;
}

export interface StandingReminder<R> {
  readonly reminder: R;
  /** Those put away with it: the warning of what is over by now. */
  readonly ids: readonly string[];
}

type Told = Pick<Reminder, 'id' | 'caseId' | 'deadline' | 'level' | 'dueAt'>;

/** One line a deadline, soonest first: what is over is not also said to be near. */
export function standing<R extends Told>(reminders: readonly R[]): readonly StandingReminder<R>[] {
  const groups = new Map<string, R[]>();
  for (const one of reminders) {
    const key = `${one.caseId} ${one.deadline}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()]
    .flatMap((group) => {
      const reminder = group.find(({ level }) => level === 'over') ?? group[0];
      return reminder === undefined ? [] : [{ reminder, ids: group.map(({ id }) => id) }];
    })
    .sort((a, b) => a.reminder.dueAt - b.reminder.dueAt);
}

type Outcome = NonNullable<RecoveryCase['outcome']>;

const provenBy: Readonly<Partial<Record<Outcome, readonly string[]>>> = {
  'reset-verified': ['inactive', 'restarted'],
  'password-proven': ['login-proven'],
  'unbound-verified': ['bind-read'],
};

/** Outcomes a person may choose; one that claims a proof only where the tool has seen it. */
export function outcomesFor(steps: readonly CaseStep[]): readonly Outcome[] {
  const seen = new Set(
    steps.filter(({ state, by }) => state === 'done' && by === 'app').map(({ id }) => id as string),
  );
  const proven = (Object.keys(provenBy) as Outcome[]).filter((outcome) =>
    provenBy[outcome]?.some((step) => seen.has(step)),
  );
  return [
    ...proven,
    ...(['told-by-person', 'not-reset', 'void', 'refused', 'gave-up', 'no-longer-needed'] as const),
  ];
}

/** Kinds whose request is made again by a person; a file comes anew from the device. */
const byPerson: ReadonlySet<RecoveryCase['kind']> = new Set(['portal-reset', 'email-code']);

/**
 * Whether somebody can be asked once more: a request has left, or a deadline for an answer has passed, also one that
 * was set by hand in a case whose steps say nothing of a request.
 */
export function canSendAgain({
  kind,
  state,
  steps,
  attachments,
}: Pick<RecoveryCase, 'kind' | 'state' | 'steps' | 'attachments'>): boolean {
  // The device itself gives the next request, unless the first one was made by another tool.
  if (kind === 'reset-file' && attachments.some((file) => file.kind === 'reset-request'))
    return false;
  if (state === 'expired') return true;
  return byPerson.has(kind) && steps.some(({ id, state: is }) => requests.has(id) && is === 'done');
}

const requests: ReadonlySet<string> = new Set(['request-sent', 'code-asked']);

import type { CaseState, CaseStepId, RecoveryCase } from '../../contract/recovery.ts';
import { isAfterStep, proofOf } from './kinds.ts';
import {
  type CaseFile,
  type CaseOutcome,
  type CaseStep,
  type CaseWarning,
  closedStates,
  type DeadlineId,
} from './types.ts';

/** Deadlines after which a request is worth nothing any more. */
export const expiringDeadlines: readonly DeadlineId[] = [
  'portal-request',
  'file-expire',
  'email-code',
  'answer',
];

/** Those, and the warning before one of them: all of them belong to one request. */
export const requestDeadlines: readonly DeadlineId[] = [...expiringDeadlines, 'file-warn'];

/** Steps that somebody else, or the device, has to do: nothing is left for the person but to wait. */
const waitingSteps: ReadonlySet<CaseStepId> = new Set([
  'owner-agreed',
  'answer-received',
  'gone',
  'back',
  'restarted',
  'inactive',
  'bind-read',
  'login-proven',
]);

export function isClosed(view: Pick<RecoveryCase, 'state'>): boolean {
  return closedStates.includes(view.state);
}

export function stepOf(view: RecoveryCase, id: CaseStepId): CaseStep | undefined {
  return view.steps.find((step) => step.id === id);
}

export function isDone(view: RecoveryCase, id: CaseStepId): boolean {
  return stepOf(view, id)?.state === 'done';
}

/** The same file when nothing differs, so that a caller sees at once whether there is something to save. */
export function withStep(
  file: CaseFile,
  id: CaseStepId,
  patch: Partial<Omit<CaseStep, 'id'>>,
): CaseFile {
  const step = stepOf(file.view, id);
  if (step === undefined) return file;
  // New words of a person take the place of what was seen, in each language.
  const told = patch.evidence === undefined ? {} : { told: null };
  const steps = file.view.steps.map((one) => (one.id === id ? { ...one, ...told, ...patch } : one));
  return { ...file, view: { ...file.view, steps } };
}

/** What was seen: as it came, and as words with a place for each value. */
export interface StepEvidence {
  readonly evidence: string;
  readonly told: NonNullable<CaseStep['told']>;
}

/** A watched step that the tool saw; what is done already keeps its first evidence. */
export function seeStep(file: CaseFile, id: CaseStepId, at: number, seen: StepEvidence): CaseFile {
  const step = stepOf(file.view, id);
  // A person's tick is confirmed by what was seen; the tool's own is not repeated.
  if (step === undefined || (step.state === 'done' && step.by === 'app')) return file;
  return withStep(file, id, { state: 'done', by: 'app', who: null, at, ...seen });
}

/** Each warning stands once with the same parameters. */
export function warn(file: CaseFile, warning: CaseWarning): CaseFile {
  const key = JSON.stringify(warning.params);
  const isThere = file.view.warnings.some(
    ({ code, params }) => code === warning.code && JSON.stringify(params) === key,
  );
  if (isThere) return file;
  return { ...file, view: { ...file.view, warnings: [...file.view.warnings, warning] } };
}

export function unwarn(file: CaseFile, code: CaseWarning['code']): CaseFile {
  const warnings = file.view.warnings.filter((warning) => warning.code !== code);
  if (warnings.length === file.view.warnings.length) return file;
  return { ...file, view: { ...file.view, warnings } };
}

const stateOfOutcome: Readonly<Record<CaseOutcome, CaseState>> = {
  'reset-verified': 'done',
  'password-proven': 'done',
  'unbound-verified': 'done',
  'told-by-person': 'done',
  'not-reset': 'failed',
  void: 'failed',
  refused: 'failed',
  'gave-up': 'failed',
  'no-longer-needed': 'cancelled',
};

export function closed(file: CaseFile, outcome: CaseOutcome, at: number): CaseFile {
  const { view } = file;
  const deadlines = view.deadlines.filter(({ id }) => id !== 'watch');
  const state = stateOfOutcome[outcome];
  return { ...file, view: { ...view, deadlines, state, outcome, closedAt: at } };
}

/** State from steps and deadlines; ends the case when its proof is there or everything is ticked. */
export function settle(file: CaseFile, at: number): CaseFile {
  const { view } = file;
  if (isClosed(view)) return file;
  const proof = proofOf(view.kind, view.variant);
  const proven = proof === null ? undefined : stepOf(view, proof.step);
  if (proof !== null && proven?.state === 'done' && proven.by === 'app') {
    return closed(file, proof.outcome, at);
  }
  const open = view.steps.filter(
    ({ id, state, isOptional }) =>
      !isOptional && !isAfterStep(view.kind, id) && state !== 'done' && state !== 'skipped',
  );
  // Ticked to the end: by a person's word, since what was seen by the tool itself is handled above.
  if (open.length === 0) return closed(file, outcomeOfTicks(view), at);
  const state = openState(view, open);
  return state === view.state ? file : { ...file, view: { ...view, state } };
}

function outcomeOfTicks(view: RecoveryCase): CaseOutcome {
  const bind = stepOf(view, 'bind-read');
  const isSeen = view.kind === 'after-unbind' && bind?.state === 'done' && bind.by === 'app';
  return isSeen ? 'unbound-verified' : 'told-by-person';
}

function openState(view: RecoveryCase, open: readonly CaseStep[]): CaseState {
  const isExpired = view.deadlines.some(
    ({ id, isOver }) => isOver && expiringDeadlines.includes(id),
  );
  if (isExpired) return 'expired';
  const { state } = view.watch;
  const isWatching = state !== 'off' && state !== 'timeout' && state !== 'not-reset';
  const [next] = open;
  return isWatching || (next !== undefined && waitingSteps.has(next.id)) ? 'waiting' : 'open';
}

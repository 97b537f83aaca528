import type { CaseKind, CaseStepId } from '../../contract/recovery.ts';
import type { CaseOutcome, CaseStep } from './types.ts';

interface StepPlan {
  readonly id: CaseStepId;
  readonly isWatched?: true;
  readonly isOptional?: true;
  /** To do after the outcome: does not hold the case open. */
  readonly isAfter?: true;
}

interface KindPlan {
  readonly steps: readonly StepPlan[];
  readonly guideId: string;
  /** Step that, seen by the tool itself, ends the case, and with what. */
  readonly proof: { readonly step: CaseStepId; readonly outcome: CaseOutcome } | null;
}

const seen = (id: CaseStepId): StepPlan => ({ id, isWatched: true });
const seenMaybe = (id: CaseStepId): StepPlan => ({ id, isWatched: true, isOptional: true });
const done = (id: CaseStepId): StepPlan => ({ id });
const maybe = (id: CaseStepId): StepPlan => ({ id, isOptional: true });
const after = (step: StepPlan): StepPlan => ({ ...step, isAfter: true });

const watched = [seenMaybe('gone'), seenMaybe('back'), seenMaybe('restarted')];
const afterReset = [
  after(seen('cloud-read')),
  after(seen('activated-again')),
  after(done('configured-again')),
  after(maybe('vault-updated')),
];
const newPassword = [seen('login-proven'), maybe('vault-updated')];
const password = { step: 'login-proven', outcome: 'password-proven' } as const;
const unbound = { step: 'bind-read', outcome: 'unbound-verified' } as const;
const reset = { step: 'inactive', outcome: 'reset-verified' } as const;

const plans: Readonly<Record<CaseKind, KindPlan>> = {
  'reset-button': {
    guideId: 'reset-button',
    proof: reset,
    steps: [
      ...[done('authorised'), maybe('label-checked'), maybe('backup-offered')],
      ...[done('button-found'), maybe('power-off'), done('button-held'), ...watched],
      ...[seen('inactive'), seenMaybe('address-default'), ...afterReset],
    ],
  },
  'software-reset': {
    guideId: 'restore-default-reset',
    proof: reset,
    steps: [
      ...[done('authorised'), maybe('backup-offered'), seen('command-sent'), ...watched],
      ...[seen('inactive'), seenMaybe('address-default'), ...afterReset],
    ],
  },
  'portal-reset': {
    guideId: 'reset-by-portal-installer',
    proof: password,
    steps: [
      ...[maybe('authorised'), done('versions-checked'), done('request-sent'), done('owner-told')],
      ...[done('owner-agreed'), done('password-set'), ...newPassword],
    ],
  },
  'reset-file': {
    guideId: 'reset-file',
    proof: password,
    steps: [
      ...[done('authorised'), done('proof-collected'), done('label-checked')],
      ...[done('file-exported'), done('file-sent'), done('answer-received')],
      ...[done('answer-applied'), ...newPassword],
    ],
  },
  'email-code': {
    guideId: 'reserved-email',
    proof: password,
    steps: [
      ...[done('code-asked'), done('answer-received'), done('code-entered')],
      ...[done('password-set'), ...newPassword],
    ],
  },
  'security-questions': {
    guideId: 'security-questions',
    proof: password,
    steps: [done('questions-answered'), done('password-set'), ...newPassword],
  },
  'guid-file': {
    guideId: 'guid-file',
    proof: password,
    steps: [done('answer-applied'), done('password-set'), ...newPassword],
  },
  'recorder-menu': {
    guideId: 'recorder-local-menu',
    proof: unbound,
    steps: [
      ...[done('menu-opened'), done('unbind-tapped'), seen('bind-read')],
      after(maybe('owner-list-refreshed')),
    ],
  },
  'owner-unbind': {
    guideId: 'owner-account',
    proof: unbound,
    steps: [
      ...[done('owner-told'), done('unbind-tapped'), seen('bind-read')],
      ...[after(maybe('owner-list-refreshed')), after(maybe('shared-users-removed'))],
    ],
  },
  'phone-unbind': {
    guideId: 'phone-on-lan',
    proof: unbound,
    steps: [
      ...[maybe('label-checked'), done('unbind-tapped'), seen('bind-read')],
      after(maybe('owner-list-refreshed')),
    ],
  },
  'support-case': {
    guideId: 'support-case',
    proof: unbound,
    steps: [
      ...[done('authorised'), done('proof-collected'), done('label-checked'), done('request-sent')],
      ...[done('case-number'), done('answer-received'), seen('bind-read')],
    ],
  },
  'after-unbind': {
    guideId: 'after-unbinding',
    proof: null,
    steps: [
      ...[seen('bind-read'), done('owner-list-refreshed'), done('shared-users-removed')],
      ...[done('two-step-login'), done('passwords-changed'), maybe('firmware-looked-at')],
      ...[maybe('recorders-updated'), maybe('bound-anew')],
    ],
  },
};

/** Steps that a restore of the settings alone has no use for: the users stay. */
const notAfterRestore: ReadonlySet<CaseStepId> = new Set([
  'inactive',
  'address-default',
  'activated-again',
]);

function stepsOf(kind: CaseKind, variant: string | null): readonly StepPlan[] {
  const { steps } = plans[kind];
  if (kind !== 'software-reset' || variant !== 'restore') return steps;
  return steps
    .filter(({ id }) => !notAfterRestore.has(id))
    .map((step) => (step.id === 'restarted' ? seen('restarted') : step));
}

/** The steps of a new case, in the order they are done. */
export function newSteps(kind: CaseKind, variant: string | null): CaseStep[] {
  return stepsOf(kind, variant).map(({ id, isWatched = false, isOptional = false }) => ({
    ...{ id, isWatched, isOptional },
    ...{ state: 'todo', by: null, who: null, at: null, evidence: null },
  }));
}

export function guideOf(kind: CaseKind): string {
  return plans[kind].guideId;
}

/** What ends a case of this kind without a person's word; `null` when nothing does. */
export function proofOf(kind: CaseKind, variant: string | null): KindPlan['proof'] {
  if (kind !== 'software-reset' || variant !== 'restore') return plans[kind].proof;
  return { step: 'restarted', outcome: 'reset-verified' };
}

/** Steps that are left for after the outcome. */
export function isAfterStep(kind: CaseKind, id: CaseStepId): boolean {
  return plans[kind].steps.some((step) => step.id === id && step.isAfter === true);
}

export function isResetKind(kind: CaseKind): boolean {
  return kind === 'reset-button' || kind === 'software-reset';
}

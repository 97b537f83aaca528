import { z } from 'zod';
import { deviceRef, route } from './job.ts';
import { attachmentKinds, caseKinds, deadlineIds } from './lists.ts';

export { attachmentKinds, caseKinds, deadlineIds, ownerMessages } from './lists.ts';

const tri = z.boolean().nullable();
const params = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

export const caseKind = z.enum(caseKinds);
export type CaseKind = (typeof caseKinds)[number];

/**
 * `open`: somebody has to do something. `waiting`: for an answer, a device or a deadline. `done`: with
 * evidence or a person's word. `expired`: a deadline passed. `failed`, `cancelled`: closed without success.
 */
export const caseStates = ['open', 'waiting', 'done', 'failed', 'expired', 'cancelled'] as const;
export const caseState = z.enum(caseStates);
export type CaseState = (typeof caseStates)[number];
export const openCaseStates: readonly CaseState[] = ['open', 'waiting', 'expired'];

/** Every step of every kind; the words are in `contract/text` under `cases.steps`. */
export const caseStepIds = [
  'authorised',
  'proof-collected',
  'label-checked',
  'backup-offered',
  'button-found',
  'power-off',
  'button-held',
  'command-sent',
  'gone',
  'back',
  'restarted',
  'inactive',
  'address-default',
  'cloud-read',
  'activated-again',
  'configured-again',
  'versions-checked',
  'request-sent',
  'owner-told',
  'owner-agreed',
  'file-exported',
  'file-sent',
  'answer-received',
  'answer-applied',
  'code-asked',
  'code-entered',
  'questions-answered',
  'password-set',
  'login-proven',
  'vault-updated',
  'menu-opened',
  'unbind-tapped',
  'bind-read',
  'owner-list-refreshed',
  'shared-users-removed',
  'two-step-login',
  'passwords-changed',
  'firmware-looked-at',
  'recorders-updated',
  'bound-anew',
  'case-number',
] as const;
export const caseStepId = z.enum(caseStepIds);
export type CaseStepId = (typeof caseStepIds)[number];

/** What the tool saw of a step. Words: `cases.evidence`. */
export const caseEvidenceCodes = [
  'silent',
  'state',
  'restarted',
  'address',
  'leased',
  'login',
  'command',
  'bound',
  'not-bound',
  'job-not-bound',
  'job-verified',
  'answer-brought',
  'exported',
  'reset-taken',
  'reset-refused',
] as const;

export const caseStep = z.object({
  id: caseStepId,
  state: z.enum(['todo', 'done', 'skipped', 'failed']),
  /** Whether the tool can see it by itself; a person may always tick, with a note. */
  isWatched: z.boolean(),
  isOptional: z.boolean(),
  by: z.enum(['app', 'person']).nullable(),
  who: z.string().nullable(),
  at: z.number().nullable(),
  /** What was seen or written, redacted. */
  evidence: z.string().max(1000).nullable(),
  /** The same for a person to read in their language; absent in what was stored before there was one. */
  told: z
    .object({ code: z.enum(caseEvidenceCodes), params })
    .nullable()
    .optional(),
});
export type CaseStep = z.infer<typeof caseStep>;

export const caseDeadline = z.object({
  id: z.enum(deadlineIds),
  at: z.number(),
  /** A reminder comes then, and again when it is over. */
  warnAt: z.number().nullable(),
  /** Ours, printed by the vendor, or told by the device. */
  source: z.enum(['default', 'vendor', 'device', 'person']),
  isOver: z.boolean(),
});
export type CaseDeadline = z.infer<typeof caseDeadline>;

export const watchStates = [
  'off',
  'armed',
  'gone',
  'back',
  'reset-seen',
  /** It came back as it was: no reset. */
  'not-reset',
  'timeout',
] as const;

export const caseAttachment = z.object({
  id: z.string(),
  kind: z.enum(attachmentKinds),
  name: z.string().max(200),
  mediaType: z.string().max(100),
  bytes: z.number().int(),
  sha256: z.string(),
  at: z.number(),
});

/** The device as it was when the case was opened. */
export const caseSnapshot = z.object({
  at: z.number(),
  bootTime: z.string().nullable(),
  activated: tri,
  address: z.string().nullable(),
  dhcpEnabled: tri,
  firmware: z.string().nullable(),
  cloudEnabled: tri,
  cloudBound: tri,
  presence: z.string(),
});

export const caseOutcomes = [
  'reset-verified',
  'password-proven',
  'unbound-verified',
  'told-by-person',
  'not-reset',
  'void',
  'refused',
  'gave-up',
  'no-longer-needed',
] as const;

export const recoveryCase = z.object({
  id: z.string(),
  kind: caseKind,
  siteId: z.string(),
  device: deviceRef,
  state: caseState,
  openedAt: z.number(),
  closedAt: z.number().nullable(),
  by: z.object({ user: z.string(), machine: z.string() }),
  reason: z.string().max(1000),
  /** Who allowed it: name and how; asked for before anything irreversible. */
  authorisedBy: z.string().max(300),
  /** Kind's own choice: `restore`, `default`, `restore-inactive`, `file`, `qr`, `code`, `on-site`, `remote`. */
  variant: z.string().max(40).nullable(),
  before: caseSnapshot,
  steps: z.array(caseStep),
  deadlines: z.array(caseDeadline),
  /** What speaks against going on: the device restarted, another answer came. Codes with words in `cases.warnings`. */
  warnings: z.array(
    z.object({
      code: z.enum([
        'restarted-since-export',
        'exported-again',
        'clock-differs',
        'same-identity-twice',
        'address-changed',
        'cloud-unknown',
        'serial-differs',
        'laptop-clock-jumped',
      ]),
      at: z.number(),
      params,
    }),
  ),
  watch: z.object({ state: z.enum(watchStates), since: z.number().nullable() }),
  outcome: z.enum(caseOutcomes).nullable(),
  attachments: z.array(caseAttachment),
  notes: z.array(z.object({ at: z.number(), who: z.string(), text: z.string().max(2000) })),
  /** Set by the person: case number at support, account as masked by support, dates. */
  fields: z.record(z.string().max(40), z.string().max(300)),
  jobId: z.string().nullable(),
  guideId: z.string(),
});
export type RecoveryCase = z.infer<typeof recoveryCase>;

export const reminder = z.object({
  id: z.string(),
  caseId: z.string(),
  device: deviceRef,
  kind: caseKind,
  deadline: z.enum(deadlineIds),
  /** `warn` before, `over` when it passed. */
  level: z.enum(['warn', 'over']),
  dueAt: z.number(),
  /** First shown; each reminder is shown once until it is acknowledged. */
  shownAt: z.number().nullable(),
});
export type Reminder = z.infer<typeof reminder>;

/** Every way to a free device, cheapest first; a superset of the routes an unbind ends with. */
export const recoveryRoutes = [
  ...route.options,
  'owner-forgot-account',
  'owner-forgot-password',
  'guest-account',
  'portal-reset',
  'reset-file',
  'email-code',
  'security-questions',
  'guid-file',
  'reset-button',
  'factory-reset',
] as const;
export const recoveryRoute = z.enum(recoveryRoutes);
export type RecoveryRoute = (typeof recoveryRoutes)[number];

export const chooserQuestions = [
  'goal',
  'has-admin-password',
  'is-owner-reachable',
  'does-owner-know-account',
  'does-owner-know-password',
  'is-guest-account',
  'has-phone-on-lan',
  'has-router',
  'recorder-menu',
  'same-area',
  'is-installer',
  'has-partner-account',
  'has-proof',
  'has-button',
  'may-lose-settings',
  'knows-security-answers',
  'has-guid-file',
  'reads-reserved-email',
] as const;
export const chooserAnswer = z.enum([
  'yes',
  'no',
  'unknown',
  'unbind',
  'password',
  'gui-4',
  'gui-3',
  'none',
]);

export const chosenRoute = z.object({
  route: recoveryRoute,
  /** Codes with words in `chooser.because`; `fact` in the params is the field that the device told it by. */
  because: z.array(z.object({ code: z.string().max(60), params })),
  /**
   * `open`: can be tried now. `untold`: nobody knows whether the device has this way; how to find out is among the
   * reasons. `needs`: something is missing first. `closed`: does not lead anywhere here.
   */
  state: z.enum(['open', 'untold', 'needs', 'closed']),
  cost: z.enum(['minutes', 'hours', 'days', 'loses-settings']),
  guideId: z.string(),
  caseKind: caseKind.nullable(),
});

export const chooserState = z.object({
  device: deviceRef,
  /** What the tool already knows, with where from. */
  facts: z.array(
    z.object({
      id: z.string(),
      value: z.union([z.string(), z.boolean(), z.null()]),
      source: z.string(),
    }),
  ),
  answers: z.array(
    z.object({
      question: z.enum(chooserQuestions),
      answer: chooserAnswer,
      at: z.number(),
      who: z.string(),
    }),
  ),
  /** The one question that helps most now; `null` when nothing would change the order. */
  question: z
    .object({
      id: z.enum(chooserQuestions),
      options: z.array(chooserAnswer),
      why: z.string().max(60),
    })
    .nullable(),
  routes: z.array(chosenRoute),
});
export type ChooserState = z.infer<typeof chooserState>;

export const resetFamilies = [
  'mini-bullet',
  'bullet',
  'turret',
  'dome',
  'ptz',
  'fisheye',
  'cube-wifi',
  'box',
  'recorder-no-button',
  'recorder-button',
  'door-station',
  'indoor-station',
  'face-terminal',
  'alarm-panel',
  'value-no-button',
  'unknown',
] as const;

/** Where the reset button of a family is. Words are in `contract/text` under `families`. */
export const resetCard = z.object({
  family: z.enum(resetFamilies),
  /** `model`: named by a source. `prefix`: typical for the series. `kind`: typical for the kind. */
  match: z.enum(['model', 'prefix', 'kind', 'none']),
  hasButton: tri,
  power: z.enum(['hold-while-powering-on', 'hold-while-running', 'either', 'none']),
  /** Seconds to hold; several where sources differ. A source is a name, or a code of `resetCard.sources`. */
  holds: z.array(z.object({ minS: z.number(), maxS: z.number(), source: z.string() })),
  /** What to use in the ladder mode first, and what to try next. */
  firstHoldS: z.number().nullable(),
  secondHoldS: z.number().nullable(),
  drawing: z.string(),
  sources: z.array(z.string()),
  guideId: z.string(),
  /** Ways that are left when there is no button. */
  otherRoutes: z.array(recoveryRoute),
});
export type ResetCard = z.infer<typeof resetCard>;

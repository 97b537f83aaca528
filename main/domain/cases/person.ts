import type { CaseStepId } from '../../contract/recovery.ts';
import { isClockOff } from './boot.ts';
import {
  askingStep,
  deadlineAnew,
  deadlinesOfRequest,
  isForOneStart,
  makeDeadline,
  passDeadlines,
  requestStep,
  watchDeadline,
  withDeadlines,
  withoutDeadlines,
} from './deadlines.ts';
import { guideOf, newSteps } from './kinds.ts';
import {
  closed,
  expiringDeadlines,
  isDone,
  requestDeadlines,
  settle,
  stepOf,
  unwarn,
  warn,
  withStep,
} from './state.ts';
import type {
  Baseline,
  CaseFile,
  CaseOutcome,
  DeadlineDefaults,
  DeadlineId,
  NewCase,
  StepChange,
} from './types.ts';
import { withWatch } from './watcher.ts';

export function newCase(given: NewCase): CaseFile {
  const { id, kind, siteId, device, before, by, reason, authorisedBy, variant, jobId, at } = given;
  const view = {
    ...{ id, kind, siteId, device, before, by, reason, authorisedBy, variant, jobId },
    ...({ state: 'open', openedAt: at, closedAt: null, outcome: null } as const),
    ...{ steps: newSteps(kind, variant), deadlines: [], warnings: [], attachments: [], notes: [] },
    ...{ watch: { state: 'off', since: null } as const, fields: {}, guideId: guideOf(kind) },
  };
  const { bootTime, activated, address } = before;
  const own = {
    ...{ identity: given.identity, baseline: { bootTime, activated, address } },
    ...{ isTwinSeen: false, wasGone: false, requestBoot: null, wallAt: at },
    ...{ provenBefore: given.provenBefore },
  };
  return settle(authorised({ view, own }, authorisedBy, by.user, at), at);
}

/** Whoever allowed it is written down, so the step is done. */
export function authorised(file: CaseFile, by: string, who: string, at: number): CaseFile {
  const next = { ...file, view: { ...file.view, authorisedBy: by } };
  if (by === '' || isDone(next.view, 'authorised')) return next;
  return withStep(next, 'authorised', { state: 'done', by: 'person', who, at, evidence: by });
}

/** A person's tick, with what hangs on it. */
export function changeStep(file: CaseFile, change: StepChange): CaseFile {
  const { step: id, state, note, told = null, who, at } = change;
  const was = stepOf(file.view, id);
  if (was === undefined) return file;
  const isTodo = state === 'todo';
  const next = withStep(file, id, {
    state,
    by: isTodo ? null : 'person',
    who: isTodo ? null : who,
    at: isTodo ? null : at,
    evidence: isTodo ? null : note,
    told: isTodo ? null : told,
  });
  const isRequest = requestStep(file.view) === id;
  return settle(isRequest ? noteRequest(next, change, was.state === 'done') : next, at);
}

/** A request that leaves sets its deadlines running and notes the device's start. */
function noteRequest(file: CaseFile, change: StepChange, isAgain: boolean): CaseFile {
  const { at, defaults, bootTime } = change;
  // What spoke against the request before says nothing of the next one, whatever the two clocks read.
  const bare = unwarn(file, 'restarted-since-export');
  if (change.state !== 'done') {
    const own = { ...bare.own, requestBoot: null };
    return withoutDeadlines({ ...bare, own }, requestDeadlines);
  }
  let next = withDeadlines(bare, deadlinesOfRequest(file.view, at, defaults));
  if (isAgain) next = warn(next, { code: 'exported-again', at, params: {} });
  if (isClockOff(bootTime, at)) {
    next = warn(next, { code: 'clock-differs', at, params: { bootTime } });
  }
  const requestBoot = isForOneStart(file.view) ? bootTime : null;
  return { ...next, own: { ...next.own, requestBoot } };
}

export interface Again {
  readonly who: string;
  readonly at: number;
  readonly defaults: DeadlineDefaults;
  readonly bootTime: string | null;
}

/**
 * Once more from the request on; what came of the first one is void. Where a deadline for an answer ran out, somebody
 * was asked, also if no step says so. `null`: nothing to send again.
 */
export function sendAgain(before: CaseFile, again: Again): CaseFile | null {
  const file = passDeadlines(before, again.at);
  const { view } = file;
  const asking = askingStep(view);
  const isSent = asking !== null && isDone(view, asking);
  const over = view.deadlines.filter(({ id, isOver }) => isOver && expiringDeadlines.includes(id));
  const isRequest = asking !== null && asking === requestStep(view);
  if (over.length === 0 && !(isRequest && isSent)) return null;
  const { at, defaults } = again;
  const anew = withDeadlines(
    isRequest ? withoutAnswer(file, asking) : file,
    over.flatMap(({ id }) => deadlineAnew(id, at, defaults)),
  );
  if (asking === null) return settle(anew, at);
  const done = changeStep(anew, { ...again, step: asking, note: null, state: 'done' });
  return view.kind === 'reset-file' && isSent
    ? warn(done, { code: 'exported-again', at, params: {} })
    : done;
}

/** What came of a request: nothing of it holds for the next one. */
function withoutAnswer(file: CaseFile, request: CaseStepId): CaseFile {
  const from = file.view.steps.findIndex(({ id }) => id === request);
  const blank = { state: 'todo', by: null, who: null, at: null, evidence: null } as const;
  const steps = file.view.steps.map((step, index) => (index < from ? step : { ...step, ...blank }));
  return { ...file, view: { ...file.view, steps } };
}

/** A person's own deadline, for example the one printed in the vendor's answer. */
export function setDeadline(
  file: CaseFile,
  { id, until, at }: { readonly id: DeadlineId; readonly until: number; readonly at: number },
): CaseFile {
  const deadline = { ...makeDeadline(id, until, 'person'), isOver: at >= until };
  return settle(withDeadlines(file, [deadline]), at);
}

export interface Arming {
  readonly at: number;
  readonly minutes: number;
  readonly baseline: Baseline;
}

const watchedSteps = ['gone', 'back', 'restarted', 'inactive', 'address-default'] as const;

/** From now on: what was seen for an earlier try does not count for this one. */
export function arm(file: CaseFile, { at, minutes, baseline }: Arming): CaseFile {
  const blank = { state: 'todo', by: null, who: null, at: null, evidence: null } as const;
  let next: CaseFile = {
    view: { ...file.view, watch: { state: 'armed', since: at } },
    own: { ...file.own, baseline, isTwinSeen: false, wasGone: false },
  };
  for (const id of watchedSteps) {
    if (stepOf(next.view, id)?.by === 'app') next = withStep(next, id, blank);
  }
  return settle(withDeadlines(next, [watchDeadline(at, minutes)]), at);
}

export function disarm(file: CaseFile, at: number): CaseFile {
  return settle(withoutDeadlines(withWatch(file, 'off', at), ['watch']), at);
}

export function closeBy(file: CaseFile, outcome: CaseOutcome, at: number): CaseFile {
  return closed(withWatch(file, 'off', at), outcome, at);
}

/** Proof that the tool itself has seen, for outcomes that claim one. */
export function hasProof(file: CaseFile, outcome: CaseOutcome): boolean {
  const seen = (id: 'inactive' | 'restarted' | 'login-proven' | 'bind-read'): boolean => {
    const step = stepOf(file.view, id);
    return step?.state === 'done' && step.by === 'app';
  };
  switch (outcome) {
    case 'reset-verified':
      return seen('inactive') || (file.view.variant === 'restore' && seen('restarted'));
    case 'password-proven':
      return seen('login-proven');
    case 'unbound-verified':
      return seen('bind-read');
    default:
      return true;
  }
}

/** Open again. A proof that stands would close it at once, so that step is open again too. */
export function reopened(file: CaseFile, at: number): CaseFile {
  const blank = { state: 'todo', by: null, who: null, at: null, evidence: null } as const;
  const view = { ...file.view, state: 'open', outcome: null, closedAt: null } as const;
  let next = withWatch({ ...file, view }, 'off', at);
  for (const id of ['inactive', 'restarted', 'login-proven', 'bind-read'] as const) {
    if (stepOf(next.view, id)?.by === 'app') next = withStep(next, id, blank);
  }
  const last = [...next.view.steps].reverse().find(({ state }) => state === 'done');
  const settled = settle(next, at);
  // Everything was ticked: the last tick is taken back, or it would close again.
  return settled.view.outcome === null || last === undefined
    ? settled
    : settle(withStep(next, last.id, blank), at);
}

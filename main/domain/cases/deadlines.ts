import type { CaseStepId, RecoveryCase, Reminder } from '../../contract/recovery.ts';
import { expiringDeadlines, isClosed, isDone, stepOf } from './state.ts';
import type { CaseDeadline, CaseFile, DeadlineDefaults, DeadlineId } from './types.ts';

const hourMs = 3_600_000;
const minuteMs = 60_000;

/** How long before its end a deadline is worth a reminder. */
const warnBeforeMs: Readonly<Record<DeadlineId, number | null>> = {
  'portal-request': hourMs,
  'file-warn': null,
  'file-expire': 2 * hourMs,
  'email-code': 4 * hourMs,
  answer: hourMs,
  watch: null,
  lock: null,
};

export function makeDeadline(
  id: DeadlineId,
  at: number,
  source: CaseDeadline['source'],
): CaseDeadline {
  const before = warnBeforeMs[id];
  return { id, at, warnAt: before === null ? null : at - before, source, isOver: false };
}

/** Puts deadlines in, in place of those of the same name. */
export function withDeadlines(file: CaseFile, added: readonly CaseDeadline[]): CaseFile {
  const names = new Set(added.map(({ id }) => id));
  const others = file.view.deadlines.filter(({ id }) => !names.has(id));
  return { ...file, view: { ...file.view, deadlines: [...others, ...added] } };
}

export function withoutDeadlines(file: CaseFile, ids: readonly DeadlineId[]): CaseFile {
  const deadlines = file.view.deadlines.filter(({ id }) => !ids.includes(id));
  if (deadlines.length === file.view.deadlines.length) return file;
  return { ...file, view: { ...file.view, deadlines } };
}

/** What begins to run when a request leaves. Hours are the settings' defaults. */
export function deadlinesOfRequest(
  view: Pick<RecoveryCase, 'kind'>,
  at: number,
  defaults: DeadlineDefaults,
): CaseDeadline[] {
  switch (view.kind) {
    case 'portal-reset':
      return [makeDeadline('portal-request', at + defaults.portalHours * hourMs, 'default')];
    case 'reset-file':
      return [
        makeDeadline('file-warn', at + defaults.fileWarnHours * hourMs, 'default'),
        makeDeadline('file-expire', at + defaults.fileExpireHours * hourMs, 'default'),
      ];
    case 'email-code':
      return [makeDeadline('email-code', at + defaults.emailHours * hourMs, 'default')];
    default:
      return [];
  }
}

/** A deadline that somebody set by hand begins anew with the settings' hours, whatever the kind of its case. */
export function deadlineAnew(
  id: DeadlineId,
  at: number,
  defaults: DeadlineDefaults,
): CaseDeadline[] {
  if (id === 'answer') {
    return [makeDeadline(id, at + defaults.fileExpireHours * hourMs, 'default')];
  }
  const kinds: Readonly<Partial<Record<DeadlineId, RecoveryCase['kind']>>> = {
    ...{ 'portal-request': 'portal-reset', 'file-expire': 'reset-file' },
    'email-code': 'email-code',
  };
  const kind = kinds[id];
  return kind === undefined ? [] : deadlinesOfRequest({ kind }, at, defaults);
}

/** The step with which a request leaves, for kinds that have one. */
export function requestStep(view: Pick<RecoveryCase, 'kind'>): CaseStepId | null {
  if (view.kind === 'portal-reset') return 'request-sent';
  if (view.kind === 'reset-file') return 'file-exported';
  return view.kind === 'email-code' ? 'code-asked' : null;
}

/** Whether an answer holds for one start of the device. The portal's request is the cloud's own: no source says so. */
export function isForOneStart({ kind }: Pick<RecoveryCase, 'kind'>): boolean {
  return kind === 'reset-file' || kind === 'email-code';
}

/** The step by which somebody is asked, also where no request of a device or portal is made by it. */
export function askingStep(view: Pick<RecoveryCase, 'kind'>): CaseStepId | null {
  if (view.kind === 'support-case') return 'request-sent';
  return view.kind === 'owner-unbind' ? 'owner-told' : requestStep(view);
}

/** Steps after which a request cannot run out any more. */
const answered: Readonly<Partial<Record<DeadlineId, CaseStepId>>> = {
  'portal-request': 'password-set',
  'file-warn': 'answer-applied',
  'file-expire': 'answer-applied',
  'email-code': 'code-entered',
  answer: 'answer-received',
};

const anyAnswer: readonly CaseStepId[] = ['answer-received', 'unbind-tapped', 'password-set'];

function isStillRunning(view: RecoveryCase, id: DeadlineId): boolean {
  const step = answered[id];
  if (isClosed(view) || step === undefined) return !isClosed(view);
  // Set by hand in a case of another kind: there it ends with whatever is an answer there.
  const steps = stepOf(view, step) === undefined ? anyAnswer : [step];
  return !steps.some((one) => isDone(view, one));
}

export function watchDeadline(at: number, minutes: number): CaseDeadline {
  return makeDeadline('watch', at + minutes * minuteMs, 'default');
}

/** Looks at the clock: which deadlines are over now. */
export function passDeadlines(file: CaseFile, now: number): CaseFile {
  let isChanged = false;
  const deadlines = file.view.deadlines.map((deadline) => {
    const isOver = isStillRunning(file.view, deadline.id) && now >= deadline.at;
    if (isOver === deadline.isOver) return deadline;
    isChanged = true;
    return { ...deadline, isOver };
  });
  return isChanged ? { ...file, view: { ...file.view, deadlines } } : file;
}

export type DueReminder = Pick<Reminder, 'deadline' | 'level' | 'dueAt'>;

/**
 * The reminders whose time has come: exactly one for each deadline and level, however late one looks.
 */
export function dueReminders(view: RecoveryCase, now: number): DueReminder[] {
  const due: DueReminder[] = [];
  for (const { id, at, warnAt } of view.deadlines) {
    // The watch shows its end on the screen that is being looked at.
    if (id === 'watch' || !isStillRunning(view, id)) continue;
    if (warnAt !== null && now >= warnAt) due.push({ deadline: id, level: 'warn', dueAt: warnAt });
    if (now >= at) due.push({ deadline: id, level: 'over', dueAt: at });
  }
  return due;
}

/** A lock that is over is good news, and no reason to call the case expired. */
export function hasExpired(view: RecoveryCase): boolean {
  return view.deadlines.some(({ id, isOver }) => isOver && expiringDeadlines.includes(id));
}

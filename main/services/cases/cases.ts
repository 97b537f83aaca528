import type { DeviceId } from '../../contract/device.ts';
import { AppError } from '../../contract/errors.ts';
import type { Verdict } from '../../contract/job.ts';
import type { MethodOutput, MethodParsed } from '../../contract/methods.ts';
import type { CaseKind, CaseStep, RecoveryCase, Reminder } from '../../contract/recovery.ts';
import {
  arm,
  authorised,
  changeStep,
  closeBy,
  disarm,
  hasProof,
  newCase,
  reopened,
  sendAgain,
  setDeadline,
} from '../../domain/cases/person.ts';
import { isClosed, requestDeadlines, stepOf } from '../../domain/cases/state.ts';
import type { CaseFile } from '../../domain/cases/types.ts';
import { offlineAfterMs } from '../../domain/limits.ts';
import type { Sighting } from '../../domain/sighting.ts';
import { deviceKeyOf } from '../commands/device-key.ts';
import { deviceRefOf } from '../jobs/values.ts';
import { attachTo, readAttachment } from './attachments.ts';
import { CaseDesk } from './case-desk.ts';
import type { CasesOptions } from './options.ts';
import { Reminders } from './reminders.ts';
import { identityOf, snapshotOf } from './snapshot.ts';
import { CaseWatch } from './watch.ts';

export interface OpenRequest {
  readonly device: DeviceId;
  readonly kind: CaseKind;
  readonly reason: string;
  readonly authorisedBy: string;
  readonly variant?: string | undefined;
  readonly jobId?: string | undefined;
}

/** Recovery cases: what a person does to them. What the tool sees by itself is in `watch.ts`. */
export class Cases {
  readonly #options: CasesOptions;
  readonly #desk: CaseDesk;
  readonly #reminders: Reminders;
  readonly #watch: CaseWatch;

  constructor(options: CasesOptions) {
    this.#options = options;
    this.#reminders = new Reminders({ ...options, onChange: options.onReminders });
    this.#desk = new CaseDesk(options);
    this.#watch = new CaseWatch({ ...options, desk: this.#desk, reminders: this.#reminders });
  }

  start(): void {
    this.#watch.start();
  }

  stop(): void {
    this.#watch.stop();
  }

  /** These came with a site file and are in the store already. */
  imported(ids: readonly string[]): void {
    this.#watch.takeOver();
    for (const id of ids) this.#options.onChange(this.#desk.need(id).view);
  }

  list({ device, isOpen, limit }: MethodParsed<'cases.list'>): RecoveryCase[] {
    const wanted = device === undefined ? undefined : this.#keyed(device);
    return this.#desk.list({ device: wanted, isOpen, limit }).map(({ view }) => view);
  }

  /** @throws AppError `case.not-found` */
  get(id: string): RecoveryCase {
    return this.#desk.need(id).view;
  }

  /** @throws AppError `device.not-found`, `case.already-open` */
  open(request: OpenRequest): RecoveryCase {
    const { clock, random, operator, record, row, provenSince } = this.#options;
    const found = record(request.device);
    const shown = row(request.device);
    if (found === undefined || shown === undefined) {
      throw new AppError('device.not-found', { wanted: request.device });
    }
    const at = clock.now();
    // Dated later than now: the clock was ahead when it was proven.
    const provenBefore = provenSince(at).get(request.device) ?? null;
    const file = newCase({
      ...{ id: random.uuid().toLowerCase(), kind: request.kind, siteId: found.siteId, at },
      ...{ reason: request.reason, authorisedBy: request.authorisedBy },
      ...{ variant: request.variant ?? null, jobId: request.jobId ?? null, provenBefore },
      device: deviceRefOf(found),
      identity: identityOf(found),
      before: snapshotOf(shown, at),
      by: { user: operator.user, machine: operator.machine },
    });
    return this.#desk.add(file, deviceKeyOf(found)).view;
  }

  /**
   * @param told the note in words, where the tool itself wrote it
   * @throws AppError `case.not-found`, `case.no-such-step`, `case.closed`, `case.needs-authorisation`
   */
  step(
    { id, step, state, note }: MethodParsed<'cases.step'>,
    told?: CaseStep['told'],
  ): RecoveryCase {
    const { clock, operator } = this.#options;
    let isForgotten = false;
    const ticked = this.#desk.change(id, { what: 'step', params: { step, state } }, (file) => {
      if (stepOf(file.view, step) === undefined) throw new AppError('case.no-such-step', { step });
      // What is left to do after the outcome may still be ticked.
      if (file.view.state !== 'done') needOpen(file);
      if (step === 'button-held' && state === 'done') needAuthorised(file);
      const isRequest = requestDeadlines.some((one) =>
        file.view.deadlines.some((deadline) => deadline.id === one),
      );
      const next = changeStep(file, {
        ...{ step, state, note: note ?? null, told, who: operator.user, at: clock.now() },
        ...{ defaults: this.#options.defaults(), bootTime: this.#bootTime(file) },
      });
      const isAllowed = step === 'authorised' && state === 'done' && note !== undefined;
      if (isAllowed && note !== '') {
        return { ...next, view: { ...next.view, authorisedBy: note.slice(0, maxAuthorised) } };
      }
      if (isRequest && next.view.deadlines !== file.view.deadlines) {
        isForgotten = true;
        this.#reminders.forget(id, changedDeadlines(file, next));
      }
      return next;
    });
    if (isForgotten) this.#reminders.tell();
    return ticked.view;
  }

  /** @throws AppError `case.not-found`, `case.closed` */
  edit({ id, note, ...given }: MethodParsed<'cases.edit'>): RecoveryCase {
    const { clock, operator } = this.#options;
    const changed = Object.entries(given).filter(([, value]) => value !== undefined);
    const fields = [...changed.map(([key]) => key), ...(note === undefined ? [] : ['note'])];
    return this.#desk.change(id, { what: 'edit', params: { fields: fields.join(' ') } }, (file) => {
      const at = clock.now();
      const { authorisedBy, reason, variant, fields: told } = given;
      // A note may be added for ever; everything else belongs to a case that goes on.
      if (changed.length > 0 && told === undefined) needOpen(file);
      const next =
        authorisedBy === undefined ? file : authorised(file, authorisedBy, operator.user, at);
      const notes = [
        ...next.view.notes,
        ...(note === undefined ? [] : [noteOf(note, operator.user, at)]),
      ];
      const view = {
        ...next.view,
        ...(reason === undefined ? {} : { reason }),
        ...(variant === undefined ? {} : { variant }),
        fields: { ...next.view.fields, ...told },
        notes: notes.slice(-maxNotes),
      };
      return { ...next, view };
    }).view;
  }

  /** @throws AppError `case.not-found`, `case.closed` */
  setDeadline({ id, deadline, at: until }: MethodParsed<'cases.setDeadline'>): RecoveryCase {
    const set = this.#desk.change(id, { what: 'deadline', params: { deadline, until } }, (file) => {
      needOpen(file);
      this.#reminders.forget(id, [deadline]);
      return setDeadline(file, { id: deadline, until, at: this.#options.clock.now() });
    });
    // What spoke of the old one goes from the screen at once.
    this.#reminders.tell();
    return set.view;
  }

  /** @throws AppError `case.not-found`, `case.closed`, `case.needs-authorisation` */
  watch({ id, isOn, minutes }: MethodParsed<'cases.watch'>): RecoveryCase {
    const { clock, defaults, row } = this.#options;
    const what = { what: isOn ? 'watch-on' : 'watch-off', params: {} };
    const changed = this.#desk.change(id, what, (file) => {
      needOpen(file);
      const at = clock.now();
      if (!isOn) return disarm(file, at);
      if (file.view.kind === 'reset-button') needAuthorised(file);
      const now = row(this.#desk.deviceOf(file));
      const baseline =
        now === undefined
          ? file.own.baseline
          : { bootTime: now.bootTime, activated: now.activated, address: now.ipv4Address };
      return arm(file, { at, minutes: minutes ?? defaults().watchMinutes, baseline });
    });
    if (isOn) this.#watch.armed(id);
    else this.#watch.disarmed(id);
    return changed.view;
  }

  /** @throws AppError `case.not-found`, `case.closed`, `case.nothing-sent` */
  sendAgain(id: string): RecoveryCase {
    const { clock, operator, defaults } = this.#options;
    const sent = this.#desk.change(id, { what: 'send-again', params: {} }, (file) => {
      needOpen(file);
      const next = sendAgain(file, {
        ...{ who: operator.user, at: clock.now(), defaults: defaults() },
        bootTime: this.#bootTime(file),
      });
      if (next === null) throw new AppError('case.nothing-sent', {});
      this.#reminders.forget(id, changedDeadlines(file, next));
      return next;
    });
    this.#reminders.tell();
    return sent.view;
  }

  /** @throws AppError `case.not-found`, `case.closed`, `case.needs-evidence` */
  close({ id, outcome, note }: MethodParsed<'cases.close'>): RecoveryCase {
    const { clock, operator } = this.#options;
    const closed = this.#desk.change(id, { what: 'close', params: { outcome } }, (file) => {
      needOpen(file);
      if (!hasProof(file, outcome)) throw new AppError('case.needs-evidence', { outcome });
      const at = clock.now();
      const next = closeBy(file, outcome, at);
      if (note === undefined || note === '') return next;
      const notes = [...next.view.notes, noteOf(note, operator.user, at)].slice(-maxNotes);
      return { ...next, view: { ...next.view, notes } };
    });
    this.#watch.disarmed(id);
    this.#reminders.tell();
    return closed.view;
  }

  /** @throws AppError `case.not-found`, `case.not-closed`, `case.already-open` */
  reopen(id: string): RecoveryCase {
    return this.#desk.change(id, { what: 'reopen', params: {} }, (file) => {
      if (!isClosed(file.view)) throw new AppError('case.not-closed', {});
      return reopened(file, this.#options.clock.now());
    }).view;
  }

  /** @throws AppError `case.not-found`, `case.attachment-bad`, `case.attachment-large` */
  attach(input: MethodParsed<'cases.attach'>): RecoveryCase {
    const { kind, name } = input;
    const what = { what: 'attach', params: { kind, name } };
    return this.#desk.change(input.id, what, (file) => attachTo(this.#options, file, input)).view;
  }

  /** @throws AppError `case.not-found`, `case.attachment-not-found` */
  attachment(input: MethodParsed<'cases.attachment'>): MethodOutput<'cases.attachment'> {
    return readAttachment(this.#options.store, this.#desk.need(input.id), input.attachment);
  }

  /** What stands now, also what fell due while nobody was there. */
  reminders(): Reminder[] {
    this.#watch.catchUp();
    return this.#reminders.show();
  }

  /** @throws AppError `case.reminder-not-found` */
  dismissReminder(id: string): void {
    this.#reminders.dismiss(id);
  }

  /** What other parts learned just now (a login that proved right) is looked at at once. */
  lookNow(): void {
    this.#watch.catchUp();
  }

  /** Every answer on the wire, as it came. */
  onSighting(sighting: Sighting): void {
    this.#watch.onSighting(sighting);
  }

  /** A reset was accepted or may have arrived: the device is on its way. */
  resetStarted(reset: {
    readonly device: DeviceId;
    readonly variant: string;
    readonly jobId: string;
    /** The job read the device again: its case is there, unless the process died before it was opened. */
    readonly isReread?: true;
  }): RecoveryCase {
    const { device, variant, jobId, isReread } = reset;
    const resets = this.list({ device, limit: 100 }).filter(
      ({ kind }) => kind === 'software-reset',
    );
    const isOpen = ({ closedAt }: RecoveryCase): boolean => closedAt === null;
    if (isReread === true) {
      const known = resets.find((each) => each.jobId === jobId) ?? resets.find(isOpen);
      if (known !== undefined) return known;
    }
    const open = resets.find((each) => isOpen(each) && each.variant === variant);
    const request = { device, kind: 'software-reset', reason: '', variant } as const;
    const found =
      open === undefined
        ? this.#openForJob({ ...request, authorisedBy: '', jobId })
        : this.#takeJob(open, jobId);
    return this.watch({ id: found.id, isOn: true });
  }

  /** The newest reset is the one that the case follows. */
  #takeJob({ id }: RecoveryCase, jobId: string): RecoveryCase {
    return this.#desk.change(id, { what: 'job', params: { job: jobId } }, (file) =>
      file.view.jobId === jobId ? file : { ...file, view: { ...file.view, jobId } },
    ).view;
  }

  resetEnded(reset: {
    readonly device: DeviceId;
    readonly verdict: Verdict;
    readonly jobId: string;
  }): void {
    this.#watch.noteJob(reset);
  }

  /** A login with the password that this case brought was accepted just now, whatever this computer's clock reads. */
  proven(id: string): void {
    this.#watch.noteLogin(id);
  }

  /** An unbind job read it afterwards, and it is not bound. */
  unbound(device: DeviceId): void {
    this.#watch.noteUnbound(device);
  }

  /** One of another variant is open: this reset takes its place. */
  #openForJob(request: OpenRequest): RecoveryCase {
    const [other] = this.list({ device: request.device, isOpen: true, limit: 100 }).filter(
      ({ kind }) => kind === 'software-reset',
    );
    if (other !== undefined) this.close({ id: other.id, outcome: 'no-longer-needed' });
    return this.open(request);
  }

  #keyed(device: DeviceId): { id: string; key: string } {
    const record = this.#options.record(device);
    if (record === undefined) throw new AppError('device.not-found', { wanted: device });
    return { id: device, key: deviceKeyOf(record) };
  }

  /** Its present start; `null` when it was not heard just now. */
  #bootTime(file: CaseFile): string | null {
    const row = this.#options.row(this.#desk.deviceOf(file));
    // What an absent device told last may be the start before the one that the request is made for.
    const isHeard =
      row !== undefined && Math.abs(this.#options.clock.now() - row.lastSeenAt) < offlineAfterMs;
    return isHeard ? row.bootTime : null;
  }
}

const maxNotes = 500;
const maxAuthorised = 300;

function noteOf(text: string, who: string, at: number): RecoveryCase['notes'][number] {
  return { at, who, text };
}

function needOpen({ view }: CaseFile): void {
  if (isClosed(view)) throw new AppError('case.closed', { state: view.state });
}

/** Asked for before anything that cannot be taken back. */
function needAuthorised({ view }: CaseFile): void {
  if (view.authorisedBy === '') throw new AppError('case.needs-authorisation', {});
}

function changedDeadlines(before: CaseFile, after: CaseFile) {
  const was = new Map(before.view.deadlines.map(({ id, at }) => [id, at]));
  const is = new Map(after.view.deadlines.map(({ id, at }) => [id, at]));
  return requestDeadlines.filter((id) => was.get(id) !== is.get(id));
}

import type { DeviceId } from '../../contract/device.ts';
import { AppError } from '../../contract/errors.ts';
import type { Job, NetworkEdit, NetworkValues, PlanRow } from '../../contract/job.ts';
import type { MethodOutput, MethodParsed } from '../../contract/methods.ts';
import type { Locale } from '../../contract/settings.ts';
import { shownSiteName } from '../../contract/text/given-names.ts';
import { changedKeys, checkEdit, completeEdit } from '../../domain/address-rules.ts';
import { doubledMoves, type Move, orderMoves } from '../../domain/ip-plan.ts';
import { canBeUndone } from '../../domain/job-undo.ts';
import { checkPassword } from '../../domain/password-rules.ts';
import type { DeviceRecord } from '../../domain/record.ts';
import type { Clock } from '../../ports/clock.ts';
import type { JobRequest } from '../jobs/types.ts';
import { isSerialEnd } from '../lib/serial-end.ts';
import type { PasswordParams } from './http/password-runner.ts';
import type { ResetParams } from './http/reset-runner.ts';
import type { NetworkParams } from './network-values.ts';
import { assign } from './plan/assign.ts';
import { type PlanSources, targetFor } from './plan/book.ts';
import { readPlan } from './plan/read-plan.ts';
import { proposeResolve } from './plan/resolve.ts';
import { draftFor, finish } from './plan/rows.ts';
import { printJob } from './print/print-job.ts';
import { viewOf } from './reading.ts';

type Secrets = JobRequest['passwords'];

export interface ProvisioningOptions extends PlanSources {
  readonly clock: Clock;
  readonly start: (request: JobRequest) => Promise<Job>;
  readonly job: (id: string) => Job;
  readonly rename: (id: DeviceId, name: string) => void;
  readonly siteName: (siteId: string) => string;
  /** Hash of the newest audit line of a job. */
  readonly auditHash: (jobId: string) => string | null;
}

/** Starts work on devices, and plans it. Rules are in `domain`; what happens to one device is a runner's. */
export class Provisioning {
  readonly #options: ProvisioningOptions;

  constructor(options: ProvisioningOptions) {
    this.#options = options;
  }

  /** @throws AppError `device.not-found` */
  async check({ id, edit }: MethodParsed<'network.check'>): Promise<{ row: PlanRow }> {
    const [row] = await finish(this.#options, [draftFor(this.#need(id), edit)]);
    if (row === undefined) throw new Error('one draft makes one row');
    return { row };
  }

  /** @throws AppError `device.not-found`, `job.bad-plan` */
  assign(input: MethodParsed<'network.assign'>): Promise<MethodOutput<'network.assign'>> {
    return assign(
      this.#options,
      unique(input.ids).map((id) => this.#need(id)),
      input,
    );
  }

  /** @throws AppError `job.bad-plan` */
  readPlan({ csv }: MethodParsed<'network.readPlan'>): Promise<MethodOutput<'network.readPlan'>> {
    return readPlan(this.#options, csv);
  }

  proposeResolve({
    ids,
  }: MethodParsed<'network.proposeResolve'>): Promise<MethodOutput<'network.proposeResolve'>> {
    return proposeResolve(this.#options, ids === undefined ? null : new Set(ids));
  }

  /**
   * Whoever frees an address goes before the one that takes it, and then they go one after the other.
   * @throws AppError `device.not-found`, `job.bad-plan`, and those of `Jobs.start`
   */
  async setNetwork(input: MethodParsed<'network.set'>, passwords: Secrets): Promise<Job> {
    const { changes, isOneByOne, override } = input;
    const records = changes.map(({ id }) => this.#need(id));
    const moves = changes.map(({ edit }, index) => moveOf(records[index], edit));
    refuseBadEdits(records, changes);
    refuseDoubles(moves);
    const { order, isChained, circular } = orderMoves(moves);
    const [stuck] = circular;
    if (stuck !== undefined) throw badPlan('used-by-device', stuck);
    const items = order.flatMap((index) => {
      const change = changes[index];
      if (change === undefined) return [];
      return [{ device: change.id, params: { edit: change.edit } satisfies NetworkParams }];
    });
    const job = await this.#options.start({
      ...{ kind: 'network', items, passwords },
      isOneByOne: isOneByOne || isChained,
      isOverride: override !== undefined,
    });
    for (const { id, name } of changes) {
      if (name !== undefined && name !== '') this.#options.rename(id, name);
    }
    return job;
  }

  /**
   * Puts back the values that a job changed, and no others.
   * @throws AppError `job.not-found`, `job.nothing-to-undo`, and those of `Jobs.start`
   */
  async undo(id: string, passwords: Secrets): Promise<Job> {
    const job = this.#options.job(id);
    if (job.kind !== 'network' || !job.canUndo) throw new AppError('job.nothing-to-undo', {});
    const changes = job.items.flatMap((item) => {
      const { before, after, device } = item;
      if (!canBeUndone(item) || before === null || after === null) return [];
      const edit = editBack(before, after);
      return Object.keys(edit).length === 0 ? [] : [{ id: device.id, edit }];
    });
    if (changes.length === 0) throw new AppError('job.nothing-to-undo', {});
    const { order, isChained } = orderMoves(
      changes.map(({ id: device, edit }) => moveOf(this.#options.record(device), edit)),
    );
    const items = order.flatMap((index) => {
      const change = changes[index];
      return change === undefined ? [] : [{ device: change.id, params: { edit: change.edit } }];
    });
    return await this.#options.start({
      ...{ kind: 'network', items, passwords, undoOf: id, isOneByOne: isChained },
    });
  }

  /** @throws AppError `job.bad-password` before anything is sent */
  activate({ ids }: MethodParsed<'devices.activate'>, passwords: Secrets): Promise<Job> {
    const devices = unique(ids);
    for (const id of devices) this.#refusePassword(id, passwords);
    return this.#options.start({ kind: 'activate', items: itemsOf(devices, {}), passwords });
  }

  unbind(input: MethodParsed<'devices.unbind'>, passwords: Secrets): Promise<Job> {
    const { ids, includeUnknown, waitForInternet, override } = input;
    return this.#options.start({
      ...{ kind: 'unbind', items: itemsOf(unique(ids), { includeUnknown }), passwords },
      ...{ waitForInternet, isOverride: override !== undefined },
    });
  }

  /** The vendor's code stands where the password does: it is sealed like one and never stored. */
  unbindPanel({ id, code }: MethodParsed<'devices.unbindPanel'>): Promise<Job> {
    const items = itemsOf([id], { includeUnknown: true });
    return this.#options.start({ kind: 'unbind-panel', items, passwords: { all: code } });
  }

  setCloud(input: MethodParsed<'devices.setCloud'>, passwords: Secrets): Promise<Job> {
    const { ids, isEnabled, override } = input;
    const items = itemsOf(unique(ids), { isEnabled });
    const isOverride = override !== undefined;
    return this.#options.start({ kind: 'cloud', items, passwords, isOverride });
  }

  /** @throws AppError `job.bad-verification-code` */
  setVerificationCode(
    { id, code, override }: MethodParsed<'devices.setVerificationCode'>,
    passwords: Secrets,
  ): Promise<Job> {
    if (!verificationCode.test(code)) throw new AppError('job.bad-verification-code', {});
    const items = itemsOf([id], { code });
    const isOverride = override !== undefined;
    return this.#options.start({ kind: 'verification-code', items, passwords, isOverride });
  }

  /** @throws AppError `job.serial-mismatch` */
  restoreInactive(
    { id, confirmSerial, override }: MethodParsed<'devices.restoreInactive'>,
    passwords: Secrets,
  ): Promise<Job> {
    this.#refuseSerial(id, confirmSerial);
    const isOverride = override !== undefined;
    const items = itemsOf([id], {});
    return this.#options.start({ kind: 'restore-inactive', items, passwords, isOverride });
  }

  /**
   * @throws AppError `job.needs-password` when a device would get no new one, `job.bad-password` before
   *   anything is sent
   */
  setPassword(
    { ids, userName, newSecrets, override }: MethodParsed<'devices.setPassword'>,
    passwords: Secrets,
  ): Promise<Job> {
    const devices = unique(ids);
    const items = devices.flatMap((device) => {
      const newPassword = newSecrets.byDevice?.[device] ?? newSecrets.all;
      if (newPassword === undefined) return [];
      refuseBadPassword(newPassword, userName);
      return [{ device, params: { userName, newPassword } satisfies PasswordParams }];
    });
    const missing = devices.length - items.length;
    if (missing > 0) throw new AppError('job.needs-password', { devices: missing });
    const isOverride = override !== undefined;
    return this.#options.start({ kind: 'password', items, passwords, isOverride });
  }

  reboot({ ids, override }: MethodParsed<'devices.reboot'>, passwords: Secrets): Promise<Job> {
    const isOverride = override !== undefined;
    const items = itemsOf(unique(ids), {});
    return this.#options.start({ kind: 'reboot', items, passwords, isOverride });
  }

  /** @throws AppError `job.serial-mismatch` */
  reset(
    { id, mode, confirmSerial, override }: MethodParsed<'devices.reset'>,
    passwords: Secrets,
  ): Promise<Job> {
    this.#refuseSerial(id, confirmSerial);
    const isOverride = override !== undefined;
    const items = itemsOf([id], { mode } satisfies ResetParams);
    return this.#options.start({ kind: 'reset', items, passwords, isOverride });
  }

  locate({ ids, isOn }: MethodParsed<'devices.locate'>): Promise<Job> {
    const items = itemsOf(unique(ids), { isOn });
    return this.#options.start({ kind: 'locate', items, passwords: {} });
  }

  checkPassword({
    password,
    userName,
  }: MethodParsed<'passwords.check'>): MethodOutput<'passwords.check'> {
    const { problems, ...rest } = checkPassword(password, userName);
    return { ...rest, problems: [...problems] };
  }

  /** @throws AppError `job.not-found` */
  print(id: string, locale: Locale): MethodOutput<'jobs.print'> {
    const { job, siteName, auditHash, clock } = this.#options;
    const found = job(id);
    return printJob(found, {
      ...{ locale, printedAt: clock.now(), auditHash: auditHash(id) },
      siteName: shownSiteName(siteName(found.siteId), locale),
    });
  }

  #need(id: DeviceId): DeviceRecord {
    const record = this.#options.record(id);
    if (record === undefined) throw new AppError('device.not-found', { wanted: id });
    return record;
  }

  #refuseSerial(id: DeviceId, confirmSerial: string): void {
    const row = draftFor(this.#need(id), {}).device;
    if (isSerialEnd(confirmSerial, [row?.serial, row?.shortSerial])) return;
    const device = row?.shortSerial ?? row?.mac ?? id;
    throw new AppError('job.serial-mismatch', { device });
  }

  #refusePassword(id: DeviceId, passwords: Secrets): void {
    const password = passwords.byDevice?.[id] ?? passwords.all;
    if (password === undefined) return;
    refuseBadPassword(password, viewOf(this.#need(id)).facts.userName);
  }
}

function refuseBadPassword(password: string, userName: string | undefined): void {
  const { willAccept, problems } = checkPassword(password, userName);
  if (!willAccept) throw new AppError('job.bad-password', { problems: problems.join(', ') });
}

/** What the cloud takes; longer or shorter ones a device refuses. */
const verificationCode = /^[0-9A-Za-z]{6,12}$/;

function unique<T>(list: readonly T[]): T[] {
  return [...new Set(list)];
}

function itemsOf(ids: readonly DeviceId[], params: unknown): JobRequest['items'] {
  return ids.map((device) => ({ device, params }));
}

function moveOf(record: DeviceRecord | undefined, edit: NetworkEdit): Move {
  if (record === undefined) return { id: null, from: null, to: null };
  const { current } = targetFor(record);
  const { dhcpEnabled } = completeEdit(edit, current);
  const isLeased = (dhcpEnabled ?? current.dhcpEnabled) === true;
  const to = isLeased ? null : (edit.ipv4Address ?? current.ipv4Address);
  return { id: record.id, from: current.ipv4Address, to };
}

/** What depends on the device or on the moment is a verdict of its own; nonsense stops the whole plan. */
const judgedLater: ReadonlySet<string> = new Set(['not-activated', 'no-sadp', 'no-change']);

function refuseBadEdits(
  records: readonly DeviceRecord[],
  changes: readonly { readonly edit: NetworkEdit }[],
): void {
  for (const [index, record] of records.entries()) {
    const found = checkEdit(changes[index]?.edit ?? {}, targetFor(record));
    const problem = found.find(({ code, level }) => level === 'stop' && !judgedLater.has(code));
    if (problem !== undefined) throw badPlan(problem.code, index);
  }
}

function refuseDoubles(moves: readonly Move[]): void {
  const arriving = moves.map((move) => (move.to === move.from ? { ...move, to: null } : move));
  const index = doubledMoves(arriving).findIndex((other) => other !== null);
  if (index >= 0) throw badPlan('doubled-in-plan', index);
  const seen = new Set<string | null>();
  for (const [at, { id }] of moves.entries()) {
    if (seen.has(id)) throw badPlan('doubled-in-plan', at);
    seen.add(id);
  }
}

function badPlan(problem: string, index: number): AppError<'job.bad-plan'> {
  return new AppError('job.bad-plan', { problem, line: index + 1 });
}

/** The edit that leads from what a job left to what was before. */
function editBack(before: NetworkValues, after: NetworkValues): NetworkEdit {
  const known = Object.fromEntries(Object.entries(before).filter(([, value]) => value !== null));
  const keys = new Set<string>(changedKeys(known, after));
  return Object.fromEntries(
    // A port of 0 is a service that was off: no edit can say that.
    Object.entries(known).filter(([key, value]) => keys.has(key) && value !== 0),
  );
}

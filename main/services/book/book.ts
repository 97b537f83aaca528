import type { BookAnswer, BookEntry } from '../../contract/book.ts';
import type { DeviceId } from '../../contract/device.ts';
import { AppError } from '../../contract/errors.ts';
import type { MethodOutput, MethodParsed } from '../../contract/methods.ts';
import { currentFacts } from '../../domain/facts.ts';
import { macKeyOf, serialKeyOf } from '../../domain/identity.ts';
import type { DeviceRecord } from '../../domain/record.ts';
import type { Registry } from '../../domain/registry.ts';
import type { Clock } from '../../ports/clock.ts';
import type { AccountPassword, CredentialVault } from '../../ports/vault.ts';
import { deviceRefOf, labelOf } from '../jobs/values.ts';
import { KeyedQueue } from '../lib/keyed-queue.ts';
import type { Logins } from '../login/logins.ts';
import { importLines } from './import/import-lines.ts';
import { readDeviceFile } from './import/read-file.ts';
import { lookAt } from './look.ts';
import { holderOf, questionOf, sightingOf } from './question.ts';
import { completeWay, parseWay, usualCommandPort, usualHttpPort, type Way } from './way.ts';

export interface BookOptions {
  readonly registry: Registry;
  readonly clock: Clock;
  readonly logins: Logins;
  readonly vault: CredentialVault;
  /** As a person's word: it is the device's password from now on, though no device has accepted it yet. */
  readonly savePassword: (device: DeviceId, account: AccountPassword) => Promise<void>;
  readonly siteId: () => string;
  /** Something changed that listeners and the store must learn of. */
  readonly onChange: () => void;
}

type PasswordState = BookAnswer['password'];

/** Devices that are reached by address or name. Contract: `contract/methods-book.ts`. */
export class Book {
  readonly #options: BookOptions;
  /** One device's test and changes wait for each other. */
  readonly #queue = new KeyedQueue();
  /** Whose last test proved the saved password; a typed one says nothing of it. */
  readonly #provenSaved = new Set<DeviceId>();

  constructor(options: BookOptions) {
    this.#options = options;
  }

  /** @throws AppError `book.bad-host`, `book.already-there`, `vault.none`, `vault.locked` */
  async add(input: MethodParsed<'book.add'>): Promise<BookAnswer> {
    const { registry, clock, siteId, onChange } = this.#options;
    const way = wayOf(input);
    this.#refuseDouble(way, null);
    const { password, leaveOutPassword, name, isBasicAllowed } = input;
    const kept = this.#passwordState(password, leaveOutPassword);
    const at = clock.now();
    const id = registry.add(siteId(), at);
    const entry = { ...way, isBasicAllowed, pin: null, test: null, addedAt: at } as const;
    registry.setBook(id, { ...entry, origin: 'typed' }, at);
    if (name !== undefined) registry.edit(id, { name }, at);
    onChange();
    if (kept === 'saved') await this.#save(id, way.userName, password);
    if (!input.isTested) return this.#answer(id, kept);
    return this.#queue.run(id, () => this.#look(id, { password, kept, isOverride: false }));
  }

  /** @throws AppError `device.not-found` */
  addFound({ ids, userName }: MethodParsed<'book.addFound'>): MethodOutput<'book.addFound'> {
    const { registry, clock, logins, onChange } = this.#options;
    const records = ids.map((id) => this.#record(id));
    const result = { added: 0, already: 0, without: [] as DeviceId[] };
    for (const record of records) {
      const target = record.book === null ? logins.target(record) : null;
      if (record.book !== null) result.already += 1;
      else if (target === null) result.without.push(record.id);
      else {
        const { host, port: httpPort, isTls, pin } = target;
        const commandPort = currentFacts(record.sources).commandPort || usualCommandPort;
        const way = { host, httpPort, isTls, commandPort, userName, pin };
        const rest = { origin: 'found', isBasicAllowed: false, test: null } as const;
        registry.setBook(record.id, { ...way, ...rest, addedAt: clock.now() }, clock.now());
        result.added += 1;
      }
    }
    onChange();
    return result;
  }

  /** @throws AppError as `add`, and `book.not-in-book` */
  edit(input: MethodParsed<'book.edit'>): Promise<BookAnswer> {
    return this.#queue.run(input.id, () => this.#edit(input));
  }

  async #edit(input: MethodParsed<'book.edit'>): Promise<BookAnswer> {
    const { registry, clock, logins, onChange } = this.#options;
    const { id, password, leaveOutPassword, name, acceptCertificate } = input;
    const before = this.#entry(id);
    const entry = editedEntry(before, input);
    this.#refuseDouble(entry, id);
    const kept = this.#passwordState(password, leaveOutPassword);
    if (kept === 'saved') await this.#save(id, entry.userName, password);
    // The pin that logins kept by themselves would outlive the one that a person took away.
    if (acceptCertificate !== undefined) logins.setPin(id, acceptCertificate);
    registry.setBook(id, entry, clock.now());
    if (name !== undefined) registry.edit(id, { name }, clock.now());
    onChange();
    return this.#answer(id, kept);
  }

  /** @throws AppError `device.not-found` */
  async get(id: DeviceId): Promise<MethodOutput<'book.get'>> {
    const { logins, vault } = this.#options;
    const record = this.#record(id);
    // A locked vault may hold one: nobody knows.
    const hasPassword = vault.state() === 'locked' ? null : await logins.hasSaved(record);
    return { entry: record.book, hasPassword };
  }

  /** @throws AppError `device.not-found`, `book.not-in-book` */
  test({ id, password, override }: MethodParsed<'book.test'>): Promise<BookAnswer> {
    const options = { password, kept: 'none', isOverride: override !== undefined } as const;
    return this.#queue.run(id, () => this.#look(id, options));
  }

  /** @throws AppError `book.not-in-book`, `book.no-question`, `vault.locked` */
  async merge({ id, into }: MethodParsed<'book.merge'>): Promise<{ id: DeviceId }> {
    const { registry, clock, vault, onChange } = this.#options;
    const entry = this.#entry(id);
    const record = this.#record(id);
    const question = questionOf(registry, record);
    if (question?.kind !== 'same-serial' || question.other.id !== into) throw noQuestion(record);
    // Its password is kept under a name that goes with it, so it is carried over in the open vault.
    if (vault.state() === 'locked') throw new AppError('vault.locked', {});
    const account = await this.#accountOf(id);
    const isProven = entry.test?.login === 'proven';
    registry.merge(id, into, clock.now());
    this.#settle(into, entry);
    if (account !== null && (isProven || (await this.#accountOf(into)) === null)) {
      await this.#carry(into, account, isProven);
    }
    if (isProven) registry.setOverlay(into, { login: 'proven' });
    onChange();
    return { id: into };
  }

  /** @throws AppError `book.not-in-book`, `book.no-question` */
  async acceptDevice(id: DeviceId): Promise<BookAnswer> {
    const { registry, clock, siteId, onChange } = this.#options;
    const entry = this.#entry(id);
    const record = this.#record(id);
    const identity = entry.test?.identity ?? null;
    if (questionOf(registry, record)?.kind !== 'other-device' || identity === null) {
      throw noQuestion(record);
    }
    const account = await this.#accountOf(id);
    const at = clock.now();
    const next = holderOf(registry, identity, id)?.id ?? registry.add(siteId(), at);
    const wasHeard = record.lastSeenAt !== null;
    const { name } = record;
    registry.setBook(id, null, at);
    // Known from the book alone, it was never more than this entry.
    if (!wasHeard) {
      registry.remove([id], at);
      if (registry.record(next)?.name === null) registry.edit(next, { name }, at);
    }
    registry.restore([next], at);
    registry.moveSite([next], siteId(), at);
    this.#settle(next, entry);
    if (account !== null) await this.#carry(next, account, this.#provenSaved.delete(id));
    onChange();
    return this.#answer(next, 'none');
  }

  /** What was never heard leaves the list with its entry, so that putting it back brings both. */
  forget(ids: readonly DeviceId[]): void {
    const { registry, clock, logins, onChange } = this.#options;
    const records = ids.map((id) => this.#record(id));
    for (const { id, lastSeenAt } of records) {
      // The entry's own goes with it; the one that logins kept would outlive both.
      logins.setPin(id, null);
      if (lastSeenAt === null) registry.remove([id], clock.now());
      else registry.setBook(id, null, clock.now());
    }
    onChange();
  }

  readImport(csv: string): MethodOutput<'book.readImport'> {
    const { registry, siteId } = this.#options;
    const { rows, columns, unknown, problems } = readDeviceFile({ registry, siteId }, csv);
    const shown = rows.map(({ row }) => row);
    return { rows: shown, columns: [...columns], unknownColumns: [...unknown], problems };
  }

  /** @throws AppError `book.bad-file`, `vault.none`, `vault.locked`; nothing is added then */
  async import(input: MethodParsed<'book.import'>): Promise<MethodOutput<'book.import'>> {
    const { registry, siteId, clock, onChange } = this.#options;
    const { rows } = readDeviceFile({ registry, siteId }, input.csv);
    const isTicked = new Set(input.lines);
    const wanted = rows.filter(({ row }) => isTicked.has(row.line));
    const password = wanted.find((row) => row.password !== null)?.password ?? undefined;
    const kept = this.#passwordState(password, input.leaveOutPassword);
    const result = importLines({ registry, siteId, at: clock.now() }, wanted);
    onChange();
    let passwords = 0;
    for (const { id, userName, password: own } of result.logins) {
      if (kept !== 'saved') break;
      await this.#save(id, userName, own);
      passwords += 1;
    }
    const { added, updated, skipped, ids } = result;
    return { added, updated, passwords, skipped, ids };
  }

  async #look(
    id: DeviceId,
    options: {
      readonly password: string | undefined;
      readonly kept: PasswordState;
      readonly isOverride: boolean;
    },
  ): Promise<BookAnswer> {
    const { registry, clock, logins, onChange } = this.#options;
    const { password, kept, isOverride } = options;
    const entry = this.#entry(id);
    const device = this.#record(id);
    const { test, isOurs } = await lookAt({
      ...{ logins, entry, device, password, isOverride, now: clock.now() },
      guardedAs: (address) => this.#guardedAs(device, address),
    });
    // Edited or forgotten meanwhile: what was seen is about a way that is no longer the device's.
    if (this.#record(id).book !== entry) return this.#answer(id, kept);
    const { state, fingerprint } = test.certificate;
    const pin = state === 'first-use' ? fingerprint : entry.pin;
    const next: BookEntry = { ...entry, pin, test };
    registry.setBook(id, next, clock.now());
    if (questionOf(registry, this.#record(id)) === null) this.#learn(id, next);
    onChange();
    if (password === undefined && test.login === 'proven') this.#provenSaved.add(id);
    else this.#provenSaved.delete(id);
    const isSaved = password !== undefined && isOurs && this.#isOpen();
    return this.#answer(id, isSaved ? 'saved' : kept);
  }

  /** The entry is about this device for certain now. */
  #settle(id: DeviceId, entry: BookEntry): void {
    const test = entry.test === null ? null : { ...entry.test, isSameDevice: true };
    const book = { ...entry, test };
    this.#options.registry.setBook(id, book, this.#options.clock.now());
    this.#learn(id, book);
  }

  #learn(id: DeviceId, book: BookEntry): void {
    const sighting = sightingOf(this.#record(id), book);
    if (sighting !== null) this.#options.registry.learn(id, sighting);
  }

  /**
   * A device has one lock, whatever it is called here. Until its serial is read an entry shares the lock of
   * the only device that is known to be at its address.
   */
  #guardedAs(device: DeviceRecord, address: string | null): DeviceRecord {
    if (device.serial !== null || device.nics.length > 0 || address === null) return device;
    const { registry } = this.#options;
    const there = registry
      .records()
      .filter(
        ({ id, sources }) => id !== device.id && currentFacts(sources).ipv4Address === address,
      )
      .filter(({ id }) => ['online', 'stale'].includes(registry.row(id)?.presence ?? ''));
    const [only, second] = there;
    if (only === undefined || second !== undefined) return device;
    return { ...device, serial: only.serial, nics: only.nics };
  }

  #isOpen(): boolean {
    return this.#options.vault.state() === 'open';
  }

  /** @throws AppError `vault.none`, `vault.locked` */
  #passwordState(password: string | undefined, leaveOut: boolean): PasswordState {
    if (password === undefined) return 'none';
    const state = this.#options.vault.state();
    if (state === 'open') return 'saved';
    if (leaveOut) return 'left-out';
    throw state === 'locked' ? new AppError('vault.locked', {}) : new AppError('vault.none', {});
  }

  async #save(id: DeviceId, userName: string, password: string | undefined): Promise<void> {
    if (password === undefined) return;
    await this.#options.savePassword(id, { userName, password });
    this.#options.registry.setOverlay(id, { login: 'untested' });
  }

  async #accountOf(id: DeviceId): Promise<AccountPassword | null> {
    const { vault, registry } = this.#options;
    if (!this.#isOpen()) return null;
    if (vault.account !== undefined) return vault.account(id, false);
    const password = await vault.password(id);
    const userName = registry.record(id)?.book?.userName ?? 'admin';
    return password === null ? null : { userName, password };
  }

  async #carry(id: DeviceId, account: AccountPassword, isProven: boolean): Promise<void> {
    if (isProven) await this.#options.vault.offer(id, account, 'proven');
    else await this.#options.savePassword(id, account);
  }

  #answer(id: DeviceId, password: PasswordState): BookAnswer {
    const { registry } = this.#options;
    return {
      id,
      entry: this.#entry(id),
      question: questionOf(registry, this.#record(id)),
      password,
    };
  }

  #record(id: DeviceId): DeviceRecord {
    const record = this.#options.registry.record(id);
    if (record === undefined) throw new AppError('device.not-found', { wanted: id });
    return record;
  }

  #entry(id: DeviceId): BookEntry {
    const record = this.#record(id);
    if (record.book !== null) return record.book;
    throw new AppError('book.not-in-book', { device: labelOf(deviceRefOf(record)) });
  }

  /** One way is one entry; a second one would be tested, and locked, twice. */
  #refuseDouble(way: Way, own: DeviceId | null): void {
    const { registry, siteId } = this.#options;
    const other = registry.records().find((record) => {
      const isListed = record.removedAt === null && record.siteId === siteId() && record.id !== own;
      return isListed && record.book !== null && isSameWay(record.book, way);
    });
    if (other === undefined) return;
    const { serial } = other;
    const device = other.name ?? serialKeyOf(serial) ?? macKeyOf(other.nics[0]?.mac) ?? way.host;
    throw new AppError('book.already-there', { host: `${way.host}:${way.httpPort}`, device });
  }
}

export function isSameWay(a: Way, b: Way): boolean {
  return a.host.toLowerCase() === b.host.toLowerCase() && a.httpPort === b.httpPort;
}

/** @throws AppError `book.bad-host` */
function wayOf(input: MethodParsed<'book.add'>): Way {
  const told = parseWay(input.host);
  if (told === null) throw badHost(input.host);
  const { httpPort, commandPort, userName } = input;
  const isTls = input.isTls || told.isTls === true;
  const port = httpPort ?? told.httpPort ?? usualHttpPort(isTls);
  return { ...completeWay(told), isTls, httpPort: port, commandPort, userName };
}

/** A changed way takes the last test away: it was about another address. */
function editedEntry(before: BookEntry, input: MethodParsed<'book.edit'>): BookEntry {
  const told = input.host === undefined ? { host: before.host } : parseWay(input.host);
  if (told === null) throw badHost(input.host ?? '');
  const isTls = input.isTls ?? told.isTls ?? before.isTls;
  const usual = before.httpPort === usualHttpPort(before.isTls);
  // The usual port of one way goes along to the usual one of the other; any other was chosen.
  const port = usual && isTls !== before.isTls ? usualHttpPort(isTls) : before.httpPort;
  const httpPort = input.httpPort ?? told.httpPort ?? port;
  const { acceptCertificate: pin = before.pin, isBasicAllowed = before.isBasicAllowed } = input;
  const userName = input.userName ?? before.userName;
  const commandPort = input.commandPort ?? before.commandPort;
  const way = { host: told.host, isTls, httpPort, commandPort, userName };
  const isMoved = !isSameWay(before, way) || before.isTls !== isTls;
  // A certificate that was just accepted, or another user, makes the last result one of before, too.
  const isOther = isMoved || pin !== before.pin || userName !== before.userName;
  return { ...before, ...way, pin, isBasicAllowed, test: isOther ? null : before.test };
}

function badHost(host: string): AppError<'book.bad-host'> {
  return new AppError('book.bad-host', { host: host.slice(0, 80) });
}

function noQuestion(record: DeviceRecord): AppError<'book.no-question'> {
  return new AppError('book.no-question', { device: labelOf(deviceRefOf(record)) });
}

import type {
  CredentialView,
  DamagedCredential,
  ImportReport,
  VaultStatus,
} from '../contract/credential.ts';
import type { DeviceId } from '../contract/device.ts';
import { AppError } from '../contract/errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Random } from '../ports/random.ts';
import type { SecretBox } from '../ports/secret-box.ts';
import type { AccountPassword, CredentialVault } from '../ports/vault.ts';
import type { VaultCrypto } from '../ports/vault-crypto.ts';
import type { CredentialStore } from '../store/credential-types.ts';
import { AutoLock } from './auto-lock.ts';
import { CredentialBook, type Place } from './credential-book.ts';
import { type DataKey, makeDataKey } from './data-key.ts';
import {
  adoptOlderNames,
  type DeviceLogin,
  type DeviceNames,
  findGroup,
  findHint,
  findLogin,
  findPending,
  isAdministrator,
  type LoginHint,
  writeOffer,
} from './device-logins.ts';
import { openExport, sealExport } from './export-file.ts';
import { KeyRing } from './key-ring.ts';
import { mergeInto } from './merge.ts';
import { Offers } from './offers.ts';
import { type PartMerge, partOf, renamed, type VaultPart } from './part.ts';
import { type Login, loginOf } from './payload.ts';
import { statusOf, viewOf } from './views.ts';
import type { Offer, OfferState, Sealer } from './waiting.ts';

export interface VaultOptions {
  readonly store: CredentialStore;
  readonly crypto: VaultCrypto;
  /** Keeps what is offered while the vault is locked, for this process only. */
  readonly sealer: Sealer;
  readonly random: Random;
  readonly clock: Clock;
  readonly log: Log;
  /** `null` for a device that is not in the list any more. */
  readonly names: (device: DeviceId) => DeviceNames | null;
  /** 15 when left out; `null`: open until it is locked. */
  readonly idleMinutes?: number | null;
  /** Locked, unlocked, or another number of boxes. */
  readonly onChange?: () => void;
}

export type SaveTarget =
  | { readonly scope: 'device'; readonly device: DeviceId }
  | { readonly scope: 'site' | 'group'; readonly id: string };

export interface SavedLogin extends Login {
  readonly label?: string | null;
}

const usualIdleMinutes = 15;
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/**
 * Credentials sealed with one random key, which is locked away once per box; format and threat model in
 * `README.md`. Every method that needs the key throws `vault.none` or `vault.locked` without it, except the
 * ones that jobs use: `password` gives `null`, `offer` keeps what it is told until the next unlock.
 */
export class Vault implements CredentialVault {
  readonly #options: VaultOptions;
  readonly #ring: KeyRing;
  readonly #autoLock: AutoLock;
  readonly #offers: Offers;
  readonly #log: Log;
  #open: { readonly key: DataKey; readonly book: CredentialBook } | null = null;
  #damaged = 0;

  constructor(options: VaultOptions) {
    const { store, crypto, clock, sealer, log, idleMinutes = usualIdleMinutes } = options;
    this.#options = options;
    this.#log = log;
    this.#ring = new KeyRing({ store, crypto, now: () => clock.now() });
    this.#autoLock = new AutoLock(clock, toMs(idleMinutes), () => this.lock());
    this.#offers = new Offers({
      ...{ clock, log, sealer },
      exists: () => this.#ring.boxes().length > 0,
      isOpen: () => this.isOpen(),
      write: (offer) => this.#write(offer),
      provenAt: (device) => this.hint(device)?.provenAt ?? null,
    });
  }

  status(): VaultStatus {
    this.#autoLock.check();
    const { store } = this.#options;
    const idleMs = this.#autoLock.idleMs;
    return statusOf({
      boxes: this.#ring.boxes(),
      counts: store.counts(),
      damaged: this.#open === null ? null : this.#damaged,
      waiting: this.#offers.waiting,
      idleMinutes: idleMs === null ? null : idleMs / minuteMs,
    });
  }

  isOpen(): boolean {
    this.#autoLock.check();
    return this.#open !== null;
  }

  /** Makes a new vault and leaves it open. @throws AppError `vault.exists`, `vault.box-weak`, ... */
  async init(box: SecretBox): Promise<void> {
    const key = makeDataKey(this.#options.random);
    await this.#ring.found(box, key, false);
    this.#opened(key);
  }

  /**
   * For a person who can open the old one no more: its rows stay sealed in the file and are listed as
   * damaged, `other-key`.
   */
  async startOver(box: SecretBox): Promise<void> {
    const key = makeDataKey(this.#options.random);
    await this.#ring.found(box, key, true);
    this.#opened(key);
  }

  /**
   * @throws AppError `vault.none`, `vault.box-not-found`, `vault.not-opened` (wrong passphrase or changed
   *   bytes), `vault.box-damaged`, `vault.box-unavailable`
   */
  async unlock(box: SecretBox): Promise<void> {
    this.#opened(await this.#ring.open(box));
  }

  /** Locks, and forgets what still waited. */
  close(): void {
    this.lock();
    this.#offers.clear();
  }

  /** Wipes the key. Idempotent. */
  lock(): void {
    this.#autoLock.stop();
    if (this.#open === null) return;
    this.#open.key.bytes.fill(0);
    this.#open = null;
    this.#options.onChange?.();
  }

  /** A run in progress keeps it open until the returned function is called. */
  hold(): () => void {
    return this.#autoLock.hold();
  }

  /** `null`: open until it is locked. */
  setIdleMinutes(minutes: number | null): void {
    this.#autoLock.setIdle(toMs(minutes));
  }

  async addBox(box: SecretBox): Promise<void> {
    await this.#ring.add(box, this.#key());
    this.#options.onChange?.();
  }

  /** Another passphrase for the box of this id: one key is wrapped anew, no row is touched. */
  async changeBox(box: SecretBox): Promise<void> {
    await this.#ring.change(box, this.#key());
  }

  /** @throws AppError `vault.last-box` */
  removeBox(id: string): void {
    this.#ring.remove(id, this.#key());
    this.#options.onChange?.();
  }

  state(): 'none' | 'locked' | 'open' {
    if (this.isOpen()) return 'open';
    return this.#ring.boxes().length === 0 ? 'none' : 'locked';
  }

  async password(device: DeviceId): Promise<string | null> {
    const login = this.isOpen() ? this.login(device) : null;
    return login !== null && isAdministrator(login.userName) ? login.password : null;
  }

  async account(device: DeviceId, isQuiet: boolean): Promise<AccountPassword | null> {
    if (!this.isOpen()) return null;
    const login = this.#login(this.#need(isQuiet).book, device);
    return login && { userName: login.userName, password: login.password };
  }

  /** The device's own login, else its group's, else its site's; `null` also for one that does not open. */
  login(device: DeviceId): DeviceLogin | null {
    return this.#login(this.#book(), device);
  }

  #login(book: CredentialBook, device: DeviceId): DeviceLogin | null {
    const found = findLogin(book, this.#namesOf(device));
    if (found !== 'damaged') return found;
    this.#log.warn(() => 'a saved password does not open', { device });
    return null;
  }

  /**
   * Where a login for the device is kept, read from the open part of the rows: also while it is locked, and
   * without counting as use. `null`: nowhere. Whether it opens is known by `login` only.
   */
  hint(device: DeviceId): LoginHint | null {
    return findHint(this.#options.store, this.#namesOf(device));
  }

  /**
   * Never rejects for a proven one: the device has it whatever becomes of our file. A pending one that
   * cannot be kept must not be sent.
   */
  offer(device: DeviceId, given: string | AccountPassword, state: OfferState): Promise<void> {
    return this.#offers.take(device, given, state);
  }

  async pending(device: DeviceId): Promise<AccountPassword | null> {
    return this.isOpen() ? findPending(this.#need(true).book, this.#namesOf(device)) : null;
  }

  /** The device said no to a new password, so the pending one is none. */
  refused(device: DeviceId): void {
    this.#offers.forgetPending(device);
    if (!this.isOpen()) return;
    const [subject] = this.#namesOf(device).keys;
    this.#run((book) => book.dropPending({ scope: 'device', subject }), true);
  }

  /** A person says so: what was current is set aside, `provenAt` comes when a device accepts it. */
  save(target: SaveTarget, { userName, password, label = null }: SavedLogin): void {
    const payload = { kind: 'login', userName, password, label } as const;
    this.#run((book) =>
      book.change(() => book.setCurrent(this.#placeOf(book, target), payload, null)),
    );
  }

  /** Puts the device into a group that shares a password, or out of it. */
  setGroup(device: DeviceId, group: string | null): void {
    const { keys } = this.#namesOf(device);
    this.#run((book) =>
      book.change(() => {
        adoptOlderNames(book, keys);
        const place = { scope: 'member', subject: keys[0] } as const;
        const { current } = book.of(place);
        if (group !== null) book.setCurrent(place, { kind: 'member', group }, null);
        else if (current !== null) book.drop(current.row.id);
      }),
    );
  }

  /** `null` also when the membership does not open. */
  groupOf(device: DeviceId): string | null {
    const group = findGroup(this.#book(), this.#namesOf(device).keys);
    return group === 'damaged' ? null : group;
  }

  list(): { credentials: CredentialView[]; damaged: readonly DamagedCredential[] } {
    const { entries, damaged } = this.#book().all();
    this.#damaged = damaged.length;
    const credentials = entries.map(viewOf).filter((view) => view !== null);
    return { credentials, damaged };
  }

  /** In use for at least so many days. */
  due(days: number): CredentialView[] {
    return this.list().credentials.filter((view) => this.isDue(view, days));
  }

  /** The same as `list`, for a screen: no use of the vault, so it does not keep it open. Empty while locked. */
  views(): CredentialView[] {
    if (!this.isOpen() || this.#open === null) return [];
    const views = this.#open.book.all().entries.map(viewOf);
    return views.filter((view) => view !== null);
  }

  /** In use for at least so many days. */
  isDue({ state, changedAt }: CredentialView, days: number): boolean {
    return state === 'current' && changedAt <= this.#options.clock.now() - days * dayMs;
  }

  /** @throws AppError `vault.credential-not-found`, `vault.credential-damaged` */
  reveal(id: string): Login {
    const login = loginOf(this.#book().get(id).payload);
    if (login === null) throw new AppError('vault.credential-not-found', {});
    return login;
  }

  /** Removes one row, also a damaged one; nothing else ever does. */
  forget(id: string): void {
    this.#run((book) => book.forget(id));
  }

  /** Every password in it, so that none of them stands in a paper by mistake. No use of the vault. */
  secrets(): string[] {
    if (!this.isOpen() || this.#open === null) return [];
    const logins = this.#open.book.all().entries.map(({ payload }) => loginOf(payload));
    return logins.flatMap((login) => (login === null ? [] : [login.password]));
  }

  /** The sealed file for another laptop, all of it or one site's part. `leftOut` rows did not open. */
  async exportTo(
    box: SecretBox,
    part: VaultPart | null = null,
  ): Promise<{ file: Uint8Array; entries: number; leftOut: number }> {
    const { crypto, random, clock } = this.#options;
    const { entries, leftOut } = partOf(this.#book().all(), part);
    const file = await sealExport({ crypto, random, box }, entries, clock.now());
    return { file, entries: entries.length, leftOut };
  }

  /** Nothing is written unless the whole file opens. @throws AppError `vault.file-…` */
  async importFrom(box: SecretBox, file: Uint8Array): Promise<ImportReport> {
    return (await this.readFile(box, file))((_, subject) => subject);
  }

  /** Opens such a file, to be taken in later, in the middle of a larger change. */
  async readFile(box: SecretBox, file: Uint8Array): Promise<PartMerge> {
    const { crypto, clock } = this.#options;
    this.#book();
    const told = await openExport({ crypto, box }, file);
    return (rename) => {
      const entries = told.map((each) => renamed(each, rename));
      return this.#run((book) => mergeInto(book, entries, clock.now()));
    };
  }

  #opened(key: DataKey): void {
    this.lock();
    const { store, crypto, random, clock } = this.#options;
    const book = new CredentialBook({
      store,
      tools: { crypto, random, key },
      now: () => clock.now(),
      isOurs: () => this.#ring.holds(key),
    });
    this.#open = { key, book };
    this.#autoLock.start();
    this.#damaged = book.all().damaged.length;
    if (this.#damaged > 0) {
      this.#log.warn(() => 'saved passwords that do not open', { count: this.#damaged });
    }
    this.#offers.writeWaiting();
    this.#options.onChange?.();
  }

  #write(offer: Offer): void {
    // No use of it: a health check in the night must not keep it open. Jobs hold it.
    this.#run((book) => writeOffer(book, this.#namesOf(offer.device), offer), true);
  }

  #namesOf(device: DeviceId): DeviceNames {
    return this.#options.names(device) ?? { keys: [`id:${device}`], siteId: null };
  }

  #placeOf(book: CredentialBook, target: SaveTarget): Place {
    if (target.scope !== 'device') return { scope: target.scope, subject: target.id };
    const { keys } = this.#namesOf(target.device);
    adoptOlderNames(book, keys);
    return { scope: 'device', subject: keys[0] };
  }

  #run<T>(run: (book: CredentialBook) => T, isQuiet = false): T {
    try {
      return run(this.#need(isQuiet).book);
    } catch (error) {
      // Our key is no longer that of the file, so there is nothing left to do with it.
      if (error instanceof AppError && error.code === 'vault.changed') this.lock();
      throw error;
    }
  }

  #book(): CredentialBook {
    return this.#need().book;
  }

  #key(): DataKey {
    return this.#need().key;
  }

  #need(isQuiet = false): { readonly key: DataKey; readonly book: CredentialBook } {
    if (isQuiet) this.#autoLock.check();
    else this.#autoLock.use();
    if (this.#open !== null) return this.#open;
    if (this.#ring.boxes().length === 0) throw new AppError('vault.none', {});
    throw new AppError('vault.locked', {});
  }
}

function toMs(minutes: number | null): number | null {
  return minutes === null ? null : Math.max(1, minutes) * minuteMs;
}

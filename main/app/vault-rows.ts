import type { ImportReport } from '../contract/credential.ts';
import type { DeviceId } from '../contract/device.ts';
import { AppError } from '../contract/errors.ts';
import type { MethodOutput } from '../contract/methods.ts';
import type { Clock } from '../ports/clock.ts';
import { fromBase64, toBase64 } from '../protocol/base64.ts';
import type { SavedLogin, SaveTarget, Vault } from '../vault/vault.ts';
import type { VaultDesk } from './vault-desk.ts';

export interface VaultRowsOptions {
  readonly vault: Vault;
  readonly desk: VaultDesk;
  readonly clock: Clock;
  readonly deviceOf: (subject: string) => DeviceId | null;
  readonly deviceExists: (id: DeviceId) => boolean;
  readonly siteExists: (id: string) => boolean;
  readonly remindDays: () => number | null;
  /** A person typed a login for it, which nobody tried yet. */
  readonly onSaved: (device: DeviceId) => void;
}

type Known = MethodOutput<'vault.knows'>['known'][number];

/** Saved logins as a person sees them: without their passwords. */
export class VaultRows {
  readonly #options: VaultRowsOptions;

  constructor(options: VaultRowsOptions) {
    this.#options = options;
  }

  list(): MethodOutput<'vault.list'> {
    const { vault, deviceOf, remindDays } = this.#options;
    const { credentials, damaged } = vault.list();
    const days = remindDays();
    return {
      credentials: credentials.map((view) => ({
        ...view,
        device: view.scope === 'device' ? deviceOf(view.subject) : null,
        isDue: days !== null && vault.isDue(view, days),
      })),
      damaged: [...damaged],
    };
  }

  /** @throws AppError `device.not-found`, `site.not-found`, `vault.locked`, `vault.none` */
  save(target: SaveTarget, login: SavedLogin): void {
    const { vault, siteExists, desk, onSaved } = this.#options;
    if (target.scope === 'site' && !siteExists(target.id)) {
      throw new AppError('site.not-found', { wanted: target.id });
    }
    if (target.scope === 'device') this.#need(target.device);
    vault.save(target, login);
    if (target.scope === 'device') onSaved(target.device);
    desk.tell();
  }

  setGroup(ids: readonly DeviceId[], group: string | null): void {
    for (const id of ids) this.#need(id);
    for (const id of ids) this.#options.vault.setGroup(id, group);
    this.#options.desk.tell();
  }

  forget(id: string): void {
    this.#options.vault.forget(id);
    this.#options.desk.tell();
  }

  /** Works while it is locked too; then the account's name is not known. */
  knows(ids: readonly DeviceId[]): { known: Known[] } {
    return { known: ids.map((id) => this.#known(id)) };
  }

  #need(id: DeviceId): void {
    if (!this.#options.deviceExists(id)) throw new AppError('device.not-found', { wanted: id });
  }

  #known(id: DeviceId): Known {
    const { vault } = this.#options;
    const hint = vault.hint(id);
    if (hint === null) return { id, scope: null, userName: null, provenAt: null };
    if (!vault.isOpen()) return { id, userName: null, ...hint };
    // One that does not open is none: it would not be used.
    const login = vault.login(id);
    if (login === null) return { id, scope: null, userName: null, provenAt: null };
    const { scope, userName, provenAt } = login;
    return { id, scope, userName, provenAt };
  }

  async export(passphrase: string): Promise<MethodOutput<'vault.export'>> {
    const { vault, desk, clock } = this.#options;
    const { file, entries, leftOut } = await vault.exportTo(desk.fileBox(passphrase));
    const day = new Date(clock.now()).toISOString().slice(0, 10);
    const fileName = `untether-vault-${day}.utvault`;
    return { fileName, base64: toBase64(file), entries, leftOut };
  }

  /** @throws AppError `vault.file-…`, `vault.locked`, `vault.none` */
  async import(base64: string, passphrase: string): Promise<ImportReport> {
    const { vault, desk } = this.#options;
    const file = fromBase64(base64);
    if (file === null) {
      throw new AppError('vault.file-damaged', {}, { detail: 'no base64' });
    }
    const report = await vault.importFrom(desk.fileBox(passphrase), file);
    desk.tell();
    return report;
  }
}

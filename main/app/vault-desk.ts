import { AppError } from '../contract/errors.ts';
import type { VaultState } from '../contract/methods-vault.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { SecretBox } from '../ports/secret-box.ts';
import type { OsBoxState, VaultBoxes } from '../ports/vault-boxes.ts';
import type { SettingsService } from '../services/settings/settings-service.ts';
import type { PassphraseTriesStore } from '../store/credential-types.ts';
import type { Vault } from '../vault/vault.ts';
import { PassphrasePause } from './passphrase-pause.ts';

export interface VaultDeskOptions {
  readonly vault: Vault;
  /** `null` where the host brought none: then there is nothing to lock a vault with. */
  readonly boxes: VaultBoxes | null;
  readonly clock: Clock;
  readonly log: Log;
  readonly settings: SettingsService;
  readonly tries: PassphraseTriesStore;
  readonly onChange: (state: VaultState) => void;
}

export interface NewVault {
  readonly passphrase?: string | undefined;
  readonly useOs: boolean;
  readonly acceptWeak: boolean;
}

/** What a person does with the vault: sets it up, opens and locks it, chooses how it opens. */
export class VaultDesk {
  readonly #options: VaultDeskOptions;
  readonly #pause: PassphrasePause;
  /** One passphrase at a time: each costs 128 MiB, and a pause must not be passed by asking in parallel. */
  #turn: Promise<unknown> = Promise.resolve();
  #isClosed = false;

  constructor(options: VaultDeskOptions) {
    this.#options = options;
    const { tries: store, clock, log } = options;
    this.#pause = new PassphrasePause({ store, clock, log });
  }

  async state(): Promise<VaultState> {
    const { vault, boxes, settings } = this.#options;
    const osBox: OsBoxState = boxes === null ? 'none' : await boxes.osState();
    const remindDays = settings.get().vaultRemindDays || null;
    const isCounted = remindDays !== null && vault.isOpen();
    const due = isCounted ? vault.views().filter((view) => vault.isDue(view, remindDays)) : null;
    return { ...vault.status(), ...{ osBox, remindDays, due: due?.length ?? null } };
  }

  /** Tells the listeners, in the order of the changes. */
  tell(): void {
    if (this.#isClosed) return;
    const { log, onChange } = this.#options;
    this.state().then(
      (state) => this.#isClosed || onChange(state),
      (error: unknown) => log.warn(() => 'the vault could not be told', { error: `${error}` }),
    );
  }

  /**
   * Opens it without a word where the system's keystore is one of its boxes.
   * @throws AppError what `unlock` does; nothing is deleted
   */
  async openByItself(): Promise<void> {
    const { vault } = this.#options;
    if (vault.state() !== 'locked') return;
    if (!vault.status().boxes.some(({ kind }) => kind === 'os')) return;
    if ((await this.#boxes().osState()) === 'none') return;
    await this.unlock(undefined);
  }

  init(wanted: NewVault): Promise<VaultState> {
    return this.#found(wanted, (box) => this.#options.vault.init(box));
  }

  startOver(wanted: NewVault): Promise<VaultState> {
    return this.#found(wanted, (box) => this.#options.vault.startOver(box));
  }

  /** @throws AppError `vault.wait`, and what the vault's own `unlock` does */
  async unlock(passphrase: string | undefined): Promise<VaultState> {
    const { vault } = this.#options;
    // Not in turn: the keystore may wait for a person, and a passphrase must not wait for that.
    if (passphrase === undefined) await vault.unlock(this.#osBox(true));
    else await this.#guarded(passphrase, (box) => vault.unlock(box));
    this.#afterOpening();
    return await this.state();
  }

  lock(): Promise<VaultState> {
    this.#options.vault.lock();
    return this.state();
  }

  /** The old one is asked for also where the vault is open: whoever passes by must not change it. */
  async changePassphrase(passphrase: string, next: string): Promise<VaultState> {
    const { vault } = this.#options;
    await this.#guarded(passphrase, async (box) => {
      await vault.unlock(box);
      await vault.changeBox(this.#boxes().passphrase(next));
    });
    this.#afterOpening();
    return await this.state();
  }

  async addBox(
    kind: 'os' | 'passphrase',
    { passphrase, acceptWeak }: Omit<NewVault, 'useOs'>,
  ): Promise<VaultState> {
    const box =
      kind === 'os' ? this.#osBox(acceptWeak) : this.#boxes().passphrase(required(passphrase));
    await this.#options.vault.addBox(box);
    return await this.state();
  }

  removeBox(id: string): Promise<VaultState> {
    this.#options.vault.removeBox(id);
    return this.state();
  }

  configure(given: {
    readonly idleMinutes?: number | null | undefined;
    readonly remindDays?: number | null | undefined;
  }): Promise<VaultState> {
    const { vault, settings } = this.#options;
    const { idleMinutes, remindDays } = given;
    settings.setVault({
      ...(idleMinutes === undefined ? {} : { vaultIdleMinutes: idleMinutes ?? 0 }),
      ...(remindDays === undefined ? {} : { vaultRemindDays: remindDays ?? 0 }),
    });
    if (idleMinutes !== undefined) vault.setIdleMinutes(idleMinutes);
    this.tell();
    return this.state();
  }

  /** The box of a file for another laptop, or of one that came from there. */
  fileBox(passphrase: string): SecretBox {
    return this.#boxes().passphrase(passphrase);
  }

  close(): void {
    this.#isClosed = true;
  }

  async #found(
    { passphrase, useOs, acceptWeak }: NewVault,
    make: (box: SecretBox) => Promise<void>,
  ): Promise<VaultState> {
    const own = passphrase === undefined ? null : this.#boxes().passphrase(passphrase);
    const os = useOs ? this.#osBox(acceptWeak) : null;
    const [first, second] = [own, os].filter((box) => box !== null);
    if (first === undefined) required(undefined);
    else {
      // What cannot be used is found out before anything is made.
      if (os !== null && own !== null) await tryOut(os);
      await this.#inTurn(async () => {
        await make(first);
        this.#pause.forget();
        if (second !== undefined) await this.#options.vault.addBox(second);
      });
    }
    this.#afterOpening();
    return await this.state();
  }

  #guarded(passphrase: string, open: (box: SecretBox) => Promise<void>): Promise<void> {
    const box = this.#boxes().passphrase(passphrase);
    return this.#inTurn(() => this.#pause.guard(() => open(box)));
  }

  #inTurn<T>(run: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(run);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  /** It may have been closed while a passphrase was at work. */
  #afterOpening(): void {
    if (this.#isClosed) this.#options.vault.close();
  }

  #boxes(): VaultBoxes {
    const { boxes } = this.#options;
    if (boxes === null) throw new AppError('vault.box-unavailable', { box: 'passphrase' });
    return boxes;
  }

  #osBox(isConsented: boolean): SecretBox {
    const box = this.#boxes().os(isConsented);
    if (box === null) throw new AppError('vault.box-unavailable', { box: 'os' });
    return box;
  }
}

/** @throws AppError `input.invalid` without one */
function required(passphrase: string | undefined): string {
  if (passphrase !== undefined) return passphrase;
  throw new AppError('input.invalid', { fields: 'passphrase: missing' });
}

/** @throws AppError `vault.box-weak`, `vault.box-unavailable` */
async function tryOut(os: SecretBox): Promise<void> {
  const { method, strength, isConsented } = os.describe();
  if (strength === 'weak' && !isConsented) throw new AppError('vault.box-weak', { method });
  const probe = new Uint8Array(32);
  const opened = await os.unwrap(await os.wrap(probe));
  if (!opened.ok) throw new AppError('vault.box-unavailable', { box: os.id });
  opened.key.fill(0);
}

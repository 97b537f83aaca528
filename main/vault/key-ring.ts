import { AppError } from '../contract/errors.ts';
import type { SecretBox } from '../ports/secret-box.ts';
import type { VaultCrypto } from '../ports/vault-crypto.ts';
import type { BoxRow, CredentialStore } from '../store/credential-types.ts';
import { type DataKey, packKey, unpackKey } from './data-key.ts';

export interface KeyRingOptions {
  readonly store: CredentialStore;
  readonly crypto: VaultCrypto;
  readonly now: () => number;
}

/**
 * The wrapped copies of the data key, one per box. Wrapping takes a while, so each change looks again under
 * the write lock whether it still fits what another process may have done meanwhile.
 */
export class KeyRing {
  readonly #store: CredentialStore;
  readonly #crypto: VaultCrypto;
  readonly #now: () => number;

  constructor({ store, crypto, now }: KeyRingOptions) {
    this.#store = store;
    this.#crypto = crypto;
    this.#now = now;
  }

  boxes(): BoxRow[] {
    return this.#store.boxes();
  }

  /** The file's boxes hold this key: nobody started over meanwhile. */
  holds(key: DataKey): boolean {
    return this.#store.boxes().some(({ keyId }) => keyId === key.id);
  }

  /** First box of a new key. @throws AppError `vault.exists` */
  async found(box: SecretBox, key: DataKey, isStartingOver: boolean): Promise<void> {
    const row = await this.#wrap(box, key);
    this.#store.change(() => {
      if (isStartingOver) this.#store.retireBoxes(this.#now());
      else if (this.#store.boxes().length > 0) throw new AppError('vault.exists', {});
      this.#store.putBox(row);
    });
  }

  /** @throws AppError `vault.none`, `vault.box-not-found`, and what `failureOf` names */
  async open(box: SecretBox): Promise<DataKey> {
    const boxes = this.#store.boxes();
    if (boxes.length === 0) throw new AppError('vault.none', {});
    const row = boxes.find(({ id }) => id === box.id);
    if (row === undefined) throw new AppError('vault.box-not-found', { box: box.id });
    const opened = await box.unwrap(row.wrapped);
    if (!opened.ok) throw failureOf(box.id, opened.why);
    const key = unpackKey(this.#crypto, opened.key);
    opened.key.fill(0);
    // The key's id is authenticated, the column is not: a copy of another vault's box is no key of ours.
    if (key === null || key.id !== row.keyId) throw failureOf(box.id, 'not-opened');
    return key;
  }

  /** @throws AppError `vault.box-exists`, `vault.box-weak`, `vault.changed` */
  async add(box: SecretBox, key: DataKey): Promise<void> {
    const row = await this.#wrap(box, key);
    this.#store.change(() => {
      this.#mustHold(key);
      if (this.#find(box.id) !== undefined) throw new AppError('vault.box-exists', { box: box.id });
      this.#store.putBox(row);
    });
  }

  /** Wraps anew, for example with another passphrase. @throws AppError `vault.box-not-found`, ... */
  async change(box: SecretBox, key: DataKey): Promise<void> {
    const row = await this.#wrap(box, key);
    this.#store.change(() => {
      this.#mustHold(key);
      const before = this.#find(box.id);
      if (before === undefined) throw new AppError('vault.box-not-found', { box: box.id });
      this.#store.putBox({ ...row, madeAt: before.madeAt });
    });
    this.#store.scrub();
  }

  /** @throws AppError `vault.box-not-found`, `vault.last-box`, `vault.changed` */
  remove(id: string, key: DataKey): void {
    this.#store.change(() => {
      this.#mustHold(key);
      if (this.#find(id) === undefined) throw new AppError('vault.box-not-found', { box: id });
      if (this.#store.boxes().length === 1) throw new AppError('vault.last-box', { box: id });
      this.#store.removeBox(id);
    });
    this.#store.scrub();
  }

  #find(id: string): BoxRow | undefined {
    return this.#store.boxes().find((box) => box.id === id);
  }

  #mustHold(key: DataKey): void {
    if (!this.holds(key)) throw new AppError('vault.changed', {});
  }

  async #wrap(box: SecretBox, key: DataKey): Promise<BoxRow> {
    const wrapped = await wrapKey(this.#crypto, box, key);
    const at = this.#now();
    const { id, kind } = box;
    return { id, kind, keyId: key.id, wrapped, madeAt: at, changedAt: at };
  }
}

/** @throws AppError `vault.box-weak` when nobody agreed to a weak box */
export async function wrapKey(
  crypto: VaultCrypto,
  box: SecretBox,
  key: DataKey,
): Promise<Uint8Array> {
  const { method, strength, isConsented } = box.describe();
  if (strength === 'weak' && !isConsented) throw new AppError('vault.box-weak', { method });
  const parcel = packKey(crypto, key);
  try {
    return await box.wrap(parcel);
  } finally {
    parcel.fill(0);
  }
}

function failureOf(box: string, why: 'not-opened' | 'damaged' | 'unavailable'): AppError {
  switch (why) {
    case 'not-opened':
      return new AppError('vault.not-opened', { box });
    case 'damaged':
      return new AppError('vault.box-damaged', { box });
    case 'unavailable':
      return new AppError('vault.box-unavailable', { box });
  }
}

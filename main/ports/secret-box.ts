/** `os`: the keystore of the operating system's user. `passphrase`: something a person knows. */
export type BoxKind = 'os' | 'passphrase';

export interface BoxDescription {
  /** How it protects: `scrypt`, `keychain`, `dpapi`, `gnome_libsecret`, `kwallet6`, `basic_text`, ... */
  readonly method: string;
  /** `weak` hides the key from nobody who can read the file, as Chromium's `basic_text` does. */
  readonly strength: 'strong' | 'weak';
  /** A person was told that it is weak and agreed. Without it a weak box is refused. */
  readonly isConsented: boolean;
}

/**
 * `not-opened`: a wrong passphrase, another user or machine, or changed bytes; these cannot be told apart.
 * `damaged`: not this box's format. `unavailable`: the keystore does not answer now, later it may.
 */
export type BoxFailure = 'not-opened' | 'damaged' | 'unavailable';

export type Unwrapped =
  | { readonly ok: true; readonly key: Uint8Array }
  | { readonly ok: false; readonly why: BoxFailure };

/**
 * Something that can lock a few bytes away and give them back: the vault's data key is kept once per box.
 * What `wrap` returns holds everything but the secret itself (parameters, salt), so that a box of the same
 * id can open it years later.
 */
export interface SecretBox {
  /** Names the wrapped copy: `os`, `passphrase`, `recovery`, ... A vault has at most one of each. */
  readonly id: string;
  readonly kind: BoxKind;
  describe(): BoxDescription;
  /**
   * The caller wipes `key`.
   * @throws AppError `vault.passphrase-short`, `vault.box-unavailable`
   */
  wrap(key: Uint8Array): Promise<Uint8Array>;
  /** Never rejects because of the bytes. The caller wipes the key. */
  unwrap(wrapped: Uint8Array): Promise<Unwrapped>;
}

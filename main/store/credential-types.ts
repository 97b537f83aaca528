import type { BoxKind } from '../ports/secret-box.ts';

/** What a row tells without the key. All of it but `damagedAt` is authenticated by the seal. */
export interface CredentialHeader {
  readonly id: string;
  /** `device`, `site`, `group`, or `member`: which group a device belongs to. Text, as a file may hold any. */
  readonly scope: string;
  readonly subject: string;
  /** `current`, `pending` or `aside`. */
  readonly state: string;
  /** The data key that seals it. */
  readonly keyId: string;
  readonly keyVersion: number;
  readonly createdAt: number;
  readonly changedAt: number;
  readonly provenAt: number | null;
}

export interface CredentialRow extends CredentialHeader {
  readonly nonce: Uint8Array;
  readonly sealed: Uint8Array;
  /** It did not open then, and another row took its place. */
  readonly damagedAt: number | null;
}

export interface BoxRow {
  readonly id: string;
  readonly kind: BoxKind;
  readonly keyId: string;
  readonly wrapped: Uint8Array;
  readonly madeAt: number;
  readonly changedAt: number;
}

export interface CredentialCount {
  readonly scope: string;
  readonly state: string;
  readonly rows: number;
}

/**
 * Sealed rows and wrapped keys; the store never sees a secret. Writes are on the disk when the call
 * returns, and what they replace is overwritten in the file.
 */
export interface CredentialStore {
  all(): CredentialRow[];
  of(scope: string, subject: string): CredentialRow[];
  get(id: string): CredentialRow | null;
  /** Rows of the key in use that were not marked as damaged. */
  counts(): CredentialCount[];
  /** Inserts, or replaces the row of this id. */
  put(row: CredentialRow): void;
  markDamaged(id: string, at: number): void;
  remove(id: string): void;

  /** Boxes in use, the oldest first. */
  boxes(): BoxRow[];
  putBox(box: BoxRow): void;
  removeBox(id: string): void;
  /** Every box goes out of use; rows and boxes stay in the file. */
  retireBoxes(at: number): void;

  /** Reads and writes as one, under the write lock; nothing of it stays when `run` throws. */
  change<T>(run: () => T): T;
  /** Cuts the write-ahead log, where replaced bytes live on. Best effort: a reader may hold it. */
  scrub(): void;
}

/** Wrong passphrases since the last right one. */
export interface PassphraseTries {
  readonly wrong: number;
  /** What was left of the pause at `fromAt`, in milliseconds; 0: none. */
  readonly waitMs: number;
  /** Epoch milliseconds by the computer's clock, which may be set. */
  readonly fromAt: number;
}

export interface PassphraseTriesStore {
  /**
   * Reads and writes under the write lock, so that no other process comes between. `change` gives what it is
   * from now on, or `null` to leave it; nothing is written when it throws. Durable when it returns.
   */
  change(change: (tries: PassphraseTries) => PassphraseTries | null): void;
}

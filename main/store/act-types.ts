import type { AuditLine, Job, JobItem, JobKind, JobSummary } from '../contract/job.ts';
import type { BootSeen } from '../domain/restart.ts';
import type { CaseStore } from './case-types.ts';
import type { ChannelStore } from './channel-types.ts';
import type { ChooserStore } from './chooser-types.ts';
import type { CredentialStore, PassphraseTriesStore } from './credential-types.ts';
import type { LoginStore } from './login-types.ts';
import type { TransferStore } from './transfer-types.ts';

export type AuditEntry = Omit<AuditLine, 'seq' | 'hash'>;

export interface AuditQuery {
  readonly jobId?: string | undefined;
  readonly limit: number;
}

export interface AuditCheck {
  readonly isIntact: boolean;
  readonly lines: number;
  /** First line that does not fit; `null` when the file itself or an index of it is damaged. */
  readonly brokenAt: number | null;
}

/** Lines can be added and read; there is no other way, and the file's triggers say the same. */
export interface AuditStore {
  /** All in one transaction, durable when it returns. Throws `audit.unwritable`. */
  append(entries: readonly AuditEntry[]): void;
  /** Newest first. */
  list(query: AuditQuery): AuditLine[];
  /** Reads the whole chain. */
  verify(): AuditCheck;
}

/** What is known of one device's password tries. */
export interface LockoutRow {
  readonly key: string;
  readonly salt: Uint8Array;
  /** Tries left as the device last told; `null` when it never did, or a right password cleared it. */
  readonly toldLeft: number | null;
  /** Tries since then that may have cost one. */
  readonly possible: number;
  readonly lockedUntil: number | null;
  readonly wrongPrint: number | null;
  readonly updatedAt: number;
  /** Rises with each change of any row. */
  readonly revision: number;
}
export type LockoutState = Pick<LockoutRow, 'toldLeft' | 'possible' | 'lockedUntil' | 'wrongPrint'>;

export interface LockoutStore {
  get(key: string): LockoutRow | null;
  /** The row, made with this salt when there is none. */
  ensure(key: string, salt: Uint8Array, at: number): LockoutRow;
  /**
   * Reads and writes the row under the write lock, so that another process cannot come between. `change`
   * gives the new state, or `null` to leave it. Returns the row as it is then. Durable when it returns.
   */
  change(key: string, at: number, change: (row: LockoutRow) => LockoutState | null): LockoutRow;
  changedSince(revision: number): LockoutRow[];
}

/** The process that works on a job. */
export interface JobOwner {
  /** Made anew by each process. */
  readonly token: string;
  readonly pid: number;
  readonly machine: string;
}

export interface StoredItem {
  readonly position: number;
  readonly item: JobItem;
  /** The runner's input without secrets. */
  readonly params: unknown;
  /** Something secret was left out of `params`. */
  readonly isLossy: boolean;
  /** Write-ahead mark: the datagram that changes the device left, or was just about to. */
  readonly isSent: boolean;
  /** Its outcome is not known and has to be read. */
  readonly needsReread: boolean;
  /** How long the device had been up when it was about to be told to restart. */
  readonly boot?: BootSeen | null;
}

export interface JobHead {
  readonly id: string;
  readonly kind: JobKind;
  readonly siteId: string;
  readonly state: Job['state'];
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly by: Job['by'];
  readonly parallel: number;
  readonly isOneByOne: boolean;
  readonly isWaitingForInternet: boolean;
  readonly undoOf: string | null;
  readonly isDismissed: boolean;
  readonly owner: (JobOwner & { readonly beatAt: number }) | null;
}

export interface StoredJob extends JobHead {
  readonly items: readonly StoredItem[];
  /** A job that took this one's changes back has done so for at least one device. */
  readonly isUndone: boolean;
}

export interface JobStore {
  insert(job: StoredJob): void;
  /** Newest first. */
  list(limit: number): JobSummary[];
  get(id: string): StoredJob | null;
  /** Durable when it returns; so are all writes here. */
  saveItem(jobId: string, item: StoredItem): void;
  setState(id: string, change: JobStateChange): void;
  setDismissed(id: string): void;
  /** Jobs that a process works on, or did until it died. */
  held(): JobHead[];
  /**
   * Takes a job over for a process and sets it running. `false` when it is in another state than these,
   * or has another owner than the expected one: somebody was faster.
   */
  claim(id: string, claim: JobClaim): boolean;
  /** Token of the process that holds the job. */
  ownerOf(id: string): string | null;
  /** The owner is alive; told every few seconds. */
  beat(token: string, at: number): void;
}

export interface JobStateChange {
  readonly state: Job['state'];
  readonly endedAt: number | null;
  /** Whether the process keeps the job in its hands. */
  readonly isHeld: boolean;
}

export interface JobClaim {
  readonly from: readonly Job['state'][];
  readonly expectedOwner: string | null;
  readonly owner: JobOwner;
  readonly at: number;
}

/** Jobs, audit, locks and credentials: written through a connection of their own that waits for the disk. */
export interface ActStores {
  readonly jobs: JobStore;
  readonly audit: AuditStore;
  readonly lockouts: LockoutStore;
  readonly credentials: CredentialStore;
  readonly passphraseTries: PassphraseTriesStore;
  readonly cases: CaseStore;
  readonly chooser: ChooserStore;
  readonly logins: LoginStore;
  readonly channels: ChannelStore;
  readonly transfers: TransferStore;
  /** Several writes as one; never inside `Store.transaction`, which holds the other connection. */
  durably<T>(run: () => T): T;
}

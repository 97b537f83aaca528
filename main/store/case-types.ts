import type { Reminder } from '../contract/recovery.ts';
import type { CaseFile } from '../domain/cases/types.ts';

export interface CaseQuery {
  /** Key of the device (`deviceKeyOf`) or the id it had when the case was opened. */
  readonly device?: { readonly id: string; readonly key: string } | undefined;
  /** Open, waiting or expired; else also those that are over. */
  readonly isOpen?: boolean | undefined;
  readonly limit: number;
}

export interface CaseList {
  /** Newest first. */
  readonly files: readonly CaseFile[];
  /** Ids of rows that cannot be read as a case. They are left as they are. */
  readonly unreadable: readonly string[];
}

export interface StoredReminder {
  readonly caseId: string;
  readonly deadline: Reminder['deadline'];
  readonly level: Reminder['level'];
  readonly dueAt: number;
  readonly shownAt: number | null;
}

/** Cases, what hangs on them, and their reminders. Every write is on the disk when the call returns. */
export interface CaseStore {
  get(id: string): CaseFile | null;
  list(query: CaseQuery): CaseList;
  /**
   * New or changed. `false`, with nothing written, when the device has another open case of that kind.
   * @param key the device's key, the same for all processes
   */
  put(file: CaseFile, key: string): boolean;
  /** @returns SHA-256 of the bytes, lower-case hexadecimal */
  attach(caseId: string, id: string, data: Uint8Array): string;
  attachment(caseId: string, id: string): Uint8Array | null;
  /** Makes those that were never made. @returns how many */
  remind(rows: readonly Omit<StoredReminder, 'shownAt'>[]): number;
  /** Of open cases, not acknowledged; the oldest first. */
  standing(): StoredReminder[];
  markShown(at: number): void;
  /** `false` when there is none that stands. */
  dismiss(reminder: Pick<StoredReminder, 'caseId' | 'deadline' | 'level'>, at: number): boolean;
  /** Those that are due later than now were made by a clock that ran ahead. @returns how many */
  forgetRemindersAfter(now: number): number;
  /** A deadline that begins anew may remind anew. */
  forgetReminders(caseId: string, deadlines: readonly Reminder['deadline'][]): void;
}

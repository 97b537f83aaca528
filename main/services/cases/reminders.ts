import { AppError } from '../../contract/errors.ts';
import type { Reminder } from '../../contract/recovery.ts';
import { dueReminders } from '../../domain/cases/deadlines.ts';
import type { CaseFile } from '../../domain/cases/types.ts';
import type { Clock } from '../../ports/clock.ts';
import type { CaseStore, StoredReminder } from '../../store/case-types.ts';

export interface RemindersOptions {
  readonly store: CaseStore;
  readonly clock: Clock;
  readonly onChange: (reminders: readonly Reminder[]) => void;
}

type ReminderKey = Pick<StoredReminder, 'caseId' | 'deadline' | 'level'>;

function idOf({ caseId, deadline, level }: ReminderKey): string {
  return `${caseId}/${deadline}/${level}`;
}

/** Rows that are made once, shown, and stand until they are acknowledged. */
export class Reminders {
  readonly #options: RemindersOptions;
  /** Known to be in the store, so that a second's tick does not write. */
  readonly #made = new Set<string>();
  /** The clock at the last look; `null` before the first one. */
  #lookedAt: number | null = null;

  constructor(options: RemindersOptions) {
    this.#options = options;
  }

  /** Makes those whose time has come, also while nobody was there. */
  catchUp(files: readonly CaseFile[]): void {
    const { store, clock } = this.#options;
    const now = clock.now();
    this.#takeBack(now);
    const due = files
      .flatMap(({ view }) => dueReminders(view, now).map((one) => ({ ...one, caseId: view.id })))
      .filter((one) => !this.#made.has(idOf(one)));
    if (due.length === 0) return;
    const made = store.remind(due);
    for (const one of due) this.#made.add(idOf(one));
    if (made > 0) this.tell();
  }

  /**
   * A clock that ran ahead made reminders too early, also while the app was closed. They are taken back, or the right
   * time would pass in silence.
   */
  #takeBack(now: number): void {
    const isBack = this.#lookedAt === null || now < this.#lookedAt;
    this.#lookedAt = now;
    if (!isBack || this.#options.store.forgetRemindersAfter(now) === 0) return;
    this.#made.clear();
    this.tell();
  }

  list(): Reminder[] {
    const { store } = this.#options;
    const known = new Map<string, CaseFile | null>();
    return store.standing().flatMap((row) => {
      const file = known.get(row.caseId) ?? store.get(row.caseId);
      known.set(row.caseId, file);
      if (file === null) return [];
      const { device, kind } = file.view;
      return [{ id: idOf(row), ...row, device, kind }];
    });
  }

  /** Shown from now on; the answer still says which ones are shown for the first time. */
  show(): Reminder[] {
    const reminders = this.list();
    const isNew = reminders.some(({ shownAt }) => shownAt === null);
    if (isNew) this.#options.store.markShown(this.#options.clock.now());
    return reminders;
  }

  /** @throws AppError `case.reminder-not-found` */
  dismiss(id: string): void {
    const found = this.list().find((reminder) => reminder.id === id);
    if (found === undefined) throw new AppError('case.reminder-not-found', {});
    this.#options.store.dismiss(found, this.#options.clock.now());
    this.tell();
  }

  /** A deadline that begins anew reminds anew. */
  forget(caseId: string, deadlines: readonly StoredReminder['deadline'][]): void {
    this.#options.store.forgetReminders(caseId, deadlines);
    for (const deadline of deadlines) {
      for (const level of ['warn', 'over'] as const) {
        this.#made.delete(idOf({ caseId, deadline, level }));
      }
    }
  }

  tell(): void {
    this.#options.onChange(this.list());
  }
}

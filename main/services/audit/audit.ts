import type { AuditLine } from '../../contract/job.ts';
import type { MethodOutput, MethodParsed } from '../../contract/methods.ts';
import type { Clock } from '../../ports/clock.ts';
import type { AuditEntry, AuditStore } from '../../store/act-types.ts';

/** Who sits here, as the system names them. */
export interface Operator {
  readonly user: string;
  readonly machine: string;
}

export interface AuditOptions {
  readonly store: AuditStore;
  readonly clock: Clock;
  readonly operator: Operator;
  readonly host: string;
}

export interface AuditNote {
  /** `jobs.resume`, `item.unbind`, …; with the phase it makes `what`. */
  readonly what: string;
  readonly phase: 'begun' | 'finished';
  readonly jobId?: string | null;
  /** Serial, else MAC or address. */
  readonly device?: string | null;
  readonly params?: AuditLine['params'];
}

const maxText = 300;
const maxParams = 60;

/** Writes down what is done to devices: a line before, which must be on the disk, and one after. */
export class Audit {
  readonly #options: AuditOptions;

  constructor(options: AuditOptions) {
    this.#options = options;
  }

  /** @throws AppError `audit.unwritable`: then nothing may be sent */
  write(...notes: readonly AuditNote[]): void {
    const { store, clock, operator, host } = this.#options;
    const at = clock.now();
    store.append(
      notes.map(
        (note): AuditEntry => ({
          ...{ at, user: operator.user, machine: operator.machine, host },
          what: `${note.what} ${note.phase}`,
          jobId: note.jobId ?? null,
          device: note.device ?? null,
          params: bounded(note.params ?? {}),
        }),
      ),
    );
  }

  list(query: MethodParsed<'audit.list'>): MethodOutput<'audit.list'> {
    return { lines: this.#options.store.list(query) };
  }

  verify(): MethodOutput<'audit.verify'> {
    return this.#options.store.verify();
  }
}

function bounded(params: AuditLine['params']): AuditLine['params'] {
  const entries = Object.entries(params).slice(0, maxParams);
  return Object.fromEntries(
    entries.map(([key, value]) => [
      key,
      typeof value === 'string' ? value.slice(0, maxText) : value,
    ]),
  );
}

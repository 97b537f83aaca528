import type { Notice, NoticeCode } from '../../contract/network.ts';
import type { Clock } from '../../ports/clock.ts';

export interface NoticeInput {
  readonly code: NoticeCode;
  /** Tells several notices of one code apart, for example the adapter's id. */
  readonly key?: string;
  readonly level: Notice['level'];
  readonly params: Notice['params'];
}

const maxNotices = 200;

/** What the operator should know now. Dismissed notices come back only after their cause was gone. */
export class NoticeBoard {
  readonly #clock: Clock;
  readonly #onChange: () => void;
  readonly #live = new Map<string, Notice>();
  readonly #dismissed = new Set<string>();

  constructor(clock: Clock, onChange: () => void) {
    this.#clock = clock;
    this.#onChange = onChange;
  }

  /** Shows it, or brings its parameters up to date; keeps the time it began. */
  raise(input: NoticeInput): void {
    const id = idOf(input.code, input.key);
    const known = this.#live.get(id);
    if (known !== undefined && isSame(known, input)) return;
    if (known === undefined && this.#live.size >= maxNotices) return;
    const { code, level, params } = input;
    this.#live.set(id, { id, code, level, params, at: known?.at ?? this.#clock.now() });
    if (!this.#dismissed.has(id)) this.#onChange();
  }

  clear(code: NoticeCode, key?: string): void {
    const id = idOf(code, key);
    const wasShown = this.#live.delete(id) && !this.#dismissed.has(id);
    this.#dismissed.delete(id);
    if (wasShown) this.#onChange();
  }

  /** Clears those of the code whose key is not among these. */
  keepOnly(code: NoticeCode, keys: ReadonlySet<string>): void {
    for (const notice of [...this.#live.values()]) {
      const key = notice.id.slice(code.length + 1);
      if (notice.code === code && !keys.has(key)) this.clear(code, key);
    }
  }

  /** `false` when there is no such notice. */
  dismiss(id: string): boolean {
    if (!this.#live.has(id) || this.#dismissed.has(id)) return false;
    this.#dismissed.add(id);
    this.#onChange();
    return true;
  }

  list(): Notice[] {
    return [...this.#live.values()].filter((notice) => !this.#dismissed.has(notice.id));
  }
}

function idOf(code: NoticeCode, key: string | undefined): string {
  return key === undefined ? code : `${code}:${key}`;
}

function isSame(known: Notice, input: NoticeInput): boolean {
  return (
    known.level === input.level && JSON.stringify(known.params) === JSON.stringify(input.params)
  );
}

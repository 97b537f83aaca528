import type { Entry } from './entry.ts';
import { PasswordGroups } from './groups.ts';

/**
 * `stopped`: the password is wrong elsewhere. `not-now`: the device goes on waiting for the internet.
 * `later`: the job was paused before its turn to send came.
 */
export type GateWord = 'go' | 'stopped' | 'not-now' | 'later';

export interface AdmissionOptions {
  readonly parallel: number;
  /** Whether the job starts anything now. */
  readonly isRunning: () => boolean;
  readonly isOver: () => boolean;
  /** Password group of an entry; `null` where no canary is needed. */
  readonly groupOf: (entry: Entry) => number | null;
}

/**
 * Who may work, and who may send: N devices at once, and of a password group one sends until the password
 * is proven. Reading and asking need no password, so they never wait for it. A device that waited for the
 * internet works without a place and takes one only to send.
 */
export class Admission {
  readonly #options: AdmissionOptions;
  readonly #groups = new PasswordGroups();
  readonly #places = new Set<Entry>();
  /** Those that passed the gate, with the group they did it in. */
  readonly #senders = new Map<Entry, number | null>();
  readonly #atGate: { entry: Entry; resolve: (word: GateWord) => void }[] = [];

  constructor(options: AdmissionOptions) {
    this.#options = options;
  }

  get hasRoom(): boolean {
    return this.#places.size < this.#options.parallel;
  }

  mayStart(entry: Entry): boolean {
    return this.hasRoom && !this.#groups.isStopped(this.#options.groupOf(entry));
  }

  take(entry: Entry): void {
    this.#places.add(entry);
  }

  /** Gives the place back, if it had one, and the turn to send. */
  leave(entry: Entry): void {
    this.#places.delete(entry);
    this.endTurn(entry);
  }

  /**
   * Its command is answered or lost. Where that said nothing of the password, the next one may send; it
   * need not wait until this device is read back.
   */
  endTurn(entry: Entry): void {
    const group = this.#senders.get(entry);
    if (group === undefined) return;
    this.#senders.delete(entry);
    this.#groups.leave(group);
    this.open();
  }

  prove(entry: Entry): void {
    this.#groups.prove(this.#options.groupOf(entry));
  }

  /** Its password is wrong. Returns the group that stops, `null` when it has none. */
  stop(entry: Entry): number | null {
    const group = this.#options.groupOf(entry);
    this.#groups.stop(group);
    return group;
  }

  /** The last door before a command that changes the device. */
  gate(entry: Entry): Promise<GateWord> {
    return new Promise((resolve) => {
      const told = (word: GateWord): void => {
        entry.heldBack = word === 'go' ? null : word;
        resolve(word);
      };
      this.#atGate.push({ entry, resolve: told });
      this.open();
    });
  }

  /** Lets through whoever may pass now, and turns away whom waiting does not help. */
  open(): void {
    for (const waiting of [...this.#atGate]) {
      const word = this.#wordFor(waiting.entry);
      if (word === null) continue;
      this.#atGate.splice(this.#atGate.indexOf(waiting), 1);
      waiting.resolve(word);
    }
  }

  /** `null`: it has to wait until a place is free or the password is proven. */
  #wordFor(entry: Entry): GateWord | null {
    const { isOver, isRunning, groupOf } = this.#options;
    const group = groupOf(entry);
    if (isOver()) return 'not-now';
    if (this.#groups.isStopped(group)) return 'stopped';
    const hasPlace = this.#places.has(entry);
    if (!isRunning() && !hasPlace) return 'not-now';
    if (!hasPlace && !this.hasRoom) return null;
    // Under way when the pause came: it may send if its turn is now, but nobody waits for a turn.
    if (!this.#groups.mayStart(group)) return isRunning() ? null : 'later';
    this.take(entry);
    this.#groups.enter(group);
    this.#senders.set(entry, group);
    entry.item.state = 'running';
    return 'go';
  }
}

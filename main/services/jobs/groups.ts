/** `unproven`: one device at a time. `proven`: a device took the password. `stopped`: one said it is wrong. */
type GroupState = 'unproven' | 'proven' | 'stopped';

interface Group {
  state: GroupState;
  /** Devices of it that are at work. */
  working: number;
}

/**
 * Devices that are given the same password. The first goes alone, because a wrong password sent to
 * thirty devices at once costs each of them a try.
 */
export class PasswordGroups {
  readonly #groups = new Map<number, Group>();

  /** `null` is a device that needs no such care. */
  mayStart(group: number | null): boolean {
    if (group === null) return true;
    const { state, working } = this.#get(group);
    return state === 'proven' || (state === 'unproven' && working === 0);
  }

  enter(group: number | null): void {
    if (group !== null) this.#get(group).working += 1;
  }

  leave(group: number | null): void {
    if (group !== null) this.#get(group).working -= 1;
  }

  prove(group: number | null): void {
    if (group === null) return;
    const found = this.#get(group);
    if (found.state === 'unproven') found.state = 'proven';
  }

  /** A wrong password stops the group even after another device took it. */
  stop(group: number | null): void {
    if (group !== null) this.#get(group).state = 'stopped';
  }

  isStopped(group: number | null): boolean {
    return group !== null && this.#get(group).state === 'stopped';
  }

  #get(group: number): Group {
    const found = this.#groups.get(group);
    if (found !== undefined) return found;
    const made: Group = { state: 'unproven', working: 0 };
    this.#groups.set(group, made);
    return made;
  }
}

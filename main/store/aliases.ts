import type { DeviceId } from '../contract/device.ts';

/**
 * Two processes that meet a new device at the same time give it two ids. The row that was there first
 * wins; this process goes on with its own id and the store translates until it is restarted.
 */
export class Aliases {
  readonly #rowOf = new Map<DeviceId, DeviceId>();
  readonly #idOf = new Map<DeviceId, DeviceId>();

  set(id: DeviceId, row: DeviceId): void {
    this.#rowOf.set(id, row);
    this.#idOf.set(row, id);
  }

  /** The row behind an id of this process. */
  row(id: DeviceId): DeviceId {
    return this.#rowOf.get(id) ?? id;
  }

  /** The id by which this process knows a row. */
  id(row: DeviceId): DeviceId {
    return this.#idOf.get(row) ?? row;
  }
}

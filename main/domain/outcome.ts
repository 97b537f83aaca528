import type { DeviceEvent, DeviceId, DeviceKind, FactKey } from '../contract/device.ts';

/** What became of a sighting. */
export type SeeOutcome =
  | {
      readonly kind: 'merged';
      readonly id: DeviceId;
      readonly isNew: boolean;
      readonly changed: readonly FactKey[];
    }
  | {
      readonly kind: 'refused';
      /**
       * `flood`: the list is full and this identity answered only once so far.
       * `no-identity`: nothing says which device it was (no serial, MAC or address, or an address that
       * several known devices claim).
       */
      readonly why: 'flood' | 'no-identity';
    };

/** Changes since the last call; ids in `ids` exist, ids in `removed` do not exist any more. */
export interface Dirty {
  readonly ids: readonly DeviceId[];
  /** United with another record, or evicted by a flood: tell listeners; `store.devices.deleteMany`. */
  readonly removed: readonly DeviceId[];
  readonly events: readonly DeviceEvent[];
}

export interface FloodReport {
  readonly since: number;
  /** Sightings turned away or evicted since then. */
  readonly refused: number;
  /** Refusals per second, over the time of the flood. */
  readonly perSecond: number;
  /** Adapter most of them came by; `null` when the system does not tell. */
  readonly adapter: string | null;
  /** One of the invented identities with its sender, for the notice. */
  readonly example: string;
}

export interface RegistryStats {
  readonly devices: number;
  /** Devices that answered only once so far. */
  readonly unconfirmed: number;
  readonly flood: FloodReport | null;
}

export type FindResult =
  | { readonly kind: 'one'; readonly id: DeviceId }
  | { readonly kind: 'none' }
  | { readonly kind: 'many'; readonly ids: readonly DeviceId[] };

/** The operator's changes; an absent key stays, `null` clears. */
export interface EditPatch {
  readonly name?: string | null | undefined;
  readonly note?: string | null | undefined;
  readonly kind?: DeviceKind | null | undefined;
}

export interface LocalSubnet {
  readonly adapter: string;
  readonly address: string;
  readonly prefix: number;
}

export interface RegistryLimits {
  /** Records in memory, all told. */
  readonly maxDevices: number;
  /** Of these, records that answered only once. */
  readonly maxUnconfirmed: number;
}

export interface RegistryOptions {
  readonly newId: () => string;
  readonly limits?: Partial<RegistryLimits>;
}

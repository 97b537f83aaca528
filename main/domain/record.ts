import type { BookEntry } from '../contract/book.ts';
import type {
  DeviceFacts,
  DeviceId,
  DeviceKind,
  FactKey,
  SadpGeneration,
  SightingSource,
  Vendor,
} from '../contract/device.ts';

/** Facts that are known: the same keys, never `null`. */
export type KnownFacts = { [K in FactKey]?: NonNullable<DeviceFacts[K]> };

/** When and where a value was told that the source's last answer did not repeat. */
export interface Told {
  at: number;
  adapter: string | null;
}

/** All that one source ever told of a device. */
export interface SourceBlock {
  /** Time and adapter of the last answer; they hold for every key that is not in `earlier`. */
  at: number;
  adapter: string | null;
  facts: KnownFacts;
  earlier: { [K in FactKey]?: Told };
  /** Elements this version does not know. */
  extra: Record<string, string>;
  /** What a fingerprint said, when one was taken. */
  vendor: Vendor | null;
}

/** One way by which a device was seen. */
export interface Via {
  source: SightingSource;
  adapter: string | null;
  firstAt: number;
  lastAt: number;
  count: number;
}

/** A network interface of the device. A second NIC has its own MAC and its own address. */
export interface Nic {
  mac: string;
  address: string | null;
  firstAt: number;
  lastAt: number;
}

/** Since when a BootTime is known; a restart is judged against it (`restart.ts`). */
export interface BootMark {
  bootTime: string;
  since: number;
}

/**
 * All that is remembered of a device; plain JSON. The registry owns and changes it; everybody else
 * only reads it. Times are epoch milliseconds.
 */
export interface DeviceRecord {
  id: DeviceId;
  /** Ids of records that turned out to be this device; the store moves their history here. */
  formerIds: DeviceId[];
  siteId: string;

  /** Identity: serial as told; `null` until a source tells it. */
  serial: string | null;
  /** NICs, the main one first; empty until a MAC is known. */
  nics: Nic[];
  /** Identity of last resort, when neither serial nor MAC is known. */
  address: string | null;
  /** A MAC that answers for several addresses (proxy ARP), so it does not identify this device. */
  sharedMac: string | null;

  sources: { [S in SightingSource]?: SourceBlock };
  via: Via[];
  generation: SadpGeneration | null;

  createdAt: number;
  /** `null` while it was never seen on the wire (entered by hand). */
  firstSeenAt: number | null;
  lastSeenAt: number | null;
  restartedAt: number | null;
  boot: BootMark | null;
  /** Answered in two separate rounds, or the operator touched it: never evicted by a flood. */
  isConfirmed: boolean;

  name: string | null;
  note: string | null;
  /** The operator's own choice; `null` is "by model". */
  kind: DeviceKind | null;
  removedAt: number | null;
  /** How it is reached by address; replaced as a whole, never changed in place. `null`: not in the book. */
  book: BookEntry | null;
  /** Last change of the five fields above; 0 when the operator never touched them. */
  editedAt: number;

  /** Counts changes other than times and counters; the store skips what it has already written. */
  revision: number;
}

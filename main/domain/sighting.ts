import type { DeviceFacts, SadpGeneration, SightingSource, Vendor } from '../contract/device.ts';

/** One answer on the wire, as the services hand it to the registry. */
export interface Sighting {
  readonly source: SightingSource;
  /** Adapter it came by; `null` when the system does not tell. */
  readonly adapter: string | null;
  /** Epoch ms, from the injected clock. */
  readonly at: number;
  /** Address the datagram or reply came from. */
  readonly fromAddress: string | null;
  /** What the device told. Absent, `null` and the empty text all mean "not told". */
  readonly facts: Partial<DeviceFacts>;
  /** Elements this version does not know, wire spelling. */
  readonly extra?: ReadonlyMap<string, string>;
  /** Verdict of a fingerprint (sweep, ONVIF); SADP needs none. */
  readonly vendor?: Vendor;
  readonly generation?: SadpGeneration;
}

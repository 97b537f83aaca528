/** The simulator's vocabulary: what a device is made of and what goes over its wire. */

/** How a reply's text departs from the plain form; each was seen on real devices or is the known worst of them. */
export const quirks = [
  'flase',
  'mixed-case',
  'crlf',
  'no-prolog',
  'trailing-nul',
  'unescaped-ampersand',
  'upper-mac',
  'colon-mac',
  'missing-fields',
  'oversize',
] as const;
export type Quirk = (typeof quirks)[number];

/** How a device's answering goes wrong. */
export const faultKinds = [
  'duplicate',
  'late',
  'garbled',
  'truncated',
  'foreign-uuid',
  'deaf',
] as const;
export type FaultKind = (typeof faultKinds)[number];
/** `percent` of the replies are hit; 100 when absent. */
export interface Fault {
  readonly kind: FaultKind;
  readonly percent?: number;
}

/** How a request reached the device. */
export type Arrival = 'multicast' | 'broadcast' | 'unicast';
/** Where the device sends its answer. */
export type AnswerPath = 'multicast' | 'unicast' | 'both';
/** `off`: discovery switched off by the owner. `link-layer`: so old that it only speaks raw Ethernet. */
export type SadpMode = 'on' | 'off' | 'link-layer';
/** `unknown`: on, but the firmware does not tell whether an account is bound. */
export type CloudState = 'unsupported' | 'off' | 'on' | 'bound' | 'unknown';

export interface SimReply {
  readonly data: Uint8Array;
  readonly via: 'multicast' | 'unicast';
  readonly delayMs: number;
}

export interface ReceiveContext {
  readonly to: Arrival;
  readonly fromAddress: string;
  /** Epoch ms. */
  readonly now: number;
}

export interface SimHttpReply {
  readonly status: number;
  /** As on the wire: order and letter case of the family. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

/** What a test or a scenario says about one device; everything but the model has a seeded default. */
export interface DeviceSpec {
  /** A key of `models.ts`. */
  readonly model: string;
  readonly serial?: string;
  /** Any spelling; written on the wire as the personality does. */
  readonly mac?: string;
  readonly address?: string;
  readonly mask?: string;
  readonly gateway?: string;
  readonly isDhcp?: boolean;
  readonly ipv6Address?: string;
  readonly isActivated?: boolean;
  readonly cloud?: CloudState;
  readonly firmware?: string;
  readonly httpPort?: number;
  readonly commandPort?: number;
  readonly isOnvifOn?: boolean;
  readonly sadp?: SadpMode;
  readonly answers?: AnswerPath;
  /** Requests it reacts to; all three when absent. */
  readonly hears?: readonly Arrival[];
  /** Replaces the personality's own quirks. */
  readonly quirks?: readonly Quirk[];
  readonly faults?: readonly Fault[];
  /** `lost`: no battery-backed clock, boot time says 1970. A number is the clock's offset from UTC in ms. */
  readonly deviceClock?: 'lost' | number;
  /** Milliseconds it has been up when the fleet starts. */
  readonly uptimeMs?: number;
  readonly replyDelayMs?: number;
  readonly bootMs?: number;
  /** Recorder: cameras on its own PoE ports, which the LAN never sees. */
  readonly hiddenCameras?: number;
  /** Adapter ids of the wires it hangs on; every wire when absent. */
  readonly wires?: readonly string[];
  readonly isPowered?: boolean;
}

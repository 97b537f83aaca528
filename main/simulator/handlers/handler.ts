import type { Field, Personality } from '../personalities.ts';
import type { SadpRequest } from '../requests.ts';
import type { Rng } from '../rng.ts';
import type { DeviceView } from '../state.ts';
import type { DeviceSpec } from '../types.ts';

export interface HandlerCall {
  readonly view: DeviceView;
  readonly personality: Personality;
  readonly request: SadpRequest;
  readonly now: number;
  readonly rng: Rng;
}

/** A question to everybody on the wire. */
export interface Handler {
  /** The elements behind `Types`, or `null` for silence. */
  readonly answer: (call: HandlerCall) => readonly Field[] | null;
}

/** What the site gives a device. */
export interface Surroundings {
  readonly isInternetUp: () => boolean;
  /** An address from the site's DHCP server; `null` when it has none. */
  readonly lease: () => string | null;
}

export interface CommandCall extends HandlerCall {
  readonly spec: DeviceSpec;
  readonly site: Surroundings;
  /** The misbehaviour with which it will be obeyed, where that changes what is done. */
  readonly isDhcpForced: boolean;
}

/** What a command does to the device. */
export interface Change {
  readonly apply: () => void;
  /** From its new state the device says Hello, a little after it answered; else at once and without a word. */
  readonly isAnnounced: boolean;
}

export interface Outcome {
  readonly result: string;
  /** Elements behind `Result`. */
  readonly fields?: readonly Field[];
  readonly change?: Change;
}

/** One command that names its device by MAC. */
export interface Command {
  /** Wire name without `_v31`. */
  readonly base: string;
  /** Changes something; what a spec's misbehaviours strike unless they say otherwise. */
  readonly isChange: boolean;
  /** `null` for silence. */
  readonly run: (call: CommandCall) => Outcome | null;
}

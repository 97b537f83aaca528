import type { Field, Personality } from '../personalities.ts';
import type { SadpRequest } from '../requests.ts';
import type { Rng } from '../rng.ts';
import type { DeviceView } from '../state.ts';

export interface HandlerCall {
  readonly view: DeviceView;
  readonly personality: Personality;
  readonly request: SadpRequest;
  readonly now: number;
  readonly rng: Rng;
}

/** What one request type does to a device. A handler may change `call.view.state`. */
export interface Handler {
  /** Addressed to one device by its MAC; others stay silent. */
  readonly isDirected: boolean;
  /** The elements behind `Types`, or `null` for silence. */
  readonly answer: (call: HandlerCall) => readonly Field[] | null;
}

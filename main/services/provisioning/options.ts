import type { DeviceId } from '../../contract/device.ts';
import type { LocalSubnet } from '../../domain/outcome.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Logins } from '../login/logins.ts';

/** How long each kind of waiting lasts, in milliseconds. */
export interface Timings {
  /** For a device that is there to say who it is. */
  readonly readMs: number;
  /** For the answer to a status question; it is asked twice, since it carries no password. */
  readonly statusMs: number;
  /** For a device to show its new network values. */
  readonly networkMs: number;
  /** For a lease, once the device says that DHCP is on. */
  readonly leaseMs: number;
  readonly activateMs: number;
  readonly cloudMs: number;
  readonly unbindMs: number;
  /** A device that was restored to inactive restarts first. */
  readonly restoreMs: number;
  readonly lampMs: number;
  /** Between two looks at a state that only the cloud can change. */
  readonly pauseMs: number;
}

export const usualTimings: Timings = {
  readMs: 4000,
  statusMs: 5000,
  networkMs: 60_000,
  leaseMs: 10_000,
  activateMs: 30_000,
  cloudMs: 30_000,
  unbindMs: 30_000,
  restoreMs: 150_000,
  lampMs: 3000,
  pauseMs: 2000,
};

export interface RunnerOptions {
  readonly clock: Clock;
  /** Subnets this computer stands in: only there a question to an address makes sense. */
  readonly subnets: () => readonly LocalSubnet[];
  /** Another device of the list that is at this address now; its label, or `null`. */
  readonly holder: (address: string, own: DeviceId) => string | null;
  /** Logs in over HTTP with the password of the run or the saved one. */
  readonly logins: Logins;
  readonly timings?: Partial<Timings>;
}

export interface RunnerParts extends RunnerOptions {
  readonly timings: Timings;
}

export function partsOf(options: RunnerOptions): RunnerParts {
  return { ...options, timings: { ...usualTimings, ...options.timings } };
}

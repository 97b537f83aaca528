import type { DeviceId } from '../../contract/device.ts';
import type { NetworkValues, Verdict } from '../../contract/job.ts';
import type { LocalSubnet } from '../../domain/outcome.ts';
import type { DeviceRecord } from '../../domain/record.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Crypto } from '../../ports/crypto.ts';
import type { Random } from '../../ports/random.ts';
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
  /** For a device to come back from a restart; recorders take minutes. */
  readonly restartMs: number;
  /** The same after a reset, which takes longer. */
  readonly resetMs: number;
  /** For a device to be met at the address that HTTP gave it. */
  readonly addressMs: number;
  /** For a device that a command reached a moment ago to begin with it. */
  readonly settleMs: number;
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
  restartMs: 240_000,
  resetMs: 600_000,
  addressMs: 240_000,
  settleMs: 30_000,
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
  /** Names of recorders that are known to use this camera with its password. */
  readonly recordersUsing?: (device: DeviceRecord) => readonly string[];
  /** A reset was accepted or may have arrived; the device is on its way. */
  readonly onResetStarted?: (reset: ResetNews) => void;
  /** What was seen of it, as the job tells it. */
  readonly onResetEnded?: (reset: ResetNews & { readonly verdict: Verdict }) => void;
  /** An unbind job read the device afterwards, and it is not bound. */
  readonly onUnbound?: (device: DeviceRecord) => void;
  /** What a login read at the device: the list and the device book follow it. */
  readonly onNetworkRead?: (
    device: DeviceRecord,
    values: NetworkValues,
    identity?: ReadIdentity,
  ) => void;
  readonly crypto?: ActivationCrypto | null;
  readonly random?: Random;
  readonly timings?: Partial<Timings>;
}

/** Who a device says it is, after a login. */
export interface ReadIdentity {
  readonly serial: string | null;
  readonly mac: string | null;
  readonly model: string | null;
}

/** What an activation over HTTP is computed with. */
export type ActivationCrypto = Pick<Crypto, 'aesEcb' | 'aesCbc' | 'makeExchangeKey'>;

/** A reset that a job began, for whoever follows the device afterwards. */
export interface ResetNews {
  readonly jobId: string;
  readonly device: DeviceRecord;
  readonly variant: 'restore' | 'default' | 'restore-inactive';
  /** Read again later: the process that sent it may have died before anybody followed the device. */
  readonly isReread?: true;
}

export interface RunnerParts extends RunnerOptions {
  readonly timings: Timings;
}

export function partsOf(options: RunnerOptions): RunnerParts {
  return { ...options, timings: { ...usualTimings, ...options.timings } };
}

import type { Clock } from '../ports/clock.ts';
import type { SimDevice } from './device.ts';
import type { Fleet } from './fleet.ts';
import { createRng, type Rng } from './rng.ts';

export interface LifeOptions {
  readonly fleet: Fleet;
  readonly clock: Clock;
  readonly seed?: number;
  /** One thing happens per period; 40 s when absent. */
  readonly everyMs?: number;
}

const usualPeriodMs = 40_000;
/** Never more of the fleet than this is away at once, so that training has something to work on. */
const awayShare = 0.1;

type Happening = (device: SimDevice, fleet: Fleet, context: { clock: Clock; rng: Rng }) => void;

const reboots: Happening = (device, fleet, { clock }) => fleet.reboot(device, clock.now());

/** Somebody pulls a cable and puts it back. */
const leavesAndReturns: Happening = (device, fleet, { clock, rng }) => {
  fleet.powerOff(device);
  clock.after(rng.int(60_000, 180_000), () => fleet.powerOn(device, clock.now()));
};

const getsAnotherLease: Happening = (device, fleet, context) => {
  if (device.state.net.isDhcp) fleet.renewLease(device);
  else reboots(device, fleet, context);
};

/** Somebody binds a device to an account, or lets go of it. */
const changesItsCloud: Happening = (device, fleet, context) => {
  const { cloud } = device.state;
  if (cloud === 'on') fleet.setCloud(device, 'bound');
  else if (cloud === 'bound') fleet.setCloud(device, 'on');
  else reboots(device, fleet, context);
};

const happenings: readonly [Happening, ...Happening[]] = [
  reboots,
  reboots,
  leavesAndReturns,
  getsAnotherLease,
  changesItsCloud,
];

/**
 * A slow life, so that a training site looks like a place: now and then something happens to one device.
 * @returns stops it; what has begun (a boot, a pulled cable) still ends by itself
 */
export function startLife(options: LifeOptions): () => void {
  const { fleet, clock } = options;
  const rng = createRng(options.seed ?? 1).fork('life');
  const timer = clock.every(options.everyMs ?? usualPeriodMs, () => {
    const [first, ...others] = fleet.devices.filter((device) => device.isUp);
    const away = fleet.devices.length - others.length - 1;
    const isEnough = away >= Math.max(1, fleet.devices.length * awayShare);
    if (first === undefined || isEnough) return;
    rng.pick(happenings)(rng.pick([first, ...others]), fleet, { clock, rng });
  });
  return () => timer.cancel();
}

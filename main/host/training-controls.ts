import type { Clock, Timer } from '../ports/clock.ts';
import type {
  TrainingAct,
  TrainingOutcome,
  TrainingSiteControls,
  TrainingTarget,
} from '../ports/training.ts';
import type { SimDevice } from '../simulator/device.ts';
import type { Fleet } from '../simulator/fleet.ts';

export interface TrainingHands extends TrainingSiteControls {
  /** Lets go of every button and plug. */
  close(): void;
}

interface Pace {
  /** The plug stays out this long. */
  readonly offMs: number;
  /** `null`: as long as the device takes. */
  readonly bootMs: number | null;
  readonly holdMs: number | null;
}

const realPace: Pace = { offMs: 5_000, bootMs: null, holdMs: null };
const quickPace: Pace = { offMs: 2_000, bootMs: 6_000, holdMs: 2_000 };

interface Hand {
  readonly device: SimDevice;
  readonly pace: Pace;
  readonly press: TrainingAct['press'];
}

/** The hands of somebody at the training site. A device obeys the last of them. */
class Hands implements TrainingHands {
  readonly #fleet: Fleet;
  readonly #clock: Clock;
  readonly #pending = new Map<SimDevice, Timer>();

  constructor(fleet: Fleet, clock: Clock) {
    this.#fleet = fleet;
    this.#clock = clock;
  }

  isInternetUp(): boolean {
    return this.#fleet.isInternetUp;
  }

  setInternet(isUp: boolean): boolean {
    const isNews = this.#fleet.isInternetUp !== isUp;
    this.#fleet.setInternet(isUp);
    return isNews;
  }

  act(target: TrainingTarget, { act, press, isQuick }: TrainingAct): TrainingOutcome | null {
    const device = this.#find(target);
    if (device === null) return null;
    const hand = { device, press, pace: isQuick ? quickPace : realPace };
    if (act === 'unplug') return this.#unplug(hand);
    if (act === 'plug-in') return this.#plugIn(hand);
    if (act === 'power-cycle') return this.#powerCycle(hand);
    return this.#pressButton(hand);
  }

  close(): void {
    for (const timer of this.#pending.values()) timer.cancel();
    this.#pending.clear();
  }

  #find({ serial, mac }: TrainingTarget): SimDevice | null {
    const { devices } = this.#fleet;
    const wanted = mac?.toLowerCase() ?? null;
    return (
      devices.find((device) => serial !== null && device.serial === serial) ??
      devices.find((device) => wanted !== null && device.mac === wanted) ??
      null
    );
  }

  #unplug({ device }: Hand): TrainingOutcome {
    const isChanged = device.state.power !== 'off' || this.#pending.has(device);
    this.#letGo(device);
    if (device.state.power !== 'off') this.#fleet.powerOff(device);
    return { isChanged, backAt: null };
  }

  #plugIn({ device, pace }: Hand): TrainingOutcome {
    if (device.state.power !== 'off' || this.#pending.has(device)) {
      return { isChanged: false, backAt: null };
    }
    const now = this.#clock.now();
    this.#fleet.powerOn(device, now, bootMsOf(device, pace));
    return { isChanged: true, backAt: device.state.dueAt };
  }

  #powerCycle({ device, pace }: Hand): TrainingOutcome {
    const bootMs = bootMsOf(device, pace);
    this.#fleet.powerOff(device);
    this.#later(device, pace.offMs, (now) => this.#fleet.powerOn(device, now, bootMs));
    return { isChanged: true, backAt: this.#clock.now() + pace.offMs + bootMs };
  }

  /** A device that is pressed while it runs goes away when the hold ends; else it is away from the start. */
  #pressButton({ device, pace, press }: Hand): TrainingOutcome {
    const isOff = device.state.power === 'off';
    const holdMs = pace.holdMs ?? press.holdMs;
    const waitMs = isOff || !press.isOffFirst ? holdMs : pace.offMs + holdMs;
    const bootMs = bootMsOf(device, pace);
    if (press.isOffFirst && !isOff) this.#fleet.powerOff(device);
    this.#later(device, waitMs, (now) => this.#fleet.factoryReset(device, now, bootMs));
    return { isChanged: true, backAt: this.#clock.now() + waitMs + bootMs };
  }

  #later(device: SimDevice, ms: number, run: (now: number) => void): void {
    this.#letGo(device);
    const timer = this.#clock.after(ms, () => {
      this.#pending.delete(device);
      run(this.#clock.now());
    });
    this.#pending.set(device, timer);
  }

  #letGo(device: SimDevice): void {
    this.#pending.get(device)?.cancel();
    this.#pending.delete(device);
  }
}

function bootMsOf(device: SimDevice, { bootMs }: Pace): number {
  return bootMs ?? device.bootMs;
}

/** @param clock moves the hands; the fleet's own carrier ends the boots */
export function createTrainingHands(fleet: Fleet, clock: Clock): TrainingHands {
  return new Hands(fleet, clock);
}

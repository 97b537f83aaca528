import type { TrainingDeviceAct } from '../contract/training.ts';

/** How one device is meant: the serial when the list knows it, else the MAC. */
export interface TrainingTarget {
  readonly serial: string | null;
  /** `aa:bb:cc:dd:ee:ff` */
  readonly mac: string | null;
}

export interface TrainingAct {
  readonly act: TrainingDeviceAct;
  /** How long the reset button is held, in ms, and whether the power goes off first. */
  readonly press: { readonly holdMs: number; readonly isOffFirst: boolean };
  /** Seconds in place of the times of real devices. */
  readonly isQuick: boolean;
}

export interface TrainingOutcome {
  /** `false`: it was like that already. */
  readonly isChanged: boolean;
  /** Epoch ms at which it answers again; `null` when nothing boots. */
  readonly backAt: number | null;
}

/** The hands of a made-up site. Only a host that serves one has them; the core works without. */
export interface TrainingSiteControls {
  readonly isInternetUp: () => boolean;
  /** Whether the devices of the site reach the Internet; the laptop never does. Whether that was news. */
  setInternet(isUp: boolean): boolean;
  /** The last act on a device takes the place of one that has not ended. `null`: no device of the site. */
  act(target: TrainingTarget, act: TrainingAct): TrainingOutcome | null;
}

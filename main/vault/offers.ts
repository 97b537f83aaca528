import type { DeviceId } from '../contract/device.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { AccountPassword } from '../ports/vault.ts';
import { usualUserName } from './device-logins.ts';
import { type Offer, type OfferState, type Sealer, WaitingOffers } from './waiting.ts';

export interface OffersOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly sealer: Sealer;
  /** Somebody set up a vault; without one nothing is kept, not even for later. */
  readonly exists: () => boolean;
  readonly isOpen: () => boolean;
  readonly write: (offer: Offer) => void;
  /** When the device's current password was proven; known also while it is locked. */
  readonly provenAt: (device: DeviceId) => number | null;
}

/** Takes what devices proved; what cannot be written now waits for the next unlock. */
export class Offers {
  readonly #options: OffersOptions;
  readonly #waiting: WaitingOffers;

  constructor(options: OffersOptions) {
    this.#options = options;
    this.#waiting = new WaitingOffers(options.sealer);
  }

  /** How many wait. */
  get waiting(): number {
    return this.#waiting.size;
  }

  /** Rejects only for a pending one that cannot be kept. */
  async take(device: DeviceId, given: string | AccountPassword, state: OfferState): Promise<void> {
    const { clock, exists, isOpen, log, write, provenAt } = this.#options;
    const login = typeof given === 'string' ? { userName: usualUserName, password: given } : given;
    const { userName, password } = login;
    const offer = { device, userName, password, state, at: clock.now() };
    let knownProvenAt: number | null = null;
    try {
      if (!exists()) return;
      knownProvenAt = provenAt(device);
      if (isOpen()) write({ ...offer, knownProvenAt, hasWaited: false });
      else this.#waiting.add({ ...offer, knownProvenAt });
    } catch (error) {
      if (state === 'pending') throw error;
      log.error(() => 'a proven password could not be saved yet', { device, why: `${error}` });
      this.#waiting.add({ ...offer, knownProvenAt });
    }
  }

  /** The device refused what waits as its new password. */
  forgetPending(device: DeviceId): void {
    this.#waiting.drop('pending', device);
  }

  /** The vault is open all the same when the disk is full; what waits goes on waiting. */
  writeWaiting(): void {
    try {
      this.#waiting.writeAll((offer) => this.#options.write(offer));
    } catch (error) {
      const { log } = this.#options;
      log.error(() => 'proven passwords could not be saved yet', { why: `${error}` });
    }
  }

  clear(): void {
    this.#waiting.clear();
  }
}

import type { DeviceId } from '../contract/device.ts';
import type { Crypto } from '../ports/crypto.ts';

/** Seals with a key that dies with the process. */
export type Sealer = Pick<Crypto, 'seal' | 'unseal'>;

export type OfferState = 'pending' | 'proven';

export interface Offer {
  readonly device: DeviceId;
  readonly userName: string;
  readonly password: string;
  readonly state: OfferState;
  readonly at: number;
  /** It was kept back while the vault was locked. */
  readonly hasWaited: boolean;
  /** When what was current then had been proven: where that still stands, nothing newer came between. */
  readonly knownProvenAt: number | null;
}

interface Kept {
  readonly device: DeviceId;
  readonly userName: string;
  readonly state: OfferState;
  readonly at: number;
  readonly knownProvenAt: number | null;
  readonly sealed: Uint8Array;
}

/** More devices than one run has. */
const limit = 2_000;

/**
 * Passwords that devices proved while the vault was locked: written at the next unlock, sealed until then.
 * For each account of a device the last one of each kind counts.
 */
export class WaitingOffers {
  readonly #sealer: Sealer;
  readonly #kept = new Map<string, Kept>();

  constructor(sealer: Sealer) {
    this.#sealer = sealer;
  }

  get size(): number {
    return this.#kept.size;
  }

  add({ password, ...offer }: Omit<Offer, 'hasWaited'>): void {
    const { device, userName, state } = offer;
    const key = `${state} ${device} ${userName}`;
    const before = this.#kept.get(key);
    if (before === undefined && this.#kept.size >= limit) return;
    before?.sealed.fill(0);
    // Deleted first: what was offered last is written last.
    this.#kept.delete(key);
    this.#kept.set(key, { ...offer, sealed: this.#sealer.seal(password) });
  }

  drop(state: OfferState, device: DeviceId): void {
    for (const [key, kept] of this.#kept) {
      if (kept.state !== state || kept.device !== device) continue;
      kept.sealed.fill(0);
      this.#kept.delete(key);
    }
  }

  /** In the order they came; one for which `write` throws stays. */
  writeAll(write: (offer: Offer) => void): void {
    for (const [key, { sealed, ...offer }] of this.#kept) {
      write({ ...offer, hasWaited: true, password: this.#sealer.unseal(sealed) });
      sealed.fill(0);
      this.#kept.delete(key);
    }
  }

  clear(): void {
    for (const { sealed } of this.#kept.values()) sealed.fill(0);
    this.#kept.clear();
  }
}

import type { Crypto } from '../../ports/crypto.ts';

export type Sealer = Pick<Crypto, 'seal' | 'unseal'>;

interface Kept {
  readonly sealed: Uint8Array;
  readonly group: number;
}

/**
 * The passwords of one job, sealed from the moment they enter until the job ends. Devices with the same
 * password share a group.
 */
export class SecretBook {
  readonly #sealer: Sealer | null;
  readonly #kept = new Map<number, Kept>();
  #nextGroup = 0;

  constructor(sealer: Sealer | null) {
    this.#sealer = sealer;
  }

  /** @throws Error when the host brought nothing to seal with */
  fill(passwords: ReadonlyMap<number, string>): void {
    const groups = new Map<string, number>();
    for (const [position, password] of passwords) {
      const group = groups.get(password) ?? this.#nextGroup;
      if (!groups.has(password)) {
        groups.set(password, group);
        this.#nextGroup += 1;
      }
      this.#kept.set(position, { sealed: this.#need().seal(password), group });
    }
  }

  has(position: number): boolean {
    return this.#kept.has(position);
  }

  group(position: number): number | null {
    return this.#kept.get(position)?.group ?? null;
  }

  /** Unsealed for the moment of use. */
  password(position: number): string | null {
    const kept = this.#kept.get(position);
    return kept === undefined ? null : this.#need().unseal(kept.sealed);
  }

  clear(): void {
    for (const { sealed } of this.#kept.values()) sealed.fill(0);
    this.#kept.clear();
  }

  #need(): Sealer {
    if (this.#sealer === null) throw new Error('this host cannot keep passwords');
    return this.#sealer;
  }
}

const secretKey = /pass|secret|code|pin$/i;

export interface SplitParams {
  /** Fit for the disk. */
  readonly stored: unknown;
  readonly isLossy: boolean;
}

/** A runner's input without what must not be on the disk: a verification code is a secret too. */
export function splitParams(params: unknown): SplitParams {
  if (typeof params !== 'object' || params === null || Array.isArray(params)) {
    return { stored: params ?? null, isLossy: false };
  }
  const entries = Object.entries(params);
  const open = entries.filter(([key, value]) => !secretKey.test(key) || typeof value !== 'string');
  return { stored: Object.fromEntries(open), isLossy: open.length < entries.length };
}

/** Runner inputs of one job; those that hold a secret are sealed like a password. */
export class ParamBook {
  readonly #sealer: Sealer | null;
  readonly #open = new Map<number, unknown>();
  readonly #sealed = new Map<number, Uint8Array>();

  constructor(sealer: Sealer | null) {
    this.#sealer = sealer;
  }

  set(position: number, params: unknown, isLossy: boolean): void {
    if (!isLossy || this.#sealer === null) this.#open.set(position, params);
    else this.#sealed.set(position, this.#sealer.seal(JSON.stringify(params)));
  }

  get(position: number): unknown {
    const sealed = this.#sealed.get(position);
    if (sealed === undefined || this.#sealer === null) return this.#open.get(position) ?? null;
    return JSON.parse(this.#sealer.unseal(sealed));
  }

  clear(): void {
    for (const sealed of this.#sealed.values()) sealed.fill(0);
    this.#sealed.clear();
    this.#open.clear();
  }
}

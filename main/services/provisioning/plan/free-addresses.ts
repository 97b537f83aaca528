import type { DeviceId } from '../../../contract/device.ts';
import { formatIpv4 } from '../../../contract/ip.ts';
import { type Holders, hostsFrom, otherHolder, type Subnet } from '../../../domain/ip-plan.ts';
import { askWire, type PlanSources } from './book.ts';
import type { SkippedAddress } from './types.ts';

export interface FreeAddressesOptions {
  readonly first: number;
  readonly subnet: Subnet;
  readonly gateway: number | null;
  /** Goes on at the beginning of the subnet. */
  readonly wraps: boolean;
  readonly holders: Holders;
  /** Given to somebody already. */
  readonly given: Set<string>;
  readonly skipped: SkippedAddress[];
}

/** Asked at once, so that a used row of addresses does not cost a wait each. */
const chunk = 32;

/** Hands out addresses upwards, leaving out what anybody has. */
export class FreeAddresses {
  readonly #sources: PlanSources;
  readonly #options: FreeAddressesOptions;
  readonly #hosts: Iterator<number>;
  #ready: { readonly address: string; readonly by: string | null }[] = [];

  constructor(sources: PlanSources, options: FreeAddressesOptions) {
    this.#sources = sources;
    this.#options = options;
    const { first, subnet, gateway, wraps } = options;
    this.#hosts = hostsFrom(first, subnet, { gateway, wraps });
  }

  /**
   * The next free address for a device; its own one counts as free when nobody else is there. `null` when
   * the subnet is used up.
   */
  async next(own: DeviceId, ownMacs: readonly string[]): Promise<string | null> {
    const { holders, given, skipped } = this.#options;
    for (;;) {
      const candidate = await this.#take();
      if (candidate === null) return null;
      const { address, by } = candidate;
      if (given.has(address)) continue;
      const holder = otherHolder(holders, address, own);
      const user = holder?.label ?? (by !== null && !ownMacs.includes(by) ? by : null);
      if (user === null) {
        given.add(address);
        return address;
      }
      skipped.push({ address, by: user });
    }
  }

  async #take(): Promise<{ address: string; by: string | null } | null> {
    if (this.#ready.length === 0) await this.#fill();
    return this.#ready.shift() ?? null;
  }

  async #fill(): Promise<void> {
    const addresses: string[] = [];
    while (addresses.length < chunk) {
      const { value, done } = this.#hosts.next();
      if (done === true) break;
      addresses.push(formatIpv4(value));
    }
    const answers = await askWire(this.#sources, addresses);
    this.#ready = addresses.map((address) => ({ address, by: answers.get(address) ?? null }));
  }
}

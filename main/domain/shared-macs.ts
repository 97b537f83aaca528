/** MACs looked at, and addresses remembered for each: enough to tell a router from a device. */
const maxMacs = 256;
const provenBy = 2;

/**
 * MACs that answer for more than one address at a time: routers with proxy ARP, hosts with many
 * addresses. Such a MAC, read from the ARP table by a sweep, says nothing about which device answered.
 */
export class SharedMacs {
  readonly #addresses = new Map<string, Set<string>>();

  /** Notes that a MAC answered for another address than its holder's. Returns whether that proves it. */
  note(mac: string, address: string): boolean {
    const seen = this.#addresses.get(mac) ?? new Set();
    if (seen.size < provenBy) seen.add(address);
    this.#addresses.delete(mac);
    this.#addresses.set(mac, seen);
    if (this.#addresses.size > maxMacs) {
      for (const oldest of this.#addresses.keys()) {
        this.#addresses.delete(oldest);
        break;
      }
    }
    return seen.size >= provenBy;
  }

  has(mac: string): boolean {
    return (this.#addresses.get(mac)?.size ?? 0) >= provenBy;
  }
}

import { isLanAddress, parseIpv4 } from '../../contract/ip.ts';

/** A literal address of 127.0.0.0/8; a name is none, whatever it resolves to. */
export function isLoopbackAddress(address: string): boolean {
  const value = parseIpv4(address);
  return value !== null && value >>> 24 === 127;
}

/**
 * Stands before everything that sends. A target outside the LAN is refused; should a caller forget
 * to ask, the bytes are still counted, so that a test (and the operator) can see it.
 */
export class LanGuard {
  #outside = 0;

  /** `isOnLink`: a directed broadcast of an adapter's own subnet never passes a router. */
  mayReach(address: string, isOnLink = false): boolean {
    return isOnLink || isLanAddress(address);
  }

  sent(address: string, bytes: number, isOnLink = false): void {
    if (!this.mayReach(address, isOnLink)) this.#outside += bytes;
  }

  get bytesOutside(): number {
    return this.#outside;
  }
}

import { AppError } from '../../contract/errors.ts';
import { formatCidr, formatIpv4, isLocalBlock, parseCidr } from '../../contract/ip.ts';

/** A /20; larger ranges are swept in parts, so that a typing error cannot keep the network busy. */
export const sweepLimit = 4096;

export interface SweepPlan {
  /** The range with its host bits cleared. */
  readonly cidr: string;
  readonly addresses: readonly string[];
}

/**
 * The addresses of a range: without network and broadcast address and without our own ones.
 * @throws AppError `input.bad-cidr`, `input.public-range` or `input.cidr-too-large`.
 */
export function planSweep(text: string, own: ReadonlySet<string>): SweepPlan {
  const cidr = parseCidr(text);
  if (cidr === null) throw new AppError('input.bad-cidr', { value: text });
  const value = formatCidr(cidr);
  if (!isLocalBlock(cidr)) throw new AppError('input.public-range', { value });
  if (cidr.size > sweepLimit) {
    throw new AppError('input.cidr-too-large', { value, limit: sweepLimit });
  }
  const hasEnds = cidr.prefix <= 30;
  const first = cidr.base + (hasEnds ? 1 : 0);
  const last = cidr.base + cidr.size - (hasEnds ? 2 : 1);
  const addresses: string[] = [];
  for (let host = first; host <= last; host += 1) {
    const address = formatIpv4(host);
    if (!own.has(address)) addresses.push(address);
  }
  return { cidr: value, addresses };
}

import type { Rng } from './rng.ts';
import type { Fault, FaultKind, SimReply } from './types.ts';

/** Which of a device's faults strike this time. */
export function drawFaults(faults: readonly Fault[], rng: Rng): ReadonlySet<FaultKind> {
  return new Set(faults.filter((fault) => rng.chance(fault.percent ?? 100)).map((f) => f.kind));
}

/** A Uuid that nobody here asked with: an answer meant for another client. */
export function foreignUuid(rng: Rng): string {
  const hex = rng.hex(32).toUpperCase();
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `A${hex.slice(17, 20)}`,
    hex.slice(20),
  ].join('-');
}

function garble(data: Uint8Array, rng: Rng): Uint8Array {
  const copy = Uint8Array.from(data);
  for (let hits = 0; hits < 12; hits += 1) copy[rng.int(0, copy.length - 1)] = rng.int(0, 255);
  // Twelve random bytes may all fall into values; a broken root is certain rubbish.
  copy.fill(0xff, 40, 48);
  return copy;
}

/** Faults of the line: broken bytes, late, twice. */
export function applyLineFaults(
  replies: readonly SimReply[],
  struck: ReadonlySet<FaultKind>,
  rng: Rng,
): readonly SimReply[] {
  const spoilt = replies.map((reply) => {
    let { data, delayMs } = reply;
    if (struck.has('garbled')) data = garble(data, rng);
    if (struck.has('truncated')) data = data.slice(0, Math.floor(data.length * 0.6));
    if (struck.has('late')) delayMs += rng.int(2_000, 6_000);
    return { ...reply, data, delayMs };
  });
  if (!struck.has('duplicate')) return spoilt;
  return spoilt.flatMap((reply) => [reply, { ...reply, delayMs: reply.delayMs + 3 }]);
}

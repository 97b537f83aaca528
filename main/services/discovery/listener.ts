import type { DeviceId } from '../../contract/device.ts';
import type { LocalSubnet } from '../../domain/outcome.ts';
import type { Sighting } from '../../domain/sighting.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { Datagram } from '../../ports/network.ts';
import { decodeSadp } from '../../protocol/sadp/decode.ts';
import { sadpGeneration } from '../../protocol/sadp/generation.ts';
import type { SadpMessage } from '../../protocol/sadp/messages.ts';
import { createRateLimit, type RateLimit } from '../lib/rate-limit.ts';
import { adaptersFor } from '../lib/subnets.ts';
import type { ProbeMemory } from './probe-memory.ts';

export interface Heard {
  readonly device: DeviceId | null;
  readonly adapter: string | null;
  readonly at: number;
  /** The address of a sweep whose question this answers; `null` for an answer to the group or to nobody. */
  readonly sweepAddress: string | null;
  /** The answer comes from the very address that was asked: a relay may bring those of others. */
  readonly isFromAsked: boolean;
}

/** A decoded datagram, whatever it is, before the registry knows of it. */
export interface HeardMessage {
  readonly message: SadpMessage;
  readonly fromAddress: string;
  /** Adapter it came by; `null` when nothing tells. */
  readonly adapter: string | null;
  readonly at: number;
  /** Whether the device speaks of itself here, rather than answers a command. */
  readonly isDescription: boolean;
  /** The address of a sweep this answers; else it is known to have heard the group. */
  readonly sweepAddress: string | null;
}

export interface ListenerOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly memory: ProbeMemory;
  readonly subnets: () => readonly LocalSubnet[];
  readonly see: (sighting: Sighting) => DeviceId | null;
  readonly onHeard: (heard: Heard) => void;
  /** Every decoded message, questions of others and answers to commands included. */
  readonly onMessage?: (heard: HeardMessage) => void;
}

export interface ListenerCounters {
  datagrams: number;
  decoded: number;
  rejected: number;
  rejectedBy: Record<string, number>;
}

const shownBytes = 80;
const rejectLogPeriodMs = 10_000;

/**
 * Turns datagrams into sightings. `datagrams = decoded + rejected`: questions (our own echo and those
 * of other programs) are no replies, so they are in none of the three.
 */
export class Listener {
  readonly #options: ListenerOptions;
  readonly #mayLog: RateLimit;
  readonly #counters: ListenerCounters = {
    datagrams: 0,
    decoded: 0,
    rejected: 0,
    rejectedBy: {},
  };

  constructor(options: ListenerOptions) {
    this.#options = options;
    this.#mayLog = createRateLimit(options.clock, rejectLogPeriodMs);
  }

  counters(): ListenerCounters {
    return { ...this.#counters, rejectedBy: { ...this.#counters.rejectedBy } };
  }

  take(batch: readonly Datagram[]): void {
    for (const datagram of batch) {
      try {
        this.#takeOne(datagram);
      } catch (cause) {
        this.#noteFault(cause);
      }
    }
  }

  /** A fault of ours must not take the receiver down: the next datagram is another device. */
  #noteFault(cause: unknown): void {
    const held = this.#mayLog('fault');
    if (held === null) return;
    const stack = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
    this.#options.log.error(() => 'a reply could not be taken in', { stack, alsoHeldBack: held });
  }

  #takeOne(datagram: Datagram): void {
    const result = decodeSadp(datagram.data);
    if (!result.ok) {
      this.#reject(datagram, result.reason, result.detail);
      return;
    }
    const { message } = result;
    const origin = this.#options.memory.origin(message.uuid);
    const adapter =
      datagram.adapterId ?? origin?.adapterId ?? this.#adapterBySender(datagram.fromAddress);
    const sweepAddress = origin?.sweepAddress ?? null;
    this.#options.onMessage?.({
      ...{ message, adapter, sweepAddress },
      fromAddress: datagram.fromAddress,
      at: datagram.receivedAt,
      isDescription: message.root !== 'Probe' && describesDevice(message),
    });
    if (message.root === 'Probe') return;
    this.#counters.datagrams += 1;
    this.#counters.decoded += 1;
    if (!describesDevice(message)) return;
    const device = this.#options.see({
      source: sweepAddress === null ? 'sadp' : 'sweep',
      adapter,
      at: datagram.receivedAt,
      fromAddress: datagram.fromAddress,
      facts: message.fields,
      extra: message.extra,
      generation: sadpGeneration(message.fields),
      // Only the family speaks SADP; the registry knows it for multicast answers by their source.
      ...(sweepAddress === null ? {} : { vendor: 'hikvision' }),
    });
    const isFromAsked =
      sweepAddress !== null &&
      [datagram.fromAddress, message.fields.ipv4Address].includes(sweepAddress);
    this.#options.onHeard({ device, adapter, at: datagram.receivedAt, sweepAddress, isFromAsked });
  }

  /** Only when exactly one adapter stands in the sender's subnet; a guess would be worse than null. */
  #adapterBySender(address: string): string | null {
    const [first, ...others] = adaptersFor(address, this.#options.subnets());
    return first !== undefined && others.length === 0 ? first : null;
  }

  #reject(datagram: Datagram, reason: string, detail: string): void {
    this.#counters.datagrams += 1;
    this.#counters.rejected += 1;
    this.#counters.rejectedBy[reason] = (this.#counters.rejectedBy[reason] ?? 0) + 1;
    const held = this.#mayLog(reason);
    if (held === null) return;
    this.#options.log.debug(() => `datagram rejected: ${reason}`, {
      detail,
      from: datagram.fromAddress,
      length: datagram.data.length,
      start: printable(datagram.data.subarray(0, shownBytes)),
      alsoHeldBack: held,
    });
  }
}

/**
 * An answer to somebody's command (Edit IP, activation) carries a MAC and a result only: it must not
 * overwrite what the device says about itself. `Bye` is ignored, as the vendor's own client does.
 */
function describesDevice(message: SadpMessage): boolean {
  if (message.root === 'Bye') return false;
  const { serial, ipv4Address } = message.fields;
  return serial != null || ipv4Address != null;
}

function printable(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) {
    text += byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.';
  }
  return text;
}

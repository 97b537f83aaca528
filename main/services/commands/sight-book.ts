import type { SadpFields } from '../../protocol/sadp/fields.ts';
import type { HeardMessage } from '../discovery/listener.ts';
import { BoundedMap } from '../lib/bounded-map.ts';

/** How a device last spoke of itself: what a command to it is made of, and is judged by. */
export interface Sight {
  readonly mac: string;
  /** Its own spelling, which commands repeat. */
  readonly rawMac: string | null;
  /** Address its own datagrams come from. */
  readonly fromAddress: string;
  readonly adapter: string | null;
  readonly at: number;
  /** Its last full description, and when that came; `null` until there is one. */
  readonly fields: SadpFields | null;
  readonly fieldsAt: number;
  /** Whether it answers the group; one that only a sweep reaches has to be asked directly. */
  readonly hearsGroup: boolean;
  /** When two addresses last spoke for this MAC at once: one of them is not the device. */
  readonly contestedAt: number | null;
}

const maxSights = 20_000;
/** How long a MAC for which two hosts spoke is not trusted. */
const distrustMs = 120_000;
/** A device that is moved and put back changes its address twice; one that does so four times does not. */
const maxMoves = 4;
const movesWithinMs = 60_000;
const keptUuids = 6;

interface Sender {
  readonly address: string;
  /** Questions it answered last. */
  readonly uuids: readonly string[];
}

interface Entry extends Sight {
  readonly sender: Sender;
  readonly before: Sender | null;
  /** Times of the last changes of address. */
  readonly moves: readonly number[];
}

/** Remembers, by MAC, where each device's own datagrams come from. */
export class SightBook {
  readonly #sights = new BoundedMap<string, Entry>(maxSights);

  /** `null` for a MAC never heard by this process. */
  get(mac: string): Sight | null {
    return this.#sights.get(mac) ?? null;
  }

  /** Whether two hosts spoke for the MAC lately. */
  isContested(mac: string, now: number): boolean {
    const at = this.#sights.get(mac)?.contestedAt ?? null;
    return at !== null && Math.abs(now - at) <= distrustMs;
  }

  note(heard: HeardMessage): void {
    const { message, fromAddress, at } = heard;
    const { mac } = message;
    if (!heard.isDescription || mac === null) return;
    const known = this.#sights.get(mac);
    const isFull = message.root === 'ProbeMatch' && message.types === 'inquiry';
    this.#sights.set(mac, {
      mac,
      rawMac: message.rawMac,
      fromAddress,
      adapter: heard.adapter ?? known?.adapter ?? null,
      at,
      fields: isFull ? message.fields : (known?.fields ?? null),
      fieldsAt: isFull ? at : (known?.fieldsAt ?? Number.NEGATIVE_INFINITY),
      hearsGroup: heard.sweepAddress === null || known?.hearsGroup === true,
      ...senders(known, { address: fromAddress, uuid: message.uuid, at }),
    });
  }
}

type Senders = Pick<Entry, 'sender' | 'before' | 'moves' | 'contestedAt'>;

/**
 * A device that moves speaks from one address and then from another. Two hosts answer the same question,
 * or change places again and again.
 */
function senders(
  known: Entry | undefined,
  { address, uuid, at }: { address: string; uuid: string | null; at: number },
): Senders {
  const own = uuid === null ? [] : [uuid];
  if (known === undefined) {
    return { sender: { address, uuids: own }, before: null, moves: [], contestedAt: null };
  }
  const { sender, before, contestedAt } = known;
  if (sender.address === address) {
    const isDoubled = uuid !== null && before?.uuids.includes(uuid) === true;
    const uuids = [...own, ...sender.uuids].slice(0, keptUuids);
    return {
      ...{ sender: { address, uuids }, before, moves: known.moves },
      contestedAt: isDoubled ? at : contestedAt,
    };
  }
  const moves = [at, ...known.moves].slice(0, maxMoves);
  const isDoubled = uuid !== null && sender.uuids.includes(uuid);
  const first = moves[maxMoves - 1];
  const isRestless = first !== undefined && at - first <= movesWithinMs;
  const uuids = before?.address === address ? [...own, ...before.uuids].slice(0, keptUuids) : own;
  return {
    ...{ sender: { address, uuids }, before: sender, moves },
    contestedAt: isDoubled || isRestless ? at : contestedAt,
  };
}

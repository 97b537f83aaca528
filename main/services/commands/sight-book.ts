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
  /** Two addresses speak for this MAC in turns: one of them is not the device. */
  readonly contestedAt: number | null;
}

const maxSights = 20_000;
/** Two senders that alternate within this time are two hosts; a device that moved does not move back. */
const alternateMs = 120_000;

interface Entry extends Sight {
  readonly before: { readonly address: string; readonly at: number } | null;
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
    return at !== null && Math.abs(now - at) <= alternateMs;
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
      ...senders(known, { address: fromAddress, at }),
    });
  }
}

/** A, B is a device that moved. A, B, A is not. */
function senders(
  known: Entry | undefined,
  now: { readonly address: string; readonly at: number },
): Pick<Entry, 'before' | 'contestedAt'> {
  if (known === undefined) return { before: null, contestedAt: null };
  if (known.fromAddress === now.address) {
    return { before: known.before, contestedAt: known.contestedAt };
  }
  const { before } = known;
  const isBack =
    before !== null && before.address === now.address && now.at - before.at <= alternateMs;
  return {
    before: { address: known.fromAddress, at: known.at },
    contestedAt: isBack ? now.at : known.contestedAt,
  };
}

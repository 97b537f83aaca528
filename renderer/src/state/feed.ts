import type { Transport } from '../../../main/contract/api.ts';
import type { AppEvent } from '../../../main/contract/events.ts';
import type { FleetSnapshot } from '../../../main/contract/methods.ts';

const firstRetryMs = 300;
const longestRetryMs = 5000;

export interface FeedParts {
  readonly transport: Transport;
  readonly loadSnapshot: () => Promise<FleetSnapshot>;
  readonly onSnapshot: (snapshot: FleetSnapshot) => void;
  readonly onEvent: (event: AppEvent) => void;
  /** `false` while the host is lost or the first state has not come yet. */
  readonly onLive: (isLive: boolean) => void;
  readonly setTimer: (run: () => void, ms: number) => unknown;
}

export interface Feed {
  /** Asks for the whole state again, for example after another site was chosen. */
  readonly resync: () => void;
  readonly stop: () => void;
}

/** Keeps the running number: lets events through in order and holds them while there is no state. */
function createSequence(onEvent: (event: AppEvent) => void) {
  let last: number | null = null;
  let held: AppEvent[] = [];

  /** `false` when events are missing between the last one and this one. */
  const take = (event: AppEvent): boolean => {
    if (last === null) {
      held.push(event);
      return true;
    }
    if (event.seq <= last) return true;
    if (event.seq !== last + 1) return false;
    last = event.seq;
    onEvent(event);
    return true;
  };

  return {
    take,
    hold() {
      last = null;
    },
    drop() {
      last = null;
      held = [];
    },
    /** Goes on from a snapshot; `false` when what was held does not join it. */
    start(seq: number): boolean {
      last = seq;
      const waiting = held.sort((a, b) => a.seq - b.seq);
      held = [];
      return waiting.every(take);
    },
  };
}

/**
 * State first, then changes: asks for a snapshot, keeps what arrives meanwhile, applies what is newer
 * than the snapshot. A hole in the running numbers or a new connection asks again.
 */
export function startFeed(parts: FeedParts): Feed {
  const sequence = createSequence(parts.onEvent);
  let isLoading = false;
  let isWanted = false;
  let isConnected = false;
  let isStopped = false;
  let retryMs = firstRetryMs;

  const retryLater = () => {
    // The next snapshot will hold what the held events say; a hole after it is found like any other.
    sequence.drop();
    parts.onLive(false);
    parts.setTimer(() => {
      if (isConnected) void resync();
    }, retryMs);
    retryMs = Math.min(retryMs * 2, longestRetryMs);
  };

  async function resync(): Promise<void> {
    sequence.hold();
    isWanted = true;
    if (isLoading || isStopped) return;
    isLoading = true;
    isWanted = false;
    // A refusal is told on the screen as "Reconnecting…"; the next attempt is already on its way.
    const snapshot = await parts.loadSnapshot().catch(() => null);
    isLoading = false;
    if (isStopped) return;
    if (snapshot === null || !isConnected) {
      retryLater();
      return;
    }
    retryMs = firstRetryMs;
    parts.onSnapshot(snapshot);
    parts.onLive(true);
    // Asked again while this one was under way, for example for another site: this one may be old.
    if (isWanted || !sequence.start(snapshot.seq)) void resync();
  }

  const stopEvents = parts.transport.subscribe((event) => {
    if (!sequence.take(event)) void resync();
  });
  const stopConnection = parts.transport.onConnection((value) => {
    isConnected = value;
    if (value) {
      void resync();
    } else {
      sequence.drop();
      parts.onLive(false);
    }
  });
  return {
    resync: () => void resync(),
    stop() {
      isStopped = true;
      stopEvents();
      stopConnection();
    },
  };
}

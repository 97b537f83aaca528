import { createValueStore, type ValueStore } from './value-store.ts';

const throttleMs = 700;

/** What the two live regions say. The number makes a repeated sentence a new one. */
export interface Announcement {
  readonly text: string;
  readonly count: number;
}

export interface Announcer {
  readonly polite: ValueStore<Announcement>;
  readonly assertive: ValueStore<Announcement>;
  /** Polite sentences that follow each other fast are dropped but for the last one. */
  say(text: string, urgency?: 'polite' | 'assertive'): void;
}

const nothing: Announcement = { text: '', count: 0 };

export function createAnnouncer(setTimer: (run: () => void, ms: number) => unknown): Announcer {
  const polite = createValueStore(nothing);
  const assertive = createValueStore(nothing);
  let waiting: string | null = null;
  let isPaused = false;

  const put = (store: ValueStore<Announcement>, text: string) =>
    store.set({ text, count: store.get().count + 1 });
  const release = () => {
    isPaused = false;
    if (waiting === null) return;
    const text = waiting;
    waiting = null;
    sayPolitely(text);
  };
  function sayPolitely(text: string): void {
    if (isPaused) {
      waiting = text;
      return;
    }
    put(polite, text);
    isPaused = true;
    setTimer(release, throttleMs);
  }

  return {
    polite,
    assertive,
    say(text, urgency = 'polite') {
      if (urgency === 'assertive') put(assertive, text);
      else sayPolitely(text);
    },
  };
}
